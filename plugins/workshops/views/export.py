"""A workshop's record as plain data, for researchers: the names of front matter, and only what its page may tell.

A field is in it only where the record says so (`PUBLIC`, `COUNTED`, `ONE_BY_ONE`): a new one is private until marked.

`version` is raised when a name goes or changes its meaning; new names may come at any time.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, is_dataclass
from typing import Any

from plugins.contract.shape import Leaf, Many, shape_of
from plugins.contract.values import COUNTED, ONE_BY_ONE, PUBLIC, Counts, Export, Words
from plugins.moments import Clock, When
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.facts.small_groups import SmallGroupRule, Withheld
from plugins.workshops.facts.tally import CountedVote
from plugins.workshops.record.feedback import Feedback, Rating

VERSION = 1
_OPEN = frozenset({PUBLIC})
_WITH_COUNTS = frozenset({PUBLIC, COUNTED})
_WITH_PAPERS = frozenset({PUBLIC, COUNTED, ONE_BY_ONE})


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportContext:
    """What may be told, and how words become `text` without markup."""

    address: str
    rule: SmallGroupRule
    text: Callable[[str], str]


def workshop_export(entry: DiaryEntry, context: ExportContext) -> dict[str, object]:
    """The record of one workshop as JSON's own types; what the small-group rule withholds is not in it."""
    post = entry.post
    room = post.workshop.room if post.workshop else None
    data = _plain(post, context)
    if post.votes:
        data["votes"] = [_vote(counted, context) for counted in entry.votes]
    if post.feedback:
        data["feedback"] = _feedback(post.feedback, context, room)
    return {"version": VERSION, "url": context.address, **data}


def _vote(counted: CountedVote, context: ExportContext) -> dict[str, object]:
    vote, rule = counted.vote, context.rule
    if isinstance(rule.vote(counted), Withheld):
        data = _plain(vote, context)
        data["options"] = [_plain(option, context) for option in vote.options]
        data["counts"] = "not-kept" if vote.counts == "not-kept" else "withheld"
    else:
        data = _plain(vote, context, _WITH_PAPERS if rule.ballots(vote) else _WITH_COUNTS)
    return data if counted.decided is None else {**data, "chosen": list(counted.decided)}


def _feedback(feedback: Feedback, context: ExportContext, room: int | None) -> dict[str, object]:
    rule = context.rule

    def counted(records: Iterable[object], is_counted: Callable[..., bool]) -> list[dict[str, object]]:
        return [_plain(record, context, _WITH_COUNTS if is_counted(record) else _OPEN) for record in records]

    def rating_is_counted(rating: Rating) -> bool:
        same = [each for each in feedback.ratings if each.question == rating.question]
        return rule.rating(rating, same, room)

    lists = {
        "ratings": counted(feedback.ratings, rating_is_counted),
        "went_well": counted(feedback.went_well, lambda remark: rule.remark(remark, room)),
        "even_better_if": counted(feedback.even_better_if, lambda remark: rule.remark(remark, room)),
        "mood": counted(feedback.mood, lambda _: rule.moods(feedback.mood, room)),
    }
    return {**_plain(feedback, context), **{name: each for name, each in lists.items() if each}}


def _plain(record: Any, context: ExportContext, allowed: frozenset[Export] = _OPEN) -> dict[str, object]:
    """The fields of a record that are `allowed`, by their names in front matter; what is empty is left out."""
    data: dict[str, object] = {}
    kind_of_record: type = type(record)
    for written, field in shape_of(kind_of_record).fields.items():
        value = getattr(record, field.name)
        if field.export in allowed and value is not None and value is not False and value != ():
            kind = field.kind.of if isinstance(field.kind, Many) else field.kind
            data[written] = _value(value, context, allowed, is_words=kind == Leaf(Words))
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
