"""The editor for photographs: what it shows, what it writes, and whom it turns away."""

import re
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlencode

import pytest
from PIL import Image

from plugins.preview.pages import ADDRESSES
from plugins.preview.photo_editor.editor import Answer, PhotoEditor
from plugins.workbench.paths import CHECKOUT
from tests.support.diaries import written
from tests.support.photographs import file_of, photograph, pixels_of

POST = """
---
title: One & all
date: 2016-10-10
photos:
  - file: photos/room.jpg # as it came
    alt: A "room"
    people: recognisable
    consent: C-01
    blur:
      - {x: 0.1, y: 0.2, w: 0.3, h: 0.4}
  - {file: photos/gone.jpg, alt: Gone, people: none}
  - {file: photos/broken.jpg, alt: Broken, people: not-recognisable, focus: {x: 0, y: 1}}
---
Words.
"""
HERE = {"post": "content/workshops/one/index.md", "file": "photos/room.jpg"}
HOST = "localhost:8000"
ORIENTATION = 0x0112


@pytest.fixture
def content(tmp_path: Path) -> Path:
    made = written(tmp_path, workshops__one=POST, posts__two="---\ntitel: Two\n---\nWords.\n")
    photos = made / "workshops/one/photos"
    photos.mkdir()
    lying = photograph(1200, 800).transpose(Image.Transpose.ROTATE_90)
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    (photos / "room.jpg").write_bytes(file_of(lying, format="JPEG", exif=exif.tobytes()))
    (photos / "broken.jpg").write_bytes(b"\xff\xd8\xff broken")
    return made


def post(content: Path) -> Path:
    return content / "workshops/one/index.md"


def text_of(answer: Answer | None) -> str:
    assert answer is not None
    return answer.content.decode()


def page(editor: PhotoEditor, **asked: str) -> str:
    return text_of(editor.answer(ADDRESSES.photo, urlencode({**HERE, **asked})))


def hidden(editor: PhotoEditor) -> dict[str, str]:
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page(editor)))


def send(editor: PhotoEditor, fields: dict[str, object], *, origin: str = f"http://{HOST}") -> Answer:
    whole = {**hidden(editor), **fields}
    return editor.written(urlencode(whole, doseq=True).encode(), origin=origin, host=HOST)


def box(*numbers: object) -> dict[str, object]:
    return dict(zip("xywh", numbers, strict=True))


def test_every_photo_is_listed_with_what_is_said_of_it(content: Path) -> None:
    listed = text_of(PhotoEditor(content).answer(ADDRESSES.photos, ""))
    assert "One &amp; all" in listed
    assert "Somebody in it can be recognised. 1 blurred part; the focus is its middle." in listed
    assert "Nobody is in it. The file is not there." in listed
    assert "Nobody in it can be recognised. Nothing is blurred; the focus is set." in listed
    assert listed.count(f'href="{ADDRESSES.photo}?') == 2
    post(content).unlink()
    assert "No post has a photo yet." in text_of(PhotoEditor(content).answer(ADDRESSES.photos, ""))


def test_a_photo_is_shown_upright_and_with_nothing_but_its_pixels(content: Path) -> None:
    editor = PhotoEditor(content)
    for side, size in (("large", (1200, 800)), ("small", (320, 213)), ("odd", (1200, 800))):
        answer = editor.answer(ADDRESSES.picture, urlencode({**HERE, "side": side}))
        assert answer is not None
        image = pixels_of(answer.content)
        assert (image.size, dict(image.getexif())) == (size, {})


def test_a_file_that_is_no_picture_is_told(content: Path) -> None:
    answer = PhotoEditor(content).answer(ADDRESSES.picture, urlencode({**HERE, "file": "photos/broken.jpg"}))
    assert answer is not None
    assert (answer.status, answer.kind) == (HTTPStatus.NOT_FOUND, "text/plain; charset=utf-8")


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"post": HERE["post"]},
        {**HERE, "file": "photos/gone.jpg"},
        {**HERE, "file": "index.md"},
        {**HERE, "file": "../../consent.yml"},
        {**HERE, "file": "/etc/hostname"},
        {"post": "content/posts/two.md", "file": "photos/room.jpg"},
    ],
)
@pytest.mark.parametrize("place", [ADDRESSES.photo, ADDRESSES.picture])
def test_nothing_is_shown_but_photos_that_a_post_tells_of(content: Path, asked: dict[str, str], place: str) -> None:
    answer = PhotoEditor(content).answer(place, urlencode(asked))
    assert answer is not None
    assert answer.status == HTTPStatus.NOT_FOUND
    assert b"No post tells of such a photo" in answer.content


def test_a_link_to_a_picture_elsewhere_is_not_followed(content: Path) -> None:
    place = content / "workshops/one/photos/room.jpg"
    place.rename(content / "elsewhere.jpg")
    place.symlink_to(content / "elsewhere.jpg")
    answer = PhotoEditor(content).answer(ADDRESSES.picture, urlencode(HERE))
    assert answer is not None
    assert answer.status == HTTPStatus.NOT_FOUND


def test_another_address_is_none_of_the_editors(content: Path) -> None:
    assert PhotoEditor(content).answer("/_preview/findings", "") is None


def test_the_page_shows_what_the_post_says_and_escapes_it(content: Path) -> None:
    shown = page(PhotoEditor(content))
    assert 'alt="A &#34;room&#34;"' in shown
    assert [re.findall(rf'name="{side}" value="([^"]+)"', shown) for side in "xywh"] == [["10"], ["20"], ["30"], ["40"]]
    assert "blur:\n  - {x: 0.1, y: 0.2, w: 0.3, h: 0.4}</pre>" in shown


def test_what_is_drawn_is_written_into_the_post_and_nothing_else_changes(content: Path) -> None:
    editor = PhotoEditor(content)
    before = post(content).read_text("utf-8")
    fields: dict[str, object] = {
        "x": ["5", "50,6", ""],
        "y": ["6.5", "0", " "],
        "w": ["7", "49.5", ""],
        "h": ["8", "100", ""],
    }
    answer = send(editor, {**fields, "focus_x": "33.3", "focus_y": "0"})
    assert (answer.status, answer.headers["Location"]) == (
        HTTPStatus.SEE_OTHER,
        f"{ADDRESSES.photo}?{urlencode(HERE)}&written=yes",
    )
    written_now = (
        "- {x: 0.05, y: 0.065, w: 0.07, h: 0.08}\n      - {x: 0.506, y: 0, w: 0.494, h: 1}\n    focus: {x: 0.333, y: 0}"
    )
    assert post(content).read_text("utf-8") == before.replace("- {x: 0.1, y: 0.2, w: 0.3, h: 0.4}", written_now)
    assert f"Written into {HERE['post']}." in page(editor, written="yes")
    assert [path.name for path in post(content).parent.iterdir() if path.is_file()] == ["index.md"]


def test_what_is_taken_away_goes_from_the_post(content: Path) -> None:
    before = post(content).read_text("utf-8")
    send(PhotoEditor(content), {})
    assert post(content).read_text("utf-8") == before.replace(
        "    blur:\n      - {x: 0.1, y: 0.2, w: 0.3, h: 0.4}\n", ""
    )


def test_what_is_the_same_leaves_the_file_alone(content: Path) -> None:
    before = post(content).stat().st_mtime_ns, post(content).read_bytes()
    assert send(PhotoEditor(content), box(10, 20, 30, 40)).status == HTTPStatus.SEE_OTHER
    assert (post(content).stat().st_mtime_ns, post(content).read_bytes()) == before


def test_what_cannot_be_written_is_told_with_what_was_typed(content: Path) -> None:
    before = post(content).read_bytes()
    for fields, told in (
        (box(1, 2, 3, "four"), "Box 1 needs numbers from 0 to 100."),
        (
            {**box(5, 6, 7, 8), "version": "old"},
            "The post has changed since this page was opened. Look at it, then write",
        ),
    ):
        answer = send(PhotoEditor(content), fields)
        assert answer.status == HTTPStatus.CONFLICT
        assert f'<p class="editor-fault" role="alert">{told}' in answer.content.decode()
        assert f'name="h" value="{fields["h"]}"' in answer.content.decode()
        assert post(content).read_bytes() == before


def test_a_post_in_an_odd_shape_is_written_rightly_or_left_alone(content: Path) -> None:
    shape = (
        "photos:\n  - ? file\n    : photos/room.jpg\n    ? alt\n    : A\n    ? people\n    : none\n    ? blur\n    :\n"
    )
    post(content).write_text(f"---\ntitle: One\ndate: 2016-10-10\n{shape}---\nWords.\n", "utf-8")
    before = post(content).read_bytes()
    editor = PhotoEditor(content)
    if send(editor, box(1, 2, 3, 4)).status == HTTPStatus.CONFLICT:
        assert post(content).read_bytes() == before
    else:
        assert "{x: 0.01, y: 0.02, w: 0.03, h: 0.04}</pre>" in page(editor)


@pytest.mark.parametrize(
    ("origin", "fields"),
    [
        ("", {}),
        ("null", {}),
        ("http://evil.example", {}),
        (f"https://{HOST}", {}),
        ("http://localhost:8001", {}),
        (f"http://{HOST}", {"token": ""}),
        (f"http://{HOST}", {"token": "ß"}),
        (f"http://{HOST}", {"x": ["1"] * 1_001}),
    ],
)
def test_no_other_page_writes_into_a_post(content: Path, origin: str, fields: dict[str, object]) -> None:
    before = post(content).read_bytes()
    answer = send(PhotoEditor(content), {**box(1, 2, 3, 4), **fields}, origin=origin)
    assert answer.status == HTTPStatus.FORBIDDEN
    assert b"Nothing was written" in answer.content
    assert post(content).read_bytes() == before


def test_a_photo_that_is_gone_meanwhile_is_told(content: Path) -> None:
    editor = PhotoEditor(content)
    fields = {**hidden(editor), "file": "photos/gone.jpg"}
    answer = editor.written(urlencode(fields).encode(), origin=f"http://{HOST}", host=HOST)
    assert answer.status == HTTPStatus.NOT_FOUND


def test_every_class_of_the_editor_has_its_style() -> None:
    folder = CHECKOUT / "plugins/preview"
    style = (folder / "static/photo_editor.css").read_text("utf-8")
    files = (*(folder / "templates").iterdir(), folder / "static/photo_editor.js")
    made = "".join(file.read_text("utf-8") for file in files)
    assert {name for name in re.findall(r"editor-[a-z]+", made) if f".{name}" not in style} == set()
    assert "style=" not in made
    assert not re.search("#[0-9a-f]{3,8}\\b|rgb", style)
