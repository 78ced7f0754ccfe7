"""What a button of a form does to its fields, before anything is saved: an item comes, goes, comes back or moves."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from plugins.author.forms.state import ItemState, State
from plugins.contract.shape import Kind, Many, Part, Scores, WordOrPart, shape_of

Items = tuple[ItemState, ...]
_SPARE = "n"
"""Begins the names of new items, which have no place in the file yet."""


def done(kind: Kind, state: State, action: str) -> State:
    """The state after an action, such as `add:votes.0.options` or `up:agenda.2`; itself where it makes no sense."""
    verb, _, place = action.partition(":")
    steps = place.split(".")
    if verb == "add":
        return _at(kind, state, steps, _added)
    change = {"remove": _gone, "undo": _back, "up": _earlier, "down": _later}.get(verb)
    if change is None or len(steps) < 2:
        return state
    return _at(kind, state, steps[:-1], lambda _kind, items: change(items, steps[-1]))


def _at(kind: Kind, state: State, steps: list[str], change: Callable[[Many, Items], Items]) -> State:
    """The state with the list at this place changed."""
    if isinstance(state, tuple) and isinstance(kind, Many):
        if not steps:
            return change(kind, state)
        return tuple(
            replace(item, value=_at(kind.of, item.value, steps[1:], change)) if item.key == steps[0] else item
            for item in state
        )
    part = kind.part if isinstance(kind, WordOrPart) else kind
    if isinstance(state, Mapping) and isinstance(part, Part) and steps and steps[0] in state:
        field = shape_of(part.record).fields.get(steps[0])
        if field is not None:
            return {**state, steps[0]: _at(field.kind, state[steps[0]], steps[1:], change)}
    return state


def place_of(before: State, after: State, action: str) -> str:
    """The name of the item that an action was about: of a new one, or of the one that it moved."""
    verb, _, place = action.partition(":")
    if verb != "add":
        return place
    old, new = (_items_at(state, place.split(".")) for state in (before, after))
    added = [item.key for item in new if item.key not in {each.key for each in old}]
    return f"{place}.{added[0]}" if added else place


def _items_at(state: State, steps: list[str]) -> Items:
    for step in steps:
        if isinstance(state, tuple):
            state = next((item.value for item in state if item.key == step), "")
        elif isinstance(state, Mapping):
            state = state.get(step, "")
    return state if isinstance(state, tuple) else ()


def _added(kind: Many, items: Items) -> Items:
    numbers = (item.key.removeprefix(_SPARE) for item in items if item.key.startswith(_SPARE))
    last = max((int(number) for number in numbers if number.isdecimal()), default=0)
    return (*items, ItemState(f"{_SPARE}{last + 1}", None, empty(kind.of)))


def empty(kind: Kind) -> State:
    """A value with nothing in it."""
    if isinstance(kind, Many):
        return "" if not isinstance(kind.of, Part | WordOrPart) else ()
    part = kind.part if isinstance(kind, WordOrPart) else kind
    if isinstance(part, Part):
        return {name: empty(field.kind) for name, field in shape_of(part.record).fields.items()}
    return {} if isinstance(kind, Scores) else ""


def _gone(items: Items, key: str) -> Items:
    """An item that was saved before can be brought back until the next save; a new one just goes."""
    return tuple(
        replace(item, is_gone=True) if item.key == key else item
        for item in items
        if item.key != key or item.was is not None
    )


def _back(items: Items, key: str) -> Items:
    return tuple(replace(item, is_gone=False) if item.key == key else item for item in items)


def _earlier(items: Items, key: str) -> Items:
    index = next((index for index, item in enumerate(items) if item.key == key), 0)
    return items if index == 0 else (*items[: index - 1], items[index], items[index - 1], *items[index + 1 :])


def _later(items: Items, key: str) -> Items:
    return tuple(reversed(_earlier(tuple(reversed(items)), key)))
