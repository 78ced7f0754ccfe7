"""No file of a picture is heavier than its budget: a picture full of grain is written coarser, and softer if it must be."""

import random
from pathlib import Path

import pytest
from PIL import Image
from PIL.JpegImagePlugin import JpegImageFile

from plugins.photos.pipeline import Pipeline
from plugins.photos.plan import PICTURE_KB, RenditionRequest, Use
from plugins.photos.store import FolderStore
from tests.support.photographs import file_of, photograph, pixels_of, put

ALL: frozenset[Use] = frozenset({"story", "gallery", "thumbnail", "share"})


def grain(width: int, height: int, share: float) -> Image.Image:
    """A photograph of which a share is grain, as a phone makes it in the dark."""
    noise = Image.frombytes("RGB", (width, height), random.Random(7).randbytes(width * height * 3))
    return Image.blend(photograph(width, height), noise, share)


@pytest.mark.parametrize("share", [0.3, 1.0])
def test_a_picture_full_of_grain_is_written_below_the_budget(tmp_path: Path, share: float) -> None:
    picture = put(tmp_path, "a.jpg", file_of(grain(2000, 2000, share)))
    pipeline = Pipeline()
    made = pipeline.rendered([RenditionRequest(picture, ALL)])
    for rendition in made[RenditionRequest(picture, ALL)].renditions.values():
        content = pipeline.content(rendition)
        assert len(content) <= PICTURE_KB * 1000
        assert pixels_of(content).size == (rendition.size.width, rendition.size.height)


def test_it_comes_out_the_same_each_time_and_is_kept(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    request = RenditionRequest(put(tmp_path, "content/a.jpg", file_of(grain(1400, 1400, 0.8))), frozenset({"story"}))
    store = FolderStore(tmp_path / "kept", diary=tmp_path / "content")
    first, second, elsewhere = Pipeline(store), Pipeline(store), Pipeline()
    assert first.rendered([request]) == second.rendered([request]) == elsewhere.rendered([request])
    assert (first.decode_count, second.decode_count) == (1, 0)


def test_a_picture_that_fits_is_written_as_well_as_ever(tmp_path: Path) -> None:
    request = RenditionRequest(put(tmp_path, "a.jpg", file_of(photograph(800, 600))), frozenset({"story"}))
    pipeline = Pipeline()
    (plain,) = (made for spec, made in pipeline.rendered([request])[request].renditions.items() if spec.kind == "jpeg")
    assert tables(pipeline.content(plain)) == tables(file_of(photograph(8, 8), format="JPEG", quality=80))


def tables(content: bytes) -> dict[int, list[int]]:
    """How coarsely a JPEG is written."""
    picture = pixels_of(content)
    assert isinstance(picture, JpegImageFile)
    return picture.quantization
