"""A text in the letters in which it is looked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.unicode import folded


@pytest.mark.parametrize(
    "written",
    [
        "Quillfeather", "QUILLFEATHER", "Quíllfeathér", "Quıllfeather", "Quill\u00adfeather", "Q\u0336u\u0336illfeather",
        "Quill\U000e0062feather", "Quill\U000e0100feather", "Quill\U0001d173feather", "Quill\U0001bca0feather",
        "Quill\ufff9feather", "Quill\u3164feather", "Quill\x01feather", "Quill\x01fëather", "Quill\u2800feather",
        "Ｑｕｉｌｌｆｅａｔｈｅｒ", "𝐐𝐮𝐢𝐥𝐥𝐟𝐞𝐚𝐭𝐡𝐞𝐫", "𝔔𝔲𝔦𝔩𝔩𝔣𝔢𝔞𝔱𝔥𝔢𝔯", "ⓆⓤⓘⓛⓛⒻⓔⓐⓣⓗⓔⓡ", "Quill\u0488feather", "Quil\u20ddlfeather",
    ],
)  # fmt: skip
def test_a_name_is_one_word_in_whatever_letters_it_is_spelt(written: str) -> None:
    assert folded(written) == "quillfeather"


def test_punctuation_and_line_ends_stay() -> None:
    assert folded("Siân O’Neıll-Jones,\nÆgir & Łukasz ﬁnd Straße") == "sian o’neill-jones,\naegir & lukasz find strasse"


@given(st.text())
def test_a_folded_text_is_folded(text: str) -> None:
    assert folded(folded(text)) == folded(text)
