"""Pictures that lost something on the way: shown as far as they go, and told; no library speaks on the terminal."""

import os
import random
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from plugins.photos.imaging.damage import library_lines
from plugins.photos.imaging.jpeg import jpeg_outline
from plugins.photos.pipeline import Pipeline
from plugins.photos.plan import RenditionRequest
from plugins.photos.store import MemoryStore
from plugins.workbench.paths import CHECKOUT
from tests.photos.shown import apart, rendered
from tests.support.photographs import file_of, photograph, pixels_of, put

DAMAGED = (
    "a part of this is damaged or missing, so it shows grey, wrong colours or few details; "
    "copy it from the phone or camera again, "
    "or ask for the picture again"
)
BROKEN = "this breaks off or is damaged; copy it from the phone or camera again"
END = b"\xff\xd9"
LOST: dict[str, Callable[[bytes], bytes]] = {
    "the second half": lambda whole: whole[: len(whole) // 2],
    "the second half, as a program ends it": lambda whole: whole[: len(whole) // 2] + END,
    "512 bytes in the middle": lambda whole: whole[: len(whole) // 2] + whole[len(whole) // 2 + 512 :],
    "4 KB to nothing": lambda whole: whole[: len(whole) // 2] + bytes(4096) + whole[len(whole) // 2 + 4096 :],
    "the middle to another file": lambda whole: whole[:15_000] + random.Random(1).randbytes(4096) + whole[19_096:],
}
WAYS: dict[str, dict[str, Any]] = {
    "plain": {},
    "finest colours": {"subsampling": 0},
    "optimised": {"optimize": True},
    "with restarts": {"restart_marker_rows": 1},
}


def jpeg(mode: str = "RGB", **saving: Any) -> bytes:
    return file_of(photograph(600, 450).convert(mode), format="JPEG", quality=90, **saving)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("lost", LOST)
def test_a_jpeg_that_lost_something_is_shown_and_told(tmp_path: Path, lost: str, way: str) -> None:
    whole = jpeg(**WAYS[way])
    pipeline, made = rendered(put(tmp_path, "a.jpg", LOST[lost](whole)))
    assert (made.fault, made.notices) == ("", (DAMAGED,))
    shown = pixels_of(pipeline.content(next(iter(made.renditions.values()))))
    above = (0, 0, 600, 120)
    assert apart(shown.crop(above), pixels_of(whole).crop(above)) < 3


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
@pytest.mark.parametrize("way", [*WAYS, "progressive"])
def test_a_whole_jpeg_is_not_called_damaged(tmp_path: Path, way: str, mode: str) -> None:
    saving = WAYS.get(way, {"progressive": True})
    for number, size in enumerate([(600, 450), (17, 33), (203, 779)]):
        content = file_of(photograph().convert(mode).resize(size), format="JPEG", **saving)
        for behind in (b"", bytes(5_000), jpeg()):
            _, made = rendered(put(tmp_path, f"{number}.jpg", content + behind))
            assert (made.fault, made.notices) == ("", ())


@pytest.mark.parametrize("colour", [(128, 128, 128), (255, 255, 255), (0, 0, 0)])
def test_a_picture_of_one_colour_is_whole(tmp_path: Path, colour: tuple[int, int, int]) -> None:
    plain = file_of(Image.new("RGB", (800, 600), colour), format="JPEG", optimize=True)
    assert rendered(put(tmp_path, "a.jpg", plain))[1].notices == ()
    assert rendered(put(tmp_path, "b.jpg", plain.removesuffix(END)))[1].notices == ()


def test_a_progressive_jpeg_that_breaks_off_is_told(tmp_path: Path) -> None:
    whole = jpeg(progressive=True)
    assert rendered(put(tmp_path, "a.jpg", whole[: len(whole) // 2]))[1].notices == (DAMAGED,)


@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_a_progressive_jpeg_that_a_program_ended_before_its_last_scan_is_told(tmp_path: Path, mode: str) -> None:
    whole = jpeg(mode, progressive=True)
    last = whole.rindex(b"\xff\xda")
    for number, kept in enumerate((last // 4, last // 2, last - 1)):
        made = rendered(put(tmp_path, f"{number}.jpg", whole[:kept] + END))[1]
        assert (made.fault, made.notices) == ("", (DAMAGED,))


def test_a_scan_whose_header_is_damaged_finishes_nothing() -> None:
    whole = jpeg(progressive=True)
    last = whole.rindex(b"\xff\xda") + 4
    outlines = [jpeg_outline(whole[:last] + parts + whole[last + 1 :]) for parts in (whole[last : last + 1], b"\x04")]
    assert [outline.is_unfinished for outline in outlines if outline] == [False, True]


def test_a_jpeg_of_which_next_to_nothing_is_left_is_not_shown(tmp_path: Path) -> None:
    whole = jpeg()
    assert rendered(put(tmp_path, "a.jpg", whole[: len(whole) // 50]))[1].fault == BROKEN


def test_damage_is_told_in_every_build_and_where_a_picture_is_only_looked_at(tmp_path: Path) -> None:
    content = jpeg()
    shown = RenditionRequest(put(tmp_path, "a.jpg", content[: len(content) // 2]), frozenset({"story"}))
    store = MemoryStore()
    for request in (shown, shown, RenditionRequest(shown.file)):
        pipeline = Pipeline(store)
        assert pipeline.rendered([request])[request].notices == (DAMAGED,)
    assert Pipeline(store, renders=False).rendered([shown])[shown].notices == (DAMAGED,)


def noisy_tiffs() -> dict[str, bytes]:
    """TIFFs about which libtiff says something: of the first it is told, the second cannot be read."""
    packed = bytearray(file_of(photograph(), format="TIFF", compression="jpeg"))
    start = len(packed) // 2
    packed[start : start + 20] = b"\xff" * 20
    broken = bytearray(file_of(photograph(), format="TIFF", compression="tiff_lzw"))
    broken[start : start + 2000] = b"\xff" * 2000
    return {"a.tif": bytes(packed), "b.tif": bytes(broken)}


def test_what_libtiff_says_reaches_no_terminal_and_is_not_lost(tmp_path: Path) -> None:
    files = [str(put(tmp_path, name, content)) for name, content in noisy_tiffs().items()]
    script = """
import sys
from pathlib import Path
from plugins.photos.pipeline import Pipeline
from plugins.photos.plan import RenditionRequest
for made in Pipeline().rendered([RenditionRequest(Path(file)) for file in sys.argv[1:]]).values():
    print(made.fault, *made.notices)
"""
    run = subprocess.run(
        [sys.executable, "-c", script, *files], cwd=CHECKOUT, capture_output=True, encoding="utf-8", check=True
    )
    assert (run.stdout, run.stderr) == (f" {DAMAGED}\n{BROKEN}\n", "")


def test_what_others_write_meanwhile_is_passed_on(capfd: pytest.CaptureFixture[str]) -> None:
    with library_lines() as lines:
        os.write(2, b"TIFFReadDirectory: Warning, Unknown field with tag 33432.\n")
        other = threading.Thread(target=os.write, args=(2, b"A request was refused\n"))
        other.start()
        other.join()
    assert lines == ["TIFFReadDirectory: Warning, Unknown field with tag 33432."]
    assert capfd.readouterr().err == "A request was refused\n"
