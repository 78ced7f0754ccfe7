"""What comes along of a Word document, and what stays behind."""

import io
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from plugins.imports.errors import ImportRefused
from plugins.imports.word import read_word
from plugins.imports.word.draft import WordDraft, word_draft
from tests.imports.documents import (
    item,
    paragraph,
    picture,
    relationships,
    run,
    table,
    word,
    xml,
)


def draft_of(content: bytes, **more: object) -> WordDraft:
    chosen = {"kind": "post", "title": "", "name": "Notes", "as_fields": False, **more}
    return word_draft(content, **chosen)  # type: ignore[arg-type]


def story_of(*body: str, **more: object) -> str:
    return draft_of(word(*body, **more)).draft.story  # type: ignore[arg-type]


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


def test_words_that_a_run_shows_against_its_style_are_seen() -> None:
    body = paragraph(run("Seen", '<w:vanish w:val="false"/>'), run(" and seen", '<w:rStyle w:val="Seen"/>'), style="Deeper")
    assert draft_of(word(body)).draft.story == "Seen and seen"


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
    empty = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{paragraph('Click here')}</w:sdtContent></w:sdt>"
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


def red(width: int = 40, height: int = 30, kind: str = "JPEG") -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (width, height), "red").save(file, kind)
    return file.getvalue()


def test_pictures_come_along_as_they_are_seen_with_what_a_person_wrote_of_them() -> None:
    decorative = '<a:ext><x:decorative xmlns:x="d" val="1"/></a:ext>'
    shape = '<w:r><w:pict><v:shape alt="A {}"><v:imagedata r:id="p" cropright="16384f" cropleft="0.25" croptop="x"/></v:shape></w:pict></w:r>'
    body = [
        paragraph(picture("p", alt="Two hands", crop='<a:srcRect l="25000" t="50%" r="-5000" b="0"/>')),
        paragraph(picture("p", alt="A person, Description automatically generated")),
        paragraph(picture("p").replace("<a:graphic>", f"{decorative}<a:graphic>")),
        paragraph(shape.format("door")),
        paragraph(picture("gone")),
        paragraph(picture("linked")),
        paragraph(picture("p", more='hidden="1"')),
        paragraph(shape.replace("<v:shape", '<v:shape style="visibility: hidden"')),
    ]
    links = (
        ("p", "image", "media/image1.jpeg"),
        ("gone", "image", "media/image2.jpeg"),
        ("linked", "image", "https://example.org/spy.gif"),
    )
    found = read_word(word(*body, links=links, parts={"word/media/image1.jpeg": red()}))
    assert [(each.alt, each.is_decorative, each.crop) for each in found.pictures] == [
        ("Two hands", False, (0.25, 0.5, 0.0, 0.0)),
        ("", False, (0.0, 0.0, 0.0, 0.0)),
        ("", True, (0.0, 0.0, 0.0, 0.0)),
        ("A door", False, (0.25, 0.0, 0.25, 0.0)),
    ]
    assert all(each.sign in found.html for each in found.pictures)
    assert dict(found.met) == {"linked pictures": 1, "hidden pictures": 2, "pictures": 1}
    assert found.html.count("PICTURE") == 2 * len(found.pictures)
    assert "spy" not in found.html


def test_a_title_is_taken_from_the_document_unless_one_is_given() -> None:
    body = [paragraph("", style="Title"), paragraph("Our ", "evening", style="Title"), paragraph("We met.")]
    assert draft_of(word(*body)).draft.title == "Our evening"
    assert draft_of(word(*body)).draft.story == "We met."
    assert draft_of(word(*body), title="Another").draft.title == "Another"
    assert draft_of(word(paragraph("We met."))).draft.title == "Notes"


def test_a_document_in_the_strict_form_is_read_alike() -> None:
    strict = xml("document", f"<w:body>{paragraph('Seen', run('Secret', '<w:vanish/>'))}</w:body>").replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    assert story_of(parts={"word/document.xml": strict}) == "Seen"


def test_a_document_without_styles_and_in_another_place_is_read() -> None:
    plain = io.BytesIO()
    with zipfile.ZipFile(plain, "w") as package:
        package.writestr("_rels/.rels", relationships(("d", "officeDocument", "/text/words.xml")))
        package.writestr("text/words.xml", xml("document", f"<w:body>{paragraph('We met.')}</w:body>"))
    assert draft_of(plain.getvalue()).draft.story == "We met."


def locked(content: bytes) -> bytes:
    """The same with the mark of a password on each file."""
    return content.replace(b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01")


def zipped(**files: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name.replace("__", "."), content)
    return file.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
NO_WORD = "it is no Word document (.docx), or it is damaged: open it in a word processor and save it anew as .docx"
NO_PASSWORD = "it is protected with a password: open it, take the password off, and save it again"
DAMAGED = "it is damaged in a way that this software does not understand: open it and save it anew as .docx"
REFUSED = {
    "nothing": (b"", NO_WORD),
    "no zip": (b"Dear all", NO_WORD),
    "half a document": (word(paragraph("We met."))[:-200], NO_WORD),
    "another zip": (zipped(readme="x"), NO_WORD),
    "an OpenDocument": (zipped(mimetype="x", content__xml="<x/>"), "it is an OpenDocument (.odt): save it as .docx"),
    "an old Word file": (
        OLE + b"WordDocument",
        "it is an old Word file (.doc): open it in Word and save it as a Word document (.docx)",
    ),
    "one with a password": (OLE + "EncryptedPackage".encode("utf-16-le"), NO_PASSWORD),
    "a zip with a password": (locked(word(paragraph("We met."))), NO_PASSWORD),
    "one with macros": (
        word(paragraph("We met."), parts={"word/vbaProject.bin": b"x"}),
        "it holds macros (.docm): open it and save it as a Word document without them (.docx)",
    ),
    "a PDF": (b"%PDF-1.7", "it is a PDF: copy its words into a post, or lay it beside the post as a hand-out"),
    "an RTF file": (b"{\\rtf1", "it is an RTF file: open it in a word processor and save it as a Word document (.docx)"),
    "a document type": (
        word(paragraph("We met."), before='<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'),
        "it declares a document type in its XML, which no Word document does and which can do harm",
    ),
    "broken XML": (word(parts={"word/document.xml": "<w:document>"}), NO_WORD),
    "no words": (word(paragraph("")), "there are no words in it that anybody sees"),
    "hidden words alone": (word(paragraph("Secret", style="Secret")), "there are no words in it that anybody sees"),
    "too deep": (
        word("<w:sdtContent>" * 300 + "</w:sdtContent>" * 300),
        "its parts lie too deep in one another: open it and save it anew as .docx",
    ),
    "a cell of odd width": (
        word(f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="x"/></w:tcPr>{paragraph("a")}</w:tc></w:tr></w:tbl>'),
        DAMAGED,
    ),
    "a part that swells": (
        word(parts={"word/document.xml": " " * 20_000_001}),
        "it is larger than this software reads: save its pictures smaller, or split it into several documents",
    ),
    "too many parts": (
        word(parts={f"x/{number}": "" for number in range(5_001)}),
        "it is larger than this software reads: save its pictures smaller, or split it into several documents",
    ),
}


@pytest.mark.parametrize(("content", "sentence"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_document_to_be_read_is_answered_with_one_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(ImportRefused) as refused:
        draft_of(content)
    assert str(refused.value) == sentence


def test_a_document_that_is_too_large_is_refused_before_it_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plugins.imports.word.package.LARGEST", 10)
    with pytest.raises(ImportRefused, match=r"^it is larger than this software reads"):
        draft_of(word(paragraph("We met.")))


def test_a_text_that_is_longer_than_a_post_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plugins.imports.word.document._LONGEST_HTML", 10)
    with pytest.raises(ImportRefused, match=r"^it is longer than a post may be: split it into several documents$"):
        draft_of(word(paragraph("We met in the evening.")))


def test_a_path_in_a_document_leads_to_no_file_of_this_computer(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(red())
    links = (("p", "image", "../../../../../../" + str(tmp_path / "secret.png").lstrip("/")),)
    assert read_word(word(paragraph("We met.", picture("p")), links=links)).pictures == ()
