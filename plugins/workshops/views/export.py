"""A post's record as plain data, for researchers: the names of front matter, and only what its page may tell.

A field is in it only where the record says so (`PUBLIC`, `COUNTED`, `ONE_BY_ONE`): a new one is private until marked.

`version` is raised when a name goes or changes its meaning; new names may come at any time.
"""

from collections.abc import Callable
from dataclasses import is_dataclass
from typing import Any

from plugins.contract.shape import Leaf, Many, shape_of
from plugins.contract.values import COUNTED, ONE_BY_ONE, PUBLIC, Counts, Export, Words
from plugins.moments import Clock, When
from plugins.records import dataclass
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.facts.tally import CountedVote
from plugins.workshops.record.feedback import Feedback

VERSION = 2
_OPEN = frozenset({PUBLIC})
_WITH_FIGURES = frozenset({PUBLIC, COUNTED, ONE_BY_ONE})


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportContext:
    """The page's address, and how words become `text` without markup."""

    address: str
    text: Callable[[str], str]


def post_export(entry: DiaryEntry, context: ExportContext) -> dict[str, object]:
    """The record of one post as JSON's own types, with the figures that are published."""
    post = entry.post
    data = _plain(post, context)
    if post.votes:
        data["votes"] = [_vote(counted, context) for counted in entry.votes]
    if post.feedback:
        data["feedback"] = _feedback(post.feedback, context)
    return {"version": VERSION, "url": context.address, **data}


def _vote(counted: CountedVote, context: ExportContext) -> dict[str, object]:
    data = _plain(counted.vote, context, _WITH_FIGURES)
    return data if counted.decided is None else {**data, "chosen": list(counted.decided)}


def _feedback(feedback: Feedback, context: ExportContext) -> dict[str, object]:
    counted = {
        name: [_plain(record, context, _WITH_FIGURES) for record in getattr(feedback, name)]
        for name in ("ratings", "went_well", "even_better_if", "mood")
    }
    return {**_plain(feedback, context), **{name: each for name, each in counted.items() if each}}


def _plain(record: Any, context: ExportContext, allowed: frozenset[Export] = _OPEN) -> dict[str, object]:
    """The fields of a record that are `allowed`, by their names in front matter; what is empty is left out."""
    data: dict[str, object] = {}
    kind_of_record: type = type(record)
    for written, field in shape_of(kind_of_record).fields.items():
        value = getattr(record, field.name)
        if field.export in allowed and value is not None and value is not False and value not in ((), Counts()):
            kind = field.kind.of if isinstance(field.kind, Many) else field.kind
            data[written] = _value(value, context, allowed, is_words=isinstance(kind, Leaf) and kind.type is Words)
    return data


def _value(value: object, context: ExportContext, allowed: frozenset[Export], *, is_words: bool) -> object:
    if isinstance(value, tuple):
        return [_value(each, context, allowed, is_words=is_words) for each in value]
    if isinstance(value, When | Clock):
        return value.iso
    if isinstance(value, Counts):
        return {str(step): count for step, count in value.pairs}
    if is_words:
        return context.text(str(value))
    return _plain(value, context, allowed) if is_dataclass(value) else value
