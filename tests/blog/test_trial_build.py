"""A site tried before it is written: which posts are to blame when the software, or the last look, refuses it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from plugins.blog import structured, trial_build
from plugins.blog.leaving_out import fit_site
from plugins.blog.pages import posts
from plugins.blog.site_building import Making
from plugins.photos.pipeline import Pipeline
from plugins.problems import Problem
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.intake import entry_reading, read_contents
from plugins.workshops.record.post import Post
from tests.blog.fit_sites import made, post, shown
from tests.support.diaries import LONDON, NOW, without_code, written
from tests.support.pages import settings_of


def stumbling(monkeypatch: pytest.MonkeyPatch, *titles: str) -> None:
    """Let the software stumble over the pages of posts with these titles, as a mistake of ours would."""
    told = structured.blog_posting

    def trip(entry: DiaryEntry, **known: Any) -> dict[str, object]:
        if entry.post.title in titles:
            raise ZeroDivisionError(entry.post.title)
        return told(entry, **known)

    monkeypatch.setattr(posts, "blog_posting", trip)


def test_a_post_over_which_the_software_stumbles_is_left_out_and_the_others_are_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stumbling(monkeypatch, "C", "F")
    files = {f"posts__{name}": post(name.upper()) for name in "abcdefg"}
    site = made(tmp_path, **files)
    assert shown(site) == [f"posts/{name}.md" for name in "abdeg"]
    assert [without_code(each) for each in site.left_out.findings] == [
        f"content/posts/{name}.md: the software stumbles over this post (ZeroDivisionError); “build” shows where"
        for name in "cf"
    ]


def test_a_file_over_which_the_reader_stumbles_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def trip(one: Post) -> Iterator[Any]:
        if one.title == "A":
            raise KeyError(one.title)
        yield from ()

    monkeypatch.setattr(entry_reading, "CHECKS", (trip,))
    site = made(tmp_path, posts__a=post("A"), posts__b=post("B", "[To A](a.md)"))
    assert shown(site) == ["posts/b.md"]
    assert [without_code(each) for each in site.left_out.findings] == [
        "content/posts/a.md: the software stumbles over this file (KeyError); “build” shows where"
    ]


def test_what_no_post_is_to_blame_for_ends_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial_build, "site", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        made(tmp_path, posts__a=post("A"))


def test_a_post_for_which_the_last_look_refuses_the_site_is_left_out(tmp_path: Path) -> None:
    content = written(tmp_path, posts__a=post("A"), posts__b=post("B"), posts__c=post("C"))
    contents = read_contents(content, zone=LONDON, now=NOW, guarded=True)
    making = Making(settings_of(content, now=NOW), tmp_path, Pipeline(), last_look=refusing_b)
    site = fit_site(contents, making)
    assert shown(site) == ["posts/a.md", "posts/c.md"]
    assert list(map(without_code, site.left_out.findings)) == [
        "content/posts/b.md: the last look refuses what is made of this post, or of a comment on it",
        "output/posts/b/index.html:1: found something",
    ]


def refusing_b(folder: Path) -> Iterator[Problem]:
    if (folder / "posts/b").exists():
        yield Problem("output/posts/b/index.html", 1, "", "found something", "unfit-page")


def stumble(_folder: Path) -> tuple[Problem, ...]:
    raise ZeroDivisionError


def test_a_last_look_that_stumbles_over_every_site_keeps_none(tmp_path: Path) -> None:
    content = written(tmp_path, posts__a=post("A"))
    contents = read_contents(content, zone=LONDON, now=NOW, guarded=True)
    making = Making(settings_of(content, now=NOW), tmp_path, Pipeline(), last_look=stumble)
    assert shown(fit_site(contents, making)) == ["posts/a.md"]


def test_what_the_last_look_refuses_without_any_post_as_well_is_left_to_it(tmp_path: Path) -> None:
    content = written(tmp_path, posts__a=post("A"))
    contents = read_contents(content, zone=LONDON, now=NOW)
    fault = Problem("output/index.html", 1, "", "found something", "unfit-page")
    making = Making(settings_of(content, now=NOW), tmp_path, Pipeline(), last_look=lambda _folder: [fault])
    site = fit_site(contents, making)
    assert shown(site) == ["posts/a.md"]
    assert not site.left_out
