"""Votes and ratings at the desk as readers will see them, with what is withheld to protect a small group."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import pytest

from plugins.author.server import EditorServer
from tests.author.editor_forms import Visitor

POST = """\
---
title: One
date: 2031-01-01
workshop: {status: held, start: 2031-01-01 10:00}
votes:
  - {id: tea, question: Tea <b>?, method: show-of-hands, present: 20, options: [{name: Yes, votes: 12}, {name: No, votes: 8}]}
feedback:
  ratings:
    - {question: Was it good?, scale: {least: 1, most: 5}, counts: {5: 12, 4: 8}}
---
Here.
"""
ADDRESS = "/post?" + urlencode({"source": "content/workshops/one/index.md"})
WITHHELD = "readers will not see these counts. In a group of fewer than 10, where fewer than 5 chose something"


@pytest.fixture
def visitor(tmp_path: Path) -> Iterator[Visitor]:
    file = tmp_path / "content" / "workshops" / "one" / "index.md"
    file.parent.mkdir(parents=True)
    file.write_text(POST, "utf-8")
    server = EditorServer(0, tmp_path / "content", ZoneInfo("Europe/London"))
    server.start()
    yield Visitor(server.port)
    assert file.read_text("utf-8") == POST, "nothing is saved by looking"
    server.stop()


def seen(visitor: Visitor, **typed: str) -> tuple[str, str]:
    """What is shown of the votes, and of the ratings, without the bars that are drawn beside figures."""
    answer = visitor.post("/meaning", visitor.get(ADDRESS).form.having(**typed))
    assert answer.status == 200
    without_bars = re.sub(r'<svg class="bar.*?</svg>', "", answer.text)
    votes, _, ratings = without_bars.partition('<div id="meaning-feedback">')
    return votes, ratings


def test_a_vote_and_a_rating_are_shown_with_the_component_of_the_diary(visitor: Visitor) -> None:
    votes, ratings = seen(visitor)
    assert '<table class="ballot__options">' in votes
    assert "Tea &lt;b&gt;?" in votes
    assert '<td class="ballot__amount">12' in votes
    assert '<table class="rating__answers">' in ratings
    assert "readers will not see" not in votes + ratings


def test_what_is_typed_is_shown_before_it_is_saved(visitor: Visitor) -> None:
    votes, _ = seen(visitor, votes__0__options__0__votes="13", votes__0__options__1__votes="7")
    assert '<td class="ballot__amount">13' in votes


@pytest.mark.parametrize("yes", ["17", "18"])
def test_counts_of_a_small_side_are_withheld_and_it_is_said_why(visitor: Visitor, yes: str) -> None:
    votes, _ = seen(visitor, votes__0__options__0__votes=yes, votes__0__options__1__votes=str(20 - int(yes)))
    assert f"“Tea &lt;b&gt;?”: {WITHHELD}" in votes
    assert "ballot__amount" not in votes
    assert "Yes" in votes


def test_a_small_room_withholds_votes_and_ratings(visitor: Visitor) -> None:
    small = {"votes__0__present": "8", "votes__0__options__0__votes": "5"}
    votes, ratings = seen(
        visitor,
        **small,
        votes__0__options__1__votes="3",
        feedback__ratings__0__counts__5="8",
        feedback__ratings__0__counts__4="",
    )
    assert WITHHELD in votes
    assert f"“Was it good?”: {WITHHELD}" in ratings


def test_a_form_with_something_to_mend_is_shown_as_far_as_it_reads(visitor: Visitor) -> None:
    votes, ratings = seen(visitor, votes__0__options__0__votes="twelve", title="")
    assert "Was it good?" in ratings
    assert '<div id="meaning-votes">' in votes


@pytest.mark.parametrize("wrong", ["ranked", "dots", "score", "thumbs", "consent", "lots"])
def test_a_vote_that_cannot_be_counted_yet_is_left_out_and_the_rest_is_shown(visitor: Visitor, wrong: str) -> None:
    form = visitor.post("/post", visitor.get(ADDRESS).form.having(do="add:votes.0.ballots")).form
    ballot = {"votes__0__ballots__n1__ranking": "yes\nno", "votes__0__ballots__n1__count": "8"}
    answer = visitor.post("/meaning", form.having(votes__0__method=wrong, **ballot))
    assert answer.status == 200
    assert "Was it good?" in answer.text
    assert "Tea &lt;b&gt;?" not in answer.text


def test_without_a_script_a_button_shows_it(visitor: Visitor) -> None:
    form = visitor.get(ADDRESS).form
    page = visitor.post(
        "/post", form.having(do="meaning", votes__0__options__0__votes="18", votes__0__options__1__votes="2")
    )
    assert WITHHELD in page.text
    assert page.form.value("votes.0.options.0.votes") == "18"


def test_a_page_of_elsewhere_is_shown_nothing(visitor: Visitor) -> None:
    pairs = visitor.get(ADDRESS).form.having(token="x")
    assert visitor.post("/meaning", pairs).status == 403
