"""What is a point of the timeline, and of which day it is."""

from pathlib import Path

from plugins.moments import When
from plugins.timeline.chronology import Chronology
from plugins.timeline.happening import Answers, Decisions, Trials
from tests.timeline.timelines import anchors, post, timeline, workshop

VOTES = """
votes:
  - {id: one, question: One?, method: show-of-hands, counts: not-kept, options: [{name: Yes}, {name: Or no}], chosen: Yes}
  - {id: two, question: Two?, method: show-of-hands, counts: not-kept, options: [{name: Yes}, {name: Or no}], chosen: Yes, closed: 2031-01-13 18:50}
  - {id: later, question: Later?, method: show-of-hands, counts: not-kept, options: [{name: Yes}, {name: Or no}], chosen: [], closed: 2031-01-20}
"""


def dates(held: Chronology) -> dict[str, str | None]:
    return {point.anchor: point.when.iso if point.when else None for point in held.all}


def test_the_votes_of_a_session_are_one_point_whatever_the_hour(tmp_path: Path) -> None:
    held = timeline(tmp_path, workshops__a=workshop("start: 2031-01-13 17:00", VOTES.strip()))
    assert dates(held) == {
        "a": "2031-01-13T17:00",
        "a-votes": "2031-01-13",
        "a-votes-2031-01-20": "2031-01-20",
    }
    subject = held.past[1].subject
    assert isinstance(subject, Decisions)
    assert [counted.vote.id for counted in subject.votes] == ["one", "two"]


def test_a_vote_told_in_a_post_is_of_the_day_of_the_post(tmp_path: Path) -> None:
    held = timeline(tmp_path, posts__a=post(VOTES.strip().replace(", closed: 2031-01-13 18:50", ""), date="2031-02-02"))
    assert dates(held) == {"a-votes-2031-01-20": "2031-01-20", "a-votes": "2031-02-02"}


def test_a_held_workshop_without_a_day_stands_where_it_was_told_and_claims_no_day(tmp_path: Path) -> None:
    held = timeline(tmp_path, workshops__a=workshop("status: held", VOTES.strip(), date="2031-01-30"))
    point = next(point for point in held.past if point.anchor == "a")
    assert (point.when, point.placed) == (None, When(2031, 1, 30))


def test_a_planned_workshop_without_a_day_stands_nowhere_whatever_the_date_of_its_post(tmp_path: Path) -> None:
    held = timeline(tmp_path, workshops__a=workshop("status: planned"), workshops__b=workshop("start: 10:00"))
    assert (held.past, held.ahead) == ((), ())
    assert anchors(held.undated) == ["a", "b"]


def test_a_prototype_starts_once_and_is_judged_in_the_session_that_tells_of_it(tmp_path: Path) -> None:
    held = timeline(
        tmp_path,
        workshops__a=workshop(
            "number: 1, start: 2031-01-13",
            "ideas: [{id: tea, name: Tea}]\nprototypes: [{id: pot, idea: tea, status: designing}, {id: done, status: dropped}]",
        ),
        workshops__b=workshop(
            "number: 2, start: 2031-02-10",
            "prototypes: [{id: a#pot, status: testing, tested: 2031-02-01}, {id: cup, status: testing, tested: 2031-02-03}]",
        ),
        posts__c=post("prototypes: [{id: a#pot, status: adopted, tested: 2031-03-01}]", date="2031-03-05"),
    )
    told = [
        (point.anchor, point.when.iso if point.when else "", [trial.idea for trial in point.subject.trials])
        for point in held.past
        if isinstance(point.subject, Trials)
    ]
    assert told == [
        ("a-begun", "2031-01-13", ["tea"]),
        ("a-judged", "2031-01-13", [None]),
        ("b-begun-2031-02-03", "2031-02-03", [None]),
        ("c-judged", "2031-03-05", ["tea"]),
    ]


def test_answers_are_of_the_day_on_which_they_were_given(tmp_path: Path) -> None:
    held = timeline(
        tmp_path,
        workshops__a=workshop(
            "start: 2031-01-13", "feedback: {even_better_if: [{id: tea, said: More tea.}, {id: bus, said: A bus.}]}"
        ),
        posts__b=post(
            "answers: [{to: a#tea, did: Tea., status: done, when: 2031-02}, {to: a#bus, did: No bus., status: not-possible}]",
            date="2031-03-05",
        ),
    )
    assert dates(held) == {"a": "2031-01-13", "b-answers-2031-02": "2031-02", "b-answers": "2031-03-05"}
    assert all(isinstance(point.subject, Answers) for point in held.past[1:])


def test_milestones_of_posts_and_standing_pages_are_points(tmp_path: Path) -> None:
    held = timeline(
        tmp_path,
        pages__about="---\ntitle: About\nmilestones: [{when: 2030, title: It began}]\n---\nX.\n",
        posts__a=post("milestones: [{when: 2031-02, title: One}, {when: 2031-02, title: Two}]"),
    )
    assert anchors(held.past) == ["about-milestone-1", "a-milestone-1", "a-milestone-2"]
