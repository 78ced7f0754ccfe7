"""Characters that a story spells by name or number."""

import pytest

from tests.story.stories import findings, html


@pytest.mark.parametrize(
    "spelt",
    ["&#1;", "&#x202e;", "&#127;", "&#129;", "&#xFDD0;", "&#xfffe;", "&#x1fffe;", "&#xd800;", "&#0;", "&#x110000;"],
)
def test_a_number_that_stands_for_no_character_is_told(spelt: str) -> None:
    said = f'found "{spelt}", which stands for no character; take it out [html]'
    assert findings(f"Words.\n\nMore {spelt} words.") == [f"12: {said}"]
    assert findings(f"Words `{spelt}` as code.") == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("&#150; &#128; &#13; &#38;lt; &#60;", "– €   &amp;lt; &lt;"),
        ("&copy; &nosuch; AT&T &copy &#8217;", "&copy; &amp;nosuch; AT&amp;T &amp;copy ’"),
    ],
)
def test_characters_are_spelt_as_a_page_may_spell_them(text: str, shown: str) -> None:
    assert html(text) == f"<p>{shown}</p>"
