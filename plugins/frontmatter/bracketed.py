"""What is put where inside brackets and braces; everything in them is one value behind another, on one line or more."""

from collections.abc import Mapping, Sequence

from plugins.frontmatter.changes import KEPT, Change, Kept, Renamed, Wanted, changed
from plugins.frontmatter.notation import Plain, in_brackets, text_of
from plugins.frontmatter.pieces import Piece, Region, Splice
from plugins.frontmatter.spans import Fields, Items, Part, ScalarSpan, Span
from plugins.records import dataclass


@dataclass(frozen=True, slots=True)
class Brackets:
    """A text in which something in brackets is changed."""

    text: str

    def within(self, span: Span, value: Plain, wanted: Wanted) -> list[Splice]:
        """What is put where inside a value; one that gets another shape is put anew by whatever holds it."""
        if isinstance(span, Fields) and isinstance(wanted, Mapping) and isinstance(value, Mapping):
            return self._fields(span, value, wanted)
        if isinstance(span, Items) and isinstance(wanted, tuple) and not isinstance(value, str | Mapping):
            changes = {item.was: item.value for item in wanted if item.was is not None}
            own = {was: self._inside(span.parts[was], values, each) for was, (values, each) in _paired(value, changes)}
            new = [in_brackets(changed(None, item.value)) if item.was is None else item.was for item in wanted]
            return self._joined(span, new, own)
        return []

    def _fields(self, fields: Fields, value: Mapping[str, Plain], wanted: Change) -> list[Splice]:
        there = {part.name: index for index, part in enumerate(fields.parts)}
        entries: list[int | str] = [i for i, part in enumerate(fields.parts) if wanted.get(part.name, KEPT) is not None]
        own: dict[int, list[Splice]] = {}
        behind = len(entries)
        for name, each in wanted.items():
            index = there.get(name)
            if index is not None and each is not None:
                part = fields.parts[index]
                own[index] = self._field(part, value[name], each)
                behind = entries.index(index) + 1
            elif index is None and each is not None and not isinstance(each, Kept | Renamed):
                entries.insert(behind, f"{text_of(name, inside=True)}: {in_brackets(changed(None, each))}")
                behind += 1
        return self._joined(fields, entries, own)

    def _field(self, part: Part, value: Plain, wanted: Wanted | Renamed) -> list[Splice]:
        colon = self.text.index(":", part.name_end) + 1
        if isinstance(wanted, Renamed):
            name = Splice(part.start, part.name_end, (text_of(wanted.name, inside=True),))
            return [name, *self._inside(part.value, value, wanted.value, colon)]
        return self._inside(part.value, value, wanted, colon)

    def _inside(self, span: Span, value: Plain, wanted: Wanted, colon: int | None = None) -> list[Splice]:
        is_alike = (isinstance(span, Fields) and isinstance(wanted, Mapping)) or (
            isinstance(span, Items) and isinstance(wanted, tuple)
        )
        if isinstance(wanted, Kept):
            return []
        if is_alike and span.in_brackets:
            return self.within(span, value, wanted)
        if isinstance(wanted, str) and isinstance(span, ScalarSpan) and span.end > span.start:
            return [Splice(span.start, span.end, (text_of(wanted, inside=True, style=span.style),))]
        start = span.start if colon is None else colon
        return [
            Splice(start, max(start, span.end), ("" if colon is None else " ", in_brackets(changed(value, wanted))))
        ]

    def _joined(
        self, holder: Fields | Items, entries: Sequence[int | str], own: Mapping[int, list[Splice]]
    ) -> list[Splice]:
        """The entries in their order, with what stood before each; what stands behind the last stays there."""
        parts = holder.parts
        if list(entries) == list(range(len(parts))):
            return [splice for splices in own.values() for splice in splices]
        ends = [holder.start + 1, *(self.text.index(",", part.end) + 1 for part in parts[:-1])]
        pieces: list[Piece] = []
        for entry in entries:
            is_first = not pieces
            if isinstance(entry, str):
                pieces.append(entry if is_first else f", {entry}")
                continue
            before = self.text[ends[entry] : parts[entry].start]
            space = before if before.strip() or "\n" in before else "" if is_first else " "
            pieces += [
                space if is_first else f",{space}",
                Region(parts[entry].start, parts[entry].end, own.get(entry, ())),
            ]
        last = parts[-1].end if parts else holder.start + 1
        comma = self.text.find(",", last, holder.end)
        return [Splice(holder.start + 1, last if entries or comma < 0 else comma + 1, pieces)]


def _paired(values: Sequence[Plain], changes: Mapping[int, Wanted]) -> list[tuple[int, tuple[Plain, Wanted]]]:
    return [(was, (values[was], each)) for was, each in changes.items()]
