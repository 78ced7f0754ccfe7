"""Photos without `share` in what others keep, found by looking: the site is planted, the record says what may be."""

import io
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image

from plugins.photos.card import CardColours, CardText
from plugins.photos.imaging.card import card
from plugins.publishing.lastlook.withheld import withheld
from tests.publishing.lastlook.sites import ADDRESS, page
from tests.publishing.lastlook.test_withheld import NOW, told
from tests.support.diaries import LONDON, written
from tests.support.photographs import file_of, photograph, put

POST = """
---
title: We met
date: 2019-05-01
workshop: {name: Meeting, start: 2019-05-01, status: held}
photos:
  - {file: kim.jpg, alt: Kim waves, people: recognisable, consent: P-1}
  - {file: sam.jpg, alt: Sam waves, people: recognisable, consent: P-2}
  - {file: lee.jpg, alt: Lee waves, people: recognisable, consent: P-3}
  - {file: wall.jpg, alt: A wall, people: none}
---
We met.
"""
CONSENTS = (
    "P-1: {covers: [photo]}\nP-2: {covers: [photo, share]}\nP-3: {covers: [photo, share], withdrawn: 2019-06-01}\n"
)
KIM, SAM, LEE, WALL = (photograph(900, 700, seed=seed) for seed in range(4))
COLOURS = CardColours(paper="#fffaf0", ink="#222222", accent="#7a1f5c", notes=("#ffd", "#dfd", "#ddf", "#fdd"))
WHY = {
    "kim.jpg": "that readers may not keep without `share` in its consents",
    "lee.jpg": "that nobody agreed to any more",
}


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = written(tmp_path_factory.mktemp("kept"), workshops__met=POST)
    (folder / "consent.yml").write_text(CONSENTS, "utf-8")
    for name, image in (("kim", KIM), ("sam", SAM), ("lee", LEE), ("wall", WALL)):
        put(folder / "workshops/met", f"{name}.jpg", file_of(image))
    return folder


def found(content: Path, files: dict[str, bytes]) -> list[str]:
    return told(withheld(content, now=NOW, zone=LONDON), files)


def telling(path: str, photo: str) -> str:
    return f"{path}: found the picture {photo}, a photograph {WHY[photo]} (content/workshops/met/index.md)"


def card_over(photo: Image.Image | None) -> bytes:
    """The part of the photo that a card has room for, its focus near the top."""
    behind = file_of(photo.crop((0, 60, 900, 532)).resize((1200, 630))) if photo else b""
    return card(CardText(title="We met", site="A diary"), COLOURS, behind)


def linked(card_of_post: bytes, own: bytes = b"") -> dict[str, bytes]:
    tag = '<meta property="og:image" content="{}pictures/{}.jpg">'
    pages = {"workshops/met/index.html": page(head=tag.format(ADDRESS, "met"), path="workshops/met/")}
    if own:
        pages |= {"index.html": page(head=tag.format(ADDRESS, "own"), path=""), "pictures/own.jpg": own}
    return {**pages, "pictures/met.jpg": card_of_post}


def pdf_with(*pictures: Image.Image) -> bytes:
    """Smaller than the photo, four by three, and compressed once more."""
    file = io.BytesIO()
    small = [picture.crop((0, 0, 900, 675)).resize((320, 240)) for picture in pictures]
    small[0].save(file, "PDF", save_all=True, append_images=small[1:])
    return file.getvalue()


def epub_with(*pictures: bytes) -> bytes:
    file = io.BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr("book/chapter.xhtml", "<p>We met.</p>")
        for number, picture in enumerate(pictures):
            archive.writestr(f"book/{number}.bin", picture)
    return file.getvalue()


@pytest.mark.parametrize("has_own", [True, False])
@pytest.mark.parametrize(("photo", "name"), [(KIM, "kim.jpg"), (LEE, "lee.jpg"), (SAM, ""), (WALL, ""), (None, "")])
def test_a_photo_that_may_not_be_shared_is_found_on_a_card_and_no_other(
    content: Path, photo: Image.Image | None, name: str, has_own: bool
) -> None:
    files = linked(card_over(photo), card(CardText(title="A diary"), COLOURS) if has_own else b"")
    assert found(content, files) == ([telling("pictures/met.jpg", name)] if name else [])


@pytest.mark.parametrize("path", ["easy-read/met.pdf", "workshops/met/hand-out.PDF", "diary.pdf"])
def test_it_is_found_in_a_pdf_of_its_post_or_of_the_whole_diary(content: Path, path: str) -> None:
    assert found(content, {path: pdf_with(SAM, KIM, WALL)}) == [telling(path, "kim.jpg")]
    assert found(content, {path: pdf_with(SAM, WALL, photograph(900, 700, seed=9))}) == []


def test_it_is_found_in_a_book_and_what_is_damaged_or_no_picture_is_told_elsewhere(content: Path) -> None:
    whole = file_of(KIM.resize((300, 233)), format="PNG")
    assert found(content, {"diary.epub": epub_with(whole, b"\xff\xd8\xffno picture")}) == [
        telling("diary.epub", "kim.jpg")
    ]
    assert found(content, {"diary.epub": b"PK", "diary.pdf": b"/DCTDecode", **linked(b"no picture")}) == []


def test_a_photo_that_may_be_kept_is_let_be_however_alike_another_one_is(tmp_path: Path) -> None:
    folder = written(tmp_path, workshops__met=POST)
    (folder / "consent.yml").write_text(CONSENTS, "utf-8")
    moved = Image.blend(KIM, WALL, 0.1)
    for name, image in (("kim", KIM), ("sam", moved)):
        put(folder / "workshops/met", f"{name}.jpg", file_of(image))
    assert found(folder, {"easy-read/met.pdf": pdf_with(moved)}) == []
    assert found(folder, {"easy-read/met.pdf": pdf_with(KIM)}) == [telling("easy-read/met.pdf", "kim.jpg")]


def test_where_every_photo_may_be_kept_nothing_is_compared(tmp_path: Path) -> None:
    folder = written(tmp_path, workshops__met=POST.replace("P-1", "P-2").replace("P-3", "P-2"))
    (folder / "consent.yml").write_text(CONSENTS, "utf-8")
    put(folder / "workshops/met", "kim.jpg", file_of(KIM))
    assert found(folder, {**linked(b"no picture"), "easy-read/met.pdf": pdf_with(KIM)}) == []
