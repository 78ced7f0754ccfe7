"""Parts of a picture made unrecognisable, in the pixels themselves.

A region becomes at most five times five tiles, each of one colour out of sixteen steps a channel. No blur can be
called back from that: of a face, or a name on a badge, less than 25 rough colours are left, whatever its size.

Regions that lie close together are one: whoever covers a name letter by letter would else leave 25 tiles of each.
"""

from collections.abc import Iterable, Sequence
from math import ceil, floor

from PIL import Image

from plugins.photos.plan import Region

TILES = 5
_STEP = 17

_Box = tuple[int, int, int, int]


def pixelated(image: Image.Image, regions: Sequence[Region]) -> Image.Image:
    """The picture with nothing left of the regions, in a copy; a region may reach beyond the picture."""
    covered = image.copy() if regions else image
    for boxes in _close_together([_box(region, image.width, image.height) for region in regions]):
        left, top, right, bottom = _around(boxes)
        tiles = _tiles(image.crop((left, top, right, bottom)))
        for box in boxes:
            covered.paste(tiles.crop((box[0] - left, box[1] - top, box[2] - left, box[3] - top)), box)
    return covered


def _box(region: Region, width: int, height: int) -> _Box:
    """Whole pixels, one more on every side, so that no edge is left in between."""
    left, top = max(0, floor(region.x * width) - 1), max(0, floor(region.y * height) - 1)
    right = min(width, ceil((region.x + region.w) * width) + 1)
    bottom = min(height, ceil((region.y + region.h) * height) + 1)
    return left, top, right, bottom


def _close_together(boxes: Iterable[_Box]) -> list[list[_Box]]:
    """The boxes, those together that touch, or have less between them than the smaller one is long."""
    groups: list[list[_Box]] = []
    for box in boxes:
        near = [group for group in groups if any(_is_near(box, other) for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([box, *(other for group in near for other in group)])
    return groups


def _is_near(one: _Box, other: _Box) -> bool:
    across = max(one[0], other[0]) - min(one[2], other[2])
    down = max(one[1], other[1]) - min(one[3], other[3])
    return max(across, down) <= min(_length(one), _length(other))


def _length(box: _Box) -> int:
    return max(box[2] - box[0], box[3] - box[1])


def _around(boxes: Iterable[_Box]) -> _Box:
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)


def _tiles(part: Image.Image) -> Image.Image:
    side = ceil(max(part.size) / TILES)
    tiles = part.resize((ceil(part.width / side), ceil(part.height / side)), Image.Resampling.BOX)
    rough = tiles.point(lambda value: round(value / _STEP) * _STEP)
    return rough.resize(part.size, Image.Resampling.NEAREST)
