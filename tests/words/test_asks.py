"""You said, we did."""

import pytest

from plugins.words import asks


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("There were fruit.", "even better if there were fruit."),
        ("If we had more time", "even better if we had more time"),
        ("Even better if Sam sang.", "even better if Sam sang."),
        ("It would be even better if it was warm.", "even better if it was warm."),
        ("Mend the lamp outside.", "Mend the lamp outside."),
        ("More breaks", "More breaks"),
        ("I could sit.", "I could sit."),
        ("Ifor could come.", "Ifor could come."),
        ("Theresa came.", "Theresa came."),
        ("<em>There</em> were fruit.", "<em>There</em> were fruit."),
        ("", ""),
    ],
)
def test_a_wish_goes_on_after_if_where_it_can_and_else_stays_as_it_is(said: str, words: str) -> None:
    assert asks.wish(said) == words
    assert asks.you_said(said) == f"You said: {words}"


@pytest.mark.parametrize(
    ("status", "words"),
    [("done", "We did: X."), ("doing", "We are doing: X."), ("not-possible", "We cannot: X.")],
)
def test_an_answer_says_by_itself_whether_it_was_done(status: str, words: str) -> None:
    assert asks.answered(status, "X.") == words


@pytest.mark.parametrize(
    ("workshop", "waited", "words"),
    [
        (4, 0, "Asked at workshop 4"),
        (4, None, "Asked at workshop 4"),
        (3, 1, "Asked at workshop 3, 1 workshop ago"),
        (1, 3, "Asked at workshop 1, 3 workshops ago"),
        (None, 2, "Asked in “A walk”, 2 workshops ago"),
    ],
)
def test_an_ask_says_where_it_was_asked_and_how_long_ago(workshop: int | None, waited: int | None, words: str) -> None:
    assert asks.asked(workshop, "A walk", waited) == words
