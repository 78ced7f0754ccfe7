"""Which counts may be published. In a room of ten a count can name a person.

What is withheld is held by nothing: a `Withheld` has no number in it, so that no page can show one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from plugins.workshops.facts.tally import Tally
from plugins.workshops.record.feedback import Mood, Rating, Remark
from plugins.workshops.record.vote import Vote

Reason = Literal["not-kept", "small-group"]


@dataclass(frozen=True, slots=True)
class Withheld:
    """Counts that are not published, and why."""

    reason: Reason


@dataclass(frozen=True, slots=True)
class SmallGroupRule:
    """`room`: how many must have been present; `side`: a side of one to just under this is not told."""

    room: int = 10
    side: int = 5

    def allows(self, room: int | None, sides: Iterable[int | Fraction]) -> bool:
        """Whether counts may be told without anybody's agreement; a room of unknown size is a small one."""
        return room is not None and room >= self.room and not any(0 < side < self.side for side in sides)

    def vote(self, vote: Vote, counted: Tally | None) -> Tally | Withheld:
        """A vote's tally where it may be told."""
        if counted is None or vote.counts == "not-kept":
            return Withheld("not-kept")
        if vote.counts == "agreed":
            return counted
        if vote.counts == "withheld" or not self.allows(vote.present, sides(vote, counted)):
            return Withheld("small-group")
        return counted

    def rating(self, rating: Rating, same_question: Iterable[Rating], room: int | None) -> bool:
        """Whether a rating's counts may be told: by group only when each group shown is large enough.

        Where it is known how many were in the room, those who gave no answer are a side too.
        """
        if rating.agreed:
            return True
        if rating.group is None:
            silent = 0 if room is None else room - rating.counts.total
            return self.allows(rating.counts.total, (silent, *(count for _, count in rating.counts.pairs)))
        groups = (held.counts for held in same_question if held.group)
        return all(self.allows(counts.total, (count for _, count in counts.pairs)) for counts in groups)

    def moods(self, moods: tuple[Mood, ...]) -> bool:
        """Whether the counts of moods may be told: all of them or none, so that no sum gives one away."""
        if any(mood.count is None for mood in moods) or not moods:
            return False
        if all(mood.agreed for mood in moods):
            return True
        counts = [mood.count for mood in moods if mood.count is not None]
        return self.allows(sum(counts), counts)

    def remark(self, remark: Remark, room: int | None) -> bool:
        """Whether it may be told how many said so."""
        if remark.count is None:
            return False
        return remark.agreed or self.allows(room, (remark.count, (room or 0) - remark.count))


def sides(vote: Vote, counted: Tally) -> list[int | Fraction]:
    """Every group of people that the published figures of a vote would show, or let be worked out."""
    found: list[int | Fraction] = [vote.abstained or 0, vote.spoiled or 0]
    if counted.turnout:
        took_part, present = counted.turnout
        found.append(present - took_part - (vote.abstained or 0))
    if counted.count:
        found += [total for each in counted.count.rounds for total in (*each.totals.values(), each.exhausted)]
    for option in vote.options:
        if option.scores:
            found += [count for _, count in option.scores.pairs]
        elif option.votes is not None:
            found.append(option.votes)
            whole = counted.base if counted.base is not None else vote.present
            if vote.method == "approval" and whole is not None:
                found.append(whole - option.votes)
    return found
