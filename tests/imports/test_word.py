"""What comes along of a Word document, and what stays behind."""

import io
import zipfile

from tests.imports.documents import draft_of, item, paragraph, relationships, run, story_of, table, word, xml


def test_headings_are_headings_whatever_their_style_is_called_and_made_from() -> None:
    body = [
        paragraph("In German", style="berschrift1"),
        paragraph("Made from another", style="Ours"),
        paragraph("By its outline", style="Outlined"),
        paragraph("By its own outline", properties='<w:outlineLvl w:val="1"/>'),
        paragraph("Plain", properties='<w:outlineLvl w:val="9"/>'),
        paragraph("A style made from itself", style="Ring"),
        paragraph("A style that is not there", style="Nowhere"),
    ]
    assert story_of(*body).split("\n\n") == [
        "## In German",
        "### Made from another",
        "## By its outline",
        "### By its own outline",
        "Plain",
        "A style made from itself",
        "A style that is not there",
    ]


def test_words_that_word_split_into_runs_are_whole() -> None:
    body = paragraph(
        run("We ", "<w:b/>"),
        run("me", "<w:b/>"),
        '<w:proofErr w:type="spellStart"/>',
        run("t", "<w:b/>"),
        f"<w:smartTag>{run(' in London')}</w:smartTag>",
        f'<w:fldSimple w:instr="PAGE">{run(" again")}</w:fldSimple>',
    )
    assert story_of(body) == "**We met** in London again"


def test_lists_keep_their_levels_and_kinds() -> None:
    body = [item("one"), item("two", 1), item("deep", 2), item("first", 1, 2), item("three")]
    assert story_of(*body) == "- one\n  - two\n    - deep\n  1. first\n- three"


def test_lists_that_are_nested_by_their_styles_alone_are_nested() -> None:
    styled = [paragraph(words, style=style) for words, style in (("two", "ListBullet2"), ("deep", "ListNumber3"))]
    assert story_of(item("one"), *styled, item("three")) == "- one\n  - two\n    1. deep\n- three"


def test_a_merged_cell_stands_in_each_cell_that_it_covered_and_it_is_told() -> None:
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{paragraph("Wide")}</w:tc>'
    begins = f'<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{paragraph("High")}</w:tc>'
    goes_on = f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{paragraph('')}</w:tc>"
    found = draft_of(word(table(("A", "B", "C"), (wide, "x"), (begins, "1", "2"), (goes_on, "3", "4"))))
    assert found.draft.story.split("\n") == [
        "| A | B | C |",
        "| --- | --- | --- |",
        "| Wide | Wide | x |",
        "| High | 1 | 2 |",
        "| High | 3 | 4 |",
    ]
    assert found.met["merged cells"] > 0


def test_links_notes_text_boxes_and_quotes_come_along() -> None:
    box = f"<w:txbxContent>{paragraph('In a box')}</w:txbxContent>"
    shape = f"<v:shape><v:textbox>{box}</v:textbox></v:shape>"
    twice = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{shape}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    once = f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    empty = "<w:r><mc:AlternateContent/></w:r>"
    body = [
        paragraph('<w:hyperlink r:id="h"><w:r><w:t>A page</w:t></w:r></w:hyperlink>'),
        paragraph("With a note", '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        paragraph("Beside", twice, once, empty),
        paragraph("Said", style="Quote"),
    ]
    notes = xml("footnotes", f'<w:footnote w:id="2">{paragraph("A note")}</w:footnote>')
    links = (("h", "hyperlink", "https://example.org/a?b=1&amp;c=2"), ("f", "footnotes", "footnotes.xml"))
    story = story_of(*body, links=links, parts={"word/footnotes.xml": notes})
    assert story.split("\n\n") == [
        "[A page](https://example.org/a?b=1&c=2)",
        "With a note[^1]",
        "Beside",
        "In a box",
        "In a box",
        "> Said",
        "[^1]: A note",
    ]


def test_changes_and_comments_are_told_struck_words_stay_behind_and_inserted_ones_come_along() -> None:
    struck = '<w:del w:author="Kim Private"><w:r><w:delText>struck</w:delText></w:r></w:del>'
    moved = f"<w:moveFrom>{run('moved')}</w:moveFrom><w:moveTo>{run('moved')}</w:moveTo>"
    row = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{paragraph('struck row')}</w:tc></w:tr>"
    cell = f"<w:tc><w:tcPr><w:cellDel/></w:tcPr>{paragraph('struck cell')}</w:tc>"
    kept = f"<w:tr><w:tc>{paragraph('kept')}</w:tc><w:tc>{paragraph('too')}</w:tc>{cell}</w:tr>"
    comments = xml("comments", f'<w:comment w:id="1" w:author="Kim Private">{paragraph("Who is this?")}</w:comment>')
    body = [
        paragraph(
            '<w:commentRangeStart w:id="1"/>',
            "We ",
            f'<w:ins w:author="Kim Private">{run("all ")}</w:ins>',
            struck,
            moved,
            '<w:r><w:commentReference w:id="1"/></w:r>',
        ),
        f"<w:tbl>{kept}{row}</w:tbl>",
    ]
    content = word(*body, links=(("c", "comments", "comments.xml"),), parts={"word/comments.xml": comments})
    found = draft_of(content)
    assert found.draft.story.startswith("We all moved\n\n| kept | too |")
    assert "struck" not in found.draft.story
    assert (found.met["insertions"], found.met["deletions"], found.met["comments"]) == (2, 3, 1)


def test_nothing_that_stands_beside_the_text_comes_along() -> None:
    contents = f'<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>{paragraph("Chapter 1")}</w:sdtContent></w:sdt>'
    empty = (
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{paragraph('Click here')}</w:sdtContent></w:sdt>"
    )
    filled = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('Filled in')}</w:sdtContent></w:sdt>"
    body = [
        contents,
        paragraph("Chapter 2", style="TOC1"),
        empty,
        filled,
        paragraph("A sum:", "<m:oMath><m:r><m:t>1+1</m:t></m:r></m:oMath>"),
        paragraph("<w:r><w:object/></w:r>", "<w:r><w:drawing><a:graphic/></w:drawing></w:r>"),
        paragraph('<w:r><w:pict><v:rect o:hr="t"/></w:pict></w:r>'),
        paragraph('<w:bookmarkStart w:name="Kim"/>', "End"),
    ]
    header = xml("hdr", paragraph("Confidential"))
    numbers = xml("ftr", paragraph("1"))
    content = word(
        *body,
        links=(("1", "header", "header1.xml"), ("2", "footer", "footer1.xml"), ("3", "header", "not-there.xml")),
        parts={"word/header1.xml": header, "word/footer1.xml": numbers},
    )
    found = draft_of(content)
    assert found.draft.story.split("\n\n") == ["Filled in", "A sum:", "End"]
    assert dict(found.met) == {
        "tables of contents": 2,
        "equations": 1,
        "embedded files": 1,
        "drawings": 1,
        "headers and footers": 1,
    }
    assert "Kim" not in repr(found)


def test_a_title_is_taken_from_the_document_unless_one_is_given() -> None:
    body = [paragraph("", style="Title"), paragraph("Our ", "evening", style="Title"), paragraph("We met.")]
    assert draft_of(word(*body)).draft.title == "Our evening"
    assert draft_of(word(*body)).draft.story == "We met."
    assert draft_of(word(*body), title="Another").draft.title == "Another"
    assert draft_of(word(paragraph("We met."))).draft.title == "Notes"


def test_a_document_in_the_strict_form_is_read_alike() -> None:
    strict = xml("document", f"<w:body>{paragraph('Seen', run('Secret', '<w:vanish/>'))}</w:body>").replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert story_of(parts={"word/document.xml": strict}) == "Seen"


def test_a_document_without_styles_and_in_another_place_is_read() -> None:
    plain = io.BytesIO()
    with zipfile.ZipFile(plain, "w") as package:
        package.writestr("_rels/.rels", relationships(("d", "officeDocument", "/text/words.xml")))
        package.writestr("text/words.xml", xml("document", f"<w:body>{paragraph('We met.')}</w:body>"))
    assert draft_of(plain.getvalue()).draft.story == "We met."
