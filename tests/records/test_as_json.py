"""A record comes back from JSON as it was, whatever it holds."""

from typing import Any

import pytest

from plugins.contract.shape import Choice, Kind, Leaf, Many, Moment, Part, Scores, WordOrPart, record_classes, shape_of
from plugins.contract.values import Counts
from plugins.moments import Clock, When
from plugins.records import dataclass
from plugins.records.as_json import RecordReader, as_json
from plugins.workshops.record.post import Comments, Post

CLASSES = sorted(record_classes(Post), key=lambda each: each.__name__)
TEXT = "Siân’s “tea” \\ \n\t\u2028<b> 🎂 \ud800"
MOMENTS: tuple[object, ...] = (When(2031), When(2031, 5, 1, Clock(9, 0), fold=1), Clock(0, 0))
COUNTS = (Counts(), Counts(((1, 2), (5, 0))))


def values(kind: Kind) -> tuple[object, ...]:
    """Some of every sort that a field may hold."""
    match kind:
        case Leaf(type=leaf):
            known: dict[Any, tuple[object, ...]] = {bool: (True, False), When: MOMENTS[:2], Clock: MOMENTS[2:]}
            return known.get(leaf) or ((0, 1, -7, 10**30) if _is_number(leaf) else (TEXT, ""))
        case Choice(words=words):
            return words
        case Moment() | Scores():
            return COUNTS if isinstance(kind, Scores) else MOMENTS
        case Many(of=of):
            inside = values(of)
            return ((), inside, inside[:1])
        case Part(record=record):
            return instances(record)
        case WordOrPart(word=word, part=part):
            return (*word.words, *instances(part.record))
    raise TypeError(kind)


def instances(record: type) -> tuple[object, ...]:
    """A record with as little as may be, and others that hold each value of each field."""
    if record in (When, Clock, Counts):
        return {When: MOMENTS[:2], Clock: MOMENTS[2:], Counts: COUNTS}[record]
    fields = {field.name: values(field.kind) for field in shape_of(record).fields.values()}
    least = {field.name: fields[field.name][0] for field in shape_of(record).fields.values() if field.required}
    most = max(map(len, fields.values()))
    rows = ({name: some[turn % len(some)] for name, some in fields.items()} for turn in range(most))
    return (record(**least), *(record(**row) for row in rows))


def _is_number(leaf: object) -> bool:
    return leaf in (int, float) or getattr(leaf, "__supertype__", None) is int


@pytest.mark.parametrize("record", CLASSES, ids=lambda each: each.__name__)
def test_every_record_of_a_post_comes_back_as_it_was(record: type) -> None:
    reader = RecordReader(CLASSES)
    for made in instances(record):
        again = reader.record(as_json(made))
        assert again == made
        assert repr(again) == repr(made)  # True is equal to 1, and 1 to 1.0.


def test_no_two_of_them_have_one_name() -> None:
    assert len({each.__name__ for each in CLASSES}) == len(CLASSES) > 30


def test_only_what_was_given_is_written() -> None:
    assert as_json(Comments()) == '{"":"Comments"}'
    assert as_json(Comments(open=False)) == '{"":"Comments","open":false}'


@dataclass(frozen=True)
class _Odd:
    number: float = 1
    texts: object = ()


@pytest.mark.parametrize("given", [{}, {"number": True}, {"number": 1.0}, {"number": 0.1}, {"texts": (((), "a"), 1)}])
def test_a_value_keeps_its_type(given: dict[str, Any]) -> None:
    assert repr(RecordReader([_Odd]).record(as_json(_Odd(**given)))) == repr(_Odd(**given))


def test_nothing_else_is_written_and_no_other_class_made() -> None:
    with pytest.raises(TypeError):
        as_json(_Odd(texts={1, 2}))
    with pytest.raises(KeyError):
        RecordReader([Comments]).record(as_json(_Odd()))
