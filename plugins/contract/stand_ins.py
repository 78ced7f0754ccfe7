"""What stands for a value that a part of the record cannot be without, so that the rest of the part is looked at.

It is any value that its field takes, and is guessed from nothing: of what it could be the cause, no check is asked.
"""

from zoneinfo import ZoneInfo

from plugins.contract.scalars import read_scalar
from plugins.contract.shape import Choice, Kind, Leaf, Many, Part, WordOrPart, shape_of
from plugins.contract.unreadable import Unreadable
from plugins.frontmatter import Entry, Mapping, Node, Scalar, Sequence
from plugins.problems import FieldPath

_VALUES = ("unread-{}", "1", "true", "2000-01-01")


def needed_kind(record: type, path: FieldPath) -> Kind | None:
    """What must stand at a path of a record; None where nothing must."""
    kind: Kind = Part(record)
    is_needed = False
    for part in path:
        kind = kind.of if isinstance(kind, Many) else kind.part if isinstance(kind, WordOrPart) else kind
        is_needed = False
        if isinstance(part, str):
            field = shape_of(kind.record).fields.get(part) if isinstance(kind, Part) else None
            if field is None:
                return None
            is_needed, kind = field.required, field.kind
    return kind if is_needed else None


def stand_in(kind: Kind, number: int, *, line: int, zone: ZoneInfo) -> Node | None:
    """A value of this kind; texts are unlike those of other numbers. None where there is none for everybody."""
    match kind:
        case Leaf():
            texts = [text.format(number) for text in _VALUES]
            return next((Scalar(text, line) for text in texts if _reads(kind, text, zone)), None)
        case Choice():
            return Scalar(kind.words[0], line)
        case Many():
            item = stand_in(kind.of, number, line=line, zone=zone)
            return Sequence((item,), line) if item else None
        case Part():
            needed = [field for field in shape_of(kind.record).fields.values() if field.required]
            nodes = [(each.written, stand_in(each.kind, number, line=line, zone=zone)) for each in needed]
            entries = tuple(Entry(name, line, node) for name, node in nodes if node)
            return Mapping(entries, line) if len(entries) == len(nodes) else None
    return None


def _reads(leaf: Leaf, text: str, zone: ZoneInfo) -> bool:
    try:
        read_scalar(leaf, text, zone)
    except Unreadable:
        return False
    return True
