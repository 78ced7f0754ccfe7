"""A diary that has next to nothing: a page without a day, a post without a workshop, an idea that no list has."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from plugins.blog import search_index
from plugins.blog.pages.book import book
from plugins.blog.pages.share_cards import planned_cards
from tests.support.diaries import written
from tests.support.pages import rendered, site_model_of

NOW = datetime(2031, 6, 1, tzinfo=UTC)
ABOUT = "---\ntitle: About\nideas: [{id: tea, name: Tea}]\n---\nWho we are.\n"
FIRST = """---
title: First
date: 2031-01-01
easy_read: [A young carer came.]
glossary: [{term: carer, means: who looks after somebody}, {term: young carer, means: a carer below 18}]
---
Tea.
"""


def test_a_page_without_a_day_has_a_card_without_one(tmp_path: Path) -> None:
    model = site_model_of(written(tmp_path, pages__about=ABOUT, posts__first=FIRST), now=NOW)
    notes = {card.text.title: card.text.notes for card in planned_cards(model)}
    assert notes == {"A diary": (), "About": (), "First": ("Wednesday 1 January 2031",)}


def test_without_a_search_no_page_and_no_file_of_it_is_made(tmp_path: Path) -> None:
    model = site_model_of(written(tmp_path, pages__about=ABOUT, posts__first=FIRST), now=NOW)
    made = rendered(replace(model, settings=replace(model.settings, has_search=False)))
    assert [path for path in made if path.startswith("search/")] == []
    assert 'href="/search/"' not in made["index.html"]


def test_an_idea_without_a_page_is_not_found_by_itself(tmp_path: Path) -> None:
    made = rendered(site_model_of(written(tmp_path, pages__about=ABOUT, posts__first=FIRST), now=NOW))
    found = {page["title"] for page in json.loads(made["search/index.json"])["pages"]}
    assert found == {"About", "First", "carer", "young carer"}


def test_a_book_has_no_chapters_of_what_nobody_decided_or_asked(tmp_path: Path) -> None:
    model = site_model_of(written(tmp_path, pages__about=ABOUT, posts__first=FIRST), now=NOW)
    document = next(book(replace(model, settings=replace(model.settings, has_book=True)))).document
    assert [block.rows[0][0].text for block in document.blocks if block.kind == "chapter"] == ["First"]


def test_of_words_in_words_the_longest_is_explained(tmp_path: Path) -> None:
    model = site_model_of(written(tmp_path, pages__about=ABOUT, posts__first=FIRST), now=NOW)
    (entry,) = model.series.entries
    assert [term for term, _, _ in model.texts.hard_words(entry, "A young carer came.")] == ["young carer"]


def test_a_stem_is_worked_out_from_the_first_word_on() -> None:
    search_index.stem.cache_clear()
    search_index._stemmer.cache_clear()
    assert {search_index.stem(word) for word in ("learn", "learning", "learnt")} == {"learn"}


def test_an_idea_stands_beside_a_story_that_is_long_enough_for_it(tmp_path: Path) -> None:
    fields = "title: Lamp\ndate: 2031-01-01\nworkshop: {start: 2031-01-01, ground_rules: [Listen.]}\nideas: [{id: tea, name: Tea}]"
    stories = {"long": "word " * 80, "short": "word " * 79}
    content = written(
        tmp_path,
        pages__about=ABOUT.replace("ideas: [{id: tea, name: Tea}]\n", ""),
        **{
            f"workshops__{name}": f"---\n{fields.replace('tea', name)}\n---\n{story}\n"
            for name, story in stories.items()
        },
    )
    made = rendered(site_model_of(content, now=NOW))
    is_beside = {}
    for name in stories:
        page = made[f"workshops/{name}/index.html"]
        is_beside[name] = page.index('id="ideas"') < page.index('class="record')
    assert is_beside == {"long": True, "short": False}
