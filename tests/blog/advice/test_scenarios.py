"""Real sentences: all advice on the sites of tests, so that whoever changes it reads what it says there."""

import pytest

from tests.blog.advice.diaries import advice_on
from tests.support.pages import taking_comments
from tests.test_sites import SITES, sites_with

NO_EASY_READ = "Workshop: “{}” has no easy read; say in three to ten short sentences what happened, one idea each, under “easy_read”"
TOLD = {
    "comments": [f"workshops/first/index.md:7: {NO_EASY_READ.format('Our first evening')}"],
    "four-workshops": [
        "workshops/meeting/index.md:23: Comments, prompt: nobody can answer “What would you have drawn?”, since no comments are "
        "kept here; take the question out, or set comments up (docs/for-web-officers/comments.md)"
    ],
    "not-yet": [f"workshops/held/index.md:5: {NO_EASY_READ.format('Held')}"],
    "other-languages": [f"workshops/first/index.md:5: {NO_EASY_READ.format('الورشة الأولى')}"],
    "photographs": [f"workshops/notes-on-a-table/index.md:7: {NO_EASY_READ.format('Notes on a table')}"],
    "upcoming": [
        "workshops/beds/index.md:4: Summary: “We build four raised beds together – für …” has 34 words; make two sentences of it"
    ],
}


@pytest.mark.parametrize("site", sites_with("pages"))
def test_every_site_gets_the_advice_that_is_true_of_it(site: str) -> None:
    content = SITES / site / "content"
    assert advice_on(content, discussion=taking_comments(content)) == TOLD.get(site, [])
