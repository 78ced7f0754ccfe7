"""Which figures are published beside which, over the posts of one day: the oldest post's first."""

from dataclasses import replace
from typing import Any

import pytest

from plugins.contract.values import Count, Counts, Text, Words
from plugins.moments import When
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.facts.published_figures import with_publishable_figures
from plugins.workshops.facts.small_groups import SmallGroupRule
from plugins.workshops.record.feedback import Feedback, Mood, Rating, RatingScale, Remark
from plugins.workshops.record.vote import Vote
from tests.support.votes import USUAL, counted, hands, session

MAY = When(2016, 5, 9)
JUNE = When(2016, 6, 9)


def told(*entries: DiaryEntry, rule: SmallGroupRule = USUAL) -> str:
    """What is published, post by post: `v` a vote with its figures, `r` a rating, `-` each of those without."""
    posts = []
    for entry in with_publishable_figures(entries, rule):
        ratings = entry.post.feedback.ratings if entry.post.feedback else ()
        votes = "".join("-" if counted_vote.tally is None else "v" for counted_vote in entry.votes)
        posts.append(votes + "".join("r" if rating.counts.pairs else "-" for rating in ratings))
    return " ".join(posts)


def vote(*votes: int, question: str = "Which?", **more: Any) -> Vote:
    """A show of hands in which everybody who was present voted."""
    return replace(hands(*votes, present=Count(sum(votes)), **more), question=Text(question))


def rated(*counts: dict[int, int], group: str | None = None, agreed: bool = False) -> Feedback:
    scale = RatingScale(least=1, most=5)
    found = (Counts(tuple(sorted(each.items()))) for each in counts)
    who = Text(group) if group else None
    return Feedback(
        ratings=tuple(
            Rating(question=Text("How?"), scale=scale, counts=each, group=who, agreed=agreed) for each in found
        )
    )


def posted(entry: DiaryEntry, when: When | None) -> DiaryEntry:
    return replace(entry, post=replace(entry.post, date=when))


def test_the_newest_post_goes_without_its_figures_first() -> None:
    old = posted(session(vote(7, 6), slug="old", day=MAY), MAY)
    new = posted(session(feedback=rated({5: 12}), slug="new", day=MAY), JUNE)
    assert told(old, new) == "v -"
    assert told(new, old) == "- v"
    assert told(posted(old, JUNE), posted(new, MAY)) == "- r"
    assert told(posted(old, None), new) == "- r"


def test_a_room_that_a_later_vote_makes_known_is_held_against_what_was_told_before() -> None:
    vote_of_30 = posted(session(vote(18, 12), slug="vote", day=MAY), JUNE)

    def before(feedback: Feedback, **attendance: Any) -> str:
        return told(posted(session(feedback=feedback, slug="before", day=MAY, **attendance), MAY), vote_of_30)

    assert before(rated({5: 12}, {5: 29})) == "rr -"
    assert before(rated({5: 12}, {5: 25})) == "rr v"
    assert before(rated({5: 24}, group="Young carers")) == "r -"
    assert before(rated({5: 20}, group="Young carers")) == "r v"
    # Where it is known how many came, it is known already who was silent.
    assert before(rated({5: 24}), everybody=29) == "r -"
    assert before(rated({5: 29}), everybody=29) == "r -"
    assert before(rated({5: 29}), everybody=30) == "- v"
    own = session(vote(18, 12), feedback=rated({5: 28}), everybody=38)
    assert told(own) == "vr"


def moods(*counts: int) -> Feedback:
    return Feedback(mood=tuple(Mood(feeling=Text("glad"), count=Count(count)) for count in counts))


def test_moods_before_a_vote_are_held_against_its_room() -> None:
    for counts, may in (((18, 11), False), ((29, 20), False), ((15, 10), True), ((15, 5), True)):
        before = posted(session(feedback=moods(*counts), slug="before", day=MAY), MAY)
        assert told(before, posted(session(vote(18, 12), slug="vote", day=MAY), JUNE)) == f" {'v' if may else '-'}"


@pytest.mark.parametrize(("count", "may"), [(29, False), (26, False), (25, True), (30, True)])
def test_a_vote_is_held_against_moods_and_asks_that_were_agreed(count: int, *, may: bool) -> None:
    mood = Mood(feeling=Text("glad"), count=Count(count), agreed=True)
    remark = Remark(said=Words("Tea."), count=Count(count), agreed=True)
    for feedback in (Feedback(mood=(mood,)), Feedback(went_well=(remark,)), Feedback(even_better_if=(remark,))):
        assert told(session(vote(18, 12), feedback=feedback)) == ("v" if may else "-")


def test_another_day_is_another_room() -> None:
    old = posted(session(vote(7, 6), slug="old", day=MAY), MAY)
    assert told(old, posted(session(feedback=rated({5: 12}), slug="new", day=JUNE), JUNE)) == "v r"
    assert told(old, posted(session(feedback=rated({5: 12}), slug="new"), JUNE)) == "v r"
    of_the_month = When(2016, 5)
    assert told(
        session(vote(7, 6), day=of_the_month), session(feedback=rated({5: 12}), slug="b", day=of_the_month)
    ) == ("v r")


def test_a_vote_is_of_the_day_on_which_it_closed_too() -> None:
    old = posted(session(vote(7, 6, closed=JUNE), slug="old", day=MAY), MAY)
    assert told(old, posted(session(feedback=rated({5: 12}), slug="new", day=JUNE), JUNE)) == "v -"


def test_what_was_agreed_is_known_before_everything_else_and_always_told() -> None:
    agreed = posted(session(vote(7, 6, counts="agreed"), slug="new", day=MAY), JUNE)
    old = posted(session(feedback=rated({5: 12}), slug="old", day=MAY), MAY)
    assert told(old, agreed) == "- v"
    small = session(vote(2, 1, counts="agreed"), feedback=rated({5: 1}, agreed=True), everybody=3)
    assert told(small) == "vr"


def test_in_one_post_what_stands_later_goes_without_its_figures() -> None:
    assert told(session(vote(7, 6), vote(7, 5, question="And?"))) == "v-"
    assert told(session(vote(7, 6), vote(7, 5, question="And?"), everybody=12)) == "-v"


@pytest.mark.parametrize(("present", "may"), [(12, True), (13, False), (16, False), (17, True), (8, False)])
def test_those_who_came_and_did_not_stay_for_the_vote_are_a_side(present: int, *, may: bool) -> None:
    assert told(session(vote(present), everybody=12)) == ("v" if may else "-")


@pytest.mark.parametrize(("present", "may"), [(12, True), (15, False), (21, False), (22, True)])
def test_a_vote_does_not_tell_how_many_came_of_a_group_that_nobody_counted(present: int, *, may: bool) -> None:
    assert told(session(vote(present), young_carers=12, housing=None)) == ("v" if may else "-")
    agreed = vote(present, question="And?", counts="agreed")
    assert told(session(agreed, vote(present), young_carers=12, housing=None)) == "vv"


def test_of_two_groups_that_nobody_counted_each_is_smaller_than_both() -> None:
    assert told(session(vote(22), young_carers=12, housing=None, health=None)) == "-"
    assert told(session(vote(23), young_carers=12, housing=None, health=None)) == "v"


@pytest.mark.parametrize(
    ("later", "may"),
    [
        (vote(12, 8), True),
        (vote(11, 9), False),
        (vote(17, 3), False),
        (vote(7, 13), True),
        (vote(13, 8), False),
        (vote(22, 8), True),
        (vote(17, 8), False),
        (vote(11, 9, question="And?"), True),
        (vote(11, 9, question="WHICH?"), False),
    ],
)
def test_one_question_twice_does_not_tell_of_the_few_who_changed_their_mind(later: Vote, *, may: bool) -> None:
    first = posted(session(vote(12, 8), slug="first", day=MAY), MAY)
    second = posted(session(later, slug="second", day=MAY), JUNE)
    assert told(first, second) == ("v v" if may else "v -")


def test_an_agreed_vote_in_a_room_of_unknown_size_is_compared_too() -> None:
    first = session(hands(12, 8, counts="agreed"), slug="first", day=MAY)
    assert told(first, posted(session(vote(11, 9), slug="second", day=MAY), JUNE)) == "v -"
    assert told(first, posted(session(vote(12, 8), slug="second", day=MAY), JUNE)) == "v v"


def test_one_rating_twice_does_not_tell_of_the_few_in_between() -> None:
    first = posted(session(feedback=rated({5: 12, 4: 8}), slug="first", day=MAY), MAY)
    for counts, may in (({5: 12, 4: 8}, True), ({5: 13, 4: 8}, False), ({5: 13, 4: 7}, False), ({5: 7, 4: 13}, True)):
        assert (
            told(first, posted(session(feedback=rated(counts), slug="b", day=MAY), JUNE)) == f"r {'r' if may else '-'}"
        )


def test_a_group_that_a_later_post_tells_of_leaves_no_few_of_the_room() -> None:
    whole = posted(session(feedback=rated({5: 20, 4: 10}), slug="whole", day=MAY), MAY)
    for counts, may in (({5: 10, 4: 5}, True), ({5: 10}, True), ({5: 17, 4: 7}, False), ({5: 16, 4: 5}, False)):
        group = session(feedback=rated(counts, group="Young carers"), slug="group", day=MAY)
        assert told(whole, posted(group, JUNE)) == f"r {'r' if may else '-'}"


def test_a_stricter_rule_is_stricter_with_groups_and_sides() -> None:
    entry = session(vote(12, 8), feedback=rated({5: 12, 4: 8}), everybody=20)
    assert told(entry) == "vr"
    assert told(entry, rule=SmallGroupRule(room=10, side=9)) == "--"
    assert told(entry, rule=SmallGroupRule(room=21, side=5)) == "--"


def test_entries_keep_their_order_and_what_is_no_figure() -> None:
    entries = (session(vote(12, 1), slug="b"), session(vote(12, 8), slug="a"), session(slug="c"))
    published = with_publishable_figures(entries, USUAL)
    assert [entry.slug for entry in published] == ["b", "a", "c"]
    assert [entry.votes[0].decided for entry in published[:2]] == [("A",), ("A",)]
    assert published[1].post.votes == entries[1].post.votes
    assert published[2] == entries[2]


def test_a_vote_that_could_not_be_counted_shows_no_figure() -> None:
    entry = replace(session(vote(12, 8)), votes=())
    (published,) = with_publishable_figures([entry], USUAL)
    assert published.post.votes[0].options[0].votes is None


def test_dots_in_a_room_whose_size_is_known_by_attendance_alone_are_withheld() -> None:
    assert told(session(counted("dots", 20, 16, dots_each=Count(3)), everybody=12)) == "-"
