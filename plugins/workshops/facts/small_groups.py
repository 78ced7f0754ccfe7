"""Which figures are too small to be published. In a room of ten a count can name a person.

A side is small when all that is published together says that one to four people are in it: so many exactly, or surely
no fewer than one and no more than four. A group, or what is left of a room without groups, is small with one to nine.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import field

from plugins.contract.values import Counts
from plugins.records import dataclass
from plugins.workshops.facts.inferable_groups import Sides, Span, exactly
from plugins.workshops.facts.tally import Tally
from plugins.workshops.record.feedback import Mood, Rating, Remark
from plugins.workshops.record.vote import Vote


@dataclass(slots=True)
class Room:
    """What readers know of those who were there on one day.

    `attended` is how many came, `groups` how many of each, `uncounted` of how many groups it is not known how many
    came. `sizes` are all numbers of people who were there at some time, `answers` how many answered something of those
    whom nobody counted; `votes` and `ratings` are what is published.
    """

    attended: int | None = None
    groups: dict[str, int] = field(default_factory=dict)
    uncounted: int = 0
    sizes: set[int] = field(default_factory=set)
    answers: set[int] = field(default_factory=set)
    votes: list[Vote] = field(default_factory=list)
    ratings: list[Rating] = field(default_factory=list)

    def apart(self, people: int) -> Sides:
        """Those who are not among so many; where it is not known how many came, each size that is known may be it."""
        return exactly(*(abs(size - people) for size in self.whole))

    @property
    def whole(self) -> set[int]:
        """How many all of them may be."""
        return self.sizes if self.attended is None else {self.attended}


@dataclass(frozen=True, slots=True)
class SmallGroupRule:
    """`room`: groups, and rooms, with fewer are small; `side`: a side of one to just under this is."""

    room: int = 10
    side: int = 5

    def allows(self, people: int | None, sides: Iterable[Span]) -> bool:
        """Whether figures of so many people may be published; an unknown number of people is a small one."""
        return people is not None and people >= self.room and not self._is_any_small(sides)

    def _is_any_small(self, sides: Iterable[Span]) -> bool:
        return any(span.least > 0 and span.most < self.side for span in sides)

    def _is_small_group(self, *sizes: int) -> bool:
        return any(0 < size < self.room for size in sizes)

    def vote(self, vote: Vote, tally: Tally, room: Room) -> bool:
        """Whether a vote's figures may be published beside what is known of the room."""
        return (
            self.allows(vote.present, sides(vote, tally, self.side))
            and (vote.present in room.sizes or self._is_size_open(vote.present or 0, room))
            and not any(self._tells_change(vote, earlier) for earlier in room.votes)
        )

    def _is_size_open(self, present: int, room: Room) -> bool:
        """Whether a room's size, not known so far, gives away neither who came and went, nor the groups not counted."""
        rest = present - sum(room.groups.values())
        is_rest_small = room.uncounted > 0 and rest > 0 and rest - (room.uncounted - 1) < self.room
        if is_rest_small or self._is_any_small(room.apart(present)):
            return False
        by_group = Counter[str]()
        for rating in room.ratings:
            by_group[rating.question] += rating.counts.total if rating.group else 0
        silent = exactly(*(abs(present - people) for people in room.answers))
        left = (present - people for people in by_group.values() if people)
        return room.attended is not None or not (self._is_any_small(silent) or self._is_small_group(*left))

    def _tells_change(self, vote: Vote, earlier: Vote) -> bool:
        """Whether two counts of one question, side by side, tell of the few that lie between them."""
        if vote.question.casefold() != earlier.question.casefold():
            return False
        before = {option.name: option.votes for option in earlier.options if option.votes is not None}
        changes = (abs(o.votes - before[o.name]) for o in vote.options if o.votes is not None and o.name in before)
        rest = abs((vote.present or 0) - (earlier.present or 0))
        return self._is_any_small(exactly(*changes)) or self._is_small_group(rest if earlier.present else 0)

    def papers(self, vote: Vote) -> bool:
        """Whether rankings may be published paper by paper: who ranks as nobody else does stands out."""
        return self.allows(vote.present, exactly(*(ballot.count for ballot in vote.ballots)))

    def rating(self, rating: Rating, room: Room) -> bool:
        """Whether the answers of the whole room may be published beside what is known of it."""
        groups = [each.counts for each in room.ratings if each.group and each.question == rating.question]
        return (
            self._answers(rating.counts, room.apart(rating.counts.total))
            and self._rest(rating.counts, groups)
            and self._is_same(rating, room)
        )

    def ratings_by_group(self, ratings: Sequence[Rating], room: Room) -> bool:
        """Whether the answers of some groups to one question may be published, all of them beside what is known."""
        same_question = [each for each in room.ratings if each.question == ratings[0].question]
        groups = [each.counts for each in (*ratings, *(each for each in same_question if each.group))]
        wholes = [each.counts for each in same_question if each.group is None]
        rest = [size - sum(counts.total for counts in groups) for size in room.whole]
        return (
            all(self._answers(each.counts, self._silent(each, room)) for each in ratings)
            and not self._is_small_group(*rest)
            and all(self._rest(whole, groups) for whole in wholes)
            and all(self._is_same(each, room) for each in ratings)
        )

    def _silent(self, rating: Rating, room: Room) -> Sides:
        came = room.groups.get(group_name(rating.group or ""))
        return exactly(*(() if came is None else (abs(came - rating.counts.total),)))

    def _answers(self, counts: Counts, silent: Sides) -> bool:
        return self.allows(counts.total, (*silent, *exactly(*(count for _, count in counts.pairs))))

    def _rest(self, whole: Counts, groups: Iterable[Counts]) -> bool:
        """Whether what is left of the whole room without `groups` may be known; with no groups, nothing is left."""
        rest = Counter(dict(whole.pairs))
        shown = Counter[int]()
        for counts in groups:
            shown.update(dict(counts.pairs))
        rest.subtract(shown)
        return not shown or not any(rest.values()) or self.allows(sum(rest.values()), exactly(*rest.values()))

    def _is_same(self, rating: Rating, room: Room) -> bool:
        """Whether what was published of the same people's answers differs in no answer by a few."""
        for earlier in room.ratings:
            if earlier.question == rating.question and earlier.group == rating.group:
                changes = Counter(dict(rating.counts.pairs))
                changes.subtract(dict(earlier.counts.pairs))
                if self._is_any_small(exactly(*map(abs, (*changes.values(), sum(changes.values()))))):
                    return False
        return True

    def moods(self, moods: Sequence[Mood], room: Room) -> bool:
        """Whether the counts of moods that are not agreed may be published: all or none, so that no sum gives one away.

        Whoever had one mood may have had another too: those who did not have it are looked at as well.
        """
        counts = [mood.count for mood in moods if mood.count is not None]
        open_counts = [mood.count for mood in moods if mood.count is not None and not mood.agreed]
        apart = [span for people in (sum(counts), *open_counts) for span in room.apart(people)]
        return len(counts) == len(moods) and self.allows(sum(counts), (*exactly(*open_counts), *apart))

    def remark(self, remark: Remark, room: Room) -> bool:
        """Whether it may be published how many said so."""
        count = remark.count or 0
        return self.allows(room.attended, (*exactly(count), *room.apart(count)))


def group_name(written: str) -> str:
    """A group as it is compared: `Young carers` is `young-carers`."""
    return "".join(filter(str.isalnum, written.casefold()))


def sides(vote: Vote, tally: Tally, few: int) -> Sides:
    """Every group of people that the published figures of a vote would show, or let be worked out."""
    yield from exactly(vote.abstained or 0, vote.spoiled or 0)
    if tally.turnout:
        took_part, present = tally.turnout
        yield from exactly(present - took_part - (vote.abstained or 0))
    yield from tally.figures.sides(vote, tally.count, few)
