"""Photographs for tests: made by arithmetic, of nothing and nobody, and files as phones and programs write them."""

import io
import random
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

JPEG: dict[str, Any] = {"format": "JPEG", "quality": 92}


def photograph(width: int = 400, height: int = 300, *, seed: int = 1) -> Image.Image:
    """Soft colours with some grain, and four corners that tell which way is up: red, green, blue and yellow."""
    dice = random.Random(seed)
    soft = Image.frombytes("RGB", (8, 6), dice.randbytes(8 * 6 * 3)).resize((width, height), Image.Resampling.BICUBIC)
    grain = Image.frombytes("RGB", (80, 60), dice.randbytes(80 * 60 * 3)).resize((width, height))
    image = Image.blend(soft, grain, 0.1)
    side = max(8, min(width, height) // 6)
    draw = ImageDraw.Draw(image)
    corners = {
        "red": (0, 0),
        "lime": (width - side, 0),
        "blue": (0, height - side),
        "yellow": (width - side, height - side),
    }
    for colour, (left, top) in corners.items():
        draw.rectangle((left, top, left + side - 1, top + side - 1), fill=colour)
    return image


def file_of(image: Image.Image, **saving: Any) -> bytes:
    """The picture as a file; a JPEG if nothing else is said."""
    file = io.BytesIO()
    image.save(file, **(saving or JPEG))
    return file.getvalue()


def put(folder: Path, name: str, content: bytes | None = None) -> Path:
    """A picture file below a post's folder."""
    place = folder / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(file_of(photograph()) if content is None else content)
    return place


def pixels_of(content: bytes) -> Image.Image:
    """A file's picture, read."""
    image = Image.open(io.BytesIO(content))
    image.load()
    return image
