"""Record classes made our way are what Python's own decorator makes of the same class body."""

import dataclasses
import inspect
import pickle
from collections.abc import Callable
from copy import copy, deepcopy
from typing import Any

import pytest

from plugins.records import dataclass as ours

python = dataclasses.dataclass


def ballot(decorator: Any) -> Any:
    """A class with every kind of field, whichever decorator makes it."""

    @decorator(frozen=True, slots=True)
    class Ballot:
        question: str
        votes: int = 0
        options: list[str] = dataclasses.field(default_factory=list)
        note: str = dataclasses.field(default="", compare=False, repr=False)
        seen: list[str] = dataclasses.field(init=False, default_factory=list)
        papers: int = dataclasses.field(init=False, default=3)
        _: dataclasses.KW_ONLY
        is_open: bool
        weight: float = 1.0

        def __post_init__(self) -> None:
            if self.votes < 0:
                raise ValueError("nobody takes a vote back")

    return Ballot


def both(use: Callable[[Any], object]) -> tuple[object, object]:
    return use(ballot(ours)), use(ballot(python))


@pytest.mark.parametrize(
    "use",
    [
        lambda made: repr(made("Tea?", 3, ["yes"], "n", is_open=True)),
        lambda made: repr(made(question="Tea?", is_open=False, weight=0.5)),
        lambda made: made("Tea?", is_open=True) == made("Tea?", is_open=True, note="another"),
        lambda made: made("Tea?", is_open=True) != made("Tea?", is_open=False),
        lambda made: made("Tea?", is_open=True) == "Tea?",
        lambda made: made("Tea?", is_open=True).options is made("Tea?", is_open=True).options,
        lambda made: [(field.name, field.kw_only, field.default) for field in dataclasses.fields(made)][3:],
        lambda made: (made.__match_args__, made.__slots__, made.__eq__ is object.__eq__),
        lambda made: repr(dataclasses.replace(made("Tea?", is_open=True), votes=2)),
        lambda made: dataclasses.asdict(made("Tea?", is_open=True)),
        lambda made: copy(made("Tea?", is_open=True)) == made("Tea?", is_open=True),
        lambda made: repr(deepcopy(made("Tea?", 1, ["no"], is_open=True))),
    ],
)
def test_it_says_and_holds_what_pythons_own_does(use: Callable[[Any], object]) -> None:
    first, second = both(use)
    assert first == second


@pytest.mark.parametrize(
    "misuse",
    [
        lambda made: made(),
        lambda made: made("Tea?", 1, [], "", True),
        lambda made: made("Tea?", is_open=True, colour="red"),
        lambda made: made("Tea?", -1, is_open=True),
        lambda made: setattr(made("Tea?", is_open=True), "votes", 4),
        lambda made: delattr(made("Tea?", is_open=True), "votes"),
        lambda made: hash(made("Tea?", is_open=True)),
        lambda made: dataclasses.replace(made("Tea?", is_open=True), colour="red"),
    ],
)
def test_it_refuses_in_the_words_of_pythons_own(misuse: Callable[[Any], object]) -> None:
    said = []
    for decorator in (ours, python):
        with pytest.raises((TypeError, ValueError, AttributeError)) as refused:
            misuse(ballot(decorator))
        said.append((type(refused.value), str(refused.value)))
    assert said[0] == said[1]


@ours(frozen=True, slots=True)
class Seat:
    """Somewhere to sit."""

    number: int


@ours(frozen=True)
class Bench(Seat):
    length: int = 2


@ours
class Tray:
    cups: list["Tray"] = dataclasses.field(default_factory=list)


@ours(eq=False)
class Nobody:
    pass


@ours(frozen=True, order=True)
class Place:
    row: int


def test_one_class_is_made_from_another_and_keeps_what_it_defines() -> None:
    @ours(frozen=True)
    class Named(Bench):
        def __repr__(self) -> str:
            return "a bench"

    assert (repr(Named(3)), repr(Bench(3))) == ("a bench", "Bench(number=3, length=2)")
    assert (Bench(3), Bench(3, 1) == Bench(3)) == (Bench(number=3, length=2), False)
    assert Seat(3) != Bench(3)
    assert (Seat.__doc__, Bench.__doc__) == ("Somewhere to sit.", "Bench")
    assert (list(inspect.signature(Nobody).parameters), Nobody() == Nobody()) == (["given", "named"], False)
    assert sorted([Place(2), Place(1)]) == [Place(1), Place(2)]


def test_equal_records_are_one_key() -> None:
    assert len({Seat(1), Seat(1), Seat(2), Bench(1, 2), Bench(1)}) == 3


def test_it_goes_to_another_process_and_back() -> None:
    assert pickle.loads(pickle.dumps([Seat(4), Bench(5)])) == [Seat(4), Bench(5)]


def test_what_is_not_frozen_is_changed_and_is_no_key() -> None:
    tray = Tray()
    tray.cups.append(tray)
    assert repr(tray) == "Tray(cups=[...])"
    tray.cups = []
    assert tray == Tray()
    with pytest.raises(TypeError, match="unhashable type: 'Tray'"):
        hash(tray)
