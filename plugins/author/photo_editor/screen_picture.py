"""A photo as it came, turned upright and small enough for a screen. Nothing of it is kept on the disk."""

from functools import lru_cache
from pathlib import Path

from plugins.photos.imaging import UnencodedRendition, render
from plugins.photos.plan import RenditionSpec, Size

SIDES = {"large": 1600, "small": 320}


def screen_picture(picture: Path, side: int) -> bytes:
    """The picture as JPEG; raises UnreadableError. Asked for again it is not decoded again."""
    status = picture.stat()
    return _decoded(picture, side, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=64)
def _decoded(picture: Path, side: int, _changed: int, _length: int) -> bytes:
    def wanted(size: Size) -> tuple[RenditionSpec, ...]:
        return (RenditionSpec(size.within(side), "jpeg"),)

    photos: list[UnencodedRendition] = []
    render(picture.read_bytes(), (), wanted, photos.append)
    return photos[0].encoded()
