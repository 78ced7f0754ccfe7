"""Private words in PDFs: on their pages, and in what they say of themselves."""

import pytest
from pypdf import PdfWriter

from plugins.consent.private_words import Unsearchable
from tests.consent.private_words.lists import lines_found
from tests.consent.private_words.papers import (
    carrying,
    described,
    linked,
    locked,
    noted,
    outlined,
    owned,
    paper,
    saved,
)

NAME = "Siân Quillfeather"
PAPERS = {
    "text": paper("We met Si\xe2n", "Quillfeather there"),
    "text with a hyphen": paper("We met Si\xe2n Quill-", "feather there"),
    "author": owned("Siân Quillfeather"),
    "description": described("Siân Quillfeather"),
    "note": noted("Siân Quillfeather"),
    "link": linked("https://example.org/si%C3%A2n-quillfeather"),
    "bookmark": outlined("Siân Quillfeather"),
    "name of a file in it": carrying("sian-quillfeather.txt", ""),
    "file in it": carrying("a.txt", "Siân Quillfeather"),
}


@pytest.mark.parametrize("where", PAPERS)
def test_a_name_is_found_in_a_pdf(where: str) -> None:
    assert lines_found("hand-out.pdf", saved(PAPERS[where]), NAME) == [1]


@pytest.mark.parametrize("writer", [paper("Hello"), paper(), described("Nobody")])
def test_a_pdf_without_it_is_let_be(writer: PdfWriter) -> None:
    assert lines_found("hand-out.pdf", saved(writer), NAME) == []


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (saved(locked()), "it is locked with a password; save it as PDF again, without one"),
        (b"%PDF-1.7\nbroken", "it cannot be read as PDF; save it as PDF again"),
    ],
)
def test_a_pdf_that_nobody_can_search_is_told(content: bytes, told: str) -> None:
    with pytest.raises(Unsearchable, match=told):
        lines_found("hand-out.pdf", content, NAME)
