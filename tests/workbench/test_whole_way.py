"""The whole way of a diary, line by line as the pages tell to type it: from a release to a newer one, and a withdrawal."""

import itertools
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from plugins.workbench.paths import CHECKOUT, LOCK, digest_of
from plugins.workbench.releasing import release

_PAGES = CHECKOUT / "docs" / "for-web-officers"
_BLOCK = re.compile(r"^ *```\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)
_PASSED_OVER = re.compile(r"python3 tasks\.py (?:serve|check)$|.*--dry-run$")
"""A preview never ends, and what is checked, or tried dry, is the first half of what follows it."""
_OURS = ("DIARY_ENVIRONMENT_MADE", "DIARY_SETTINGS", "DIARY_SOFTWARE")
_ANSWERED = {
    "start-diary": [
        "--name=Ours",
        "--introduction=We meet.",
        "--contact=us@our-council.test",
        "--address=https://diary.test",
    ],
    "publish": ["--new-branch"],
    "upgrade": ["--yes"],
}
"""What is typed where a question would be asked, since nobody is there to ask."""
_WORKSHOP = """\
---
title: A place to talk
date: 2026-10-10
tags: [bus, talks]  # two
workshop: {number: 1, status: held, start: 2026-10-09 10:00}
feedback:
  quotes:
    - words: "I said what I think."
      who: A visitor
      consent: C-01
---
We met.
"""
_NEWER = {
    "plugins/settings/record.py": ("    series: Annotated", "    workshops: Annotated"),
    "plugins/settings/pelican_names.py": ("written.series", "written.workshops"),
    "plugins/words/en/home.py": ('"Where we are"', '"Where we stand"'),
    "plugins/migrations/migration.py": (
        "MIGRATIONS: tuple[Migration, ...] = ()",
        """MIGRATIONS: tuple[Migration, ...] = (
    Migration(
        "NEWER",
        frozenset({"settings"}),
        "“series” is called “workshops”.",
        lambda said: {"series": Renamed("workshops")} if said.get("series") else {},
    ),
    Migration(
        "NEWER",
        frozenset({"workshop", "post"}),
        "The first of several tags stands alone.",
        lambda said: {"tags": (Item(KEPT, 0),)} if said.get("tags") else {},
    ),
)
from plugins.frontmatter.changes import KEPT, Item, Renamed
""",
    ),
    "CHANGELOG.md": ("### Authors\n", "### Authors\n- `series` is [called](docs/x.md)\n  `workshops`.\n"),
}
"""What the next version does otherwise, and what it tells of it."""


@dataclass
class Officer:
    """Whoever types: where they stand, what they see, and nothing of this computer's own settings."""

    home: Path
    software: str
    site: Path
    stands: Path = field(init=False)

    def __post_init__(self) -> None:
        self.stands = self.home

    def types(self, line: str) -> "subprocess.CompletedProcess[str]":
        for told, here in {
            "ADDRESS-OF-THE-SOFTWARE": self.software,
            "ADDRESS-OF-THE-EMPTY-REPOSITORY": self.site.as_uri(),
        }.items():
            line = line.replace(told, here)
        words = shlex.split(line)
        if words[0] == "cd":
            self.stands = (self.stands / words[1]).resolve()
            words = ["git", "--version"]
        if words[:2] == ["python3", "tasks.py"]:
            self._lends()
            words[0] = sys.executable
            words += _ANSWERED.get(words[2], [])
        nobody = {"HOME": str(self.home), "GIT_CONFIG_GLOBAL": str(self.home / "none"), "GIT_CONFIG_NOSYSTEM": "1"}
        clean = {name: value for name, value in os.environ.items() if name not in _OURS}
        return subprocess.run(
            words,
            cwd=self.stands,
            env={**clean, **nobody},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=300,
            check=False,
        )

    def _lends(self) -> None:
        """This environment, in place of the one that a task would make with a network."""
        is_software = (self.stands / "plugins").is_dir()
        place = self.stands / (".venv" if is_software else f".software/environment-{digest_of(LOCK)[:12]}")
        place.parent.mkdir(exist_ok=True)
        if not place.is_symlink():
            place.symlink_to(CHECKOUT / ".venv")

    def goes(self, lines: Iterator[str]) -> str:
        """What all the lines print that do not fail."""
        said = ""
        for line in lines:
            run = self.types(line)
            assert run.returncode == 0, f"{line}\n{run.stdout}{run.stderr}"
            said += run.stdout
        return said


def lines(page: str, section: str) -> Iterator[str]:
    text = (_PAGES / page).read_text("utf-8").split(f"## {section}")[1].split("\n## ")[0]
    for block in _BLOCK.findall(text):
        yield from (line.strip() for line in block.splitlines() if not _PASSED_OVER.match(line.strip()))


def git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    command = ["git", "-C", str(folder), *who, *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout


@pytest.fixture(scope="module")
def releases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of this software with two releases, the newer one with a contract of its own."""
    folder = tmp_path_factory.mktemp("software")
    git(folder, "init", "--quiet", "-b", "main")
    git(CHECKOUT, f"--git-dir={folder / '.git'}", f"--work-tree={CHECKOUT}", "add", "--all", ":!tests", ":!content")
    git(folder, "checkout-index", "--all")
    for version, changes in (("7.0.0", {}), ("7.1.0", _NEWER)):
        for name, (old, new) in changes.items():
            text = (folder / name).read_text("utf-8")
            assert old in text, name
            (folder / name).write_text(text.replace(old, new.replace("NEWER", version), 1), "utf-8")
        release(version, date(2031, 1, 1), checkout=folder)
        git(folder, "add", "--all")
        git(folder, "commit", "--quiet", "-m", f"Release {version}")
        git(folder, "tag", "-a", f"v{version}", "-m", f"Version {version}")
    return folder


@pytest.fixture
def officer(releases: Path, tmp_path: Path) -> Officer:
    site = tmp_path / "site.git"
    git(tmp_path, "init", "--quiet", "--bare", str(site))
    first = tmp_path / "software.git"
    git(tmp_path, "clone", "--quiet", "--bare", str(releases), str(first))
    git(first, "update-ref", "refs/heads/main", git(first, "rev-parse", "v7.0.0^{commit}").strip())
    return Officer(tmp_path, first.as_uri(), site)


def test_a_diary_is_started_written_published_upgraded_and_a_quote_withdrawn(officer: Officer) -> None:
    diary = officer.home / "our-diary"
    first_hour = lines("README.md", "Your first hour")
    officer.goes(itertools.islice(first_hour, 3))
    settings, workshop = diary / "content/diary.yml", diary / "content/workshops/a-place-to-talk/index.md"
    workshop.parent.mkdir()
    workshop.write_bytes(_WORKSHOP.replace("\n", "\r\n").encode())
    (diary / "content/consent.yml").write_text("C-01: {covers: [quote]}\n", "utf-8")
    with settings.open("a", encoding="utf-8") as file:
        file.write("series: 4  # in all\n")
    first = settings.read_text("utf-8")

    published = officer.goes(first_hour)
    assert re.findall("the branch gh-pages of site: .* pages new", published) == [
        "the branch gh-pages of site: 16 pages new"
    ]
    assert "I said what I think." in git(officer.site, "show", "gh-pages:workshops/a-place-to-talk/index.html")
    assert git(diary, "log", "--format=%s by %an").startswith("Fill in the first pages by The diary team\n")

    *keeping, _publishing_again = lines("upgrading.md", "Take a newer version")
    upgraded = officer.goes(iter(keeping))
    assert "From version 7.0.0 to 7.1.0." in upgraded
    assert "What changes for authors:\n- `series` is called `workshops`.\n" in upgraded
    assert "content/diary.yml: “series” is called “workshops”.\n" in upgraded
    assert "content/workshops/a-place-to-talk/index.md: The first of several tags stands alone.\n" in upgraded
    assert "gone     /tags/talks/\n" in upgraded
    assert workshop.read_bytes() == _WORKSHOP.replace("\n", "\r\n").replace("[bus, talks]", "[bus]").encode()
    before, after = (
        git(Path(officer.software.removeprefix("file://")), "rev-parse", f"{tag}^{{commit}}").strip()
        for tag in ("v7.0.0", "v7.1.0")
    )
    assert settings.read_text("utf-8") == first.replace("7.0.0", "7.1.0").replace(before, after).replace(
        "series:", "workshops:"
    )
    assert git(diary, "status", "--porcelain") == ""

    withdrawn = officer.goes(iter(["python3 tasks.py withdraw C-01"]))
    assert "content/workshops/a-place-to-talk/index.md" in withdrawn
    site = [path.read_text("utf-8") for path in (diary / "output").rglob("*.html")]
    assert [page for page in site if "I said" in page] == []
    assert any("Where we stand" in page for page in site)
