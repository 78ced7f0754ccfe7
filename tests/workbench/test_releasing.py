"""A release: changelog and pyproject.toml name the same version, and what is new is told once."""

from datetime import date
from pathlib import Path

import pytest

from plugins.workbench import changelog
from plugins.workbench.paths import CHECKOUT
from plugins.workbench.releasing import NotReleased, release
from tests.support.releases import git

HEAD = "# Changelog\n\nWhat changed.\n\n"
EMPTY = "## Unreleased\n\n### Authors\n\n### Readers\n\n### Developers\n"
OLD = "\n## 1.0.0 (2031-01-01)\n\n### Authors\n- First.\n\n### Readers\n\n### Developers\n- A [link](b.md)\n  that wraps.\n"
NEW = EMPTY.replace("### Authors\n", "### Authors\n- **New** [word](a.md#b),\n  see `x`.\n- Another.\n").replace(
    "### Readers\n", "### Readers\n- Seen.\n"
)
DAY = date(2031, 2, 3)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    (tmp_path / "CHANGELOG.md").write_text(HEAD + NEW + OLD, "utf-8")
    (tmp_path / "pyproject.toml").write_text('[project]\nversion = "1.0.0"\n\n[tool.x]\nversion = "3"\n', "utf-8")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "-m", "All")
    git(tmp_path, "tag", "v1.0.0")
    return tmp_path


def test_what_was_unreleased_is_the_new_version_with_its_day(checkout: Path) -> None:
    release("1.1.0", DAY, checkout=checkout)
    told = NEW.replace("Unreleased", "1.1.0 (2031-02-03)")
    assert (checkout / "CHANGELOG.md").read_text("utf-8") == f"{HEAD}{EMPTY}\n{told}{OLD}"
    assert (checkout / "pyproject.toml").read_text(
        "utf-8"
    ) == '[project]\nversion = "1.1.0"\n\n[tool.x]\nversion = "3"\n'


def test_a_version_without_its_tag_takes_in_what_came_since(checkout: Path) -> None:
    git(checkout, "tag", "--delete", "v1.0.0")
    release("1.0.0", DAY, checkout=checkout)
    _, (new, first) = changelog.read((checkout / "CHANGELOG.md").read_text("utf-8"))
    assert new.points == ((), (), ())
    assert (first.name, first.day) == ("1.0.0", "2031-02-03")
    assert first.points[0] == ("**New** [word](a.md#b),\n  see `x`.", "Another.", "First.")


@pytest.mark.parametrize(
    ("version", "told"),
    [
        ("1.1", 'found "1.1"; write three numbers, such as 1.1.0'),
        ("1.0.0", "Version 1.0.0 is released: the tag v1.0.0 is there."),
        ("0.9.0", "Version 0.9.0 is older than 1.0.0, which pyproject.toml names."),
    ],
)
def test_a_release_that_cannot_be_writes_nothing(checkout: Path, version: str, told: str) -> None:
    with pytest.raises(NotReleased) as refused:
        release(version, DAY, checkout=checkout)
    assert str(refused.value) == told
    assert git(checkout, "status", "--porcelain") == ""


def test_the_softwares_own_changelog_is_read_whole() -> None:
    text = (CHECKOUT / "CHANGELOG.md").read_text("utf-8")
    assert changelog.written(*changelog.read(text)) == text


def test_news_are_those_after_one_version_up_to_another_for_authors_and_readers() -> None:
    text = (
        HEAD
        + EMPTY
        + NEW.replace("Unreleased", "\n## 1.10.0 (2031-02-03)"[4:])
        + NEW.replace("Unreleased", "1.9.0 (2031-02-02)")
        + OLD
    )
    told = [("Authors", "New word, see `x`."), ("Authors", "Another."), ("Readers", "Seen.")]
    assert list(changelog.news(text, since="1.0.0", until="1.9.0")) == told
    assert list(changelog.news(text, since="1.9.0", until="1.10.0")) == told
    assert list(changelog.news(text, since="1.0.0", until="1.10.0")) == [*told, *told]
    assert list(changelog.news(text, since="1.10.0", until="1.10.0")) == []
