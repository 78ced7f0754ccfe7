"""Posts that git remembers: what linked to them stays, with its words."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.blog.deleted_posts import deleted_posts
from plugins.blog.leaving_out import fit_site
from plugins.blog.site_building import Making
from plugins.photos.pipeline import Pipeline
from plugins.workshops.intake import read_contents
from tests.blog.fit_sites import post, shown
from tests.support.builds import build
from tests.support.diaries import LONDON, NOW, written
from tests.support.pages import rendered, settings_of

_LINKING = post(
    "B", "See [*the* other](../../posts/a.md#x).", "answers: [{to: a#tea, did: Yes., status: done}]\n"
).replace("---\ntitle", "---\nworkshop: {start: 2016-10-10}\ntitle")


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(["git", "-C", str(folder), *who, *arguments], capture_output=True, check=True)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A diary of which two posts were deleted, one of them written anew since, and one renamed."""
    asked = post("A", fields="feedback: {even_better_if: [{id: tea, said: there was tea}]}\n")
    content = written(tmp_path, posts__a=asked, posts__anew=post("N"), posts__old=post("O"), workshops__b=_LINKING)
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "-m", "One")
    (content / "posts/a.md").unlink()
    (content / "posts/anew.md").unlink()
    (content / "posts/old.md").rename(content / "posts/new.md")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "-m", "Two")
    return written(tmp_path, posts__anew=post("N"))


def test_they_are_those_that_are_not_there_now(content: Path, tmp_path: Path) -> None:
    assert deleted_posts(content) == {"content/posts/a.md", "content/posts/old.md"}
    (tmp_path / "elsewhere").mkdir()
    assert deleted_posts(tmp_path / "elsewhere") == frozenset()


def test_where_nobody_can_tell_there_are_none(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(content.parent))
    git_folder = content.parent / ".git"
    git_folder.rename(content.parent / "no-git")
    assert deleted_posts(content) == frozenset()
    monkeypatch.setenv("PATH", "")
    assert deleted_posts(content) == frozenset()


def test_what_led_to_one_is_words_and_what_leads_nowhere_else_is_a_finding(content: Path, tmp_path: Path) -> None:
    written(tmp_path, posts__c=post("C", "See [that](nowhere.md)."))
    contents = replace(read_contents(content, zone=LONDON, now=NOW), deleted=deleted_posts(content))
    site = fit_site(contents, Making(settings_of(content, now=NOW), tmp_path, Pipeline()))
    assert shown(site) == ["posts/anew.md", "posts/new.md", "workshops/b/index.md"]
    assert list(map(str, site.left_out.findings)) == [
        'content/posts/c.md:5: found "nowhere.md": no post lies there [link-to-nothing]'
    ]
    assert "<p>See <em>the</em> other.</p>" in rendered(site.model)["workshops/b/index.html"]


def test_a_build_that_leaves_out_asks_for_them_and_another_stops(content: Path, tmp_path: Path) -> None:
    assert build(content, tmp_path / "output").returncode == 1
    run = build(content, tmp_path / "output", "-e", "DIARY_LEAVE_OUT=true")
    assert run.returncode == 0
    assert (tmp_path / "output/workshops/b/index.html").is_file()
