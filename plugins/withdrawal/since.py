"""`python -m plugins.withdrawal.since COMMIT`: whether the diary withdrew, drafted or removed something since a commit.

Such a change must reach readers whatever else is to be mended, so a build may go without posts then. Exit code 0 says
that nothing was taken back; 3 that something was, or that nobody can tell.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from plugins.problems.console import say
from plugins.withdrawal.repository import CannotTell
from plugins.withdrawal.takings import taken_back
from plugins.withdrawal.versions import as_it_was
from plugins.withdrawal.wiring import settings

GO_WITHOUT = 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what was taken back; the exit code says whether anything was."""
    options = _options(arguments)
    diary = settings(options.content)
    try:
        with as_it_was(options.content, options.commit) as before:
            found = taken_back(before, options.content, zone=diary.zone, now=diary.now)
    except CannotTell as reason:
        say(f"{reason} So this build goes without every post that has something to mend.", sys.stdout)
        return GO_WITHOUT
    if not found:
        return 0
    listed = "\n".join(f"  {each}" for each in found)
    say(
        f"Taken back since {options.commit}:\n{listed}\n"
        "So this build goes without every post that has something to mend.",
        sys.stdout,
    )
    return GO_WITHOUT


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m plugins.withdrawal.since", description=__doc__)
    parser.add_argument("commit", help="the commit that was published last")
    parser.add_argument("--content", type=Path, required=True, help="the folder of posts")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
