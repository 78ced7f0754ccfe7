"""Names that every computer can store, names that people take for one, and slugs: names as parts of addresses.

A slug keeps letters and numbers of every script, in the one form in which every file system takes them for the same.
Accents go from Latin letters alone: in other scripts a sign above or below makes another letter of it.
"""

import re
import unicodedata
from functools import lru_cache
from urllib.parse import unquote

from plugins.unicode import without_unseen

_LONGEST_SLUG = 100
_MOST_BYTES_OF_SLUG = 200
_MOST_BYTES = 255
_NAMES, _TAGS = 4096, 512
"""Of so many names the answers are known: the name of a page is asked for at each save, a tag once a post."""
_REFUSED_CHARACTERS = re.compile(r'[\x00-\x1f\x7f<>:"\\|?*]')
_BETWEEN_WORDS = re.compile(r"[\s_\u2010-\u2015-]+")
_ASCII = re.compile(r"[a-z0-9]+")
_POST_ENDING = re.compile(r"\.(?:md|markdown)$", re.IGNORECASE)
_INDEX = re.compile(r"(?<![^/])index$", re.IGNORECASE)
_RESERVED_ON_WINDOWS = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\..*)?", re.IGNORECASE)


def post_name(name: str) -> str:
    """The name of a post as this software writes it: `INDEX.MD` and `Index.markdown` are `index.md`.

    A name, or a path that ends with one; what is no post's is as it was.
    """
    stem = _POST_ENDING.sub("", name)
    if stem == name:
        return name
    return f"{_INDEX.sub('index', stem)}.md"


def name_key(name: str) -> str:
    """What all names share that people take for one: `Café 1.JPEG`, `cafe_1.jpg`, `cafe%201.jpg`."""
    letters = (
        letter for letter in _folded(_folded(unquote(name.replace("\\", "/")))) if not unicodedata.combining(letter)
    )
    return re.sub(r"\.jpeg(?!\w)", ".jpg", _BETWEEN_WORDS.sub("-", "".join(letters)))


@lru_cache(_TAGS)
def slug(name: str) -> str:
    """`Young carers` → `young-carers`, `Café` → `cafe`, `住房` as it is; empty when there is no letter or number."""
    if name.isascii() and name.isprintable():
        return "-".join(_ASCII.findall(name.lower()))
    letters: list[str] = []
    for letter in without_unseen(_folded(_folded(name))):
        kind = unicodedata.category(letter)
        if kind[0] in "LN":
            letters.append(letter)
        elif kind[0] == "M":
            is_on_a_letter = bool(letters) and letters[-1] != "-"
            letters.extend([letter] if is_on_a_letter and not letters[-1].isascii() else [])
        else:
            letters.append("-")
    return unicodedata.normalize("NFC", "-".join(filter(None, "".join(letters).split("-"))))


def is_slug(name: str) -> bool:
    """Whether a name is written as its own slug is: lower-case words with hyphens, in any script."""
    return bool(name) and slug(name) == name


@lru_cache(_NAMES)
def unfit_slug(name: str) -> str:
    """Why a slug can be no folder on some computer, and what to write instead; empty when it can."""
    if _RESERVED_ON_WINDOWS.fullmatch(name):
        return "Windows keeps this name for itself, so no folder can have it; write another"
    if len(name) > _LONGEST_SLUG or _bytes(name) > _MOST_BYTES_OF_SLUG:
        return "this is too long for an address; write fewer letters"
    return ""


@lru_cache(_NAMES)
def unfit_name(name: str) -> str:
    """Why some computers cannot store a file or a folder of this name; empty when all can."""
    if _REFUSED_CHARACTERS.search(name):
        return "it has a character that some computers refuse in a file's name"
    if name[-1:] in (".", " "):
        return "Windows drops a dot or blank at the end of a name"
    if _RESERVED_ON_WINDOWS.fullmatch(name):
        return f"Windows keeps the name {name} for itself"
    return f"one of its names is longer than {_MOST_BYTES} bytes" if _bytes(name) > _MOST_BYTES else ""


def _bytes(name: str) -> int:
    """How long a name is at most: a Mac may keep each letter apart from its accents."""
    return max(len(unicodedata.normalize(form, name).encode("utf-8", "surrogatepass")) for form in ("NFC", "NFD"))


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKD", name.casefold())
