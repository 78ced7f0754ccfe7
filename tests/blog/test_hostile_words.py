"""Whatever stands in comments, names and front matter, nothing of it runs: in pages, feeds, JSON and JSON-LD of a whole site."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.comments.archive import ArchivedComment, ArchivedThread
from plugins.story import set_in_type
from tests.support.diaries import written
from tests.support.hostile_addresses import harm, hostile_addresses, ways_to_write
from tests.support.pages import rendered, site_model_of, taking_comments

NOW = datetime(2026, 7, 5, 12, tzinfo=UTC)
HOSTILE = '</script><script>alert(1)</script>"><img src=x onerror=alert(1)> [x](javascript:alert)'
POST = f"""
---
title: '{HOSTILE}'
date: 2026-01-10
summary: We were there
tags: ['tag {HOSTILE.partition(" [")[0]}']
workshop: {{status: held}}
agenda:
  - title: '{HOSTILE}'
feedback:
  quotes: [{{words: 'We were there', who: '{HOSTILE}', consent: C-01}}]
---
We met.
"""
_ATOM = "{http://www.w3.org/2005/Atom}"


def comments(addresses: list[str]) -> Iterator[ArchivedComment]:
    ways = [way for address in addresses for way in ways_to_write(address)]
    for number, (html, name) in enumerate(zip(ways, cycle([HOSTILE, *addresses])), start=1):
        yield ArchivedComment(id=str(number), parent=None, name=name, created=NOW, edited=None, html=html)


def site(content: Path, addresses: list[str]) -> dict[str, str]:
    key = "workshops/hostile/"
    thread = ArchivedThread(thread=key, closed=False, comments=tuple(comments(addresses)))
    return rendered(site_model_of(content, now=NOW, discussion=taking_comments(content, {key: thread})))


def feed_html(path: str, text: str) -> Iterator[str]:
    """What a program that reads feeds shows; titles and summaries too, for some take them for HTML."""
    if path.endswith(".xml"):
        yield from (node.text or "" for node in ElementTree.fromstring(text).iter(f"{_ATOM}content"))
        yield from (f'<a href="{node.get("href")}">' for node in ElementTree.fromstring(text).iter(f"{_ATOM}link"))
    elif path.endswith("feed.json"):
        yield from (item.get("content_html", "") for item in json.loads(text)["items"])


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = written(
        tmp_path_factory.mktemp("hostile"), workshops__hostile=POST, pages__about="---\ntitle: About\n---\nUs.\n"
    )
    (folder / "consent.yml").write_text("C-01: {covers: [quote]}\n", "utf-8")
    return folder


def test_nothing_that_was_written_runs_anywhere(content: Path) -> None:
    plain = site(content, [])
    own = {path: harm(text) for path, text in plain.items() if path.endswith(".html")}

    @given(st.lists(hostile_addresses(), min_size=8, max_size=12))
    @settings(max_examples=6, deadline=None)
    def runs_nothing(addresses: list[str]) -> None:
        made = site(content, addresses)
        for path, text in made.items():
            if path.endswith(".html"):
                assert harm(text) == own[path], path
            for html in feed_html(path, text):
                assert harm(html) == [], path
        assert "alert" in made["workshops/hostile/comments.xml"]

    runs_nothing()


def test_hostile_front_matter_adds_nothing_that_runs(content: Path, tmp_path: Path) -> None:
    friendly = re.sub(re.escape(HOSTILE), "Words", POST).replace(HOSTILE.partition(" [")[0], "words")
    folder = written(tmp_path, workshops__hostile=friendly, pages__about="---\ntitle: About\n---\nUs.\n")
    (folder / "consent.yml").write_text("C-01: {covers: [quote]}\n", "utf-8")
    hostile, usual = site(content, []), site(folder, [])
    page = "workshops/hostile/index.html"
    assert harm(hostile[page]) == harm(usual[page])
    for path in ("feed.xml", "feed.json", "timeline.xml"):
        if path in hostile:
            assert [each for html in feed_html(path, hostile[path]) for each in harm(html)] == []
    linked_data = re.findall(r'<script type="application/ld\+json">(.*?)</script>', hostile[page], re.DOTALL)
    assert any(set_in_type(HOSTILE) in json.dumps(json.loads(data), ensure_ascii=False) for data in linked_data)
