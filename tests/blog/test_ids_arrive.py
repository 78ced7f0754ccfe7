"""A link to something of a post by its id arrives there: on the page of a workshop and of a post."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from plugins.workbench.paths import CHECKOUT
from plugins.workshops.checks.names import named_things
from tests.support.diaries import written
from tests.support.pages import rendered, site_model_of

NOW = datetime(2031, 12, 31, tzinfo=UTC)
PROPOSED = """
---
title: Seeds
date: 2031-01-10
{fields}
ideas: [{{id: seed-library, name: Seed & library, about: Take a *bag* of seeds.}}, {{id: tea, name: Tea}}]
---
We had [an idea](#seed-library).
"""
ELSEWHERE = "---\ntitle: Later\ndate: 2031-02-10\n---\nMore of [the library]({target}#seed-library).\n"


def site(folder: Path, **files: str) -> dict[str, str]:
    return rendered(site_model_of(written(folder, **files), now=NOW))


def ids(page: str) -> list[str]:
    return re.findall(r' id="([^"]*)"', page)


@pytest.mark.parametrize("name", ["four-workshops", "photographs", "upcoming"])
def test_whatever_has_an_id_has_it_on_the_page_of_its_post(name: str) -> None:
    made = site_model_of(CHECKOUT / "tests" / "sites" / name / "content", now=NOW)
    pages = rendered(made)
    for entry in made.publication.entries:
        there = ids(pages[f"{entry.address}index.html"])
        named = [thing.id for thing in named_things(entry.post)] if entry.kind != "page" else []
        assert [there.count(name) for name in named] == [1] * len(named), (entry.source, named)


@pytest.mark.parametrize(
    ("kind", "fields", "source", "address"),
    [
        ("workshops", "workshop: {number: 1, status: held}", "../workshops/seeds/index.md", "workshops/seeds"),
        ("posts", "tags: seeds", "seeds.md", "posts/seeds"),
    ],
)
def test_a_link_to_an_idea_arrives_where_it_came_up(
    tmp_path: Path, kind: str, fields: str, source: str, address: str
) -> None:
    pages = site(
        tmp_path,
        **{f"{kind}__seeds": PROPOSED.format(fields=fields), "posts__later": ELSEWHERE.format(target=source)},
    )
    page = pages[f"{address}/index.html"]
    assert f'href="/{address}/#seed-library"' in page
    assert f'href="/{address}/#seed-library"' in pages["posts/later/index.html"]
    assert ids(page).count("seed-library") == 1
    assert "Ideas we came up with" in page
    assert '<a href="/ideas/seed-library/">Seed &amp; library</a>' in page
    assert '<p class="note__text">Take a <em>bag</em> of seeds.</p>' in page
    assert page.count('class="note__text"') == 1
    assert "ideas/seed-library/index.html" in pages


HIDDEN = """
status: hidden
workshop: {number: 1, status: held}
votes: {id: v, question: Which?, method: not-known, counts: not-kept, chosen: Tea, options: [{name: Tea, idea: tea}]}
prototypes: {id: pot, idea: tea, status: testing}
"""


def test_ideas_of_a_post_that_is_in_no_list_lead_to_no_page_of_their_own(tmp_path: Path) -> None:
    pages = site(tmp_path, workshops__seeds=PROPOSED.format(fields=HIDDEN.strip()))
    page = pages["workshops/seeds/index.html"]
    assert [ids(page).count(name) for name in ("tea", "v", "pot")] == [1, 1, 1]
    assert "/ideas/tea/" not in page
    assert "ideas/tea/index.html" not in pages
