"""Plain text of front matter."""

import os
import threading
from pathlib import Path

import pytest

from plugins.blog import texts
from plugins.engine import cores
from plugins.workbench.paths import CHECKOUT
from tests.blog.test_links import findings
from tests.support.diaries import NOW, written
from tests.support.pages import rendered, site_model_of
from tests.support.systems import needs_signals


def test_a_character_spelt_by_its_name_in_plain_text_is_a_notice(tmp_path: Path) -> None:
    one = "---\ntitle: R&amp;D&nbsp;at AT&T;\ndate: 2016-10-10\nsummary: R&amp;D\n---\nWords.\n"
    assert findings(tmp_path, posts__one=one) == [
        'content/posts/one.md:2: Title: found "&amp;", which readers see as it stands; write & [html]',
        'content/posts/one.md:2: Title: found "&nbsp;", which readers see as it stands; write a blank [html]',
    ]


def test_sentences_that_would_take_minutes_together_are_told_once_and_not_read(tmp_path: Path) -> None:
    parts = "".join(f"  - title: Part {number}\n    notes: '{'[' * 1950}'\n" for number in range(97))
    one = f"---\ntitle: One\nworkshop:\n  number: 1\n  start: 2016-10-10\nagenda:\n{parts}---\nWords.\n"
    told = findings(tmp_path, posts__one=one)
    assert [finding.partition(", notes: ")[2] for finding in told if ", notes: " in finding] == [
        "the sentences of this front matter take too long to turn into a page: "
        "this one has 1,950 times the sign [; take those away that are not needed [too-large]"
    ]


def test_titles_are_set_in_type_wherever_they_stand(tmp_path: Path) -> None:
    english = "---\ntitle: Fish 'n' \"chips\" in the '90s\ndate: 2016-10-10\n---\nWords.\n"
    german = '---\ntitle: Was "wir" taten\ndate: 2016-10-11\nlang: de\n---\nWorte.\n'
    pages = rendered(site_model_of(written(tmp_path, posts__one=english, posts__two=german), now=NOW))
    for path in ("index.html", "posts/index.html", "posts/one/index.html", "feed.xml"):
        assert "Fish ’n’ “chips” in the ’90s" in pages[path]
    assert "Was &#34;wir&#34; taten" in pages["posts/two/index.html"]


PLAIN = """---
title: One
date: 2016-10-10
tags: ["Mums' group"]
workshop: {status: held, venue: {name: "Kim's 'hub'"}, attendance: [{group: "Kids' group", count: 12}]}
votes:
  - id: v
    question: "Whose 'room'?"
    method: show-of-hands
    counts: agreed
    present: 12
    options: [{name: "Mo's", votes: 7}, {name: OTHER, votes: 5}]
    chosen: "Mo's"
feedback: {ratings: [{question: "How was 'tea'?", scale: {least: 1, most: 3, most_label: "It's fine"}, counts: {2: 12}}]}
personas: [{id: kim, name: "'Ello", composite: true, quote: "Don't ask"}]
---
Words.
"""


def test_all_plain_words_are_set_in_type_and_still_mean_each_other(tmp_path: Path) -> None:
    made = site_model_of(written(tmp_path, workshops__one=PLAIN.replace("OTHER", "Flo's")), now=NOW)
    pages = rendered(made)
    words = ("Mums’ group", "Kim’s ‘hub’", "Whose ‘room’?", "Mo’s", "How was ‘tea’?", "It’s fine", "’Ello", "Don’t ask")
    assert [each for each in words if each not in pages["workshops/one/index.html"]] == []
    assert "Mums’ group" in pages["tags/mums-group/index.html"]
    assert "Mo’s" in pages["workshops/one.json"]
    assert [vote.decided for vote in made.diary.entries[0].votes] == [("Mo’s",)]


def test_options_that_quotes_alone_tell_apart_stay_as_they_are_typed(tmp_path: Path) -> None:
    made = site_model_of(written(tmp_path, workshops__one=PLAIN.replace("OTHER", "Mo’s")), now=NOW)
    assert [vote.decided for vote in made.diary.entries[0].votes] == [("Mo's",)]


@needs_signals
def test_forks_make_what_one_process_makes(monkeypatch: pytest.MonkeyPatch) -> None:
    content = CHECKOUT / "tests" / "sites" / "four-workshops" / "content"
    later = NOW.replace(year=2031, month=6)
    alone = site_model_of(content, now=later).texts
    forks: list[int] = []
    fork = os.fork

    def counted_fork() -> int:
        forks.append(fork())
        return forks[-1]

    monkeypatch.setattr(os, "fork", counted_fork)
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(cores, "_cores", lambda: 2)
    monkeypatch.setattr(texts, "_POSTS_A_PROCESS", 2)
    assert site_model_of(content, now=later).texts == alone
    assert len(forks) == 1
