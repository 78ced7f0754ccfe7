"""A diary taken to a newer version, or left as it was: what is said, and what is written."""

from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.frontmatter.changes import Renamed
from plugins.migrations import Migration
from plugins.workbench.paths import CHECKOUT
from plugins.workbench.software import SoftwareAtHand
from plugins.workbench.upgrading import NotUpgraded, upgrade
from tests.support.releases import git
from tests.workbench.test_start_diary import started

NEWER = SoftwareAtHand("1.1.0", "f" * 40, "")
TASKS = "plugins/workbench/new_diary/tasks.py.txt"
OLDER = """\
import sys
from pathlib import Path
site = Path(sys.argv[sys.argv.index("--output") + 1])
site.mkdir(parents=True)
(site / "gone.html").touch()
sys.exit("broken" in __file__)
"""


def yes(_question: str) -> bool:
    return True


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    """A diary with the software that made it: one that builds a site of one page."""
    folder = started(tmp_path)
    (folder / "content/workshops/our-first-workshop/index.md").write_text(
        "---\ntitle: One\nworkshop: {status: planned}\n---\nWe meet.\n", "utf-8"
    )
    git(folder, "commit", "--quiet", "--all", "-m", "Write")
    software(folder, "older")
    return folder


def software(diary: Path, name: str) -> Path:
    place = diary / ".software" / name
    (place / TASKS).parent.mkdir(parents=True)
    (place / TASKS).write_bytes((CHECKOUT / TASKS).read_bytes())
    (place / "tasks.py").write_text(OLDER, "utf-8")
    return place


def refused(diary: Path, ask: Callable[[str], bool] = yes, *migrations: Migration, older: str = "older") -> str:
    with pytest.raises(NotUpgraded) as told:
        upgrade(diary, diary / ".software" / older, NEWER, ask, migrations)
    return str(told.value)


def test_what_is_not_committed_is_committed_first(diary: Path) -> None:
    (diary / "content/posts").mkdir()
    (diary / "content/posts/new.md").write_text("---\ntitle: New\n---\nNew.\n", "utf-8")
    assert (
        refused(diary) == "Something in content is not committed yet; commit it, so that an upgrade can be taken back."
    )


def test_a_diary_that_is_not_wanted_so_stays_as_it_was(diary: Path, capfd: pytest.CaptureFixture[str]) -> None:
    asked: list[str] = []

    def no(question: str) -> bool:
        asked.append(question)
        return False

    assert refused(diary, no) == "The diary stays at version 1.0.0; nothing was changed."
    assert asked == ["Take version 1.1.0?"]
    said = capfd.readouterr().out
    assert said.startswith("From version 1.0.0 to 1.1.0.\n")
    assert "\nThe site: " in said
    assert "  gone     /gone.html\n" in said
    assert git(diary, "status", "--porcelain") == ""
    assert [path.name for path in (diary / ".software").iterdir()] == ["older"]


def test_what_the_newer_version_cannot_build_is_not_kept(diary: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (diary / "content/pages/about.md").write_text("---\ntitle: About\nautor: Us\n---\nUs.\n", "utf-8")
    git(diary, "commit", "--quiet", "--all", "-m", "Slip")
    assert refused(diary) == "The newer version cannot build the diary, as it says above: nothing was changed."
    assert (
        "content/pages/about.md:3: there is no field “autor” here; did you mean “author”? [unknown-key]"
        in capfd.readouterr().err
    )
    assert git(diary, "status", "--porcelain") == ""


def test_a_file_that_no_program_can_change_is_told(diary: Path) -> None:
    said = "“name” is “contact” now."
    both = Migration("1.1.0", frozenset({"settings"}), said, lambda _fields: {"name": Renamed("contact")})
    assert refused(diary, yes, both) == (
        "content/diary.yml: this place is written in a way that only its author can change. "
        f"{said} Write it there so yourself. Nothing was changed."
    )


def test_content_that_changes_while_somebody_thinks_is_not_written_over(diary: Path) -> None:
    settings = diary / "content/diary.yml"

    def writes(_question: str) -> bool:
        settings.write_text(settings.read_text("utf-8") + "series: 3\n", "utf-8")
        return True

    assert refused(diary, writes) == f"{settings} was changed meanwhile: nothing was written. Run the same line again."
    assert "1.1.0" not in settings.read_text("utf-8")


def test_what_cannot_be_written_is_told_with_the_way_back(diary: Path) -> None:
    settings = diary / "content/diary.yml"

    def moves(_question: str) -> bool:
        settings.rename(diary / "settings.yml")
        settings.symlink_to(diary / "settings.yml")
        return True

    told = refused(diary, moves)
    assert told.startswith(f"{settings} could not be written: ")
    assert told.endswith(" Take the rest back: git checkout -- content tasks.py")


def test_a_diary_below_the_root_of_its_repository_is_asked_for_as_well(diary: Path, tmp_path: Path) -> None:
    (diary / ".git").rename(tmp_path / ".git")
    with (diary / "content/diary.yml").open("a") as file:
        file.write("series: 3\n")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "-m", "All below")
    (diary / "content/diary.yml").write_text("name: Ours\n", "utf-8")
    assert refused(diary).startswith("Something in content is not committed yet;")


def test_one_that_the_older_version_cannot_build_is_upgraded_all_the_same(
    diary: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    older = software(diary, "broken")
    template, mine = (older / TASKS).read_text("utf-8"), (diary / "tasks.py").read_text("utf-8")
    (older / TASKS).write_text(template + "# older\n", "utf-8")
    (diary / "tasks.py").write_text(mine + "# older\n", "utf-8")
    git(diary, "commit", "--quiet", "--all", "-m", "Older")
    gone = Migration("1.0.0", frozenset({"settings"}), "Long ago.", lambda _fields: {"name": None})
    upgrade(diary, older, NEWER, yes, (gone,))
    assert (
        "Version 1.0.0 cannot build the diary as it is, so the two sites cannot be compared.\n"
        in capfd.readouterr().out
    )
    assert f"\nsoftware: {{version: 1.1.0, commit: {'f' * 40}}}\n" in (diary / "content/diary.yml").read_text("utf-8")
    assert (diary / "tasks.py").read_text("utf-8") == mine
    assert git(diary, "status", "--porcelain").split() == ["M", "content/diary.yml", "M", "tasks.py"]
