"""Photos of a table with sticky notes, made by arithmetic: what scenarios and benchmarks show.

`python -m tests.support.table` writes the photos of the scenario `tests/sites/photographs` anew.
"""

import random
from pathlib import Path

from PIL import Image, ImageDraw

from plugins.workbench.paths import CHECKOUT
from tests.support.photographs import file_of, put

_CONTENT = CHECKOUT / "tests" / "sites" / "photographs" / "content"
_NOTES = ("#fbe7a1", "#f8cbbc", "#cde6c0", "#cbe0f2", "#e4d7f3")
_PHOTOS = {
    "workshops/notes-on-a-table/photos/table.jpg": (1600, 1200, 1),
    "workshops/notes-on-a-table/photos/wall.jpg": (1200, 1600, 2),
    "workshops/notes-on-a-table/photos/first-group.jpg": (1600, 1067, 3),
    "workshops/notes-on-a-table/photos/second-group.jpg": (1067, 1600, 4),
    "workshops/notes-on-a-table/photos/third-group.jpg": (1600, 900, 5),
    "workshops/notes-on-a-table/photos/line.jpg": (600, 60, 6),
    "posts/a-picture-from-home/photos/kitchen-table.jpg": (1600, 800, 7),
}


def table(width: int, height: int, *, seed: int = 1) -> Image.Image:
    """A wooden table and two dozen notes; the same for the same seed."""
    dice = random.Random(seed)
    ground = (150 + dice.randrange(40), 120 + dice.randrange(30), 90)
    image = Image.new("RGB", (width, height), ground)
    draw = ImageDraw.Draw(image)
    board = max(2, height // 20)
    for top in range(0, height, board):
        draw.rectangle((0, top, width, top + board // 3), fill=(140, 110, 80))
    side = max(6, min(width, height) // 7)
    for _ in range(24):
        note = _note(side, dice)
        image.paste(note, (dice.randrange(width - side), dice.randrange(max(1, height - side))), note)
    return image


def _note(side: int, dice: random.Random) -> Image.Image:
    note = Image.new("RGBA", (side, side), dice.choice(_NOTES))
    draw = ImageDraw.Draw(note)
    for line in range(4):
        top = side * (0.25 + 0.17 * line)
        draw.line((side * 0.12, top, side * dice.uniform(0.6, 0.9), top), fill="#3c322d", width=max(1, side // 40))
    return note.rotate(dice.randrange(-14, 14), expand=True, resample=Image.Resampling.BICUBIC)


def write_photos(content: Path = _CONTENT) -> None:
    for name, (width, height, seed) in _PHOTOS.items():
        put(content, name, file_of(table(width, height, seed=seed), format="JPEG", quality=25, optimize=True))


if __name__ == "__main__":
    write_photos()
