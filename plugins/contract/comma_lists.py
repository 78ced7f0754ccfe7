"""`a, b` where a list may stand: two, or asked about.

A label or an id has no comma in it, so there are two. The name of an option, a group or a person may have one (“Yes,
but later”), so its author is asked. A sentence has as many as it likes, and so has what stands in straight quotes.
"""

from plugins.contract.shape import Choice, Kind, Leaf, Part, shape_of
from plugins.contract.values import FilePath, Id, Label, Reference, SitePath, Text
from plugins.frontmatter import Scalar, quoted
from plugins.patterns import lazy_pattern

_COMMA = lazy_pattern(r"(?<![0-9])[,;，、،]|[,;，、،](?![0-9])")
_WITHOUT_COMMA = (FilePath, Id, Label, Reference, SitePath)
_NEEDS_QUOTES = lazy_pattern(r"[:#\[\]{}\"'&*!|>%@`]")


def parted(kind: Kind, node: Scalar) -> tuple[Scalar, ...]:
    """The parts of one written value; itself where it is one."""
    if node.quoted or not _has_no_comma(kind):
        return (node,)
    return tuple(Scalar(part, node.line) for part in _parts(node.text)) or (node,)


def question(kind: Kind, node: Scalar) -> str | None:
    """What to ask where a value stands for a list and could be several; None where it is one."""
    if node.quoted or not _is_name(kind):
        return None
    parts = _parts(node.text)
    if len(parts) < 2:
        return None
    several = ", ".join(quoted(part) if _NEEDS_QUOTES.search(part) else part for part in parts)
    return f"write [{several}] if these are {len(parts)}, or {quoted(node.text)} if this is one"


def _parts(text: str) -> list[str]:
    return [part.strip() for part in _COMMA.split(text) if part.strip()]


def _has_no_comma(kind: Kind) -> bool:
    return isinstance(kind, Choice) or (isinstance(kind, Leaf) and kind.type in _WITHOUT_COMMA)


def _is_name(kind: Kind) -> bool:
    if isinstance(kind, Part):
        shape = shape_of(kind.record)
        return shape.plain is not None and _is_name(shape.fields[shape.plain].kind)
    return isinstance(kind, Leaf) and kind.type is Text
