"""Documents brought in at the command line: the drafts, their photos, and what is said."""

import io
from pathlib import Path

import pytest
from PIL import Image

from plugins.imports.__main__ import main
from tests.imports.documents import paragraph, picture, run, table, word

PHOTO = (("p", "image", "media/image1.jpeg"), ("x", "image", "media/image2.emf"))


def photo(kind: str = "JPEG") -> bytes:
    """Two colours side by side, taken at a place that the file tells."""
    image = Image.new("RGB", (80, 40), "red")
    image.paste("green", (40, 0, 80, 40))
    exif = Image.Exif()
    exif[0x010E] = "Kim at home"
    file = io.BytesIO()
    image.save(file, kind, exif=exif)
    return file.getvalue()


def brought_in(folder: Path, content: bytes, *options: str, name: str = "Our_notes.docx") -> int:
    (folder / name).write_bytes(content)
    (folder / "content").mkdir(exist_ok=True)
    return main([str(folder / name), "--content", str(folder / "content"), *options])


def with_photos() -> bytes:
    crop = '<a:srcRect r="50000"/>'
    body = (paragraph("We met."), paragraph(picture("p", alt="A [red] wall", crop=crop)), paragraph(picture("x")))
    return word(*body, links=PHOTO, parts={"word/media/image1.jpeg": photo(), "word/media/image2.emf": b"\x01\x00"})


def test_a_document_is_a_draft_named_by_its_title_with_its_photos_as_they_were_seen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert brought_in(tmp_path, with_photos()) == 0
    folder = tmp_path / "content/workshops/our-notes"
    assert (folder / "index.md").read_text() == (
        "---\ntitle: Our notes\nstatus: draft\nworkshop:\n  status: held\nphotos:\n"
        "  - file: photos/our-notes-1.jpg\n    alt: A [red] wall\n---\nWe met.\n\n![A (red) wall](photos/our-notes-1.jpg)\n"
    )
    content = (folder / "photos/our-notes-1.jpg").read_bytes()
    assert b"Kim" not in content
    with Image.open(io.BytesIO(content)) as seen:
        assert seen.size == (40, 40)
        assert not seen.getexif()
    assert capsys.readouterr().out.splitlines() == [
        "Made content/workshops/our-notes/index.md. It is a draft: nobody but you sees it.",
        "1 photo lies beside it, without what a camera writes into a file. Say of each what it shows and who is in it.",
        "A picture did not come along: picture 2: this is no picture that can be read here; save it as JPEG or PNG.",
    ]


@pytest.mark.parametrize(
    ("kind", "place"),
    [("workshop", "workshops/a/index.md"), ("post", "posts/a/index.md"), ("page", "pages/a.md")],
)
def test_nothing_that_is_there_is_written_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str, place: str
) -> None:
    options = ("--kind", kind, "--title", "A")
    photos = (tmp_path / "content" / place).parent / "photos"
    photos.mkdir(parents=True)
    (photos / "a-1.jpg").write_bytes(b"older")
    assert brought_in(tmp_path, with_photos(), *options) == 0
    assert (photos / "a-1.jpg").read_bytes() == b"older"
    assert (photos / "a-1-1.jpg").is_file()
    written = (tmp_path / "content" / place).read_bytes()
    capsys.readouterr()
    assert brought_in(tmp_path, word(paragraph("Another.")), *options) == 1
    assert (tmp_path / "content" / place).read_bytes() == written
    assert capsys.readouterr().err == (
        f"Our_notes.docx: nothing was brought in: there is a post of this name already (content/{place}): "
        "give another with --title.\n"
    )


def test_a_table_is_printed_as_fields_or_becomes_fields_where_that_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = word(paragraph("We met."), table(("Time", "What"), ("10:00", "Welcome")))
    brought_in(tmp_path, content, "--title", "One")
    assert "| 10:00 | Welcome |" in (tmp_path / "content/workshops/one/index.md").read_text()
    assert capsys.readouterr().out.endswith(
        "A table looks like an agenda. If it is one, write this into the front matter, and take the table out:\n"
        "agenda:\n  - title: Welcome\n    start: 10:00\n"
    )
    brought_in(tmp_path, content, "--title", "Two", "--fields")
    assert (
        (tmp_path / "content/workshops/two/index.md")
        .read_text()
        .endswith("agenda:\n  - title: Welcome\n    start: 10:00\n---\nWe met.\n")
    )
    assert capsys.readouterr().out.endswith(
        "A table that looks like an agenda is in the field “agenda” now: check each line of it.\n"
    )
    brought_in(tmp_path, content, "--title", "Three", "--kind", "post", "--fields")
    assert "agenda" not in (tmp_path / "content/posts/three.md").read_text()


def test_what_stays_behind_is_told_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{paragraph("Wide")}</w:tc>'
    struck = "<w:del><w:r><w:delText>x</w:delText></w:r></w:del>"
    body = paragraph(
        "We", f"<w:ins>{run(' met')}</w:ins>", struck, run("x", "<w:vanish/>"), "<m:oMath><m:t/></m:oMath>"
    )
    brought_in(tmp_path, word(body, table(("A", "B"), (wide,))))
    assert capsys.readouterr().out.splitlines()[1:] == [
        "Words that were inserted and that nobody has accepted yet came along, in 1 place: read them.",
        "Left behind: words that somebody had struck out, in 1 place; words that were hidden, in 1 place; 1 equation.",
        "The words of a merged cell stand in each cell that it covered.",
    ]


REFUSED = {
    "no such file": ("gone.docx", ("--kind", "post"), "it cannot be read (No such file or directory)"),
    "no name": ("a.docx", ("--title", "!!!"), "“!!!” makes no name for a folder: give it another title with --title"),
}


@pytest.mark.parametrize(("name", "options", "sentence"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_made_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, options: tuple[str, ...], sentence: str
) -> None:
    (tmp_path / "a.docx").write_bytes(word(paragraph("We met.")))
    assert main([str(tmp_path / name), "--content", str(tmp_path), *options]) == 1
    assert capsys.readouterr().err == f"{name}: nothing was brought in: {sentence}.\n"


def test_a_story_longer_than_a_post_may_be_is_not_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "content" / "posts").mkdir(parents=True)
    long = word(
        paragraph("word " * 210_000), paragraph(picture("p")), links=PHOTO, parts={"word/media/image1.jpeg": photo()}
    )
    assert brought_in(tmp_path, long) == 1
    assert list((tmp_path / "content").rglob("*")) == [tmp_path / "content" / "posts"], "its photo is taken away again"
    assert "it is longer than a post may be: split it into several" in capsys.readouterr().err


def test_no_draft_is_written_through_a_link(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "content").mkdir()
    (tmp_path / "content/workshops").symlink_to(tmp_path / "elsewhere")
    assert brought_in(tmp_path, word(paragraph("We met."))) == 1
    assert brought_in(tmp_path, with_photos()) == 1
    assert not list((tmp_path / "elsewhere").rglob("*"))
    assert capsys.readouterr().err.count("could not be") == 2


def test_a_picture_cropped_to_nothing_stays_behind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body = (paragraph("We met."), paragraph(picture("p", crop='<a:srcRect l="60000" r="60000"/>')))
    brought_in(tmp_path, word(*body, links=PHOTO, parts={"word/media/image1.jpeg": photo()}))
    assert "picture 1: nothing of this is seen; take it out" in capsys.readouterr().out


def test_a_drawing_stays_sharp(tmp_path: Path) -> None:
    body = (paragraph("We met."), paragraph(picture("p")))
    brought_in(tmp_path, word(*body, links=PHOTO, parts={"word/media/image1.jpeg": photo("PNG")}))
    content = (tmp_path / "content/workshops/our-notes/photos/our-notes-1.png").read_bytes()
    assert b"Kim" not in content
    with Image.open(io.BytesIO(content)) as seen:
        assert seen.getpixel((39, 0)) == (255, 0, 0)


def test_a_document_called_index_is_no_file_among_other_posts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert brought_in(tmp_path, word(paragraph("We met.")), "--kind", "post", name="Index.docx") == 1
    assert "“Index” makes no name for a folder" in capsys.readouterr().err
    assert not (tmp_path / "content/posts").exists()


def test_signs_in_what_is_said_of_a_picture_break_neither_the_picture_nor_its_table(tmp_path: Path) -> None:
    cell = f"<w:tc>{paragraph(picture('p', alt='A ` b | &lt;c&gt;'))}</w:tc>"
    body = (table(("One", "Two"), ("Words", cell)),)
    document = word(*body, links=PHOTO[:1], parts={"word/media/image1.jpeg": photo()})
    assert brought_in(tmp_path, document) == 0
    text = (tmp_path / "content/workshops/our-notes/index.md").read_text()
    assert "    alt: A ` b | <c>\n" in text
    assert "| Words | ![A \\` b \\| \\<c>](photos/our-notes-1.jpg) |\n" in text
