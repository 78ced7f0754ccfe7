"""A picture from elsewhere made into a photograph of a post: its pixels, and nothing else that its file holds."""

import io

from PIL import Image

from plugins.photos.imaging.colour_spaces import file_colours
from plugins.photos.imaging.colours import eight_bits, web_colours
from plugins.photos.imaging.decoding import kind_of, opened, upright_pixels
from plugins.photos.picture_kinds import UnreadableError

_SIDE = 4_000
"""The longer side in pixels: more than any screen shows, and enough to be cropped once more."""
_QUALITY = 92
_WHOLE = (0.0, 0.0, 0.0, 0.0)
Crop = tuple[float, float, float, float]
"""How much of the width, or the height, is cut off: left, top, right, bottom."""


def plain_photo(content: bytes, *, crop: Crop = _WHOLE) -> tuple[str, bytes]:
    """The ending and the bytes of a picture without metadata; raises UnreadableError."""
    with opened(content) as image:
        is_drawn, colours = kind_of(image) in ("PNG", "GIF"), file_colours(image, content)
        pixels, _ = upright_pixels(image, side=_SIDE)
        seen = web_colours(eight_bits(pixels), colours.profile)
    left, top, right, bottom = crop
    width, height = seen.size
    box = round(width * left), round(height * top), round(width * (1 - right)), round(height * (1 - bottom))
    if box[0] >= box[2] or box[1] >= box[3]:
        raise UnreadableError("nothing of this is seen; take it out")
    part = seen.crop(box)
    part.thumbnail((_SIDE, _SIDE))
    plain = Image.new("RGB", part.size)
    plain.paste(part)
    file = io.BytesIO()
    if is_drawn:
        plain.save(file, "PNG")
    else:
        plain.save(file, "JPEG", quality=_QUALITY)
    return ".png" if is_drawn else ".jpg", file.getvalue()
