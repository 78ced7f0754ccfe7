"""What Word writes around words by itself: each is read as somebody sees it."""

import pytest

from tests.imports.documents import draft_of, item, paragraph, run, table, word, xml

_W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
_NOTES = (
    f'<w:footnote w:id="-1" w:type="separator">{paragraph("A line")}</w:footnote>'
    f'<w:footnote w:id="2">{paragraph("Note")}</w:footnote>'
)


def control(inside: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def field(instruction: str, result: str) -> str:
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{each}"/></w:r>' for each in ("begin", "separate", "end"))
    return f"{begin}<w:r><w:instrText>{instruction}</w:instrText></w:r>{separate}{run(result)}{end}"


def cell(inside: str) -> str:
    return f"<w:tc>{inside}</w:tc>"


def box(*paragraphs: str) -> str:
    return "".join(
        f"<wps:wsp><wps:txbx><w:txbxContent>{each}</w:txbxContent></wps:txbx></wps:wsp>" for each in paragraphs
    )


HABITS = {
    "a smart tag": (
        paragraph("At ", f'<w:smartTag w:element="place"><w:smartTagPr/>{run("Leeds")}</w:smartTag>', " today"),
        "At Leeds today",
    ),
    "XML of somebody's own": (f'<w:customXml w:element="x">{paragraph("Inside")}</w:customXml>', "Inside"),
    "a control in a line": (paragraph("A ", control(run("control")), " here"), "A control here"),
    "a control around a cell": (
        f"<w:tbl><w:tr>{control(cell(paragraph('a')))}{cell(paragraph('b'))}</w:tr></w:tbl>",
        "| a | b |\n| --- | --- |",
    ),
    "a control around paragraphs": (control(paragraph("One") + item("two")), "One\n\n- two"),
    "a control that is bound": (
        paragraph(control(run("bound"), '<w:dataBinding w:xpath="/x"/><w:text/>')),
        "bound",
    ),
    "a ticked box": (paragraph(control(run("☒"), f"<w14:checkbox {_W14}/>"), " done"), "☒ done"),
    "a link as a field": (
        paragraph("See ", field(' HYPERLINK "https://example.org/x" ', "there")),
        "See [there](https://example.org/x)",
    ),
    "the number of a page": (paragraph("Page ", field(" PAGEREF _Toc1 ", "3")), "Page 3"),
    "struck in what was inserted": (
        paragraph("We ", f"<w:ins><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>{run('came')}</w:ins>"),
        "We came",
    ),
    "how it looked before": (
        paragraph(run("Seen", "<w:rPrChange><w:rPr><w:vanish/><w:color w:val='FFFFFF'/></w:rPr></w:rPrChange>")),
        "Seen",
    ),
    "a paragraph's end that was struck": (
        paragraph("One", properties="<w:rPr><w:del/></w:rPr>") + paragraph(" two"),
        "One two",
    ),
    "a paragraph that was moved away": (
        '<w:moveFromRangeStart w:id="1"/>'
        + paragraph(f"<w:moveFrom>{run('moved')}</w:moveFrom>")
        + '<w:moveFromRangeEnd w:id="1"/>'
        + paragraph("Left"),
        "Left",
    ),
    "hyphens and signs": (
        paragraph(
            "<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t><w:lastRenderedPageBreak/>"
            '<w:sym w:font="Wingdings" w:char="F04A"/></w:r>'
        ),
        "co‑op☺",
    ),
    "marks of the spelling": (
        paragraph('<w:proofErr w:type="spellStart"/>', "Wrod", '<w:permStart w:id="1"/>'),
        "Wrod",
    ),
    "a table in a table": (
        table(("a", cell(table(("b", "c")) + paragraph("d")))),
        "a\n\n| b | c |\n| --- | --- |\n\nd",
    ),
    "a numbered heading": (
        paragraph("Head", style="Heading1", properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'),
        "## Head",
    ),
    "two boxes of a group, written twice": (
        paragraph(
            f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box(paragraph('one'), paragraph('two'))}</w:drawing>"
            f"</mc:Choice><mc:Fallback><w:pict>{paragraph('old')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        ),
        "one\n\ntwo",
    ),
    "a note with a sign of its own": (
        paragraph("T", '<w:r><w:footnoteReference w:id="2" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'),
        "T[^1]\\*\n\n[^1]: Note",
    ),
    "words above and below": (
        paragraph(f"<w:r><w:ruby><w:rt>{run('above')}</w:rt><w:rubyBase>{run('words')}</w:rubyBase></w:ruby></w:r>"),
        "words",
    ),
}


@pytest.mark.parametrize(("body", "story"), HABITS.values(), ids=HABITS)
def test_what_word_writes_around_words_is_read_as_it_is_seen(body: str, story: str) -> None:
    notes: dict[str, str | bytes] = {"word/footnotes.xml": xml("footnotes", _NOTES)}
    assert draft_of(word(body, links=(("f", "footnotes", "footnotes.xml"),), parts=notes)).draft.story == story
