"""What is put where in a text, so that its YAML is as it is wanted: every letter beside it stays where it was."""

from collections.abc import Iterator, Mapping, Sequence

from plugins.frontmatter.bracketed import Brackets
from plugins.frontmatter.changes import KEPT, Change, Item, Kept, Renamed, Wanted, changed
from plugins.frontmatter.notation import Plain, field_in_lines, in_brackets, in_lines, is_short, item_in_lines, text_of
from plugins.frontmatter.pieces import Piece, Region, Splice
from plugins.frontmatter.spans import Fields, Items, Part, ScalarSpan, Span
from plugins.records import dataclass


@dataclass(frozen=True, slots=True)
class Splicing:
    """A text whose last line is ended, and how it is changed."""

    text: str

    def within(self, span: Span, value: Plain, wanted: Wanted) -> list[Splice]:
        """What is put where inside a value; one that gets another shape is put anew by whatever holds it."""
        if span.in_brackets:
            return Brackets(self.text).within(span, value, wanted)
        if isinstance(span, Fields) and isinstance(wanted, Mapping) and isinstance(value, Mapping):
            return self._fields(span, value, wanted)
        if isinstance(span, Items) and isinstance(wanted, tuple) and not isinstance(value, str | Mapping):
            return self._items(span, value, wanted)
        return []

    # ------------------------------------------------------------ fields, one a line

    def _fields(self, fields: Fields, value: Mapping[str, Plain], wanted: Change) -> list[Splice]:
        splices: list[Splice] = []
        gone = [part for part in fields.parts if wanted.get(part.name, KEPT) is None]
        left = [part for part in fields.parts if part not in gone]
        for part in left:
            each = wanted.get(part.name, KEPT)
            if isinstance(each, Renamed):
                splices.append(Splice(part.start, part.name_end, (text_of(each.name),)))
                each = each.value
            splices += self._field(part, value[part.name], KEPT if each is None else each, fields.column)
        splices += self._new_fields(fields, left, wanted)
        splices += self._lines_of(gone, left)
        return splices

    def _field(self, part: Part, value: Plain, wanted: Wanted, column: int) -> list[Splice]:
        if _keeps_its_shape(part.value, wanted):
            return self.within(part.value, value, wanted)
        return self.anew(part, changed(value, wanted), column)

    def anew(self, part: Part, value: Plain, column: int) -> list[Splice]:
        """A field with a value that is written anew. A remark in its line stays there."""
        colon = self.text.index(":", part.name_end) + 1
        style = part.value.style if isinstance(part.value, ScalarSpan) else ""
        new = f" {text_of(value, style=style, column=column)}" if isinstance(value, str) else in_lines(value, column)
        remark = self.text[colon : part.value.start].rstrip()
        return self._put(colon, max(colon, part.end), new, remark if "#" in remark else "")

    def _new_fields(self, fields: Fields, left: list[Part], wanted: Change) -> Iterator[Splice]:
        """Each below the field that it is best read after."""
        there = {part.name: part for part in fields.parts}
        before: Part | None = None
        for name, each in wanted.items():
            if name in there:
                before = there[name] if there[name] in left else before
            elif each is not None and not isinstance(each, Kept | Renamed):
                written = " " * fields.column + field_in_lines(name, changed(None, each), fields.column)
                yield self._insertion((before or left[-1]).end if left else fields.end, written)

    def _lines_of(self, gone: list[Part], left: list[Part]) -> Iterator[Splice]:
        """The lines of fields that are taken out. Behind a hyphen, the first field that is left moves up."""
        for part in gone:
            line = self._line_start(part.start)
            if not self.text[line : part.start].strip():
                yield Splice(line, self._next_line(part.end))
            else:
                end = left[0].start
                lines = (each.strip() for each in self.text[part.start : end].split("\n")[1:])
                remarks = [each for each in lines if each.startswith("#")]
                yield Splice(part.start, end, [f"{each}\n{' ' * (part.start - line)}" for each in remarks])

    # ------------------------------------------------------------ items, one a line

    def _items(self, items: Items, values: Sequence[Plain], wanted: tuple[Item, ...]) -> list[Splice]:
        kept = [item.was for item in wanted if item.was is not None]
        if kept == sorted(kept):
            return self._in_place(items, values, wanted)
        return self._reordered(items, values, wanted)

    def _in_place(self, items: Items, values: Sequence[Plain], wanted: tuple[Item, ...]) -> list[Splice]:
        splices: list[Splice] = []
        at = self._line_start(items.start)
        for item in wanted:
            if item.was is None:
                splices.append(Splice(at, at, (self._new_item(items, item), "\n")))
            else:
                splices += self._item(items, item.was, values[item.was], item.value)
                at = self._next_line(items.parts[item.was].end)
        for index in _gone(items, wanted):
            splices.append(Splice(self._hyphen_line(items, index), self._next_line(items.parts[index].end)))
        return splices

    def _reordered(self, items: Items, values: Sequence[Plain], wanted: tuple[Item, ...]) -> list[Splice]:
        """Each item moves with the remarks above it; those above one that is taken out stay, at the end."""
        pieces: list[Piece] = []
        for item in wanted:
            if item.was is None:
                pieces += [self._new_item(items, item), "\n"]
            else:
                lines = self._lines(items, item.was)
                own = self._item(items, item.was, values[item.was], item.value)
                pieces.append(Region(lines.start, lines.end, own))
        for index in _gone(items, wanted):
            pieces.append(Region(self._lines(items, index).start, self._hyphen_line(items, index)))
        return [Splice(self._line_start(items.start), self._next_line(items.end), pieces)]

    def _item(self, items: Items, was: int, value: Plain, wanted: Wanted) -> list[Splice]:
        part = items.parts[was]
        if _keeps_its_shape(part, wanted):
            return self.within(part, value, wanted)
        if isinstance(wanted, str) and isinstance(part, ScalarSpan) and part.end > part.start:
            return self._put(part.start, part.end, text_of(wanted, style=part.style, column=items.column))
        hyphen = self._hyphen_line(items, was) + items.column
        return self._put(hyphen, part.end, item_in_lines(changed(value, wanted), items.column))

    def _new_item(self, items: Items, item: Item) -> str:
        """Written as the others are: in braces, where they are and it is short."""
        value = changed(None, item.value)
        is_like_others = isinstance(value, Mapping) and any(part.in_brackets for part in items.parts)
        written = (
            f"- {in_brackets(value)}" if is_like_others and is_short(value) else item_in_lines(value, items.column)
        )
        return " " * items.column + written

    def _lines(self, items: Items, index: int) -> Region:
        """The lines of an item, with the remarks above it; above the first, they are the list's."""
        start = self._next_line(items.parts[index - 1].end) if index else self._line_start(items.start)
        return Region(start, self._next_line(items.parts[index].end))

    def _hyphen_line(self, items: Items, index: int) -> int:
        """Where the line begins in which the hyphen of an item stands."""
        at = self._lines(items, index).start
        while index and not self.text.startswith("-", at + items.column):
            at = self._next_line(at)
        return at

    # ------------------------------------------------------------ lines

    def _line_start(self, at: int) -> int:
        return self.text.rfind("\n", 0, at) + 1

    def _next_line(self, at: int) -> int:
        return self.text.index("\n", at) + 1

    def _put(self, start: int, end: int, text: str, remark: str = "") -> list[Splice]:
        """A text of one line or more; what stands behind the old one in its line stays behind the first of them."""
        first, _, below = text.partition("\n")
        splices = [Splice(start, end, (first, remark))]
        return [*splices, self._insertion(end, below)] if below else splices

    def _insertion(self, behind: int, lines: str) -> Splice:
        at = self._next_line(behind) if behind < len(self.text) else behind
        return Splice(at, at, (f"{lines}\n",))


def _gone(items: Items, wanted: tuple[Item, ...]) -> list[int]:
    return sorted(set(range(len(items.parts))) - {item.was for item in wanted})


def _keeps_its_shape(span: Span, wanted: Wanted) -> bool:
    """Whether a value is changed within; else it is written anew."""
    if isinstance(wanted, Kept):
        return True
    if isinstance(span, Fields) and isinstance(wanted, Mapping):
        return span.in_brackets or any(wanted.get(part.name, KEPT) is not None for part in span.parts)
    return isinstance(span, Items) and isinstance(wanted, tuple) and (span.in_brackets or bool(span.parts and wanted))
