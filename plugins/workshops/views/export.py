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
from plugins.workshops.facts.attendance import total
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
    room = total(post.workshop.attendance) if post.workshop else None
    found = _plain(post, context)
    if post.votes:
        found["votes"] = [_vote(counted, context) for counted in entry.votes]
    if post.feedback:
        found["feedback"] = _feedback(post.feedback, context, room)
    return {"version": VERSION, "url": context.address, **found}


def _vote(counted: CountedVote, context: ExportContext) -> dict[str, object]:
    vote, rule = counted.vote, context.rule
    if isinstance(rule.vote(counted), Withheld):
        found = _plain(vote, context)
        found["options"] = [_plain(option, context) for option in vote.options]
        found["counts"] = "not-kept" if vote.counts == "not-kept" else "withheld"
    else:
        found = _plain(vote, context, _WITH_PAPERS if rule.ballots(vote) else _WITH_COUNTS)
    return found if counted.decided is None else {**found, "chosen": list(counted.decided)}


def _feedback(feedback: Feedback, context: ExportContext, room: int | None) -> dict[str, object]:
    rule = context.rule

    def counted(records: Iterable[object], told: Callable[..., bool]) -> list[dict[str, object]]:
        return [_plain(record, context, _WITH_COUNTS if told(record) else _OPEN) for record in records]

    def rating_told(rating: Rating) -> bool:
        same = [held for held in feedback.ratings if held.question == rating.question]
        return rule.rating(rating, same, room)

    lists = {
        "ratings": counted(feedback.ratings, rating_told),
        "went_well": counted(feedback.went_well, lambda remark: rule.remark(remark, room)),
        "even_better_if": counted(feedback.even_better_if, lambda remark: rule.remark(remark, room)),
        "mood": counted(feedback.mood, lambda _: rule.moods(feedback.mood, room)),
    }
    return {**_plain(feedback, context), **{name: held for name, held in lists.items() if held}}


def _plain(record: Any, context: ExportContext, allowed: frozenset[Export] = _OPEN) -> dict[str, object]:
    """The fields of a record that are `allowed`, by their names in front matter; what is empty is left out."""
    found: dict[str, object] = {}
    kind_of_record: type = type(record)
    for written, field in shape_of(kind_of_record).fields.items():
        value = getattr(record, field.name)
        if field.export in allowed and value is not None and value is not False and value != ():
            kind = field.kind.of if isinstance(field.kind, Many) else field.kind
            found[written] = _value(value, context, allowed, is_words=kind == Leaf(Words))
    return found


def _value(value: object, context: ExportContext, allowed: frozenset[Export], *, is_words: bool) -> object:
    if isinstance(value, tuple):
        return [_value(held, context, allowed, is_words=is_words) for held in value]
    if isinstance(value, When | Clock):
        return value.iso
    if isinstance(value, Counts):
        return {str(step): count for step, count in value.pairs}
    if is_words:
        return context.text(str(value))
    return _plain(value, context, allowed) if is_dataclass(value) else value
