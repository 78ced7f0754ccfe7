"""Every object of a PDF, whatever its tables say: of all revisions, in object streams, and those that nothing shows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import field

from plugins.pdf.budget import VALUE, Budget
from plugins.pdf.failure import Unreadable
from plugins.pdf.filters import unpacked
from plugins.pdf.syntax import Name, Reference, Value, value_at
from plugins.records import dataclass

_OBJECT = re.compile(rb"(?<![0-9])([0-9]{1,10})[\x00\t\n\f\r ]+[0-9]{1,5}[\x00\t\n\f\r ]+obj|(?<![a-z])trailer")
_STREAM = re.compile(rb"[\x00\t\n\f\r ]*stream(?:\r\n|\n|\r)")


@dataclass(frozen=True, slots=True)
class PdfObject:
    """One object; a trailer has the number 0. `packed` is its stream as it stands in the file, if it has one."""

    number: int
    value: Value
    packed: bytes | None = None

    @property
    def entries(self) -> dict[str, Value]:
        return self.value if isinstance(self.value, dict) else {}


@dataclass(frozen=True)
class Objects:
    """Every object of a file; a number may be there several times."""

    all: tuple[PdfObject, ...]
    budget: Budget
    _by_number: dict[int, list[PdfObject]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for each in self.all:
            self._by_number.setdefault(each.number, []).append(each)

    def meant(self, value: Value) -> Sequence[Value]:
        """What a value may stand for: itself, or every object of its number."""
        return [each.value for each in self.of(value)] if isinstance(value, Reference) else [value]

    def of(self, value: Value) -> Sequence[PdfObject]:
        """Every object that a reference may lead to."""
        return self._by_number.get(value.number, []) if isinstance(value, Reference) else []

    def dictionaries(self) -> Iterator[dict[str, Value]]:
        """Every dictionary, those inside of others too."""
        for each in self.all:
            waiting = [each.value]
            while waiting:
                value = waiting.pop()
                if isinstance(value, dict):
                    yield value
                    waiting += value.values()
                elif isinstance(value, list):
                    waiting += value

    def stream(self, each: PdfObject) -> bytes:
        """What an object's stream holds, as far as it is no pixels; raises Unreadable."""
        parameters = self._listed(each, "DecodeParms", "DP")
        if any(isinstance(entries, dict) and entries.get("Predictor", 1) != 1 for entries in parameters):
            raise Unreadable("a part of it is packed in a way that nobody can search; print it to PDF again")
        data = unpacked(each.packed or b"", self.filters(each))
        self.budget.unpack(len(data))
        return data

    def kinds(self, each: PdfObject) -> frozenset[str]:
        """What an object says that it is."""
        named = (meant for key in ("Type", "Subtype") for meant in self.meant(each.entries.get(key)))
        return frozenset(name for name in named if isinstance(name, Name))

    def filters(self, each: PdfObject) -> list[str]:
        return [str(name) for name in self._listed(each, "Filter", "F") if isinstance(name, Name)]

    def _listed(self, each: PdfObject, *keys: str) -> list[Value]:
        """What stands under these keys, one value or a list of them."""
        values = [meant for key in keys for meant in self.meant(each.entries.get(key))]
        listed = [inner for value in values for inner in (value if isinstance(value, list) else [value])]
        return [meant for inner in listed for meant in self.meant(inner)]


def objects_of(content: bytes, budget: Budget) -> Objects:
    """Every object of a PDF; raises Unreadable."""
    written = Objects(tuple(_written(content, budget)), budget)
    if any("Encrypt" in entries for entries in written.dictionaries()):
        raise Unreadable("it is locked, with a password or against copying; save it as PDF again, without that")
    return Objects((*written.all, *(inner for each in written.all for inner in _inside(written, each))), budget)


def _written(content: bytes, budget: Budget) -> Iterator[PdfObject]:
    for start in _OBJECT.finditer(content):
        value, end = value_at(content, start.end())
        stream = _STREAM.match(content, end) if isinstance(value, dict) else None
        packed = _stream_at(content, stream.end(), value) if stream else None
        budget.unpack(VALUE * (end - start.end()) + len(packed or b""))
        yield PdfObject(int(start[1] or 0), value, packed)


def _stream_at(content: bytes, start: int, entries: Value) -> bytes:
    length = entries.get("Length") if isinstance(entries, dict) else None
    end = content.find(b"endstream", start + (length if isinstance(length, int) else 0))
    if end < 0:
        end = content.find(b"endstream", start)
    return content[start : end if end >= 0 else len(content)]


def _inside(objects: Objects, holder: PdfObject) -> Iterator[PdfObject]:
    """The objects of an object stream [7.5.7]: their numbers and places first, then themselves."""
    if "ObjStm" not in objects.kinds(holder):
        return
    data = objects.stream(holder)
    first = next((each for each in objects.meant(holder.entries.get("First")) if isinstance(each, int)), 0)
    numbers = [int(each) for each in data[:first].split() if each.isdigit() and len(each) < 12]
    for number, place in zip(numbers[::2], numbers[1::2], strict=False):
        value, end = value_at(data, first + place)
        objects.budget.unpack(VALUE * (end - first - place))
        yield PdfObject(number, value)
