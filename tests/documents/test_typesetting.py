"""Documents as PDF: their words stay words, whatever they look like, and what cannot be made says why."""

import io
import re
from dataclasses import replace
from datetime import date

import pikepdf
import pytest
from pypdfium2 import PdfDocument

from plugins.assets import bundle
from plugins.documents import (
    Block,
    Cell,
    Design,
    Document,
    Fit,
    Kind,
    NotTypeset,
    epub,
    fingerprint,
    software,
    text_inside,
    typeset,
    typesetting,
)
from plugins.pdf import document as read
from plugins.workbench.paths import CHECKOUT

COLOURS = {name: colour.light for name, colour in bundle(CHECKOUT / "theme/static").colours.items()}
DESIGN = Design(CHECKOUT / "theme/documents/document.typ", COLOURS)
ENDLESS = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2
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
        as_of="This sheet is from 2 January 2031.",
        pages="Page {page} of {pages}",
        fits=(Fit(most_pages=most_pages),),
    )


def words_of(content: bytes) -> str:
    return " ".join(read(content).pages[0].split())


def strokes_of(content: bytes) -> int:
    """How many lines with round ends are drawn on the first page."""
    with pikepdf.open(io.BytesIO(content)) as made:
        drawn = [(str(each.operator), each.operands) for each in pikepdf.parse_content_stream(made.pages[0])]
    return sum(operator == "J" and int(operands[0]) == 1 for operator, operands in drawn)


def test_what_looks_like_markup_is_words() -> None:
    cell = Cell(HOSTILE)
    rows = ((cell,),)
    pairs = ((Cell("One"), Cell("Two")), (cell, cell))
    made = typeset(
        sheet(
            *(
                Block("heading", rows),
                Block("lead", rows),
                Block("paragraph", rows),
                Block("list", rows),
                Block("steps", rows),
            ),
            *(Block("table", pairs), Block("terms", pairs[1:]), Block("quote", pairs[1:]), Block("quote", rows)),
            title=HOSTILE,
        ),
        DESIGN,
    )
    said = words_of(made).replace(" ", "")
    assert said.count(HOSTILE.replace(" ", "")) == 14
    assert read(made).faults == ()


def test_a_document_has_a_title_a_language_and_its_own_day_and_names_nobody() -> None:
    with pikepdf.open(io.BytesIO(typeset(sheet(Block("list", ((Cell("Bore da", "cy"),),))), DESIGN))) as made:
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
    typesetting._fonts.cache_clear()  # Whatever made a PDF in this process before.
    software.cache_clear()
    one, other = sheet(), sheet(title="We met again")
    assert typeset(one, DESIGN) == typeset(one, DESIGN)
    assert fingerprint(one, DESIGN, "") == fingerprint(one, DESIGN, "") != fingerprint(other, DESIGN, "")
    assert fingerprint(one, DESIGN, "other code") != fingerprint(one, DESIGN, "")
    recoloured = replace(DESIGN, colours={**COLOURS, "accent": "#000000"})
    assert fingerprint(one, recoloured, "") != fingerprint(one, DESIGN, "")


@pytest.mark.parametrize("word", ["Ysgol", "Žluťoučký", "Ελλάδα", "Київ", "Việt", "हिन्दी"])
def test_scripts_that_its_font_has_are_shown(word: str) -> None:
    assert typeset(sheet(title=word), DESIGN).startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("letter", "reason"),
    [
        ("😀", "“😀”; say it in other letters"),
        ("\N{BLACK HEART SUIT}", "“\N{BLACK HEART SUIT}”; say it in other letters"),
        ("ب", "Arabic letters, such as “ب”"),
        ("ש", "Hebrew letters, such as “ש”"),
        ("語", "Chinese letters, such as “語”"),
        ("안", "Korean letters, such as “안”"),
    ],
)
def test_a_letter_that_no_font_has_is_the_reason_why_there_is_none(letter: str, reason: str) -> None:
    for kind in ("heading", "lead"):
        with pytest.raises(NotTypeset, match=f"^no font of ours has {re.escape(reason)}$"):
            typeset(sheet(Block(kind, ((Cell(f"Well {letter}"),),))), DESIGN)


def test_what_takes_more_pages_than_it_may_is_refused() -> None:
    many = Block("list", tuple((Cell(f"Line {number}"),) for number in range(60)))
    assert typeset(sheet(many, most_pages=2), DESIGN)
    with pytest.raises(NotTypeset, match=r"^it does not fit on 2 pages"):
        typeset(sheet(*[many] * 3, most_pages=2), DESIGN)
    assert typeset(replace(sheet(*[many] * 3), fits=(Fit(),)), DESIGN)


@pytest.mark.parametrize("kind", ["heading", "lead", "list", "steps", "terms", "table", "quote", "easy-read"])
def test_a_word_that_is_longer_than_a_line_stays_on_the_paper(kind: Kind) -> None:
    rows = ((Cell("We"), Cell("met")), (Cell(ENDLESS, is_chosen=True), Cell(f"{ENDLESS} there")))
    made = typeset(sheet(Block(kind, rows), Block(kind, rows[1:]), title=ENDLESS), DESIGN)
    page = PdfDocument(made)[0]
    letters = page.get_textpage()
    ends = [letters.get_charbox(at)[2] for at in range(letters.count_chars())]
    assert len(ends) > 4 * len(ENDLESS)
    assert max(ends) <= page.get_width() - 55


def test_a_title_that_runs_from_right_to_left_is_named_as_such() -> None:
    contents = Block("contents", ((Cell("What is in it"),),))
    with pytest.raises(NotTypeset, match=r"^no font of ours has letters that run from right to left$"):
        typeset(sheet(contents, Block("chapter", ((Cell("مرحبا", "ar"),),))), DESIGN)


def test_with_less_air_more_fits_on_a_page() -> None:
    parts = sheet(*[Block("heading", ((Cell("We met"),),)), Block("lead", ((Cell("And sat."),),))] * 11, most_pages=1)
    with pytest.raises(NotTypeset, match=r"^it does not fit on 1 pages"):
        typeset(parts, DESIGN)
    assert typeset(replace(parts, fits=(*parts.fits, Fit(most_pages=1, is_tight=True))), DESIGN)


def test_what_was_chosen_has_a_weight_and_a_sign_of_its_own() -> None:
    rows = ((Cell("Asked"), Cell("Chosen")), (Cell("Where?"), Cell("Here", is_chosen=True)))
    chosen, other = (
        typeset(sheet(Block("table", (rows[0], row))), DESIGN) for row in (rows[1], (Cell("Where?"), Cell("Here")))
    )
    assert words_of(chosen) == words_of(other)
    assert strokes_of(chosen) == strokes_of(other) + 1
    assert "<strong>Here</strong>" in text_inside(epub(sheet(Block("table", rows))))
