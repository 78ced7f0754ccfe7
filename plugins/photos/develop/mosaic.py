"""Parts of a picture made unrecognisable, in the pixels themselves.

A region becomes at most five times five tiles, each of one colour out of sixteen steps a channel. No blur can be
called back from that: of a face, or a name on a badge, less than 25 rough colours are left, whatever its size.
"""

from collections.abc import Sequence
from math import ceil, floor

from PIL import Image

from plugins.photos.plan import Region

TILES = 5
_STEP = 17


def with_mosaics(image: Image.Image, regions: Sequence[Region]) -> Image.Image:
    """The picture with nothing left of the regions, in a copy; a region may reach beyond the picture."""
    covered = image.copy() if regions else image
    for region in regions:
        box = _box(region, image.width, image.height)
        covered.paste(_tiles(covered.crop(box)), box)
    return covered


def _box(region: Region, width: int, height: int) -> tuple[int, int, int, int]:
    """Whole pixels, one more on every side, so that no edge is left in between."""
    left, top = max(0, floor(region.x * width) - 1), max(0, floor(region.y * height) - 1)
    right = min(width, ceil((region.x + region.w) * width) + 1)
    bottom = min(height, ceil((region.y + region.h) * height) + 1)
    return left, top, right, bottom


def _tiles(part: Image.Image) -> Image.Image:
    side = ceil(max(part.size) / TILES)
    tiles = part.resize((ceil(part.width / side), ceil(part.height / side)), Image.Resampling.BOX)
    rough = tiles.point(lambda value: round(value / _STEP) * _STEP)
    return rough.resize(part.size, Image.Resampling.NEAREST)
