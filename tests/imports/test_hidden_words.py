"""Words that Word hides stay behind, wherever it is said that they are hidden."""

import pytest

from tests.imports.documents import draft_of, paragraph, run, table, word, xml

HIDDEN = {
    "by itself": paragraph("Seen", run("Secret", "<w:vanish/>")),
    "by the style of its letters": paragraph("Seen", run("Secret", '<w:rStyle w:val="Unseen"/>')),
    "by the style of its paragraph": paragraph("Secret", style="Secret"),
    "by a style made from such a one": paragraph("Secret", style="Deeper"),
    "in a row": (
        f"<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>{paragraph('Secret')}</w:tc></w:tr>"
        f"<w:tr><w:tc>{paragraph('Seen')}</w:tc></w:tr></w:tbl>"
    ),
    "in words that were inserted": paragraph("Seen", f"<w:ins>{run('Secret', '<w:vanish/>')}</w:ins>"),
    "in a field": paragraph("Seen", f'<w:fldSimple w:instr="X">{run("Secret", "<w:vanish/>")}</w:fldSimple>'),
    "in a text box": paragraph(
        "Seen",
        f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{paragraph(run('Secret', '<w:vanish/>'))}</w:txbxContent>"
        "</v:textbox></v:shape></w:pict></w:r>",
    ),
}


@pytest.mark.parametrize("body", HIDDEN.values(), ids=HIDDEN)
def test_hidden_words_stay_behind_and_are_told(body: str) -> None:
    found = draft_of(word(paragraph("Seen"), body))
    assert "Secret" not in found.draft.story
    assert found.met["hidden words"] == 1


def style(id_: str, properties: str, kind: str = "paragraph", more: str = "") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{id_}" {more}><w:rPr>{properties}</w:rPr></w:style>'


UNSEEN, SEEN = "<w:vanish/>", '<w:vanish w:val="0"/>'
DEFAULTS = f"<w:docDefaults><w:rPrDefault><w:rPr>{UNSEEN}</w:rPr></w:rPrDefault></w:docDefaults>"


@pytest.mark.parametrize(
    "styles",
    [
        style("Usual", UNSEEN, more='w:default="1"') + style("Shown", SEEN),
        DEFAULTS + style("Shown", SEEN),
        DEFAULTS + style("Other", SEEN, "character", 'w:default="1"') + style("Shown", SEEN),
    ],
    ids=["usual style", "whole document", "usual style of letters alone"],
)
def test_words_that_are_hidden_where_nothing_is_named_stay_behind(styles: str) -> None:
    body = paragraph("Secret"), table(("Secret",)), paragraph("Seen", style="Shown")
    found = draft_of(word(*body, parts={"word/styles.xml": xml("styles", styles)}))
    assert "Secret" not in found.draft.story
    assert "Seen" in found.draft.story


def test_words_that_the_style_of_their_table_hides_stay_behind() -> None:
    named = '<w:tblPr><w:tblStyle w:val="Unseen"/></w:tblPr>'
    hidden = table(("Secret",), ("Secret",)).replace("<w:tbl>", f"<w:tbl>{named}")
    styles = style("Unseen", UNSEEN, "table") + style("Shown", SEEN)
    shown = table((f"<w:tc>{paragraph('Seen', style='Shown')}</w:tc>",)).replace("<w:tbl>", f"<w:tbl>{named}")
    found = draft_of(
        word(paragraph("Before"), hidden, shown, paragraph("After"), parts={"word/styles.xml": xml("styles", styles)})
    )
    assert "Secret" not in found.draft.story
    assert all(words in found.draft.story for words in ("Before", "Seen", "After"))


def test_words_that_a_run_shows_against_its_style_are_seen() -> None:
    body = paragraph(
        run("Seen", '<w:vanish w:val="false"/>'), run(" and seen", '<w:rStyle w:val="Seen"/>'), style="Deeper"
    )
    assert draft_of(word(body)).draft.story == "Seen and seen"
