"""How many bytes pdfium would go through to draw a PDF, weighed before it is asked.

A stream counts each time that it is drawn: by every page that shares it, by every drawing that draws it again.
"""

import re
from collections.abc import Iterator
from dataclasses import field

from plugins.pdf.failure import Unreadable
from plugins.pdf.objects import Objects, PdfObject
from plugins.pdf.syntax import Reference, Value
from plugins.records import dataclass

HEAVIEST = 300_000_000
"""Bytes of instructions; a dense page has 100,000."""
_HEAVY = "its pages draw the same things over and over, which would take minutes; print it to PDF again"
_DRAWS = re.compile(rb"\bDo\b")
_MOST_PARENTS = 50


def weigh(objects: Objects, *, times: int) -> None:
    """Raise Unreadable where a PDF whose pages are drawn so many times is too heavy to be drawn."""
    weights = _Weights(objects)
    total = 0
    try:
        for each in objects.all:
            total += weights.of_page(each) if "Page" in objects.kinds(each) else 0
            total += weights.of_stream(each) if "Form" in objects.kinds(each) else 0
            _refuse_heavy(total * times)
    except RecursionError as too_deep:
        raise Unreadable(_HEAVY) from too_deep


def _refuse_heavy(weight: int) -> None:
    if weight > HEAVIEST:
        raise Unreadable(_HEAVY)


@dataclass
class _Weights:
    objects: Objects
    _known: dict[int, int] = field(default_factory=dict)
    _streams: dict[int, tuple[int, int]] = field(default_factory=dict)

    def of_page(self, page: PdfObject) -> int:
        listed = [inner for value in self.objects.meant(page.entries.get("Contents")) for inner in _items(value)]
        own = [each for value in (*listed, page.entries.get("Contents")) for each in self.objects.of(value)]
        heaviest = max((self.of_stream(each) for each in self._drawings(self._resources(page))), default=0)
        return sum(self._drawn(each, heaviest) for each in own if each.packed is not None)

    def of_stream(self, drawing: PdfObject) -> int:
        """What it is to draw it once; one that draws itself is not drawn again within."""
        place = id(drawing)
        if place not in self._known:
            self._known[place] = 0
            inner = [*map(self.of_stream, self._drawings([drawing.entries.get("Resources")]))]
            self._known[place] = self._drawn(drawing, max(inner, default=0))
            _refuse_heavy(self._known[place])
        return self._known[place]

    def _drawn(self, stream: PdfObject, heaviest: int) -> int:
        if id(stream) not in self._streams:
            data = self.objects.stream(stream)
            self._streams[id(stream)] = len(data), len(_DRAWS.findall(data))
        length, draws = self._streams[id(stream)]
        return length + draws * heaviest

    def _resources(self, page: PdfObject) -> Iterator[Value]:
        """Those of a page, or of the pages that it is one of."""
        waiting = [page]
        for _ in range(_MOST_PARENTS):
            if not waiting:
                return
            holder = waiting.pop()
            yield holder.entries.get("Resources")
            waiting += self.objects.of(holder.entries.get("Parent"))[:1]

    def _drawings(self, resources: "Iterator[Value] | list[Value]") -> Iterator[PdfObject]:
        """The drawings that are named there."""
        for value in resources:
            for meant in self.objects.meant(value):
                for named in self.objects.meant(meant.get("XObject")) if isinstance(meant, dict) else ():
                    for each in named.values() if isinstance(named, dict) else ():
                        if isinstance(each, Reference):
                            yield from (found for found in self.objects.of(each) if "Form" in self.objects.kinds(found))


def _items(value: Value) -> list[Value]:
    return value if isinstance(value, list) else []
