"""`python -m plugins.workbench.upgrading --before FOLDER`: a diary taken to the release of the software at hand.

The diary's own tasks.py has fetched it, and hands over: only the newer software knows how content is to be written.
Both versions build the diary, and nothing is kept unless the newer one can and somebody has said yes.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from plugins.engine.build_moment import VARIABLE, build_moment
from plugins.files import write_file
from plugins.frontmatter.editing import CannotEdit, with_values
from plugins.migrations import MIGRATIONS, Migration, NotMigrated, migrated
from plugins.problems.console import say
from plugins.publishing.comparison import comparison
from plugins.records import dataclass
from plugins.settings import read_diary_file
from plugins.workbench import changelog
from plugins.workbench.paths import CHECKOUT, HOME
from plugins.workbench.process import exit_code
from plugins.workbench.software import SoftwareAtHand, git, software_at_hand

_TASKS = "plugins/workbench/new_diary/tasks.py.txt"
_SOURCE = "$source"
_BACK = "git checkout -- content tasks.py"


class NotUpgraded(Exception):
    """The diary stays as it was; the message says why."""


@dataclass(frozen=True, slots=True)
class Diary:
    """The diary as it was when it was looked at: the version it has, and what is to be written into which file."""

    version: str
    before: Mapping[Path, bytes]
    after: Mapping[Path, bytes]


def upgrade(
    home: Path,
    before: Path,
    software: SoftwareAtHand,
    ask: Callable[[str], bool],
    migrations: Sequence[Migration] = MIGRATIONS,
) -> None:
    """Take the diary in `home` from the software in `before` to the one at hand; raises NotUpgraded."""
    if git(home, "status", "--porcelain", "--", "content", "tasks.py"):
        raise NotUpgraded("Something in content is not committed yet; commit it, so that an upgrade can be taken back.")
    diary = _as_it_will_be(home, before, software, migrations)
    with TemporaryDirectory(prefix="upgrade-", dir=before.parent, ignore_cleanup_errors=True) as place:
        for line in _compared(home, before, diary, Path(place)):
            say(line, sys.stdout)
    if not ask(f"Take version {software.version}?"):
        raise NotUpgraded(f"The diary stays at version {diary.version}; nothing was changed.")
    _keep(home, diary)


def _as_it_will_be(home: Path, before: Path, software: SoftwareAtHand, migrations: Sequence[Migration]) -> Diary:
    """What is new is said on the way, and what is migrated."""
    content = home / "content"
    named = read_diary_file(content).settings
    since = named.software.version if named and named.software else ""
    say(f"From version {since} to {software.version}.", sys.stdout)
    for line in _news(since, software.version):
        say(line, sys.stdout)
    pending = [each for each in migrations if changelog.numbers(since) < changelog.numbers(each.version)]
    settings = content / "diary.yml"
    try:
        files = list(migrated(content, pending))
        after = {settings: settings.read_bytes(), **{file.path: file.after for file in files}}
        chosen = {"software": {"version": software.version, "commit": software.commit}}
        after[settings] = with_values(after[settings], chosen, is_post=False)
    except (NotMigrated, CannotEdit) as reason:
        raise NotUpgraded(f"{reason} Nothing was changed.") from reason
    for file in files:
        say(f"{file.source}: {' '.join(file.says)}", sys.stdout)
    after |= _own_tasks(home, before)
    return Diary(since, {path: path.read_bytes() for path in after}, after)


def _news(since: str, until: str) -> Iterator[str]:
    told = list(changelog.news((CHECKOUT / "CHANGELOG.md").read_text("utf-8"), since=since, until=until))
    for audience in changelog.AUDIENCES:
        points = [point for whose, point in told if whose == audience]
        if points:
            yield f"\nWhat changes for {audience.lower()}:"
        yield from (f"- {point}" for point in points)


def _own_tasks(home: Path, before: Path) -> Iterator[tuple[Path, bytes]]:
    """The diary's tasks.py as a new diary gets it, where nobody has changed it since it was made."""
    head, _, tail = (before / _TASKS).read_text("utf-8").partition(_SOURCE)
    file = home / "tasks.py"
    mine = file.read_text("utf-8")
    if mine.startswith(head) and mine.endswith(tail):
        source = mine.removeprefix(head).removesuffix(tail)
        yield file, (CHECKOUT / _TASKS).read_text("utf-8").replace(_SOURCE, source).encode()


def _compared(home: Path, before: Path, diary: Diary, place: Path) -> Iterator[str]:
    """How the site that the newer software makes differs from today's; raises NotUpgraded if it makes none."""
    os.environ.setdefault(VARIABLE, build_moment(ZoneInfo("UTC")).isoformat())  # Both are built for one moment.
    yield f"\nBuilding the diary as it is, with version {diary.version} …"
    older = _building(before, home / "content", place / "before")
    was_built = subprocess.run(older, capture_output=True, check=False).returncode == 0
    yield "Building it with the newer version …"
    copytree(home / "content", place / "content", symlinks=True)
    for path, written in diary.after.items():
        if path.is_relative_to(home / "content"):
            write_file(place / path.relative_to(home), written, below=place)
    if exit_code(_building(CHECKOUT, place / "content", place / "after")) != 0:
        raise NotUpgraded("The newer version cannot build the diary, as it says above: nothing was changed.")
    if was_built:
        yield from comparison(place / "before", place / "after")
    else:
        yield f"Version {diary.version} cannot build the diary as it is, so the two sites cannot be compared."


def _building(software: Path, content: Path, site: Path) -> list[str | Path]:
    return [sys.executable, software / "tasks.py", "build", "--content", content, "--output", site]


def _keep(home: Path, diary: Diary) -> None:
    """Write everything, the software that the diary names last; raises NotUpgraded."""
    changed = [path for path, was in diary.before.items() if path.read_bytes() != was]
    if changed:
        raise NotUpgraded(f"{changed[0]} was changed meanwhile: nothing was written. Run the same line again.")
    for path in sorted(diary.after, key=lambda path: path == home / "content" / "diary.yml"):
        try:
            write_file(path, diary.after[path], below=home)
        except OSError as reason:
            raise NotUpgraded(f"{path} could not be written: {reason}. Take the rest back: {_BACK}") from reason


def main(arguments: Sequence[str]) -> int:
    """Upgrade, and say why not if it cannot be; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m plugins.workbench.upgrading")
    parser.add_argument("--before", type=Path, required=True)
    parser.add_argument("--yes", action="store_true")
    asked = parser.parse_args(arguments)
    try:
        upgrade(HOME, asked.before, software_at_hand(), lambda question: asked.yes or _answer(question))
    except NotUpgraded as reason:
        say(str(reason), sys.stderr)
        return 1
    say('Done. Commit it: git add --all, then git commit -m "Take a newer version of the software".', sys.stdout)
    return 0


def _answer(question: str) -> bool:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise NotUpgraded(f"{question} Nobody is here to be asked: run it again with --yes if it is meant.")
    say(question, sys.stdout)
    return input("Type yes to go on: ").strip().casefold() == "yes"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
