"""Words that nothing hides and nobody sees: white on white, black on black, or too small. They stay behind as hidden ones do."""

import pytest

from tests.imports.documents import draft_of, paragraph, relationships, run, table, word, xml

WHITE, BLACK = '<w:color w:val="FFFFFF"/>', '<w:color w:val="000000"/>'


def shade(fill: str, more: str = "") -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}" {more}/>'


def style(id_: str, properties: str, kind: str = "paragraph", of_paragraph: str = "", more: str = "") -> str:
    return (
        f'<w:style w:type="{kind}" w:styleId="{id_}" {more}><w:pPr>{of_paragraph}</w:pPr>'
        f"<w:rPr>{properties}</w:rPr></w:style>"
    )


def cell(words: str, properties: str, of_cell: str = "") -> str:
    return f"<w:tc><w:tcPr>{of_cell}</w:tcPr>{paragraph(run(words, properties))}</w:tc>"


def in_box(words: str, properties: str) -> str:
    box = f"<w:txbxContent>{paragraph(run(words, properties))}</w:txbxContent>"
    return paragraph("Seen", f"<w:r><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></w:r>")


STYLES = (
    style("White", WHITE, "character")
    + style("Small", '<w:sz w:val="2"/>')
    + style("Dark", "", of_paragraph=shade("101010"))
    + style("Flat", "", of_paragraph='<w:spacing w:line="20" w:lineRule="exact"/>')
    + style("Grid", "", "table").replace(
        "<w:pPr>", f'<w:tblStylePr w:type="firstRow"><w:tcPr>{shade("1F3864")}</w:tcPr></w:tblStylePr><w:pPr>'
    )
    + style("Plain", WHITE, "table")
)
THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme name="x">'
    '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>'
    '<a:accent1><a:srgbClr val="FEFEFE"/></a:accent1><a:accent2><a:srgbClr val="none"/></a:accent2>'
    "</a:clrScheme></a:themeElements></a:theme>"
)


def of_table(rows: str, name: str) -> str:
    return f'<w:tbl><w:tblPr><w:tblStyle w:val="{name}"/></w:tblPr><w:tr>{rows}</w:tr></w:tbl>'


UNSEEN = {
    "white": paragraph(run("Secret", WHITE)),
    "nearly white": paragraph(run("Secret", '<w:color w:val="fdfdfd"/>')),
    "white by the style of its letters": paragraph(run("Secret", '<w:rStyle w:val="White"/>')),
    "white by the theme": paragraph(run("Secret", '<w:color w:val="auto" w:themeColor="background1"/>')),
    "an accent that is white": paragraph(run("Secret", '<w:color w:val="123456" w:themeColor="accent1"/>')),
    "a light shade of the theme": paragraph(
        run("Secret", '<w:color w:val="F9F9F9" w:themeColor="text1" w:themeTint="05"/>')
    ),
    "white by the style of its table": of_table(cell("Secret", ""), "Plain"),
    "black on black": paragraph(run("Secret", BLACK + shade("000000"))),
    "the pen that blacks out": paragraph(run("Secret", '<w:highlight w:val="black"/>')),
    "black under that pen": paragraph(run("Secret", BLACK + '<w:highlight w:val="black"/>')),
    "black on a black paragraph": paragraph(run("Secret", BLACK), properties=shade("0A0A0A")),
    "black in a black cell": of_table(cell("Secret", BLACK, shade("000000")), "Plain"),
    "black on a solid pattern": paragraph(
        run("Secret", BLACK + '<w:shd w:val="solid" w:color="000000" w:fill="FFFFFF"/>')
    ),
    "of one point": paragraph(run("Secret", '<w:sz w:val="2"/>')),
    "of one point by its style": paragraph("Secret", style="Small"),
    "pressed together": paragraph(run("Secret", '<w:w w:val="1"/>')),
    "on a line of one point": paragraph("Secret", style="Flat"),
    "in a row of one point": (
        f'<w:tbl><w:tr><w:trPr><w:trHeight w:val="20" w:hRule="exact"/></w:trPr><w:tc>{paragraph("Secret")}</w:tc></w:tr></w:tbl>'
    ),
    "without a filling": paragraph(
        run(
            "Secret",
            '<w14:textFill xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w14:noFill/></w14:textFill>',
        )
    ),
}
SEEN = {
    "white on a dark paragraph": paragraph(run("Told", WHITE), style="Dark"),
    "white on dark by itself": paragraph(run("Told", WHITE + shade("1F3864"))),
    "white in a dark cell": f"<w:tbl><w:tr>{cell('Told', WHITE, shade('1F3864'))}</w:tr></w:tbl>",
    "white by the shade of the theme": paragraph(run("Told", WHITE + shade("auto", 'w:themeFill="text1"'))),
    "white where the table's style shades": of_table(cell("Told", WHITE), "Grid"),
    "white in a box": in_box("Told", WHITE),
    "white under a blue pen": paragraph(run("Told", WHITE + '<w:highlight w:val="darkBlue"/>')),
    "what Word colours itself on black": paragraph(run("Told", '<w:color w:val="auto"/>' + shade("000000"))),
    "a colour of a broken theme": paragraph(run("Told", '<w:color w:val="x" w:themeColor="accent2"/>')),
    "light grey": paragraph(run("Told", '<w:color w:val="BFBFBF"/>')),
    "small print": paragraph(run("Told", '<w:sz w:val="10"/>')),
    "a size that is none": paragraph(run("Told", '<w:sz w:val="-2"/>')),
    "against its style": paragraph(run("Told", '<w:sz w:val="20"/>'), style="Small"),
    "a line that grows": paragraph("Told", properties='<w:spacing w:line="20" w:lineRule="atLeast"/>'),
}


def parts() -> dict[str, str | bytes]:
    usual = (("s", "styles", "styles.xml"), ("n", "numbering", "numbering.xml"), ("t", "theme", "theme/theme1.xml"))
    return {
        "word/styles.xml": xml("styles", STYLES),
        "word/theme/theme1.xml": THEME,
        "word/_rels/document.xml.rels": relationships(*usual),
    }


@pytest.mark.parametrize("body", UNSEEN.values(), ids=UNSEEN)
def test_words_that_nobody_sees_stay_behind_and_are_told(body: str) -> None:
    found = draft_of(word(paragraph("Before"), body, paragraph("After"), parts=parts()))
    assert "Secret" not in found.draft.story
    assert found.met["hidden words"] == 1
    assert all(words in found.draft.story for words in ("Before", "After"))


@pytest.mark.parametrize("body", SEEN.values(), ids=SEEN)
def test_words_that_somebody_sees_come_along(body: str) -> None:
    found = draft_of(word(paragraph("Before"), body, parts=parts()))
    assert "Told" in found.draft.story
    assert not found.met["hidden words"]


def test_white_words_on_a_dark_page_are_seen_and_dark_ones_are_not() -> None:
    body = paragraph(run("Told", WHITE)), paragraph(run("Secret", BLACK))
    document = xml("document", f'<w:background w:color="0A0A0A"/><w:body>{"".join(body)}</w:body>')
    found = draft_of(word(*body, parts={"word/document.xml": document}))
    assert (found.draft.story, found.met["hidden words"]) == ("Told", 1)
    assert draft_of(word(*body)).draft.story == "Secret"


def test_a_blank_or_a_picture_among_unseen_letters_is_no_secret() -> None:
    body = paragraph(run("one"), run(" ", WHITE), run("two"))
    found = draft_of(word(body, table(("a", "b"))))
    assert "one two" in found.draft.story
    assert not found.met["hidden words"]
