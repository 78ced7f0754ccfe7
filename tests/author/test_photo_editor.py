"""The editor for photographs: what it shows, what it writes, and whom it turns away."""

import re
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import pytest
from PIL import Image

from plugins.author.keeping import Keeping
from plugins.author.pages import ADDRESSES
from plugins.author.server import EditorServer
from plugins.workbench.paths import CHECKOUT
from tests.author.editor_forms import Answer, Visitor
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


@pytest.fixture
def editor(content: Path) -> Iterator[Visitor]:
    server = EditorServer(0, content, ZoneInfo("UTC"))
    server.start()
    yield Visitor(server.port)
    server.stop()


def post(content: Path) -> Path:
    return content / "workshops/one/index.md"


def page(editor: Visitor, **asked: str) -> str:
    return editor.get(f"{ADDRESSES.photo}?{urlencode({**HERE, **asked})}").text


def hidden(editor: Visitor) -> dict[str, str]:
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page(editor)))


def send(editor: Visitor, fields: dict[str, object]) -> Answer:
    whole = {**hidden(editor), **fields}
    pairs = [
        (name, str(each)) for name, value in whole.items() for each in (value if isinstance(value, list) else [value])
    ]
    return editor.post(ADDRESSES.photo, pairs)


def box(*numbers: object) -> dict[str, object]:
    return dict(zip("xywh", numbers, strict=True))


def test_every_photo_is_listed_with_what_is_said_of_it(content: Path, editor: Visitor) -> None:
    listed = editor.get(ADDRESSES.photos).text
    assert "One &amp; all" in listed
    assert "Somebody in it can be recognised. 1 blurred part; the focus is its middle." in listed
    assert "Nobody is in it. The file is not there." in listed
    assert "Nobody in it can be recognised. Nothing is blurred; the focus is set." in listed
    assert listed.count(f'href="{ADDRESSES.photo}?') == 2
    post(content).unlink()
    assert "No post has a photo yet." in editor.get(ADDRESSES.photos).text


def test_a_photo_is_shown_upright_and_with_nothing_but_its_pixels(content: Path, editor: Visitor) -> None:
    for side, size in (("large", (1200, 800)), ("small", (320, 213)), ("odd", (1200, 800))):
        answer = editor.get(f"{ADDRESSES.picture}?{urlencode({**HERE, 'side': side})}")
        image = pixels_of(answer.content)
        assert (image.size, dict(image.getexif())) == (size, {})


def test_a_file_that_is_no_picture_is_told(content: Path, editor: Visitor) -> None:
    answer = editor.get(f"{ADDRESSES.picture}?{urlencode({**HERE, 'file': 'photos/broken.jpg'})}")
    assert (answer.status, answer.headers["Content-Type"]) == (HTTPStatus.NOT_FOUND, "text/plain; charset=utf-8")


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
def test_nothing_is_shown_but_photos_that_a_post_tells_of(
    content: Path, editor: Visitor, asked: dict[str, str], place: str
) -> None:
    answer = editor.get(f"{place}?{urlencode(asked)}")
    assert answer.status == HTTPStatus.NOT_FOUND
    assert b"No post tells of such a photo" in answer.content


def test_a_link_to_a_picture_elsewhere_is_not_followed(content: Path, editor: Visitor) -> None:
    place = content / "workshops/one/photos/room.jpg"
    place.rename(content / "elsewhere.jpg")
    place.symlink_to(content / "elsewhere.jpg")
    answer = editor.get(f"{ADDRESSES.picture}?{urlencode(HERE)}")
    assert answer.status == HTTPStatus.NOT_FOUND


def test_the_page_shows_what_the_post_says_and_escapes_it(content: Path, editor: Visitor) -> None:
    shown = page(editor)
    assert 'alt="A &#34;room&#34;"' in shown
    assert [re.findall(rf'name="{side}" value="([^"]+)"', shown) for side in "xywh"] == [["10"], ["20"], ["30"], ["40"]]
    assert "blur:\n  - {x: 0.1, y: 0.2, w: 0.3, h: 0.4}</pre>" in shown


def test_what_is_drawn_is_written_into_the_post_and_nothing_else_changes(content: Path, editor: Visitor) -> None:
    before = post(content).read_text("utf-8")
    fields: dict[str, object] = {
        "x": ["5", "50,6", ""],
        "y": ["6.5", "0", " "],
        "w": ["7", "49.5", ""],
        "h": ["8", "100", ""],
    }
    answer = send(editor, {**fields, "focus_x": "33.3", "focus_y": "0"})
    assert f"Written into {HERE['post']}." in answer.text
    assert [each.data.decode() for each in Keeping(content).versions(HERE["post"])] == [before]
    written_now = (
        "- {x: 0.05, y: 0.065, w: 0.07, h: 0.08}\n      - {x: 0.506, y: 0, w: 0.494, h: 1}\n    focus: {x: 0.333, y: 0}"
    )
    assert post(content).read_text("utf-8") == before.replace("- {x: 0.1, y: 0.2, w: 0.3, h: 0.4}", written_now)
    assert [path.name for path in post(content).parent.iterdir() if path.is_file()] == ["index.md"]


def test_what_is_taken_away_goes_from_the_post(content: Path, editor: Visitor) -> None:
    before = post(content).read_text("utf-8")
    send(editor, {})
    assert post(content).read_text("utf-8") == before.replace(
        "    blur:\n      - {x: 0.1, y: 0.2, w: 0.3, h: 0.4}\n", ""
    )


def test_what_is_the_same_leaves_the_file_alone(content: Path, editor: Visitor) -> None:
    before = post(content).stat().st_mtime_ns, post(content).read_bytes()
    assert send(editor, box(10, 20, 30, 40)).status == HTTPStatus.OK
    assert (post(content).stat().st_mtime_ns, post(content).read_bytes()) == before


def test_what_cannot_be_written_is_told_with_what_was_typed(content: Path, editor: Visitor) -> None:
    before = post(content).read_bytes()
    for fields, told in (
        (box(1, 2, 3, "four"), "Box 1 needs numbers from 0 to 100."),
        (
            {**box(5, 6, 7, 8), "version": "old"},
            "The post has changed since this page was opened. Look at it, then write",
        ),
    ):
        answer = send(editor, fields)
        assert answer.status == HTTPStatus.CONFLICT
        assert f'<p class="editor-fault" role="alert">{told}' in answer.content.decode()
        assert f'name="h" value="{fields["h"]}"' in answer.content.decode()
        assert post(content).read_bytes() == before


def test_a_post_in_an_odd_shape_is_written_rightly_or_left_alone(content: Path, editor: Visitor) -> None:
    shape = (
        "photos:\n  - ? file\n    : photos/room.jpg\n    ? alt\n    : A\n    ? people\n    : none\n    ? blur\n    :\n"
    )
    post(content).write_text(f"---\ntitle: One\ndate: 2016-10-10\n{shape}---\nWords.\n", "utf-8")
    before = post(content).read_bytes()
    if send(editor, box(1, 2, 3, 4)).status == HTTPStatus.CONFLICT:
        assert post(content).read_bytes() == before
    else:
        assert "{x: 0.01, y: 0.02, w: 0.03, h: 0.04}</pre>" in page(editor)


@pytest.mark.parametrize(
    ("origin", "fields"),
    [
        ("null", {}),
        ("http://evil.example", {}),
        ("http://localhost:8001", {}),
        ("", {"token": ""}),
        ("", {"token": "ß"}),
    ],
)
def test_no_other_page_writes_into_a_post(
    content: Path, editor: Visitor, origin: str, fields: dict[str, object]
) -> None:
    before = post(content).read_bytes()
    editor.origin, whole = origin, {**hidden(editor), **box(1, 2, 3, 4), **fields}
    answer = editor.post(ADDRESSES.photo, [(name, str(value)) for name, value in whole.items()])
    assert answer.status == HTTPStatus.FORBIDDEN
    assert post(content).read_bytes() == before


def test_a_photo_that_is_gone_meanwhile_is_told(content: Path, editor: Visitor) -> None:
    fields = {**hidden(editor), "file": "photos/gone.jpg"}
    answer = editor.post(ADDRESSES.photo, list(fields.items()))
    assert answer.status == HTTPStatus.NOT_FOUND


def test_every_class_of_the_editor_has_its_style() -> None:
    folder = CHECKOUT / "plugins/author"
    style = "".join(sheet.read_text("utf-8") for sheet in folder.glob("static/*.css"))
    made = "".join(file.read_text("utf-8") for file in (*folder.glob("templates/*"), *folder.glob("static/*.js")))
    named = {name for names in re.findall(r'class="([^"{]+)', made) for name in names.split()}
    assert {name for name in named if f".{name}" not in style} == set()
    assert "style=" not in made
    assert not re.search("#[0-9a-f]{3,8}\\b|rgb", style)
