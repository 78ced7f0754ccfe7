"""Pictures for tests of whoever draws on them: coloured shapes, nobody."""

import io

from PIL import Image, ImageDraw

QUARTER_TURN = 6
_ORIENTATION = 0x0112


def room(width: int = 1200, height: int = 800) -> Image.Image:
    """A table, two lamps and a rug."""
    image = Image.new("RGB", (width, height), "#cbb89a")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, height * 0.7, width, height), fill="#8c6f4f")
    draw.rectangle((width * 0.25, height * 0.5, width * 0.75, height * 0.75), fill="#3f6e63")
    for left in (0.15, 0.7):
        draw.ellipse((width * left, height * 0.15, width * (left + 0.14), height * 0.4), fill="#f2c14e")
    return image


def jpeg(image: Image.Image, *, turned: bool = False) -> bytes:
    """The picture as a phone saves it; `turned`: lying on its side, with the note that it is to be turned."""
    exif = Image.Exif()
    if turned:
        exif[_ORIENTATION] = QUARTER_TURN
        image = image.transpose(Image.Transpose.ROTATE_90)
    stream = io.BytesIO()
    image.save(stream, "JPEG", quality=90, exif=exif.tobytes())
    return stream.getvalue()
