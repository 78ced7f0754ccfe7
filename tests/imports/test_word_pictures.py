"""Pictures of a Word document."""

import io
from pathlib import Path

from PIL import Image

from plugins.imports.word import read_word
from plugins.imports.word.draft import word_draft
from tests.imports.documents import paragraph, picture, table, word

PHOTO = (("p", "image", "media/image1.jpeg"),)


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


def test_a_path_in_a_document_leads_to_no_file_of_this_computer(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(red())
    links = (("p", "image", "../../../../../../" + str(tmp_path / "secret.png").lstrip("/")),)
    assert read_word(word(paragraph("We met.", picture("p")), links=links)).pictures == ()


def test_a_picture_in_the_title_stays_in_the_story() -> None:
    title = paragraph(picture("p", alt="Our sign"), "An evening", style="Title")
    found = read_word(word(title, paragraph("We met."), links=PHOTO, parts={"word/media/image1.jpeg": red()}))
    assert found.title == "An evening"
    assert [each.alt for each in found.pictures] == ["Our sign"]
    assert found.html == f"<p>{found.pictures[0].sign}</p><p>We met.</p>"


def test_a_picture_in_a_text_box_is_there_once() -> None:
    words = f"<w:txbxContent>{paragraph('Beside it', picture('p', alt='A door'))}</w:txbxContent>"
    box = f"<w:r><w:drawing><wp:inline><wps:txbx>{words}</wps:txbx></wp:inline></w:drawing></w:r>"
    found = read_word(word(paragraph("We met.", box), links=PHOTO, parts={"word/media/image1.jpeg": red()}))
    assert [each.alt for each in found.pictures] == ["A door"]
    assert found.html == f"<p>We met.</p><p>Beside it{found.pictures[0].sign}</p>"


def test_a_picture_that_is_shown_many_times_is_held_once() -> None:
    body = [paragraph(picture("p")) for _ in range(3)]
    found = read_word(word(*body, links=PHOTO, parts={"word/media/image1.jpeg": red()}))
    assert len({id(each.content) for each in found.pictures}) == 1


def test_a_table_with_a_picture_is_offered_as_no_field() -> None:
    cell = f"<w:tc>{paragraph('Begin', picture('p'))}</w:tc>"
    document = word(
        table(("Time", "What"), ("10:00", cell)),
        table(("Time", "What"), ("11:00", "End")),
        links=PHOTO,
        parts={"word/media/image1.jpeg": red()},
    )
    found = word_draft(document, kind="workshop", title="One", name="", as_fields=True)
    assert [item for offer in found.offered for item in offer.items] == [{"title": "End", "start": "11:00"}]
    assert f"| 10:00 | Begin{found.draft.pictures[0].sign} |" in found.draft.story
