"""`python -m plugins.publishing.lastlook FOLDER --content FOLDER`: the last look as a command."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from plugins.engine.manifest import digests, fault, left_out
from plugins.engine.paths import MARKER
from plugins.problems import Problem, report
from plugins.problems.console import say
from plugins.publishing.lastlook.look import look
from plugins.publishing.lastlook.verdicts import VERDICTS
from plugins.publishing.lastlook.wiring import look_settings


def main(arguments: list[str]) -> int:
    """0 when nothing keeps the site from going out; notices do not."""
    parser = argparse.ArgumentParser(prog="python -m plugins.publishing.lastlook", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--content", type=Path)
    chosen = parser.parse_args(arguments)
    settings = look_settings(chosen.content, left_out=left_out(chosen.folder))
    looked_at = look(chosen.folder, settings, content=chosen.content, verdicts=VERDICTS)
    problems = (*_not_as_left(chosen.folder), *looked_at)
    if problems:
        say(report(problems), sys.stderr)
    stopped = any(problem.stops for problem in problems)
    if not stopped:
        say(f"The last look found nothing that keeps {chosen.folder.name} from going out.", sys.stdout)
    return 1 if stopped else 0


def _not_as_left(folder: Path) -> Iterator[Problem]:
    """A finding where a build's manifest says another thing of a byte than the disk: builds carry files on unread."""
    wrong = fault(folder, digests(folder)) if (folder / MARKER).is_file() else None
    if wrong:
        yield Problem(folder.name, 0, "", f"{wrong}; build again with --no-cache", "unfit-page")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
