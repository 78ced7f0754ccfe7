"""A whole diary built with pictures that carry more than they show: nothing of that is in any byte of the site."""

import json
import re
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.builds import build, built, every_byte
from tests.support.carriers import CANARY, FORMS, LATITUDE, carriers
from tests.support.photographs import pixels_of, put

NOW = {"DIARY_NOW": "2020-01-01T12:00"}
_JPEG_PARTS = {0xE0, 0xDB, 0xC0, 0xC2, 0xC4, 0xDA, 0xDD}  # JFIF, tables, frame, scan: what pixels need.


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("carriers") / "content"
    files = carriers()
    photos = [
        {"file": f"photos/{name}", "alt": f"Colours, number {n}", "people": "none"} for n, name in enumerate(files)
    ]
    for slug, more in {"shown": "", "draft": "status: draft\n"}.items():
        for name, picture in files.items():
            put(folder / "posts" / slug, f"photos/{name}", picture)
        put(folder / "posts" / slug, f"photos/{CANARY}-unused.jpg", files[f"{CANARY}-0.jpg"])
        story = "\n\n".join(f"![Colours](photos/{name})" for name in list(files)[:3])
        text = f"---\ntitle: A {slug} post\ndate: 2016-10-10\n{more}image: {photos[0]['file']}\nphotos: {json.dumps(photos)}\n---\n{story}\n"
        (folder / "posts" / slug / "index.md").write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def site(content: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return every_byte(built(content, tmp_path_factory.mktemp("site") / "output", environment=NOW))


def test_the_search_finds_what_it_looks_for() -> None:
    for name, content in carriers().items():
        seen = pixels_of(content)
        assert any(form in content for form in FORMS) or CANARY in str(seen.info), name
    jpeg = pixels_of(next(iter(carriers().values())))
    assert jpeg.getexif().get_ifd(0x8825)[2][0] == LATITUDE[0]
    assert {"exif", "xmp", "comment", "photoshop", "icc_profile"} <= set(jpeg.info)


def test_nothing_that_a_picture_carries_is_in_any_byte(site: dict[str, bytes]) -> None:
    found = [path for path, content in site.items() for form in FORMS if form in content.lower() or form in content]
    assert found == []
    assert [path for path in site if CANARY.lower() in path.lower()] == []
    latitude = struct.pack("<II", 123456, 10000), struct.pack(">II", 123456, 10000)
    assert [path for path, content in site.items() if any(form in content for form in latitude)] == []


def test_a_picture_file_has_the_parts_that_pixels_need_and_no_other(site: dict[str, bytes]) -> None:
    pictures = {path: content for path, content in site.items() if path.startswith("pictures/")}
    assert len(pictures) > 20
    for path, content in pictures.items():
        if path.endswith(".webp"):
            assert webp_parts(content) == ["VP8 "], path
        else:
            assert set(jpeg_parts(content)) <= _JPEG_PARTS, path
        assert pixels_of(content).getexif() == {}, path


def webp_parts(content: bytes) -> list[str]:
    assert content[:4] == b"RIFF"
    assert struct.unpack("<I", content[4:8])[0] + 8 == len(content)
    parts, place = [], 12
    while place < len(content):
        parts.append(content[place : place + 4].decode())
        place += 8 + (struct.unpack("<I", content[place + 4 : place + 8])[0] + 1) // 2 * 2
    return parts


def jpeg_parts(content: bytes) -> Iterator[int]:
    """The markers of a JPEG [ITU-T T.81, B.1]; JFIF's own part may hold no small picture, and nothing follows the end."""
    assert content[:2] == b"\xff\xd8"
    assert content[-2:] == b"\xff\xd9"
    place = 2
    while place < len(content) - 2:
        if content[place] != 0xFF or content[place + 1] == 0 or 0xD0 <= content[place + 1] <= 0xD7:
            place += 1
            continue
        marker = content[place + 1]
        length = struct.unpack(">H", content[place + 2 : place + 4])[0]
        assert marker != 0xE0 or length == 16
        yield marker
        place += 2 + length


def test_pictures_have_names_that_say_nothing(site: dict[str, bytes]) -> None:
    names = [path for path in site if path.endswith((".webp", ".jpg"))]
    assert all(re.fullmatch(r"pictures/[0-9a-f]{16}\.(webp|jpg)", name) for name in names)


def test_drafts_and_what_nobody_shows_are_not_published(site: dict[str, bytes], content: Path, tmp_path: Path) -> None:
    """The draft shows the same pictures; without it the site is the same."""
    pages = [path for path in site if "draft" in path]
    assert pages == []
    draft = content / "posts" / "draft" / "index.md"
    text = draft.read_text("utf-8")
    draft.unlink()
    without = every_byte(built(content, tmp_path / "output", environment=NOW))
    draft.write_text(text, "utf-8")
    assert without == site


def test_two_builds_give_the_same_bytes_with_and_without_kept_pictures(
    site: dict[str, bytes], content: Path, tmp_path: Path
) -> None:
    cold = built(content, tmp_path / "output", "-e", f'DIARY_PICTURES_KEPT="{tmp_path / "kept"}"', environment=NOW)
    assert every_byte(cold) == site
    warm = built(content, tmp_path / "again", "-e", f'DIARY_PICTURES_KEPT="{tmp_path / "kept"}"', environment=NOW)
    assert every_byte(warm) == site


def test_a_check_finds_broken_pictures_and_writes_nothing(content: Path, tmp_path: Path) -> None:
    broken = content / "posts" / "draft" / "photos" / f"{CANARY}-0.jpg"
    whole = broken.read_bytes()
    broken.write_bytes(whole[:100])
    checking = ("-e", f'DIARY_PICTURES_KEPT="{tmp_path / "kept"}"', "DIARY_CHECK_ONLY=true")
    run = build(content, tmp_path / "output", *checking, environment=NOW)
    broken.write_bytes(whole)
    assert run.returncode == 1
    assert f'Photos, photo 1, “photos/{CANARY}-0.jpg”, file: found "photos/{CANARY}-0.jpg": ' in run.stderr
    assert "[photo-unreadable]" in run.stderr
    assert list(tmp_path.iterdir()) == []


def test_what_is_gone_from_the_diary_is_gone_from_what_is_kept_by_builds_that_take_nothing_from_there(
    tmp_path: Path,
) -> None:
    content = tmp_path / "content"
    put(content / "posts" / "one", "a.jpg")
    (content / "consent.yml").write_text("C-1: {covers: [photo]}\n", "utf-8")
    post = "---\ntitle: One\ndate: 2016-10-10\nphotos: {file: a.jpg, alt: A, people: recognisable, consent: C-1}\n---\nWords.\n"
    (content / "posts" / "one" / "index.md").write_text(post, "utf-8")
    keeping = ("-e", f'DIARY_PICTURES_KEPT="{tmp_path / "kept"}"')
    built(content, tmp_path / "output", *keeping, environment=NOW)
    assert list((tmp_path / "kept").rglob("*.webp-*")) != []
    (content / "consent.yml").write_text("C-1: {covers: [photo], withdrawn: 2019-10-10}\n", "utf-8")
    site = every_byte(built(content, tmp_path / "output", *keeping, "DIARY_NO_CACHE=true", environment=NOW))
    assert [file for file in (tmp_path / "kept").rglob("*") if file.is_file() and file.name != "of"] == []
    assert [path for path in site if path.startswith("pictures/")] == []
