"""The mark of a diary: a small drawing or picture beside its name, and the sign of its pages in tabs."""

from hashlib import sha256
from pathlib import Path

from plugins.assets.svg_mark import UnfitMark, plain_svg
from plugins.headers import media_type
from plugins.photos.picture_kinds import UnreadableError
from plugins.records import dataclass
from plugins.workshops.checks.files import lies_beside

_LARGEST = 20_000_000


@dataclass(frozen=True, slots=True)
class Mark:
    """The file as it is published: its path below the site's root, its bytes, its media type."""

    path: str
    content: bytes
    media_type: str


def mark_of(content: Path, name: str) -> Mark:
    """The mark that lies in a content folder under this name; raises UnfitMark."""
    suffix = Path(name).suffix.casefold()
    if suffix not in (".svg", ".png"):
        raise UnfitMark("a mark is an SVG or a PNG; save it as one of these")
    if not lies_beside(content, name):
        raise UnfitMark("there is no such file; put it beside diary.yml, and write its name as it is")
    file = content / name
    if file.stat().st_size > _LARGEST:
        raise UnfitMark("this file is too large for a mark; make it smaller")
    try:
        made = plain_svg(file.read_bytes()) if suffix == ".svg" else _small_png(file.read_bytes())
    except UnreadableError as reason:
        raise UnfitMark(str(reason)) from None
    path = f"static/mark.{sha256(made).hexdigest()[:8]}{suffix}"
    return Mark(path, made, media_type(path))


def _small_png(content: bytes) -> bytes:
    from plugins.photos.imaging.mark import small_png

    return small_png(content)
