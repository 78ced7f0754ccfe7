"""A photo as it came, turned upright and small enough for a screen. Nothing of it is kept on the disk."""

from functools import lru_cache
from pathlib import Path

from plugins.photos.develop import Frame, exposed
from plugins.photos.plan import Recipe, Size

SIDES = {"large": 1600, "small": 320}


def shown(picture: Path, side: int) -> bytes:
    """The picture as JPEG; raises UnreadableError. Asked for again it is not decoded again."""
    status = picture.stat()
    return _shown(picture, side, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=64)
def _shown(picture: Path, side: int, _changed: int, _length: int) -> bytes:
    def wanted(size: Size) -> tuple[Recipe, ...]:
        return (Recipe(size.within(side), "jpeg"),)

    frames: list[Frame] = []
    exposed(picture.read_bytes(), (), wanted, frames.append)
    return frames[0].encoded()
