"""The next version of a page, beside it: in the preview in its place, published nowhere."""

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from plugins.frontmatter import content_files, next_version_of
from plugins.withdrawal.uses import uses
from plugins.workshops.intake import Contents, read_contents
from tests.support.pages import rendered, site_model_of

NOW = datetime(2031, 5, 1, tzinfo=UTC)
LONDON = ZoneInfo("Europe/London")
PAGE = """\
---
title: One
date: 2031-04-02
ideas: [{id: lamp, name: A lamp, about: Light.}]
---
As it was. [Two](two.md)
"""
NEXT = PAGE.replace("As it was", "As it will be")
TWO = "---\ntitle: Two\ndate: 2031-04-03\n---\nSee [one](one.md).\n"
HELD = "---\ntitle: One\ndate: 2031-04-02\nworkshop: {status: held, start: 2031-04-02}\n---\nHere.\n"
QUOTED = HELD.replace("\n---\nHere", "\nfeedback: {quotes: [{words: Warm., consent: C-01}]}\n---\nHere")
MARK = "Only this preview shows it. Readers see the page as it is until you put this one up."


def written(tmp_path: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        place = tmp_path / "content" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")
    return tmp_path / "content"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return written(tmp_path, {"posts/one.md": PAGE, "posts/one.draft.md": NEXT, "posts/two.md": TWO})


def read(content: Path, *, next_versions: bool) -> Contents:
    return read_contents(content, zone=LONDON, now=NOW, next_versions=next_versions)


def told(content: Path, *, next_versions: bool) -> list[tuple[str, str]]:
    contents = read(content, next_versions=next_versions)
    return [(problem.source, problem.code) for problem in contents.named(contents.whole()[1])]


def test_what_is_published_has_no_trace_of_the_next_version(content: Path) -> None:
    pages = rendered(site_model_of(content, now=NOW))
    assert "As it was" in pages["posts/one/index.html"]
    assert not [path for path, text in pages.items() if "As it will be" in text or "draft" in path]


def test_the_preview_shows_it_at_the_address_of_its_page_and_marks_it(content: Path) -> None:
    pages = rendered(site_model_of(content, now=NOW, preview=True))
    assert "As it will be" in pages["posts/one/index.html"]
    assert MARK in pages["posts/one/index.html"]
    assert MARK not in pages["posts/two/index.html"]
    assert not [path for path, text in pages.items() if "As it was" in text]


@pytest.mark.parametrize("is_next", [False, True])
def test_its_ids_do_not_clash_with_those_of_its_page(content: Path, is_next: bool) -> None:
    assert told(content, next_versions=is_next) == []


def test_what_is_to_be_mended_in_it_is_told_of_its_own_file_and_keeps_nothing_back(content: Path) -> None:
    draft = content / "posts/one.draft.md"
    for wrong, code in (("dat: 2031", "unknown-key"), ("date: 2031-04-02\nimage: a.jpg", "missing-file")):
        draft.write_text(
            NEXT.replace("date: 2031", wrong) if "image" not in wrong else NEXT.replace("date: 2031-04-02", wrong)
        )
        assert told(content, next_versions=False) == []
        assert ("content/posts/one.draft.md", code) in told(content, next_versions=True)
        assert {source for source, _ in told(content, next_versions=True)} == {"content/posts/one.draft.md"}


def test_a_draft_without_a_page_is_shown_in_the_preview_alone(tmp_path: Path) -> None:
    content = written(tmp_path, {"workshops/first/draft.md": HELD, "posts/two.md": TWO.replace("one.md", "two.md")})
    assert [each.slug for each in read(content, next_versions=False).entries] == ["two"]
    assert sorted(each.slug for each in read(content, next_versions=True).entries) == ["first", "two"]


@pytest.mark.parametrize(
    ("page", "draft"),
    [
        ("content/workshops/first/index.md", "content/workshops/first/draft.md"),
        ("content/posts/first/index.md", "content/posts/first/draft.md"),
        ("content/posts/first.md", "content/posts/first.draft.md"),
        ("content/pages/about.md", "content/pages/about.draft.md"),
    ],
)
def test_a_next_version_is_known_by_its_name(tmp_path: Path, page: str, draft: str) -> None:
    assert next_version_of(page) == draft
    content = written(tmp_path, {draft.removeprefix("content/"): PAGE})
    (file,) = content_files(content)[0]
    assert (file.page, file.kind) == (page, page.split("/")[1].removesuffix("s"))
    assert content_files(content)[1] == ()


def test_a_post_called_draft_and_a_file_elsewhere_are_no_next_versions(tmp_path: Path) -> None:
    content = written(tmp_path, {"posts/draft.md": TWO, "posts/first/notes.draft.md": TWO})
    assert [(file.source, file.page, file.kind) for file in content_files(content)[0]] == [
        ("content/posts/draft.md", "", "post"),
        ("content/posts/first/notes.draft.md", "", "other"),
    ]


def test_a_consent_that_the_next_version_alone_needs_is_in_use_and_withdraw_finds_it(tmp_path: Path) -> None:
    files = {
        "workshops/one/index.md": HELD,
        "workshops/one/draft.md": QUOTED,
        "consent.yml": "C-01: {covers: [quote]}\n",
    }
    content = written(tmp_path, files)
    assert told(content, next_versions=False) == []
    assert told(content, next_versions=True) == []
    assert [use.source for use in uses(content, "C-01", zone=LONDON)] == ["content/workshops/one/draft.md"]
