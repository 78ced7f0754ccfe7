"""Stops the build once, with every finding, before anything is written."""

import sys
from collections.abc import Sequence
from typing import Any, TextIO

from pelican import signals

from plugins.problems.problem import Problem
from plugins.problems.report import report


class BuildStopped(SystemExit):
    """The build ends here; `problems` says why. Exit code 0 means that nothing was wrong and nothing was wanted."""

    def __init__(self, code: int, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(code)
        self.problems = problems


def connect() -> None:
    """Connect to Pelican."""
    # The last signal before anything is written; by then every generator has read its files.
    signals.all_generators_finalized.connect(stop_once)


def stop_once(generators: Sequence[Any]) -> None:
    """Print what was found; raise BuildStopped when that stops the build, or when only a check was wanted."""
    context = generators[0].context
    problems = tuple(context.get("problems", ()))
    if problems:
        say(report(problems), sys.stderr)
    if any(problem.stops for problem in problems):
        raise BuildStopped(1, problems)
    if generators[0].settings.get("DIARY_CHECK_ONLY"):
        say("No findings." if not problems else "Nothing to mend.", sys.stdout)
        raise BuildStopped(0, problems)


def say(text: str, stream: TextIO) -> None:
    """Print a line, on a console of any encoding: what it cannot show becomes a question mark."""
    encoding = stream.encoding or "utf-8"
    print(text.encode(encoding, "replace").decode(encoding), file=stream, flush=True)
