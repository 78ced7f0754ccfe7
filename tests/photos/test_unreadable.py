"""Files that are no picture, half a picture, or a trap: each answered with a sentence, none with a crash."""

import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from plugins.photos import pipeline as pipelines
from plugins.photos.pipeline import Pipeline
from plugins.photos.plan import RenditionRequest
from plugins.workbench.paths import CHECKOUT
from tests.photos.shown import fault, rendered
from tests.photos.test_reading import KINDS
from tests.support.photographs import file_of, photograph, put

NONE = "this is no picture that can be read here; save it as JPEG or PNG"
BROKEN = "this breaks off or is damaged; copy it from the phone or camera again"
SVG = "this is a drawing (SVG), which can hold scripts and hidden words; save it as PNG"


WEBP_BOMB = bytes.fromhex("524946461e000000574542505650384c110000002ffebfff0f0750852257a1ff8188e87f0000")
"""268 million pixels of one colour in 38 bytes."""


def png_that_says(width: int, height: int) -> bytes:
    """A PNG of a few bytes that promises much."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "this file is empty; copy it from the phone or camera again"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", SVG),
        (b"\xef\xbb\xbf\n<?xml version='1.0'?><svg/>", SVG),
        (b"Dear Robin, here is the photo.", NONE),
        (b"%PDF-1.7\n", NONE),
        (b"\xff\xd8\xff", NONE),
        (b"\x00" * 100, NONE),
        (png_that_says(60_000, 60_000), "this is 60,000 × 60,000 pixels large, and 64 million in all is the most; make it smaller"),
        (png_that_says(8_001, 8_000), "this is 8,001 × 8,000 pixels large, and 64 million in all is the most; make it smaller"),
        (png_that_says(1, 1), "this is 1 × 1 pixels large: too small, or too thin, to show anything"),
        (png_that_says(15, 400), "this is 15 × 400 pixels large: too small, or too thin, to show anything"),
        (png_that_says(2_001, 100), "this is 2,001 × 100 pixels large: too small, or too thin, to show anything"),
        (png_that_says(200, 100), BROKEN),
        (WEBP_BOMB, "this is 16,383 × 16,383 pixels large, and 64 million in all is the most; make it smaller"),
        (b"GIF89a" + struct.pack("<HHBBB", 40_000, 40_000, 0, 0, 0) + b";", NONE),
    ],
)  # fmt: skip
def test_what_is_no_fit_picture_is_told(tmp_path: Path, content: bytes, said: str) -> None:
    assert fault(put(tmp_path, "a.jpg", content)) == said


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "JPEG"])
@pytest.mark.parametrize("part", [0.02, 0.3, 0.9])
def test_half_a_picture_is_told(tmp_path: Path, kind: str, part: float) -> None:
    whole = file_of(photograph(), **KINDS[kind])
    file = put(tmp_path, "a", whole[: int(len(whole) * part)])
    assert fault(file) in (BROKEN, NONE)
    only_looked_at = Pipeline(renders=False)
    assert only_looked_at.rendered([RenditionRequest(file)])[RenditionRequest(file)].fault in (BROKEN, NONE)


def test_a_measurement_is_no_picture(tmp_path: Path) -> None:
    kinds = {
        "F": "this is a measurement rather than a picture; save it as JPEG or PNG",
        "I": "this has more than 16 bits to a colour; save it as JPEG or PNG",
    }
    for mode, said in kinds.items():
        assert fault(put(tmp_path, "a.tif", file_of(Image.new(mode, (200, 100), 100_000), format="TIFF"))) == said


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipelines, "MOST_BYTES", 1_000)
    assert fault(put(tmp_path, "a.jpg", file_of(photograph()))) == "this is larger than 0 MB; save it smaller"


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    assert fault(tmp_path / "none.jpg") == "this cannot be opened (No such file or directory); may you read it?"


def test_a_bomb_is_not_let_off(tmp_path: Path) -> None:
    """100 million white pixels, in 12 KB."""
    bomb = put(tmp_path, "a.png", file_of(Image.new("1", (10_000, 10_000), 1), format="PNG"))
    assert bomb.stat().st_size < 100_000
    assert fault(bomb).startswith("this is 10,000 × 10,000 pixels large, and 64 million")


def test_a_large_picture_that_must_be_read_whole_can_be_shown(tmp_path: Path) -> None:
    for kind in ({"format": "PNG"}, {"format": "JPEG", "progressive": True}):
        _, made = rendered(put(tmp_path, "a", file_of(Image.new("L", (5_000, 3_300), 99), **kind)))
        assert (made.fault, made.colour) == ("", "#636363")


def test_memory_is_bounded_whatever_a_file_promises(tmp_path: Path) -> None:
    """In a process of its own, which tells the most memory that it ever had; Windows has no such clock."""
    content = {"a.webp": WEBP_BOMB, "b.png": file_of(Image.new("1", (10_000, 10_000), 1), format="PNG")}
    files = [str(put(tmp_path, name, bomb)) for name, bomb in content.items()]
    script = """
import sys
from pathlib import Path
from plugins.photos.pipeline import Pipeline
from plugins.photos.plan import RenditionRequest
def most():
    try:
        import resource
    except ImportError:
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 if sys.platform == "darwin" else 1)
before = most()
made = Pipeline().rendered([RenditionRequest(Path(file), frozenset({"story"})) for file in sys.argv[1:]])
print([bool(each.fault) for each in made.values()], most() - before < 60_000)
"""
    run = subprocess.run(
        [sys.executable, "-c", script, *files], cwd=CHECKOUT, capture_output=True, encoding="utf-8", check=True
    )
    assert run.stdout == "[True, True] True\n"


@given(st.data())
@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_happened_to_a_file_it_is_shown_or_told(tmp_path: Path, data: st.DataObject) -> None:
    content = bytearray(file_of(photograph(64, 48), **KINDS[data.draw(st.sampled_from(sorted(KINDS)))]))
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=8)):
        content[place] = data.draw(st.integers(0, 255))
    _, made = rendered(put(tmp_path, "a", bytes(content)), "story", "gallery", "thumbnail", "share")
    assert bool(made.fault) != bool(made.renditions)
