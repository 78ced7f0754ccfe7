"""What a picture's file tells beside the picture: where and when it was taken, by which camera, what a program noted.

Nothing of it is published. It is taken out of the file itself here, and the picture stays as it is, to the last pixel.
"""

import struct
import zlib
from collections.abc import Callable, Iterator

from PIL import ExifTags, Image, ImageFile

from plugins.photos.imaging import heif_notes, tiff_notes
from plugins.photos.imaging.decoding import BROKEN, decoding, kind_of, opened
from plugins.photos.imaging.jpeg import jpeg_outline
from plugins.photos.imaging.tiff_notes import OF_THE_PICTURE
from plugins.photos.picture_kinds import UnreadableError
from plugins.records import dataclass

_ORIENTATION = ExifTags.Base.Orientation
_NOTES = ("xmp", "comment", "photoshop")
_PNG = (b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT pHYs bKGD hIST acTL fcTL fdAT mDCV cLLI").split()
_WEBP = (b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP")
_SCAN, _JFIF, _PROFILE, _ADOBE, _COMMENT = 0xDA, 0xE0, 0xE2, 0xEE, 0xFE
_APPLICATIONS = range(0xE0, 0xF0)
_JFIF_LENGTH = 18
_WEBP_HAS_EXIF, _WEBP_HAS_XMP = 0x08, 0x04


@dataclass(frozen=True, slots=True)
class Traces:
    """The kind of a picture, whether its file tells a place, and whether it tells anything else."""

    kind: str
    has_place: bool
    has_more: bool

    def __bool__(self) -> bool:
        return self.has_place or self.has_more


def traces(content: bytes) -> Traces:
    """What a file tells beside its picture; raises UnreadableError."""
    with opened(content) as image, decoding(BROKEN):
        found, outline = _of_image(image), jpeg_outline(content)
    is_followed = outline is not None and bool(content[outline.end + 2 :].strip(b"\0"))
    return Traces(found.kind, found.has_place, found.has_more or is_followed)


def without_traces(content: bytes) -> bytes:
    """The same picture in a file that tells nothing else; raises UnreadableError where that cannot be made."""
    with opened(content) as image, decoding(BROKEN):
        turned = _turned(image)
        match kind_of(image):
            case "JPEG":
                new = _jpeg(content, turned)
            case "PNG":
                new = b"".join(_png(content, turned))
            case "WEBP":
                new = _webp(content, turned)
            case "HEIF" | "AVIF":
                new = _by_its_tables(heif_notes.without_notes, content)
            case "TIFF":
                new = _by_its_tables(tiff_notes.without_notes, content)
            case _:
                new = content
    if traces(new):
        raise UnreadableError("what this file tells beside the picture cannot be taken out; save it as JPEG")
    return new


def _by_its_tables(without_notes: Callable[[bytes], bytes], content: bytes) -> bytes:
    """The file rewritten by what its tables say, where the picture is the same to the last pixel; else as it was."""
    try:
        new = without_notes(content)
    except (IndexError, ValueError, struct.error):
        return content
    return new if new == content or _pixels(new) == _pixels(content) else content


def _pixels(content: bytes) -> bytes:
    with opened(content) as image:
        image.load()
        return image.mode.encode() + image.tobytes()


def _of_image(image: ImageFile.ImageFile) -> Traces:
    exif = image.getexif()
    noted = {name: image.info[name] for name in _NOTES if name in image.info}
    notes = {name: note for name, note in noted.items() if note and note != bytes(len(note))}
    texts = getattr(image, "text", {})
    has_place = bool(exif.get_ifd(ExifTags.IFD.GPSInfo)) or "GPS" in f"{notes} {texts}"
    kind = kind_of(image)
    of_the_picture = OF_THE_PICTURE if kind == "TIFF" else {_ORIENTATION}
    is_several = kind == "TIFF" and getattr(image, "n_frames", 1) > 1
    return Traces(kind, has_place, bool(notes or texts or set(exif) - of_the_picture or is_several))


def _turned(image: Image.Image) -> bytes:
    """The note which way is up, alone; empty where the picture lies as it is seen."""
    turned = image.getexif().get(_ORIENTATION, 1)
    exif = Image.Exif()
    exif[_ORIENTATION] = turned
    return exif.tobytes() if turned != 1 else b""


def _jpeg(content: bytes, turned: bytes) -> bytes:
    outline = jpeg_outline(content)
    kept, place = [b"\xff\xd8"], 2
    if turned:
        kept.append(b"\xff\xe1" + (len(turned) + 2).to_bytes(2, "big") + turned)
    while (marker := content[place + 1]) != _SCAN:
        end = place + 1 if marker == 0xFF else place + 2 + int.from_bytes(content[place + 2 : place + 4], "big")
        if _is_of_the_picture(marker, content[place:end]):
            kept.append(content[place:end])
        place = end
    return b"".join([*kept, content[place : outline.end if outline else None], b"\xff\xd9"])


def _is_of_the_picture(marker: int, part: bytes) -> bool:
    """Colours and the pixels themselves; a small picture in the header of an old file is none of them."""
    of_colours = {_JFIF: len(part) == _JFIF_LENGTH, _PROFILE: part[4:].startswith(b"ICC_PROFILE"), _ADOBE: True}
    return of_colours.get(marker, marker not in _APPLICATIONS and marker not in (_COMMENT, 0xFF))


def _png(content: bytes, turned: bytes) -> Iterator[bytes]:
    """Chunks of the picture [PNG 5.3]; the note which way is up stands behind the first."""
    yield content[:8]
    place = 8
    while place + 8 <= len(content):
        end = place + 12 + int.from_bytes(content[place : place + 4], "big")
        name = content[place + 4 : place + 8]
        if name in _PNG:
            yield content[place:end]
        if name == b"IHDR" and turned:
            note = b"eXIf" + turned.removeprefix(b"Exif\0\0")
            yield (len(note) - 4).to_bytes(4, "big") + note + zlib.crc32(note).to_bytes(4, "big")
        place = len(content) if name == b"IEND" else end


def _webp(content: bytes, turned: bytes) -> bytes:
    """Chunks of the picture [RFC 9649, 2.7]."""
    kept: list[bytes] = []
    place = 12
    while place + 8 <= len(content):
        size = int.from_bytes(content[place + 4 : place + 8], "little")
        end = place + 8 + size + size % 2
        name, part = content[place : place + 4], content[place:end]
        if name == b"VP8X":
            flags = part[8] & ~(_WEBP_HAS_EXIF | _WEBP_HAS_XMP) | (_WEBP_HAS_EXIF if turned else 0)
            part = part[:8] + bytes([flags]) + part[9:]
        if name in _WEBP:
            kept.append(part)
        place = end
    if turned:
        note = turned.removeprefix(b"Exif\0\0")
        kept.append(b"EXIF" + len(note).to_bytes(4, "little") + note + bytes(len(note) % 2))
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + len(body).to_bytes(4, "little") + body
