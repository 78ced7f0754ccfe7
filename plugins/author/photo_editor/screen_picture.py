"""A photo as it came, turned upright and small enough for a screen. Nothing of it is kept on the disk."""

from functools import lru_cache
from pathlib import Path

from plugins.photos.imaging import UnencodedRendition, render
from plugins.photos.plan import Region, RenditionSpec, Size

SIDES = {"large": 1600, "middle": 800, "small": 320}


def screen_picture(picture: Path, side: int, *, blur: tuple[Region, ...] = ()) -> bytes:
    """The picture as JPEG, these parts of it blurred; raises UnreadableError. It is decoded once."""
    status = picture.stat()
    return _decoded(picture, side, blur, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=64)
def _decoded(picture: Path, side: int, blur: tuple[Region, ...], _changed: int, _length: int) -> bytes:
    def wanted(size: Size) -> tuple[RenditionSpec, ...]:
        return (RenditionSpec(size.within(side), "jpeg"),)

    photos: list[UnencodedRendition] = []
    render(picture.read_bytes(), blur, wanted, photos.append)
    return photos[0].encoded()
