"""Which counts may be published. In a room of ten a count can name a person.

What is withheld is held by nothing: a `Withheld` has no number in it, so that no page can show one.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, assert_never

from plugins.contract.values import Counts
from plugins.workshops.facts.tally import CountedVote, Tally
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
        return room is not None and room >= self.room and not any(map(self._is_small, sides))

    def _is_small(self, side: int | Fraction) -> bool:
        return 0 < side < self.side

    def vote(self, counted: CountedVote) -> Tally | Withheld:
        """A vote's tally where it may be told."""
        vote, tally = counted.vote, counted.tally
        if tally is None:
            return Withheld("not-kept")
        match vote.counts:
            case "agreed":
                return tally
            case "kept":
                return tally if self.allows(vote.present, sides(vote, tally)) else Withheld("small-group")
            case "withheld":
                return Withheld("small-group")
            case "not-kept":
                return Withheld("not-kept")
            case _:
                assert_never(vote.counts)

    def ballots(self, vote: Vote) -> bool:
        """Whether a told vote's rankings may be told paper by paper: who ranks as nobody else does stands out."""
        return vote.counts == "agreed" or self.allows(vote.present, (ballot.count for ballot in vote.ballots))

    def rating(self, rating: Rating, same_question: Iterable[Rating], room: int | None) -> bool:
        """Whether a rating's counts may be told: by group only when each group shown is large enough.

        Where it is known how many were in the room, those who gave no answer are a side too. So is what is left when
        groups are taken from the whole room's answers: that is a group nobody named.
        """
        if rating.agreed:
            return True
        asked = tuple(same_question)
        groups = [each.counts for each in asked if each.group]
        if rating.group is None:
            agreed = [each.counts for each in asked if each.group and each.agreed]
            return self._answers(rating.counts, room) and self._rest(rating.counts, agreed)
        unasked = 0 if room is None else room - sum(counts.total for counts in groups)
        wholes = [each.counts for each in asked if each.group is None]
        return (
            all(self._answers(counts, None) for counts in groups)
            and not self._is_small(unasked)
            and all(self._rest(whole, groups) for whole in wholes)
        )

    def _answers(self, counts: Counts, room: int | None) -> bool:
        silent = 0 if room is None else room - counts.total
        return self.allows(counts.total, (silent, *(count for _, count in counts.pairs)))

    def _rest(self, whole: Counts, groups: Iterable[Counts]) -> bool:
        """Whether what is left of the whole room without `groups` may be known; with no groups, nothing is left."""
        rest = Counter(dict(whole.pairs))
        shown = Counter[int]()
        for counts in groups:
            shown.update(dict(counts.pairs))
        rest.subtract(shown)
        return not shown or not any(rest.values()) or self.allows(sum(rest.values()), rest.values())

    def moods(self, moods: tuple[Mood, ...], room: int | None = None) -> bool:
        """Whether the counts of moods may be told: all of them or none, so that no sum gives one away.

        Where it is known how many were in the room, those who named no mood are a side too.
        """
        if any(mood.count is None for mood in moods) or not moods:
            return False
        if all(mood.agreed for mood in moods):
            return True
        counts = [mood.count for mood in moods if mood.count is not None]
        silent = 0 if room is None else room - sum(counts)
        return self.allows(sum(counts), (silent, *counts))

    def remark(self, remark: Remark, room: int | None) -> bool:
        """Whether it may be told how many said so."""
        if remark.count is None:
            return False
        return remark.agreed or self.allows(room, (remark.count, (room or 0) - remark.count))


def sides(vote: Vote, tally: Tally) -> list[int | Fraction]:
    """Every group of people that the published figures of a vote would show, or let be worked out."""
    sides: list[int | Fraction] = [vote.abstained or 0, vote.spoiled or 0]
    if tally.turnout:
        took_part, present = tally.turnout
        sides.append(present - took_part - (vote.abstained or 0))
    return [*sides, *tally.figures.sides(vote, tally.count)]
