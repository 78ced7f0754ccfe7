"""An idea's story across posts, from insight to verdict."""

from pathlib import Path

import pytest

from plugins.workshops.diary import DiaryEntry
from plugins.workshops.facts.idea_story import IdeaStory, VoteOnIdea, idea_stories
from plugins.workshops.facts.tally import counted_vote
from plugins.workshops.record.vote import Vote
from tests.support.diaries import read
from tests.support.votes import hands, scored

FIRST = """
---
title: One
date: 2016-01-10
workshop: {number: 1, status: held}
journeys:
  id: leaving
  title: Leaving care
  stages:
    - {name: Before, insights: {id: alone, text: Nobody asks}, problems: {id: keys, text: No keys}}
    - {name: After, opportunities: [{id: hub, text: A place to go}, No id here]}
ideas: [{id: tea, name: Tea, from: [alone, hub]}, {id: keys-club, name: Keys, from: keys}]
prototypes: [{id: cups, idea: tea, status: designing}, {id: nobodys, status: designing}]
---
X.
"""
SECOND = """
---
title: Two
date: 2016-02-10
workshop: {number: 2, status: held}
ideas: {id: walks, name: Walks, from: one#alone}
votes:
  - {id: which, question: Which?, method: show-of-hands, options: [{name: Tea, idea: one#tea, votes: 6}, {name: Nothing, votes: 5}]}
  - {id: again, question: Again?, method: show-of-hands, options: [{name: Walk, idea: walks, votes: 6}, {name: Tea, idea: tea, votes: 5}]}
blueprints:
  - {service: The bus, steps: {step: Wait}}
  - {idea: [one#tea, walks], steps: {step: Pour}}
prototypes: {id: one#cups, status: adopted}
---
X.
"""


def stories(folder: Path, **files: str) -> dict[str, IdeaStory]:
    diary, problems = read(folder, **files)
    assert problems == ()
    return {story.idea.id: story for story in idea_stories((*diary.workshops, *diary.entries[len(diary.workshops) :]))}


def test_ideas_come_in_the_order_of_their_proposal_with_the_post_that_proposed_them(tmp_path: Path) -> None:
    found = stories(tmp_path, workshops__one=FIRST, workshops__two=SECOND)
    assert [(name, story.entry.slug) for name, story in found.items()] == [
        ("tea", "one"),
        ("keys-club", "one"),
        ("walks", "two"),
    ]


def test_an_idea_grew_from_notes_of_this_and_of_other_posts(tmp_path: Path) -> None:
    found = stories(tmp_path, workshops__one=FIRST, workshops__two=SECOND)
    origins = {
        name: [(origin.entry.slug, origin.kind, origin.note.text) for origin in story.origins]
        for name, story in found.items()
    }
    assert origins == {
        "tea": [("one", "insight", "Nobody asks"), ("one", "opportunity", "A place to go")],
        "keys-club": [("one", "problem", "No keys")],
        "walks": [("one", "insight", "Nobody asks")],
    }


def test_every_vote_blueprint_and_prototype_is_told_with_the_idea_it_is_of(tmp_path: Path) -> None:
    tea, keys, walks = stories(tmp_path, workshops__one=FIRST, workshops__two=SECOND).values()
    assert [(held.counted.vote.id, held.option.name, held.entry.slug) for held in tea.votes] == [
        ("which", "Tea", "two"),
        ("again", "Tea", "two"),
    ]
    assert [held.option.name for held in walks.votes] == ["Walk"]
    assert [(held.position, held.blueprint.steps[0].step) for held in tea.blueprints] == [(1, "Pour")]
    assert [held.position for held in walks.blueprints] == [1]
    (trial,) = tea.trials
    assert [(entry.slug, report.status) for entry, report in trial.reports] == [
        ("one", "designing"),
        ("two", "adopted"),
    ]
    assert trial.latest.status == "adopted"
    assert (keys.votes, keys.blueprints, keys.trials, walks.trials) == ((), (), (), ())


def test_what_points_at_an_idea_from_elsewhere_is_passed_by(tmp_path: Path) -> None:
    diary, problems = read(tmp_path, workshops__one=FIRST, workshops__two=SECOND)
    assert problems == ()
    (walks,) = idea_stories([diary.by_slug["two"]])
    assert (walks.idea.id, walks.origins, walks.trials) == ("walks", (), ())
    assert [held.option.name for held in walks.votes] == ["Walk"]
    assert idea_stories([]) == ()


@pytest.mark.parametrize(
    ("vote", "outcomes"),
    [
        (hands(5, 3), ("chosen", "not-chosen")),
        (hands(5, 5), ("tie", "tie")),
        (hands(5, 3, chosen=()), ("nothing", "nothing")),
        (hands(5, 3, counts="not-kept"), ("untold", "untold")),
        (scored({5: 6}, {4: 6}), ("highest", "not-highest")),
        (scored({5: 6}, {4: 6}, chosen=("A",)), ("chosen", "not-chosen")),
    ],
)
def test_a_vote_says_of_an_idea_no_more_than_is_known(tmp_path: Path, vote: Vote, outcomes: tuple[str, ...]) -> None:
    diary, _ = read(tmp_path, posts__a="---\ntitle: A\ndate: 2016\n---\nX.\n")
    entry: DiaryEntry = diary.entries[0]
    assert tuple(VoteOnIdea(entry, counted_vote(vote), option).outcome for option in vote.options) == outcomes
