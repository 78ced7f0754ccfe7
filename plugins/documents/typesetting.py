"""A document as PDF: tagged, with the fonts that lie in packages, and the same bytes every time.

Its words reach Typst as data in a string of their own, never as source, so that no word of an author's is a command.
System fonts are ignored: a letter that Noto Sans lacks leaves the document out, and the reason names it.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import asdict
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from plugins.documents.document import Document

if TYPE_CHECKING:
    from typst import Fonts

STANDARDS: tuple[Literal["a-2a", "ua-1"], ...] = ("a-2a", "ua-1")
"""What Typst is asked to hold itself to: PDF/A-2a and PDF/UA-1. It refuses what it finds against them."""
_NO_FONT = re.compile(r"""the text [`"]*(.+?)[`"]* could not be displayed""")
_PACKAGES = ("typst", "segno", "fontpkg-noto-sans")


class NotTypeset(Exception):
    """Why there is no PDF, in a clause."""


def typeset(document: Document, template: Path) -> bytes:
    """The PDF; raises NotTypeset."""
    import typst

    data = json.dumps({**_written(document), "qr": _qr_code(document.address)}, default=list)
    try:
        made = typst.compile(
            template,
            font_paths=_fonts(),
            root=template.parent,
            sys_inputs={"document": data},
            pdf_standards=list(STANDARDS),
            timestamp=0,
        )
    except typst.TypstError as refused:
        raise NotTypeset(_reason(refused.message)) from None
    if not isinstance(made, bytes):  # pragma: no cover - what the types of Typst allow, and only its other forms give
        raise NotTypeset("it came out as no PDF")
    return made


def fingerprint(documents: Sequence[Document], template: Path, made_by: str) -> str:
    """What decides about the bytes of the first of them that fits, made by this code of ours."""
    data = json.dumps(
        [made_by, software(), *map(_written, documents)], default=lambda picture: sha256(picture).hexdigest()
    )
    digest = sha256(template.read_bytes())
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
    return (
        f"no font of ours has “{letters[1]}”; say it in other letters"
        if letters
        else message.removeprefix("assertion failed: ")
    )
