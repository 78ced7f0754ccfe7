"""Every kind and every status that a record knows has its word, and no other has one."""

from typing import Any, get_args, get_type_hints

import pytest

from plugins.contract.values import Between
from plugins.timeline.happening import Kind
from plugins.words import agenda, asks, blueprints, ideas, journeys, notes, prototypes, timeline, votes, workshops
from plugins.workshops.facts.asks import AskStatus
from plugins.workshops.facts.idea_story import VoteOutcome
from plugins.workshops.facts.series import Phase, SeriesState
from plugins.workshops.record.agenda import AgendaKind
from plugins.workshops.record.design import BlueprintStep, PrototypeStatus, Stage
from plugins.workshops.record.feedback import AnswerStatus
from plugins.workshops.record.vote import CountsKept
from plugins.workshops.views.journey import NoteKind


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        (agenda.KINDS, AgendaKind),
        (agenda.HEADINGS, Phase),
        (asks.ANSWERS, AnswerStatus),
        (asks.HEADINGS, AskStatus),
        (ideas.VOTES, VoteOutcome),
        (notes.KINDS, NoteKind),
        (prototypes.STATUSES, PrototypeStatus),
        (workshops.STATES, SeriesState),
        (timeline.STATES, SeriesState),
        (timeline.KINDS, Kind),
        (workshops.WHO_CAME, Phase),
        (workshops.WHO_LED, Phase),
        (workshops.ACCESS, Phase),
    ],
)
def test_every_kind_has_its_word(words: dict[str, str], kinds: Any) -> None:
    assert set(words) == set(get_args(kinds))


def test_both_reasons_for_which_a_vote_has_no_figures_have_their_words() -> None:
    assert set(votes.WITHHELD) == set(get_args(CountsKept)) - {"kept", "agreed"}


def test_every_lane_of_a_blueprint_has_its_word() -> None:
    assert set(blueprints.LANES) == set(BlueprintStep.__dataclass_fields__) - {"step"}
    assert set(blueprints.LINES) < set(blueprints.LANES)


def test_every_feeling_of_a_journey_has_its_word() -> None:
    between = next(
        held for held in get_type_hints(Stage, include_extras=True)["feeling"].__metadata__ if isinstance(held, Between)
    )
    assert list(journeys.FEELINGS) == [*range(between.least, between.most + 1)]


def test_every_step_of_an_ideas_story_has_its_word() -> None:
    assert set(ideas.STEPS) >= {"insight", "problem", "opportunity"}
