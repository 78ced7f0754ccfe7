"""Letters go by their numbers through a whole site: what is seen is shown, and what nobody sees is no word."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from plugins.comments.archive import ArchivedComment, ArchivedThread
from plugins.files.names import slug
from tests.support.diaries import read, written
from tests.support.pages import rendered, site_model_of, taking_comments
from tests.support.photographs import put

NOW = datetime(2026, 7, 5, 12, tzinfo=UTC)
PINK, TIRED, TROMBONE = "\U0001fa77", "\U0001fae9", "\U0001fa8a"
"""Smileys of 2022, 2024 and 2025: no letters to an older Python."""
ENGLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"
FAMILY = "👩🏽‍❤️‍👨"
SIGNS = f"{PINK}{TIRED}{TROMBONE}{ENGLAND}{FAMILY}"
POST = f"""
---
title: Title {SIGNS}
date: 2026-01-10
summary: Summary {SIGNS}
tags: [tag {SIGNS}]
photos:
  - {{file: table.jpg, alt: Alt {SIGNS}, caption: Caption {SIGNS}, people: none}}
workshop: {{status: held}}
agenda:
  - {{title: Agenda {SIGNS}}}
feedback:
  quotes: [{{words: Quote {SIGNS}, who: Who {SIGNS}, consent: C-01}}]
---
## Heading {SIGNS}

Story {SIGNS}.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("signs")
    content = written(folder, workshops__signs=POST, pages__about="---\ntitle: About\n---\nUs.\n")
    (content / "consent.yml").write_text("C-01: {covers: [quote]}\n", "utf-8")
    put(content / "workshops" / "signs", "table.jpg")
    words, name = f"<p>Comment {SIGNS}</p>", f"Name {SIGNS}"
    said = ArchivedComment(id="1", parent=None, name=name, created=NOW, edited=None, html=words)
    threads = {"workshops/signs/": ArchivedThread(thread="workshops/signs/", closed=False, comments=(said,))}
    return rendered(site_model_of(content, now=NOW, discussion=taking_comments(content, threads)))


@pytest.mark.parametrize(
    "where",
    ["Title", "Summary", "tag", "Alt", "Caption", "Agenda", "Quote", "Who", "Heading", "Story", "Comment", "Name"],
)
def test_a_page_shows_a_smiley_that_is_newer_than_python(site: dict[str, str], where: str) -> None:
    assert f"{where} {SIGNS}" in site["workshops/signs/index.html"]


@pytest.mark.parametrize("path", ["feed.xml", "feed.json"])
def test_a_feed_holds_it_as_well(site: dict[str, str], path: str) -> None:
    feed = json.dumps(json.loads(site[path]), ensure_ascii=False) if path.endswith(".json") else site[path]
    for where in ("Title", "tag", "Story"):
        assert f"{where} {SIGNS}" in feed


@pytest.mark.parametrize("number", [0xAD, 0x200B, 0x3164, 0x2800, 0xFFF9, 0x1D173, 0xE0062, 0xE0100])
def test_a_tag_is_the_same_with_a_letter_that_nobody_sees(number: int) -> None:
    assert slug(f"Hous{chr(number)}ing") == slug("Housing") == "housing"


@pytest.mark.parametrize("number", [0x200B, 0x3164, 0x2800, 0xE0062])
def test_a_title_of_which_nothing_is_seen_is_none(tmp_path: Path, number: int) -> None:
    _, problems = read(tmp_path, posts__a=f"---\ntitle: '{chr(number)}'\ndate: 2019-01-01\n---\nHello.\n")
    assert [problem.place for problem in problems] == ["Title"]
    assert problems[0].message.endswith("write something between the quotes, or leave the field out")
