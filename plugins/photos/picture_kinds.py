"""What is said of picture files by those who need not open one; Pillow takes a while to load."""

ENDINGS = {
    "JPEG": (".jpg", ".jpeg", ".jpe", ".jfif"),
    "PNG": (".png", ".apng"),
    "WEBP": (".webp",),
    "AVIF": (".avif",),
    "GIF": (".gif",),
    "TIFF": (".tif", ".tiff"),
    "HEIF": (".heic", ".heif", ".hif"),
}
"""Every kind of picture that is read, and how its files may end."""
_NAMES = {"WEBP": "WebP", "HEIF": "HEIC"}
_SAID_WITH_A_VOWEL = "AEHIMO"


class UnreadableError(Exception):
    """Why a file cannot be shown as a picture, in words that follow the name of the file."""


def with_article(kind: str) -> str:
    """A kind of file in a sentence, as it is written and said: “a WebP”, “an AVIF”."""
    name = _NAMES.get(kind, kind)
    return f"{'an' if name[0] in _SAID_WITH_A_VOWEL else 'a'} {name}"


def ending_of(kind: str, name: str) -> str | None:
    """The ending that a file of this kind should have; None when its name has it, or one as good."""
    endings = ENDINGS[kind]
    return None if name.casefold().endswith(endings) else endings[0]
