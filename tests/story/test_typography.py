"""Quotation marks and dashes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.story.typography import set_in_type
from tests.story.stories import html

SET = [
    ('"Yes," she said.', "“Yes,” she said."),
    ('She said "yes" ("no").', "She said “yes” (“no”)."),
    ("It's 'fine', it's Robin's.", "It’s ‘fine’, it’s Robin’s."),
    ("\"'Fine'\" - or -- not", "“‘Fine’” – or – not"),
    ("well-known 2016-10-10", "well-known 2016-10-10"),
    ("Fish 'n' chips, the '90s and '24", "Fish ’n’ chips, the ’90s and ’24"),
    ("'Til ten, 'twas 'bout 'em, 'cause", "’Til ten, ’twas ’bout ’em, ’cause"),
    ("'90 people came', 'cause and effect'", "‘90 people came’, ‘cause and effect’"),
    ("Mae'r tŷ 'na, 'dw i'n 'nabod", "Mae’r tŷ ’na, ’dw i’n ’nabod"),
    ("'…and so' on", "‘…and so’ on"),
    ('He said " Tea " and left', "He said “\u00a0Tea\u00a0” and left"),
    ('He said "\nTea\n" and left', "He said “\u00a0Tea\u00a0” and left"),
    ("« Thé » and »Tee« and", "«\u00a0Thé\u00a0» and »Tee« and"),
    ('قال "نعم" و"لا"', "قال “نعم” و“لا”"),
    ('a 6"x4" board, a 12" ruler', "a 6″x4″ board, a 12″ ruler"),
    ("He is 5'10\" or 5' 9½\" tall, in the 90's", "He is 5′10″ or 5′ 9½″ tall, in the 90’s"),
    ('"6\'2"" and "9" of "10"', "“6′2″” and “9” of “10”"),
    ("Rock 'N' Roll, class of '98.", "Rock ’N’ Roll, class of ’98."),
    ("the '60s-'70s ('90s) and \"'90s\"", "the ’60s-’70s (’90s) and “’90s”"),
    ("the ‘90s, ‘til ten, rock ‘n’ roll, ‘cause", "the ’90s, ’til ten, rock ’n’ roll, ’cause"),
    ("the boys' 'den', the dogs' tails", "the boys’ ‘den’, the dogs’ tails"),
    ("'ello, 'ere we go", "’ello, ’ere we go"),
    ("'\"Yes\", he said'", "‘“Yes”, he said’"),
    ("'(so)' and '[so]'", "‘(so)’ and ‘[so]’"),
    ('"One"/"two", either/\'or\'', "“One”/“two”, either/‘or’"),
    ('—"yes"—"no"—', "—“yes”—“no”—"),
    ('said:"Yes"', "said:“Yes”"),
    ('Nothing: ""', "Nothing: “”"),
]


@pytest.mark.parametrize(("typed", "shown"), SET, ids=[typed for typed, _ in SET])
def test_straight_signs_become_curly_ones(typed: str, shown: str) -> None:
    assert set_in_type(typed) == shown


INSIDE = [
    ('**"Yes"** she said', "<p><strong>“Yes”</strong> she said</p>"),
    ('"**Yes**" she said', "<p>“<strong>Yes</strong>” she said</p>"),
    ('*a*"b" - `"c" - d`"', '<p><em>a</em>”b” – <code>"c" - d</code>”</p>'),
    ("'[yes](https://a.org)' and '`x`'", '<p>‘<a href="https://a.org">yes</a>’ and ‘<code>x</code>’</p>'),
    ("'*a* **b**' -- 'c", "<p>‘<em>a</em> <strong>b</strong>’ – ’c</p>"),
    ("## The '90s\n\n'b'", '<h2 id="story-the-90s">The ’90s</h2>\n<p>‘b’</p>'),
    ('- "a"\n- "b"', "<ul>\n<li>“a”</li>\n<li>“b”</li>\n</ul>"),
    ('    "a" - b', '<pre><code>"a" - b\n</code></pre>'),
]


@pytest.mark.parametrize(("typed", "shown"), INSIDE, ids=[typed for typed, _ in INSIDE])
def test_type_is_set_across_elements_and_not_in_code(typed: str, shown: str) -> None:
    assert html(typed) == shown


@given(text=st.text("\"' -–a(", min_size=1), before=st.sampled_from(["", " ", "a", "(", "“"]))
def test_no_straight_quote_is_left_and_no_letter_is_lost(text: str, before: str) -> None:
    shown = set_in_type(before + text)
    assert shown
    assert not set(shown) & set("\"'")
    assert shown.count("a") == (before + text).count("a")


OTHERS = [
    ("de", "'Ja' und \"Nein\" - geht's?", "'Ja' und \"Nein\" – geht’s?"),
    ("fr-FR", 'l\'eau, « oui » et "non"', 'l’eau, «\u00a0oui\u00a0» et "non"'),
    ("cy", 'Dw i\'n hoffi "te"', "Dw i’n hoffi “te”"),
]


@pytest.mark.parametrize(("language", "typed", "shown"), OTHERS)
def test_quotation_marks_are_set_in_languages_whose_marks_are_known(language: str, typed: str, shown: str) -> None:
    assert set_in_type(typed, language) == shown


@given(text=st.text("\"'‘’“” -–a1/(", min_size=1))
def test_what_is_set_twice_is_set_once(text: str) -> None:
    once = set_in_type(text)
    assert set_in_type(once) == once
