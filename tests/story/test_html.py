"""Markup of our own, as autoescape and as a feed see it."""

from plugins.story import Html


def test_markup_says_of_itself_that_it_may_be_shown() -> None:
    assert (Html("<em>a</em>").__html__(), str(Html("<em>a</em>"))) == ("<em>a</em>", "<em>a</em>")
