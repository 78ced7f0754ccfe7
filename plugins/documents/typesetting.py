"""A document as PDF: tagged, with the fonts that lie in packages, and the same bytes every time.

Its words reach Typst as data in a string of their own, never as source, so that no word of an author's is a command.
System fonts are ignored: a letter that Noto Sans lacks leaves the document out, and the reason names its script.
"""

import json
import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from plugins.documents.document import Document, Fit, shortened
from plugins.records import dataclass

if TYPE_CHECKING:
    from typst import Fonts

STANDARDS: tuple[Literal["a-2a", "ua-1"], ...] = ("a-2a", "ua-1")
"""What Typst is asked to hold itself to: PDF/A-2a and PDF/UA-1. It refuses what it finds against them."""
_NO_FONT = re.compile(r"""the text [`"]*(.+?)[`"]* could not be displayed""")
_TOO_LONG = "it does not fit"
"""How the template begins to say so."""
_TURNING = "\\u{20"
"""So Typst writes the marks that it sets around such a title in a list of contents."""
_SCRIPTS = {"CJK": "Chinese", "HIRAGANA": "Japanese", "KATAKANA": "Japanese", "HANGUL": "Korean"}
"""What people call the scripts whose letters have other names in Unicode."""
_PACKAGES = ("typst", "segno", "fontpkg-noto-sans")


@dataclass(frozen=True, slots=True)
class Design:
    """How documents look: a template of the theme, and its colours as `#rrggbb` by the names of their tokens."""

    template: Path
    colours: Mapping[str, str]


class NotTypeset(Exception):
    """Why there is no PDF, in a clause."""


def typeset(document: Document, design: Design) -> bytes:
    """The PDF, as it fits first; raises NotTypeset."""
    for fit in document.fits[:-1]:
        try:
            return _typeset(document, design, fit)
        except NotTypeset as refused:
            if _TOO_LONG not in str(refused):
                raise
    return _typeset(document, design, document.fits[-1])


def _typeset(document: Document, design: Design, fit: Fit) -> bytes:
    import typst

    data = {"document": shortened(document, fit.most_rows), "fit": fit, "colours": design.colours}
    try:
        made = typst.compile(
            design.template,
            font_paths=_fonts(),
            root=design.template.parent,
            sys_inputs={"data": json.dumps({**data, "qr": _qr_code(document.address)}, default=_as_data)},
            pdf_standards=list(STANDARDS),
            timestamp=0,
        )
    except typst.TypstError as refused:
        raise NotTypeset(_reason(refused.message)) from None
    if not isinstance(made, bytes):  # pragma: no cover - what the types of Typst allow, and only its other forms give
        raise NotTypeset("it came out as no PDF")
    return made


def fingerprint(document: Document, design: Design, made_by: str) -> str:
    """What decides about the bytes of a document that is made by this code of ours."""
    made_of = [made_by, software(), design.colours, document]
    digest = sha256(design.template.read_bytes())
    digest.update(json.dumps(made_of, default=_in_short).encode())
    return digest.hexdigest()[:32]


def _as_data(value: object) -> object:
    """What JSON has no form for: a picture, a day, a record."""
    if isinstance(value, bytes):
        return list(value)
    if isinstance(value, date):
        return [value.year, value.month, value.day]
    return {name: getattr(value, name) for name in type(value).__slots__}  # type: ignore[attr-defined] # Records have.


def _in_short(value: object) -> object:
    return sha256(value).hexdigest() if isinstance(value, bytes) else _as_data(value)


@cache
def software() -> tuple[str, ...]:
    """The versions of what decides about the bytes of a file, beside its words."""
    return tuple(map(version, _PACKAGES))


@cache
def _fonts() -> "Fonts":
    import typst

    from plugins.documents.fonts import FILES

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FILES)])


def _qr_code(address: str) -> str:
    """An SVG of it, without a margin: the template leaves white around it."""
    import segno

    return segno.make(address, error="m", micro=False).svg_inline(border=0, omitsize=True)


def _reason(message: str) -> str:
    """Typst's reason, in words for an author where they can do something about it."""
    letters = _NO_FONT.search(message)
    if not letters:
        return message.removeprefix("assertion failed: ")
    if letters[1].startswith(_TURNING):
        return "no font of ours has letters that run from right to left"
    if letters[1][0].isalpha():
        script = unicodedata.name(letters[1][0], "SUCH").split()[0]
        return f"no font of ours has {_SCRIPTS.get(script, script.capitalize())} letters, such as “{letters[1]}”"
    return f"no font of ours has “{letters[1]}”; say it in other letters"
