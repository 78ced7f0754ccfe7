"""Photos of a post at the desk: many brought in at once, each asked about, and nothing kept that a file tells."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import pytest
from PIL import Image

from plugins.author.server import EditorServer
from plugins.photos.imaging import traces
from tests.author.editor_forms import Answer, Visitor
from tests.support.photographs import file_of, photograph, pixels_of

POST = """\
---
title: One
date: 2031-01-01
photos:
  - {file: photos/room.jpg, alt: A room, people: none} # the first
---
See ![the table](photos/table.jpg).
"""
TWO = "---\ntitle: Two\ndate: 2031-01-01\n---\nHere.\n"
SOURCE = "content/posts/one/index.md"
PAGE = "/photos?" + urlencode({"source": SOURCE})
PLACE = 0x8825


def with_place(**saving: object) -> bytes:
    exif = Image.Exif()
    exif.get_ifd(PLACE)[1] = "N"
    return file_of(photograph(120, 90), exif=exif, **(saving or {"format": "JPEG"}))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "content" / "posts" / "one"
    (folder / "photos").mkdir(parents=True)
    (folder / "index.md").write_text(POST, "utf-8")
    (folder / "photos" / "room.jpg").write_bytes(with_place())
    for name in ("table.jpg", "Dots on a wall.JPG"):
        (folder / "photos" / name).write_bytes(file_of(photograph(100, 80, seed=len(name))))
    (tmp_path / "content" / "posts" / "two.md").write_text(TWO, "utf-8")
    (tmp_path / "content" / "pages").mkdir()
    (tmp_path / "content" / "pages" / "about.md").write_text("---\ntitle: About\n---\nWe.\n", "utf-8")
    (tmp_path / "content" / "consent.yml").write_text("C-07: {covers: [photo]}\n", "utf-8")
    return folder


@pytest.fixture
def visitor(folder: Path) -> Iterator[Visitor]:
    server = EditorServer(0, folder.parents[1], ZoneInfo("Europe/London"))
    server.start()
    yield Visitor(server.port)
    server.stop()


def bring(visitor: Visitor, photos: dict[str, bytes], *, source: str = SOURCE) -> Answer:
    return visitor.send_files("/photos/added", {"source": source}, photos)


def send(visitor: Visitor, address: str, **fields: str) -> Answer:
    pairs = [("token", visitor.token), ("source", SOURCE)]
    return visitor.post(address, [*pairs, *((name.replace("__", "."), value) for name, value in fields.items())])


def test_many_photos_come_in_at_once_and_their_files_tell_nothing(visitor: Visitor, folder: Path) -> None:
    heic = file_of(photograph(120, 90), format="HEIF", exif=pixels_of(with_place()).getexif())
    answer = bring(
        visitor,
        {
            "IMG 1.JPG": with_place(),
            "Us at Ann's.heic": heic,
            "notes.txt": b"words",
            "plain.png": file_of(photograph(), format="PNG"),
        },
    )
    assert "3 photos came in." in answer.text
    assert "What 2 files told beside the picture was taken out, 2 places among it." in answer.text
    assert "notes.txt: this is no picture that can be read here; save it as JPEG or PNG." in answer.text
    came = {"img-1.jpg", "us-at-ann-s.heic", "plain.png"}
    assert came <= {file.name for file in (folder / "photos").iterdir()}
    assert not any(traces((folder / "photos" / name).read_bytes()) for name in came)
    for name in came:
        assert f'aria-label="photos/{name}"' in answer.text


def test_the_same_photo_is_not_kept_twice_and_another_of_its_name_is(visitor: Visitor, folder: Path) -> None:
    for seed in (5, 5, 6):
        bring(visitor, {"new.jpg": file_of(photograph(90, 90, seed=seed))})
    assert {file.name for file in (folder / "photos").glob("new*")} == {"new.jpg", "new-2.jpg"}


def test_what_nothing_names_is_shown_and_put_into_the_post(visitor: Visitor, folder: Path) -> None:
    page = visitor.get(PAGE).text
    name = "photos/Dots on a wall.JPG"
    assert f'aria-label="{name}"' in page
    assert 'aria-label="photos/table.jpg"' not in page, "the story shows it"
    assert 'aria-label="photos/room.jpg"' not in page, "it is in the list"
    said = {"form": "p0", "file": name, "p0__alt": "Dots", "p0__consent": "C-07"}
    refused = send(visitor, "/photos/named", **said, p0__people="")
    assert "say whether anybody in it can be recognised." in refused.text
    assert 'name="p0.alt" value="Dots"' in refused.text
    assert "It is in the post." in send(visitor, "/photos/named", **said, p0__people="recognisable").text
    added = f"  - file: {name}\n    alt: Dots\n    people: recognisable\n    consent: [C-07]\n"
    assert (folder / "index.md").read_text("utf-8") == POST.replace("# the first\n", f"# the first\n{added}")


def test_a_place_in_a_file_is_told_and_goes_with_one_press(visitor: Visitor, folder: Path) -> None:
    assert "Its file tells the place where it was taken." in visitor.get(PAGE).text
    before = pixels_of((folder / "photos" / "room.jpg").read_bytes()).tobytes()
    answer = send(visitor, "/photos/stripped", file="photos/room.jpg")
    assert "The file tells nothing beside the picture any more." in answer.text
    assert "Its file tells" not in answer.text
    after = (folder / "photos" / "room.jpg").read_bytes()
    assert not traces(after)
    assert pixels_of(after).tobytes() == before
    assert not list((folder.parents[2] / ".cache").rglob("*room*")), "no original is kept"


def test_a_file_that_cannot_be_stripped_is_told_and_never_brought_in_with_its_place(
    visitor: Visitor, folder: Path
) -> None:
    comment = file_of(photograph(120, 90).quantize(8), format="GIF", comment=b"GPS 51.5 N")
    (folder / "photos" / "old.gif").write_bytes(comment)
    answer = send(visitor, "/photos/stripped", file="photos/old.gif")
    assert (
        "photos/old.gif: what this file tells beside the picture cannot be taken out; save it as JPEG." in answer.text
    )
    answer = bring(
        visitor, {"new.gif": comment, "new.tif": with_place(format="TIFF"), "new.avif": with_place(format="AVIF")}
    )
    assert (
        "new.gif: its file tells the place where it was taken, and not how to take that out; save it as JPEG first."
        in answer.text
    )
    assert {file.name for file in (folder / "photos").glob("new*")} == {"new.tif", "new.avif"}
    assert not traces((folder / "photos" / "new.avif").read_bytes())


def test_every_post_is_led_to_and_one_without_a_folder_gets_one_by_one_press(visitor: Visitor, folder: Path) -> None:
    two = urlencode({"source": "content/posts/two.md"})
    assert f'href="/photos?{two}"' in visitor.get("/photos").text
    assert "This post is one file, and photos lie in a folder" in visitor.get(f"/photos?{two}").text
    assert bring(visitor, {"a.jpg": file_of(photograph())}, source="content/posts/two.md").status == 404
    (folder.parent / "two.md").write_text(f"{TWO}See [one](one/index.md).\n", "utf-8")
    (folder / "index.md").write_text(f"{POST}See [two](../two.md).\n", "utf-8")
    pairs = [("token", visitor.token), ("source", "content/posts/two.md")]
    form = visitor.get(f"/post?{two}").form.having(title="Half")
    visitor.post("/typed", form)
    assert "What you typed in this post is not saved yet." in visitor.post("/photos/folder", pairs).text
    visitor.post("/post", [*form[:-1], ("do", "forget")])
    answer = visitor.post("/photos/folder", pairs)
    assert "It has a folder of its own now. Its address stays as it is, and links lead where they led." in answer.text
    assert "Bring photos in" in answer.text
    assert not (folder.parent / "two.md").exists()
    assert (folder.parent / "two" / "index.md").read_text("utf-8") == f"{TWO}See [one](../one/index.md).\n"
    assert (folder / "index.md").read_text("utf-8") == f"{POST}See [two](../two/index.md).\n"
    assert visitor.post("/photos/folder", pairs).status == 404
    assert "no photos of its own" in visitor.get("/photos?" + urlencode({"source": "content/pages/about.md"})).text


@pytest.mark.parametrize("file", ["index.md", "../two.md", "../../consent.yml", "/etc/passwd", "photos/gone.jpg", ""])
def test_no_other_file_is_shown_named_or_stripped(visitor: Visitor, folder: Path, file: str) -> None:
    assert visitor.get("/beside?" + urlencode({"source": SOURCE, "file": file})).status == 404
    assert send(visitor, "/photos/stripped", file=file).status == 404
    assert send(visitor, "/photos/named", file=file, form="p0", p0__people="none").status == 404
    assert (folder / "index.md").read_text("utf-8") == POST


def test_a_page_of_elsewhere_brings_nothing_in(visitor: Visitor, folder: Path) -> None:
    before = set(folder.rglob("*"))
    stranger = Visitor(visitor.port, origin="http://evil.example")
    assert bring(stranger, {"a.jpg": file_of(photograph())}).status == 403
    assert set(folder.rglob("*")) == before
    assert (
        visitor.get("/beside?" + urlencode({"source": SOURCE, "file": "photos/table.jpg"})).headers["Content-Type"]
        == "image/jpeg"
    )
