"""Which folders a build may read and replace."""

from pathlib import Path

import pytest

from plugins.workbench.folders import UnfitFolderError, content_folder, output_folder
from plugins.workbench.paths import CHECKOUT, CONTENT, OUTPUT


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A diary in the folder where the caller stands."""
    monkeypatch.chdir(tmp_path)
    for variable in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(variable, str(tmp_path / "home"))
    folder = tmp_path / "diary" / "content"
    folder.mkdir(parents=True)
    return folder


def test_the_diarys_own_folders_are_used_when_none_is_named(content: Path) -> None:
    assert content_folder(None) == CONTENT
    assert output_folder(None, content) == OUTPUT


def test_a_relative_folder_lies_where_the_caller_stands(content: Path, tmp_path: Path) -> None:
    assert content_folder("diary/content") == content
    assert output_folder("site", content) == tmp_path / "site"
    assert output_folder("diary/site", content) == tmp_path / "diary" / "site"


@pytest.mark.parametrize(
    ("named", "what"),
    [
        ("diary/content", "the diary's posts"),
        ("diary", "the diary's posts"),
        (".", "the diary's posts"),
        (str(CHECKOUT), "the diary's software"),
        ("home", "your files"),
    ],
)
def test_a_build_replaces_nothing_but_a_site(content: Path, named: str, what: str) -> None:
    with pytest.raises(UnfitFolderError) as refused:
        output_folder(named, content)
    assert str(refused.value) == (
        f"A build replaces everything in {Path(named).absolute()}, and {what} lie there: "
        "write a folder that is the site's alone, such as --output output"
    )


def test_a_link_to_the_posts_is_the_posts(content: Path, tmp_path: Path) -> None:
    (tmp_path / "site").symlink_to(content, target_is_directory=True)
    with pytest.raises(UnfitFolderError, match="the diary's posts lie there"):
        output_folder("site", content)


def test_a_site_among_the_posts_would_be_read_as_posts(content: Path) -> None:
    with pytest.raises(UnfitFolderError) as refused:
        output_folder("diary/content/site", content)
    assert str(refused.value) == (
        f"{content / 'site'} lies among the diary's posts: write a folder outside them, such as --output output"
    )
