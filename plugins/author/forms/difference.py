"""What a form says otherwise than the file: the change that a save makes, and nothing besides."""

from collections.abc import Mapping
from difflib import SequenceMatcher
from zoneinfo import ZoneInfo

from plugins.author.forms.dates import with_plain_date
from plugins.author.forms.state import (
    AS_WRITTEN,
    WORD,
    AsWritten,
    ItemState,
    State,
    items_of,
    state_of,
    texts_of,
)
from plugins.contract.shape import Choice, Kind, Leaf, Many, Moment, Part, Scores, Table, WordOrPart, shape_of
from plugins.frontmatter import Mapping as Tree
from plugins.frontmatter import Node, Scalar, Sequence
from plugins.frontmatter.changes import KEPT, Item, Kept, Wanted


def difference(kind: Kind, node: Node | None, state: State, zone: ZoneInfo) -> Wanted | None:
    """What is to be different in a value; None when nothing is left of it, KEPT when nothing is different.

    A date that is new is written as calendars read it, by the clocks of `zone` where it says no other.
    """
    before = state_of(kind, node)
    if isinstance(state, AsWritten) or isinstance(before, AsWritten) or _same(before, state):
        return KEPT
    match kind:
        case Many():
            return _list(kind, node, state, zone)
        case Part() if isinstance(state, Mapping):
            return _fields(kind, node, state, zone)
        case Scores() | Table():
            return _scores(before, state) if isinstance(state, Mapping) else _table(_tabled(before), _tabled(state))
        case WordOrPart() if isinstance(state, Mapping):
            word = state.get(WORD)
            return word if isinstance(word, str) and word else _fields(kind.part, node, state, zone)
        case _:
            return _one_value(kind, state, zone)


def _one_value(kind: Kind, state: State, zone: ZoneInfo) -> Wanted | None:
    if isinstance(kind, Leaf | Choice | Moment) and isinstance(state, str) and state:
        return with_plain_date(kind, state, zone)
    return None if state == "" else KEPT


_Tabled = dict[str, "str | _Tabled"]


def _tabled(lines: State) -> _Tabled:
    """Lines such as `giscus.repo: owner/site` as fields in fields."""
    table: _Tabled = {}
    for line in filter(None, lines.split("\n") if isinstance(lines, str) else ()):
        name, _, value = line.partition(":")
        *above, last = name.strip().split(".")
        place = table
        for step in above:
            inside = place.setdefault(step, {})
            if isinstance(inside, str):
                inside = place[step] = {}
            place = inside
        place[last] = value.strip()
    return table


def _table(before: _Tabled, wanted: _Tabled) -> Wanted | None:
    change: dict[str, Wanted | None] = {name: None for name in before if name not in wanted}
    for name, each in wanted.items():
        old = before.get(name)
        if isinstance(each, str):
            change[name] = KEPT if each == old else each
        else:
            change[name] = _table(old if isinstance(old, dict) else {}, each)
    return change if wanted else None


def _scores(before: State, state: Mapping[str, State]) -> Wanted | None:
    counts = {name: each for name, each in state.items() if isinstance(each, str) and each}
    gone = {name: None for name in before if name not in counts} if isinstance(before, Mapping) else {}
    return {**counts, **gone} if counts else None


def _list(kind: Many, node: Node | None, state: State, zone: ZoneInfo) -> Wanted | None:
    if isinstance(state, tuple):
        return _records(kind, node, state, zone)
    return _lines(kind, node, state.split("\n")) if isinstance(state, str) and state else None


def _same(before: State, state: State) -> bool:
    """Whether a form shows the same; what it does not hold is the same."""
    if isinstance(state, AsWritten):
        return True
    if isinstance(before, Mapping) and isinstance(state, Mapping):
        return all(_same(before.get(name, ""), each) for name, each in state.items()) and set(before) <= set(state)
    if isinstance(before, tuple) and isinstance(state, tuple):
        return len(before) == len(state) and all(
            old.was == new.was and not new.is_gone and _same(old.value, new.value)
            for old, new in zip(before, state, strict=True)
        )
    return before == state


def _lines(kind: Many, node: Node | None, lines: list[str]) -> Wanted:
    """A list of texts: those that stand there already stay as they were typed."""
    if isinstance(node, Scalar) and len(lines) == 1 and "," not in lines[0]:
        return lines[0]
    old = texts_of(kind, node) or []
    if not isinstance(node, Sequence) or len(old) != len(node.items):
        return tuple(Item(line) for line in lines)
    items: list[Item] = []
    for what, start, end, new_start, new_end in SequenceMatcher(None, old, lines, autojunk=False).get_opcodes():
        if what == "equal":
            items += [Item(KEPT, was) for was in range(start, end)]
        elif what != "delete":
            places: list[int | None] = [*range(start, end)] if end - start == new_end - new_start else []
            places = places or [None] * (new_end - new_start)
            items += [Item(line, was) for line, was in zip(lines[new_start:new_end], places, strict=True)]
    return tuple(items)


def _records(kind: Many, node: Node | None, states: tuple[ItemState, ...], zone: ZoneInfo) -> Wanted | None:
    nodes = items_of(node)
    items: list[Item] = []
    for state in states:
        was = state.was if state.was is not None and state.was < len(nodes) else None
        if state.is_gone or was in {item.was for item in items if item.was is not None}:
            continue
        wanted = difference(kind.of, None if was is None else nodes[was], state.value, zone)
        if was is not None:
            items.append(Item({} if wanted is None else wanted, was))
        elif wanted is not None and not isinstance(wanted, Kept):
            items.append(Item(wanted))
    if not items:
        return None
    if not isinstance(node, Sequence) and len(items) == 1 and items[0].was == 0:
        return items[0].value
    return tuple(items)


def _fields(kind: Part, node: Node | None, state: Mapping[str, State], zone: ZoneInfo) -> Wanted | None:
    shape = shape_of(kind.record)
    if isinstance(node, Tree):
        named = {entry.key: entry.node for entry in node.entries}
    else:
        named = {shape.plain: node} if shape.plain and isinstance(node, Scalar) and node.text else {}
    wanted = {
        name: difference(each.kind, named.get(name), state.get(name, AS_WRITTEN), zone)
        for name, each in shape.fields.items()
    }
    left = [name for name, each in wanted.items() if each is not None and (name in named or each is not KEPT)]
    if not left and not set(named) - set(wanted):
        return None
    if not isinstance(node, Tree):
        return _from_one_value(shape.plain, named, wanted, left)
    return wanted


def _from_one_value(
    plain: str | None, named: Mapping[str, Node], wanted: Mapping[str, Wanted | None], left: list[str]
) -> Wanted:
    """A record that is new, or was written as one value: as one value again, where it says no more."""
    own = {name: _said(named.get(name), wanted[name]) for name in left}
    return own[plain] if plain and left == [plain] else own


def _said(node: Node | None, wanted: Wanted | None) -> Wanted:
    if isinstance(wanted, Kept) and isinstance(node, Scalar):
        return node.text
    return "" if wanted is None else wanted
