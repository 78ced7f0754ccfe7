"""What a reader is told where little is known."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.contract.values import Id, Text
from plugins.story.html import escaped
from plugins.words import numbers
from plugins.workshops.facts.series import SeriesState, series
from plugins.workshops.facts.tally import counted_vote
from plugins.workshops.record.design import Journey, Stage
from plugins.workshops.record.vote import Vote
from plugins.workshops.views.ballot import BallotView, ballot_view, decided_sentence
from plugins.workshops.views.event import event
from plugins.workshops.views.facts import workshop_facts_view
from plugins.workshops.views.journey import journey_view
from plugins.workshops.views.language import LanguageMarkup
from tests.support.diaries import LONDON, only_post, read
from tests.support.votes import hands, published, ranked, scored


def ballot(vote: Vote) -> BallotView:
    return ballot_view(published(vote), idea_href=str, said=LanguageMarkup(escaped))


def test_an_open_tie_is_shown_level_and_decides_nothing() -> None:
    tie = hands(5, 5, counts="agreed")
    assert decided_sentence(published(tie), LanguageMarkup(escaped)) is None
    view = ballot(tie)
    assert (str(view.answer), view.has_result, view.margin) == ("It was a tie", False, "A tie, 5 each")
    assert [row.result for row in view.rows] == ["", ""]
    assert str(view.tie) == "It was a tie: A and B drew level."


def test_papers_with_no_choice_left_are_told_in_their_round() -> None:
    view = ballot(ranked("instant-runoff", {"a": 5, "b": 4, "c": 2}, counts="agreed"))
    assert tuple(map(str, view.rounds[1].totals)) == ("A: 5", "B: 4", "Papers with no choice left: 2")


@pytest.mark.parametrize(
    ("fields", "when"),
    [
        ("start: 10:00, end: 13:00", "From 10am to 1pm; we do not know the day yet"),
        ("start: 10:00", "From 10am; we do not know the day yet"),
        ("number: 2", "We do not know the date yet."),
        ("start: 2016-10, status: held", "October 2016"),
    ],
)
def test_a_workshop_says_when_it_is_as_far_as_that_is_known(tmp_path: Path, fields: str, when: str) -> None:
    post = only_post(
        tmp_path, f"---\ntitle: A\ndate: 2016\nworkshop: {{{fields}, venue: {{name: Hub}}}}\n---\nX.\n", "workshops"
    )
    assert post.workshop is not None
    view = workshop_facts_view(post.workshop, state="planned", said=LanguageMarkup(escaped))
    assert [str(part) for part in view.opening] == [when, "Hub"]
    assert view.facts == ()


def test_a_held_workshop_without_a_date_says_nothing_of_when(tmp_path: Path) -> None:
    post = only_post(tmp_path, "---\ntitle: A\ndate: 2016\nworkshop: {status: held}\n---\nX.\n", "workshops")
    assert post.workshop is not None
    view = workshop_facts_view(post.workshop, state="held", said=LanguageMarkup(escaped))
    assert (view.state, view.opening, view.facts) == ("", (), ())
    told = event(post, post.workshop, address="https://example.org/a/", state="held", zone=LONDON)
    assert "startDate" not in told


def test_an_event_has_no_end_where_none_is_known(tmp_path: Path) -> None:
    post = only_post(
        tmp_path, "---\ntitle: A\ndate: 2016\nworkshop: {start: 2016-10, venue: {name: Hub}}\n---\nX.\n", "workshops"
    )
    assert post.workshop is not None
    told = event(post, post.workshop, address="https://example.org/a/", state="planned", zone=LONDON)
    assert (told["startDate"], "endDate" in told) == ("2016-10", False)
    assert told["location"] == {"@type": "Place", "name": "Hub"}


def test_a_workshop_is_held_once_all_of_its_start_is_past(tmp_path: Path) -> None:
    def workshop(fields: str) -> str:
        return f"---\ntitle: A\ndate: 2016\nworkshop: {{{fields}}}\n---\nX.\n"

    diary, _ = read(
        tmp_path,
        workshops__a=workshop("start: 2016-10"),
        workshops__b=workshop("start: 2016-11"),
        workshops__c=workshop("number: 9"),
        posts__d="---\ntitle: D\ndate: 2016\n---\nX.\n",
    )
    places = series(diary.entries, now=datetime(2016, 11, 15, tzinfo=UTC), zone=LONDON)
    assert {place.entry.slug: place.state for place in places} == {"a": "held", "b": "next", "c": "planned"}


def test_a_journey_draws_no_line_where_no_feeling_was_told() -> None:
    stages = tuple(Stage(name=Text(name), feeling=feeling) for name, feeling in (("A", 1), ("B", None), ("C", -1)))
    view = journey_view(
        Journey(id=Id("j"), title=Text("J"), stages=stages),
        persona=None,
        persona_href="",
        said=LanguageMarkup(escaped),
    )
    assert [(feeling.word, feeling.x, feeling.y) for feeling in view.feelings] == [
        ("Good", 50, 30),
        ("", 150, 50),
        ("Bad", 250, 70),
    ]
    assert (view.lines, view.rows) == ((), ())
    bare = Journey(id=Id("j"), title=Text("J"), stages=(Stage(name=Text("A")),))
    assert journey_view(bare, persona=None, persona_href="", said=LanguageMarkup(escaped)).feelings == ()


@pytest.mark.parametrize(
    ("more", "answer", "decided", "results"),
    [
        ({"counts": "agreed"}, "A scored highest: 4.5", "A scored highest: 4.5.", ["Highest score", ""]),
        ({"counts": "withheld"}, "A scored highest", "A scored highest.", ["Highest score", ""]),
        ({"counts": "agreed", "chosen": ("B",)}, "B", "We chose B.", ["", "Chosen"]),
    ],
)
def test_a_score_is_no_choice_until_somebody_says_so(
    more: dict[str, object], answer: str, decided: str, results: list[str]
) -> None:
    vote = scored({5: 5, 4: 5}, {4: 10}, **more)
    assert str(decided_sentence(published(vote), LanguageMarkup(escaped))) == decided
    view = ballot(vote)
    assert (str(view.answer), [row.result for row in view.rows]) == (answer, results)


def test_bars_show_the_round_that_decided() -> None:
    view = ballot(ranked("instant-runoff", {"ab": 7, "b": 6, "cb": 4}, counts="agreed"))
    assert [(str(row.name), row.count, row.bar, row.result, row.share) for row in view.rows] == [
        ("B", "10", "100", "Chosen", ""),
        ("A", "7", "70", "", ""),
        ("C", "", "", "Out in round 1", ""),
    ]
    assert (view.count_heading, view.margin) == ("Last round", "10 to 7")
    assert view.counts == "17 people voted. An option needed 9 to be chosen."


def test_what_was_chosen_in_an_early_round_keeps_what_it_had_then() -> None:
    view = ballot(ranked("stv", {"ab": 12, "b": 1, "c": 5, "d": 2}, seats=2, counts="agreed"))
    assert next((str(row.name), row.count, row.result) for row in view.rows) == ("A", "12", "Chosen")
    assert len(view.rounds) > 1


@pytest.mark.parametrize(
    ("vote", "margin"),
    [
        (hands(9, 4, counts="agreed"), "9 to 4"),
        (hands(9, 9, counts="agreed", chosen=("B",)), "A tie, 9 each"),
        (hands(9, 4, counts="agreed", seats=2), ""),
        (hands(9, 4, counts="withheld"), "We keep these numbers private, so that nobody can be picked out."),
        (hands(9, 4, counts="not-kept", chosen=("A",)), "We do not know how many votes each option got."),
    ],
)
def test_how_close_it_was_is_told_where_it_may_be(vote: Vote, margin: str) -> None:
    assert ballot(vote).margin == margin


@pytest.mark.parametrize(
    ("state", "is_overdue", "terms"),
    [
        ("held", False, ["Who came", "Who led it", "What was provided"]),
        ("next", False, ["Who will be there", "Who will lead it", "What will be provided"]),
        ("planned", True, ["Who was to be there", "Who was to lead it", "What was to be provided"]),
    ],
)
def test_what_is_to_come_is_not_told_as_if_it_had_been(
    tmp_path: Path, state: SeriesState, is_overdue: bool, terms: list[str]
) -> None:
    fields = "start: 2016-10, attendance: [{group: All}], facilitators: [Jo], access: [Lunch.]"
    post = only_post(tmp_path, f"---\ntitle: A\ndate: 2016\nworkshop: {{{fields}}}\n---\nX.\n", "workshops")
    assert post.workshop is not None
    view = workshop_facts_view(post.workshop, state=state, said=LanguageMarkup(escaped), is_overdue=is_overdue)
    assert [fact.term for fact in view.facts] == terms


@given(
    st.dictionaries(
        st.lists(st.sampled_from("abcd"), min_size=1, unique=True).map("".join),
        st.integers(1, 4),
        min_size=2,
        max_size=7,
    ),
    st.sampled_from(["instant-runoff", "stv"]),
    st.integers(1, 2),
)
def test_a_tie_says_how_much_each_had_only_where_that_was_the_same(
    papers: dict[str, int], counting: str, seats: int
) -> None:
    counted = counted_vote(
        ranked(counting, papers, options="abcd", seats=seats if counting == "stv" else 1, counts="agreed")
    )
    assert counted.tally is not None
    view = ballot_view(counted, idea_href=str, said=LanguageMarkup(escaped))
    margin = view.margin
    assert ("drew level" in str(view.tie)) == (" each" in margin)
    assert margin.startswith("A tie") == bool(counted.tally.tied)
    if " each" in margin:
        assert counted.tally.count is not None
        last = counted.tally.count.rounds[-1].totals
        ids = {option.name: option.id for option in counted.vote.options}
        each = {numbers.amount(last[ids[name]]) for name in counted.tally.tied}  # type: ignore[index]  # ranked options have ids
        assert each == {margin.removeprefix("A tie, ").removesuffix(" each")}


def test_options_that_a_lot_would_part_are_not_said_to_have_had_the_same() -> None:
    view = ballot(ranked("instant-runoff", {"ad": 2, "bda": 2, "abc": 3, "d": 4, "bdca": 2}, counts="agreed"))
    assert (str(view.answer), view.margin) == ("It was a tie", "A tie")
    assert str(view.tie) == "It was a tie: only a lot could choose between A and D."
