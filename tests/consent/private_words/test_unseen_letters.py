"""No letter that nobody sees hides a private word."""

import pytest

from tests.consent.private_words.lists import lines_found

NAME = "Siân Quillfeather"
HIDING = (
    0xAD,
    0x34F,
    0x115F,
    0x17B4,
    0x180E,
    0x200B,
    0x200D,
    0x202E,
    0x2066,
    0x2800,
    0x3164,
    0xFE0F,
    0xFFA0,
    0xFFF9,
    0x1BCA0,
    0x1D173,
    0xE0062,
    0xE0100,
)


@pytest.mark.parametrize("number", HIDING)
def test_no_unseen_letter_hides_a_private_word(number: int) -> None:
    hiding = chr(number)
    shown = (
        hiding.join("Quillfeather"),
        f"Quill{hiding}feather",
        f"with{hiding}Quillfeather{hiding}there",
        f"quill{hiding * 3}feather",
    )
    for text in shown:
        for path in ("a.txt", "a.html", "a.json", "feed.xml"):
            assert lines_found(path, text, "Quillfeather") == [1], (path, text)
        spelt = text.encode("ascii", "xmlcharrefreplace").decode()
        for path in ("a.html", "feed.xml", "feed.json"):
            assert lines_found(path, f"<p>{spelt}</p>", "Quillfeather") == [1], (path, spelt)
    assert lines_found("a.txt", f"Si{hiding}an{hiding}Quill{hiding}feather", NAME) == [1]
    assert lines_found("a.txt", f"077{hiding}00{hiding} 90{hiding}0123", "07700 900123") == [1]


def test_a_private_word_is_found_in_letters_of_which_none_is_seen() -> None:
    assert lines_found(
        "a.txt", "Hello" + "".join(chr(0xE0000 + ord(letter)) for letter in "sian quillfeather"), NAME
    ) == [1]


@pytest.mark.parametrize("control", ["\x01", "\x1c", "\x1f", "\x7f", "\x80"])
def test_no_control_hides_a_private_word(control: str) -> None:
    assert lines_found("a.txt", f"Quill{control}feather", "Quillfeather") == [1]
    assert lines_found("a.txt", f"é Quill{control}feather", "Quillfeather") == [1]
    assert lines_found("a.txt", f"with{control}Quillfeather{control}there", "Quillfeather") == [1]
