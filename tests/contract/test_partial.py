"""A record as far as it can be read."""

from dataclasses import dataclass
from typing import Annotated

import pytest

from plugins.contract.partial import read_as_far_as_fit
from plugins.contract.values import Counts
from plugins.frontmatter.yaml_events import tree
from plugins.problems import FieldPath
from plugins.workshops.record.post import Post
from tests.support.diaries import LONDON


@dataclass(frozen=True, slots=True)
class OnlyScores:
    """Nothing can stand in for scores."""

    counts: Annotated[Counts, "How many gave each."]


@pytest.mark.parametrize(
    ("text", "gaps", "kept"),
    [
        ("title: [a]", [("title",)], "unread-1"),
        ("journeys: {id: j, title: A}", [("journeys", 0, "stages")], "unread-1"),
        ("blueprints: {idea: i}", [("blueprints", 0, "steps")], "unread-1"),
        ("photos: {file: a.jpg, focus: {x: 0.5}}", [("photos", 0, "people"), ("photos", 0, "focus", "y")], "none"),
        ("milestones: {title: A, when: soon}", [("milestones", 0, "when")], "2000"),
        ("feedback: {ratings: {question: Q, counts: {3: 1}}}", [("feedback", "ratings", 0, "scale")], "Q"),
        ("photos: {file: '..', people: none}", [("photos", 0, "file")], "unread-1"),
    ],
)
def test_what_a_part_cannot_be_without_is_stood_in_for(text: str, gaps: list[FieldPath], kept: str) -> None:
    front_matter = text if text.startswith("title") else f"title: One\n{text}"
    mapping, _ = tree(front_matter, source="a.md", first_line=1)
    assert mapping is not None
    found = read_as_far_as_fit(Post, mapping, zone=LONDON)
    assert found is not None
    assert sorted(map(str, found.gaps)) == sorted(map(str, gaps))
    assert kept in repr(found.tree)


def test_a_part_that_nothing_can_stand_in_for_is_taken_out() -> None:
    text = "title: One\nfeedback: {ratings: {question: Q, scale: {least: 1, most: 3}}}"
    mapping, _ = tree(text, source="a.md", first_line=1)
    assert mapping is not None
    found = read_as_far_as_fit(Post, mapping, zone=LONDON)
    assert found is not None
    assert (found.record.feedback and found.record.feedback.ratings) in (None, ())


def test_a_record_that_cannot_be_read_in_any_part_is_none() -> None:
    mapping, _ = tree("counts: many", source="a.md", first_line=1)
    assert mapping is not None
    assert read_as_far_as_fit(OnlyScores, mapping, zone=LONDON) is None
