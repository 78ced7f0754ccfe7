"""Markup of our own, as autoescape and as a feed see it."""

from plugins.story import Html
from plugins.story.html import escaped


def test_markup_says_of_itself_that_it_may_be_shown() -> None:
    assert (Html("<em>a</em>").__html__(), str(Html("<em>a</em>"))) == ("<em>a</em>", "<em>a</em>")


def test_plain_text_loses_its_tags_and_keeps_its_signs() -> None:
    assert Html('<a href="/?a&amp;b">1 &lt; 2</a> &amp; <br>3').plain == "1 < 2 & 3"


def test_text_becomes_html_that_shows_every_sign() -> None:
    assert escaped("<b>R&D</b>").html == "&lt;b&gt;R&amp;D&lt;/b&gt;"
