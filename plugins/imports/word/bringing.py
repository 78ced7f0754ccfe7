"""A Word document brought into a diary, and what is said of it."""

from pathlib import Path

from plugins.imports.drafts import Kind, make_draft
from plugins.imports.report import made_lines, met_lines, offer_lines
from plugins.imports.word.draft import word_draft
from plugins.records import dataclass


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """The draft that was made, and what to tell of it."""

    source: str
    lines: tuple[str, ...]


def brought_in(
    content: Path, data: bytes, name: str, *, kind: Kind, title: str = "", as_fields: bool = False
) -> BroughtIn:
    """Make a draft of a document whose file has this name; raises ImportRefused."""
    stem = " ".join(Path(name).stem.replace("_", " ").split())
    found = word_draft(data, kind=kind, title=title, name=stem, as_fields=as_fields)
    made = make_draft(content, found.draft)
    lines = (*made_lines(made), *met_lines(found.met), *offer_lines(found.offered, are_fields=as_fields))
    return BroughtIn(made.source, lines)
