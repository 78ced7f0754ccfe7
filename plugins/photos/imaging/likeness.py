"""Whether a picture shows another one, or a part of it: told by looking, whatever size and form it has by now."""

from functools import lru_cache
from itertools import product
from statistics import correlation

from PIL import Image, ImageFilter

from plugins.photos.imaging.colours import eight_bits
from plugins.photos.imaging.decoding import opened, upright_pixels

_AT_HAND = 16
"""The card of the site and the photos of one post, which are compared several times."""
_WIDTH = 48
"""So many points wide they are compared: grain, and what is blurred of a face, make no difference."""
_SOFTLY, _BLURRED = Image.Resampling.BOX, ImageFilter.GaussianBlur(1)
"""What lies half a point beside its place is hardly told from what lies there."""
_SEAM = 2
"""So many points beside the square are blurred with what is in it."""


def likeness(shown: bytes, photo: bytes, *, beside_square: bool = False) -> float:
    """How alike a picture is to the part of a photo to which it may have been cropped: 1 for a copy, 0 for a stranger.

    With `beside_square` only what lies left and right of the square in its middle counts: words may cover that.
    Raises UnreadableError.
    """
    small, large = _grey(shown), _grey(photo)
    width, height = _WIDTH, max(2, round(_WIDTH * small.height / small.width))
    scale = max(width / large.width, height / large.height)
    laid = large.resize((max(width, round(large.width * scale)), max(height, round(large.height * scale))), _SOFTLY)
    places = product(range(laid.width - width + 1), range(laid.height - height + 1))
    covered = range((width - height) // 2 - _SEAM, (width + height) // 2 + _SEAM) if beside_square else range(0)
    wanted = _points(small.resize((width, height), _SOFTLY), covered)
    return max(
        _alike(wanted, _points(laid.crop((left, top, left + width, top + height)), covered)) for left, top in places
    )


@lru_cache(maxsize=_AT_HAND)
def _grey(content: bytes) -> Image.Image:
    with opened(content) as image:
        pixels, _ = upright_pixels(image, side=2 * _WIDTH)
        return eight_bits(pixels).convert("L")


def _points(picture: Image.Image, covered: range) -> list[int]:
    return [
        point for place, point in enumerate(picture.filter(_BLURRED).tobytes()) if place % picture.width not in covered
    ]


def _alike(one: list[int], other: list[int]) -> float:
    """Something of one colour throughout is like nothing."""
    return correlation(one, other) if min(len(set(one)), len(set(other))) > 1 else 0
