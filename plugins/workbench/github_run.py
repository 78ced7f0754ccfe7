"""A check in a run of GitHub Actions: findings beside the lines that they are about, and in the run's summary.

What a check prints quotes whoever proposed the change. So GitHub reads no command in it: it is told to stop reading any
until a word comes that nobody can know before (`stop-commands`).
"""

import secrets
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from plugins.files import write_file
from plugins.problems import Problem
from plugins.problems.annotations import annotations, summary
from plugins.problems.console import say

_FAILED = "The check could not be made. The log of this run says why."


def shown_on_github(check: Callable[[], int], findings: Sequence[Problem], file: Path) -> int:
    """Check, then tell of `findings`, which the check fills; `file` is that of the run's summary. The exit code."""
    word = secrets.token_hex(16)
    say(f"::stop-commands::{word}", sys.stdout)
    code = check()
    say(f"::{word}::", sys.stdout)
    has_failed = code != 0 and not any(problem.stops for problem in findings)
    for line in annotations(findings):
        say(line, sys.stdout)
    if has_failed:
        say(f"::error::{_FAILED}", sys.stdout)
    text = f"### {_FAILED}\n" if has_failed else summary(findings)
    write_file(file.absolute(), text.encode(), below=file.absolute().parent)
    return code
