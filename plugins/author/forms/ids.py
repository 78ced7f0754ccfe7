"""Short names that the author never types: made of what a thing is called, once, and never changed after."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from plugins.author.forms.state import ItemState, State
from plugins.contract.shape import FieldShape, Kind, Leaf, Many, Part, WordOrPart, shape_of
from plugins.contract.values import Id, Reference
from plugins.files.names import slug
from plugins.workshops.facts.methods import METHODS

ID = "id"
_NAMES = ("name", "title", "question", "said", "text", "idea")
"""What a thing is called, the plainest first."""
_POINTED_AT = ("even_better_if", "insights", "problems", "opportunities")
"""Lists whose items another post, or an idea, can name."""
_LONGEST = 40


def is_made(field: FieldShape) -> bool:
    """Whether a field is the short name of its record."""
    return field.written == ID and isinstance(field.kind, Leaf) and field.kind.type in (Id, Reference)


def with_ids(kind: Kind, state: State) -> State:
    """The state with a short name for everything that has none yet and can be pointed at.

    What is ranked is written by its short name then, however its author called it.
    """
    return _ranked(_named(kind, state, {each for each in _ids(kind, state) if each}))


def _ranked(state: State) -> State:
    votes = state.get("votes") if isinstance(state, Mapping) else None
    if not isinstance(state, Mapping) or not isinstance(votes, tuple):
        return state
    return {**state, "votes": tuple(replace(vote, value=_by_short_names(vote.value)) for vote in votes)}


def _by_short_names(vote: State) -> State:
    ballots = vote.get("ballots") if isinstance(vote, Mapping) else None
    if not isinstance(vote, Mapping) or not isinstance(ballots, tuple):
        return vote
    options = vote.get("options")
    named = [each.value for each in options if isinstance(each.value, Mapping)] if isinstance(options, tuple) else []
    names = {str(each.get("name", "")).casefold(): each[ID] for each in named if each.get(ID)}
    return {**vote, "ballots": tuple(replace(each, value=_ranking(each.value, names)) for each in ballots)}


def _ranking(ballot: State, names: Mapping[str, State]) -> State:
    ranking = ballot.get("ranking") if isinstance(ballot, Mapping) else None
    if not isinstance(ballot, Mapping) or not isinstance(ranking, str):
        return ballot
    lines = (names.get(line.casefold(), line) for line in ranking.split("\n"))
    return {**ballot, "ranking": "\n".join(line for line in lines if isinstance(line, str))}


def _ids(kind: Kind, state: State) -> Iterator[str]:
    if isinstance(state, tuple) and isinstance(kind, Many):
        for item in state:
            yield from _ids(kind.of, item.value)
    part = _part(kind)
    if isinstance(state, Mapping) and part:
        for name, field in shape_of(part.record).fields.items():
            held = state.get(name, "")
            if is_made(field) and isinstance(held, str):
                yield held
            yield from _ids(field.kind, held)


def _named(kind: Kind, state: State, taken: set[str], *, is_pointed_at: bool = False) -> State:
    """`is_pointed_at`: other places of the diary name such a thing, so it needs a short name where it may have one."""
    if isinstance(state, tuple) and isinstance(kind, Many):
        return tuple(_item(kind, item, taken, is_pointed_at=is_pointed_at) for item in state)
    part = _part(kind)
    if not isinstance(state, Mapping) or part is None:
        return state
    shape = shape_of(part.record)
    named = {
        name: _named(shape.fields[name].kind, each, taken, is_pointed_at=_is_pointed_at(name, state))
        for name, each in state.items()
        if name in shape.fields
    }
    own = shape.fields.get(ID)
    is_needed = own is not None and is_made(own) and (own.required or is_pointed_at)
    if is_needed and named.get(ID) == "" and (name := _made(named, taken)):
        named[ID] = name
        taken.add(name)
    return {**state, **named}


def _is_pointed_at(name: str, beside: Mapping[str, State]) -> bool:
    method = next((method for name, method in METHODS.items() if name == beside.get("method")), None)
    has_papers = method is not None and method.figures is not None and method.figures.written_in == "ballots"
    return name in _POINTED_AT or (name == "options" and has_papers)


def _item(kind: Many, item: ItemState, taken: set[str], *, is_pointed_at: bool) -> ItemState:
    """One that stands in the file without a short name is left without."""
    if item.is_gone:
        return item
    is_new = item.was is None
    return replace(item, value=_named(kind.of, item.value, taken, is_pointed_at=is_pointed_at and is_new))


def _made(state: Mapping[str, State], taken: set[str]) -> str:
    called = (state[name] for name in _NAMES if name in state)
    text = next((each for each in called if isinstance(each, str) and each.strip()), "")
    words, name = slug(text).split("-"), ""
    for word in words:
        if name and len(name) + len(word) >= _LONGEST:
            break
        name = f"{name}-{word}" if name else word[:_LONGEST]
    number = next(number for number in range(1, len(taken) + 2) if _numbered(name, number) not in taken) if name else 0
    return _numbered(name, number)


def _numbered(name: str, number: int) -> str:
    return name if number < 2 else f"{name}-{number}"


def _part(kind: Kind) -> Part | None:
    if isinstance(kind, WordOrPart):
        return kind.part
    return kind if isinstance(kind, Part) else None
