"""Documents as PDF: their words stay words, whatever they look like, and what cannot be made says why."""

import io
from dataclasses import replace
from datetime import date

import pikepdf
import pytest

from plugins.documents import Block, Cell, Document, NotTypeset, fingerprint, typeset
from plugins.pdf import document as read
from plugins.workbench.paths import CHECKOUT

TEMPLATE = CHECKOUT / "theme/documents/document.typ"
HOSTILE = '#panic("a") $x^2$ *b* _c_ `d` @e <f> // g \\ #import "@preview/x:1.0.0" #read("/etc/passwd") = h'


def sheet(*blocks: Block, title: str = "We met", most_pages: int = 0) -> Document:
    return Document(
        title=title,
        language="en-GB",
        dated=date(2031, 1, 2),
        size=12,
        above="The Lamp Diary",
        below="",
        blocks=blocks,
        address="https://diary.example.org/workshops/one/",
        invitation="Read more:",
        code="A code.",
        foot="This sheet is from 2 January 2031.",
        pages="Page {page} of {pages}",
        most_pages=most_pages,
    )


def words_of(content: bytes) -> str:
    return " ".join(read(content).pages[0].split())


def test_what_looks_like_markup_is_words() -> None:
    cell = Cell(HOSTILE)
    rows = ((cell,),)
    pairs = ((Cell("One"), Cell("Two")), (cell, cell))
    made = typeset(
        sheet(
            *(Block("heading", rows), Block("lead", rows), Block("paragraph", rows), Block("list", rows)),
            *(Block("table", pairs), Block("terms", pairs[1:]), Block("quote", pairs[1:]), Block("quote", rows)),
            title=HOSTILE,
        ),
        TEMPLATE,
    )
    said = words_of(made).replace(" ", "")
    assert said.count(HOSTILE.replace(" ", "")) == 12
    assert read(made).faults == ()


def test_a_document_has_a_title_a_language_and_its_own_day_and_names_nobody() -> None:
    with pikepdf.open(io.BytesIO(typeset(sheet(Block("list", ((Cell("Bore da", "cy"),),))), TEMPLATE))) as made:
        assert made.docinfo["/Title"] == "We met"
        assert made.docinfo["/CreationDate"] == "D:20310102000000Z"
        assert "/Author" not in made.docinfo
        assert str(made.Root.Lang) == "en-GB"
        assert made.Root.MarkInfo.Marked
        assert made.Root.ViewerPreferences.DisplayDocTitle
        assert {
            str(each.Lang) for each in made.objects if isinstance(each, pikepdf.Dictionary) and "/Lang" in each
        } == {
            *("en-GB", "cy"),
        }


def test_the_same_words_are_the_same_bytes_and_others_are_others() -> None:
    one, other = sheet(), sheet(title="We met again")
    assert typeset(one, TEMPLATE) == typeset(one, TEMPLATE)
    assert fingerprint([one], TEMPLATE, "") == fingerprint([one], TEMPLATE, "") != fingerprint([other], TEMPLATE, "")
    assert fingerprint([one], TEMPLATE, "other code") != fingerprint([one], TEMPLATE, "")


@pytest.mark.parametrize("word", ["Ysgol", "Žluťoučký", "Ελλάδα", "Київ", "Việt", "हिन्दी"])
def test_scripts_that_its_font_has_are_shown(word: str) -> None:
    assert typeset(sheet(title=word), TEMPLATE).startswith(b"%PDF-")


@pytest.mark.parametrize("letter", ["😀", "ب", "語", "\N{BLACK HEART SUIT}"])
def test_a_letter_that_no_font_has_is_the_reason_why_there_is_none(letter: str) -> None:
    with pytest.raises(NotTypeset, match=f"^no font of ours has “{letter}”; say it in other letters$"):
        typeset(sheet(Block("lead", ((Cell(f"Well {letter}"),),))), TEMPLATE)


def test_what_takes_more_pages_than_it_may_is_refused() -> None:
    many = Block("list", tuple((Cell(f"Line {number}"),) for number in range(60)))
    assert typeset(sheet(many, most_pages=2), TEMPLATE)
    with pytest.raises(NotTypeset, match=r"^it does not fit on 2 pages"):
        typeset(sheet(*[many] * 3, most_pages=2), TEMPLATE)
    assert typeset(replace(sheet(*[many] * 3), most_pages=0), TEMPLATE)
