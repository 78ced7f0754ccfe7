"""A small picture with its see-through parts, such as the mark of a diary, made anew from its pixels."""

import io

from plugins.photos.imaging.colours import eight_bits
from plugins.photos.imaging.decoding import opened, upright_pixels

SIDE = 192
"""The longer side in pixels: enough for a phone's start screen."""


def small_png(content: bytes) -> bytes:
    """The picture as PNG, no larger than it was; raises UnreadableError."""
    with opened(content) as image:
        pixels, _ = upright_pixels(image, side=SIDE)
        seen = eight_bits(pixels).convert("RGBA")
    seen.thumbnail((SIDE, SIDE))
    plain = seen.copy()
    plain.info.clear()
    file = io.BytesIO()
    plain.save(file, "PNG", optimize=True)
    return file.getvalue()
