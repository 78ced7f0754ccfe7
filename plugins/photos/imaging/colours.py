"""Pixels of every kind as plain red, green and blue of eight bits, in the colours of the web (sRGB)."""

import io

from PIL import Image, ImageCms

from plugins.photos.picture_kinds import UnreadableError

_SRGB = ImageCms.createProfile("sRGB")
_SPACE = slice(16, 20)
_PAPER = "white"
_WITHOUT_COLOUR_RULES = ("HSV", "LAB", "YCbCr", "1")


def eight_bits(image: Image.Image) -> Image.Image:
    """The picture in a mode that can be resized: L, RGB or CMYK, or with alpha RGBA; raises UnreadableError."""
    if image.mode.startswith("I"):
        return _from_sixteen_bits(image)
    if image.mode == "F":
        raise UnreadableError("this is a measurement rather than a picture; save it as JPEG or PNG")
    if image.has_transparency_data:
        return image.convert("RGBA")
    if image.mode in ("L", "RGB", "CMYK"):
        return image
    return image.convert("L" if image.mode == "1" else "RGB")


def _from_sixteen_bits(image: Image.Image) -> Image.Image:
    """Pillow's own way cuts every value above 255 off."""
    wide = image.convert("I")
    darkest, lightest = wide.getextrema()
    if (
        not isinstance(darkest, (int, float))
        or not isinstance(lightest, (int, float))
        or not 0 <= darkest <= lightest <= 0xFFFF
    ):
        raise UnreadableError("this has more than 16 bits to a colour; save it as JPEG or PNG")
    return wide.point(lambda value: value * (1 / 257)).convert("L")


def web_colours(image: Image.Image, profile: bytes | None) -> Image.Image:
    """RGB in sRGB, on paper where it was transparent. `profile` is the file's word on its colours [ICC]."""
    shape = image.getchannel("A") if image.mode == "RGBA" else None
    is_for_colours = profile is not None and profile[_SPACE] == b"RGB "
    seen = _by_profile(image.convert("RGB") if shape or (image.mode == "L" and is_for_colours) else image, profile)
    plain = seen if seen.mode == "RGB" else seen.convert("RGB")
    if shape is None:
        return plain
    paper = Image.new("RGB", image.size, _PAPER)
    paper.paste(plain, mask=shape)
    return paper


def _by_profile(image: Image.Image, profile: bytes | None) -> Image.Image:
    """A profile that is broken, or meant for another kind of picture, says nothing: the picture stays as it is."""
    if not profile:
        return image
    try:
        converted = ImageCms.profileToProfile(
            image,
            ImageCms.ImageCmsProfile(io.BytesIO(profile)),
            _SRGB,
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            outputMode="RGB",
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError):
        return image
    return converted if converted is not None else image
