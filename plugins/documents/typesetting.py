"""A document as PDF: tagged, with the fonts that lie in packages, and the same bytes every time.

Its words reach Typst as data in a string of their own, never as source, so that no word of an author's is a command.
System fonts are ignored: a letter that Noto Sans lacks leaves the document out, and the reason names its script.
"""

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from plugins.documents.document import Document
from plugins.records import dataclass

if TYPE_CHECKING:
    from typst import Fonts

STANDARDS: tuple[Literal["a-2a", "ua-1"], ...] = ("a-2a", "ua-1")
"""What Typst is asked to hold itself to: PDF/A-2a and PDF/UA-1. It refuses what it finds against them."""
_NO_FONT = re.compile(r"""the text [`"]*(.+?)[`"]* could not be displayed""")
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
    """The PDF; raises NotTypeset."""
    import typst

    data = json.dumps({**_written(document), "qr": _qr_code(document.address), "colours": design.colours}, default=list)
    try:
        made = typst.compile(
            design.template,
            font_paths=_fonts(),
            root=design.template.parent,
            sys_inputs={"document": data},
            pdf_standards=list(STANDARDS),
            timestamp=0,
        )
    except typst.TypstError as refused:
        raise NotTypeset(_reason(refused.message)) from None
    if not isinstance(made, bytes):  # pragma: no cover - what the types of Typst allow, and only its other forms give
        raise NotTypeset("it came out as no PDF")
    return made


def fingerprint(documents: Sequence[Document], design: Design, made_by: str) -> str:
    """What decides about the bytes of the first of them that fits, made by this code of ours."""
    made_of = [made_by, software(), design.colours, *map(_written, documents)]
    data = json.dumps(made_of, default=lambda picture: sha256(picture).hexdigest())
    digest = sha256(design.template.read_bytes())
    digest.update(data.encode())
    return digest.hexdigest()[:32]


def _written(document: Document) -> dict[str, object]:
    dated = document.dated
    return {**asdict(document), "dated": (dated.year, dated.month, dated.day)}


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
    if letters[1][0].isalpha():
        script = unicodedata.name(letters[1][0], "SUCH").split()[0]
        return f"no font of ours has {_SCRIPTS.get(script, script.capitalize())} letters, such as “{letters[1]}”"
    return f"no font of ours has “{letters[1]}”; say it in other letters"
