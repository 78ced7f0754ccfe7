"""Pictures that carry more than they show: place, device, comments, a smaller picture, words behind the end.

Every one of them says CANARY, in each way in which such words are written, so that one search finds what got through.
"""

import io
import struct
from collections.abc import Mapping

import pillow_heif
from PIL import ExifTags, Image, PngImagePlugin

from tests.support.photographs import file_of, photograph
from tests.support.profiles import swapped

CANARY = "Canary-7f3a"
FORMS = (CANARY.encode(), CANARY.encode("utf-16-le"), CANARY.encode("utf-16-be"), CANARY.lower().encode())
LATITUDE = (51, 54, 12.3456)
_XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    f'<rdf:Description dc:creator="{CANARY}" xmlns:dc="http://purl.org/dc/elements/1.1/"/></rdf:RDF></x:xmpmeta>'
).encode()


def carriers() -> Mapping[str, bytes]:
    """A picture of each kind by its file name, which says CANARY too."""
    pillow_heif.register_heif_opener()
    exif = _exif()
    plain = photograph(seed=3)
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", CANARY)
    words.add_itxt("XML:com.adobe.xmp", _XMP.decode(), zip=True)
    words.add_text("Comment", CANARY, zip=True)
    trailer = b"\0" + CANARY.encode() + b" ftypmp42"
    made = {
        "jpg": _jpeg(plain, exif) + trailer,
        "png": file_of(plain, format="PNG", pnginfo=words, exif=exif, icc_profile=swapped()) + trailer,
        "webp": file_of(plain, format="WEBP", exif=exif, xmp=_XMP, icc_profile=swapped()),
        "avif": file_of(plain, format="AVIF", exif=exif, xmp=_XMP, icc_profile=swapped()),
        "gif": file_of(plain, format="GIF", comment=CANARY.encode()),
        "tif": file_of(plain, format="TIFF", description=CANARY, artist=CANARY, software=CANARY, icc_profile=swapped()),
        "heic": file_of(plain, format="HEIF", exif=exif.tobytes(), xmp=_XMP),
    }
    return {f"{CANARY}-{number}.{ending}": content for number, (ending, content) in enumerate(made.items())}


def _exif() -> Image.Exif:
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = exif[ExifTags.Base.Artist] = exif[ExifTags.Base.Copyright] = CANARY
    exif[ExifTags.Base.XPComment] = CANARY.encode("utf-16-le")
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.BodySerialNumber] = CANARY
    place = exif.get_ifd(ExifTags.IFD.GPSInfo)
    place[ExifTags.GPS.GPSLatitude] = LATITUDE
    place[ExifTags.GPS.GPSAreaInformation] = CANARY.encode()
    return exif


def _jpeg(image: Image.Image, exif: Image.Exif) -> bytes:
    """With everything that a JPEG can carry, a small picture of its own among it."""
    content = file_of(
        image,
        format="JPEG",
        quality=90,
        exif=_with_thumbnail(exif),
        comment=CANARY.encode(),
        xmp=_XMP,
        icc_profile=swapped(),
    )
    iptc = b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0" + struct.pack(">I", 5 + len(CANARY)) + b"\x1c\x02\x50"
    iptc += struct.pack(">H", len(CANARY)) + CANARY.encode()
    segment = b"\xff\xed" + struct.pack(">H", 2 + len(iptc)) + iptc
    return content[:2] + segment + content[2:]


def _with_thumbnail(exif: Image.Exif) -> bytes:
    """EXIF with a second directory, in which the small picture lies that cameras put there."""
    small = io.BytesIO()
    photograph(64, 48).save(small, "JPEG", comment=CANARY.encode())
    raw = exif.tobytes()
    return raw + small.getvalue()
