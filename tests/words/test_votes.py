"""What a vote decided."""

import pytest

from plugins.words import feedback, votes, workshops


@pytest.mark.parametrize(("names", "words"), [([], "We did not choose."), (["A", "B"], "We chose A and B.")])
def test_what_was_chosen_is_told_and_so_is_nothing(names: list[str], words: str) -> None:
    assert votes.decided(names) == words


def test_what_scored_highest_is_told_with_its_score_where_that_may_be_told() -> None:
    assert votes.scored_highest(["Text Not Post"], ["4"]) == "Text Not Post scored highest: 4."
    assert votes.scored_highest(["A", "B"], ["4", "3.5"]) == "A and B scored highest: 4 and 3.5."
    assert votes.scored_highest(["A"], []) == "A scored highest."


def test_one_and_many_are_told_apart() -> None:
    assert (votes.dots_given(1), votes.dots_given(2)) == ("1 dot was given.", "2 dots were given.")
    assert (votes.abstained(1), votes.abstained(2)) == ("1 person chose not to vote.", "2 people chose not to vote.")
    assert (votes.more_votes(1), votes.more_votes(4)) == ("And 1 more vote", "And 4 more votes")
    assert (feedback.nobody([1]), feedback.nobody([3, 2, 1]), feedback.nobody([])) == (
        "Nobody gave it 1.",
        "Nobody gave it 3, 2 or 1.",
        "",
    )
    assert (workshops.of_us(1), workshops.of_us(20)) == ("1 of us", "20 of us")


@pytest.mark.parametrize(("answer", "told"), [("Six", "Six."), ("Yes!", "Yes!"), ("Why not?", "Why not?")])
def test_an_answer_ends_in_one_sign(answer: str, told: str) -> None:
    assert votes.answered(answer) == told
