"""The figures that are published, and no others: what is withheld is taken out of the record before any page is made.

All that is known of one day is looked at together, over all posts that tell of it. What the groups agreed to, and how
many came, is known to begin with; then the figures of each post are added, the oldest post's first, as long as nothing
small can be worked out. So the newest post's are withheld first, and what was published once stays.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar, assert_never

from plugins.contract.values import Counts
from plugins.moments import When
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.facts.small_groups import Room, SmallGroupRule, group_name
from plugins.workshops.facts.tally import CountedVote
from plugins.workshops.record.feedback import Feedback, Mood, Rating, Remark
from plugins.workshops.record.post import Post
from plugins.workshops.record.vote import Vote

_Said = TypeVar("_Said", Mood, Remark)


def with_publishable_figures(entries: Sequence[DiaryEntry], rule: SmallGroupRule) -> tuple[DiaryEntry, ...]:
    """The entries that are published, each without the figures that are not."""
    disclosure = _Disclosure(rule)
    with_figures = [entry for entry in entries if _may_have_figures(entry.post)]
    for entry in with_figures:
        disclosure.learn(entry)
    known = {entry.source: disclosure.publishable(entry) for entry in sorted(with_figures, key=_age)}
    return tuple(known.get(entry.source, entry) for entry in entries)


def _may_have_figures(post: Post) -> bool:
    return bool(post.votes or post.feedback or post.workshop)


def _age(entry: DiaryEntry) -> tuple[bool, tuple[int, int, int, int], str]:
    date = entry.post.date
    return date is None, date.sort_key if date else (0, 0, 0, 0), entry.slug


def _days(entry: DiaryEntry, closed: When | None = None) -> set[str]:
    """The days that something is of, each as the name of a room; what has no day is of its own post's room alone."""
    workshop = entry.post.workshop
    moments = (workshop.start, workshop.end, closed) if workshop else (closed,)
    return {entry.source, *(when.iso[:10] for when in moments if isinstance(when, When) and when.day)}


class _Disclosure:
    """What is known of each day's room so far."""

    def __init__(self, rule: SmallGroupRule) -> None:
        self.rule = rule
        self.rooms: defaultdict[str, Room] = defaultdict(Room)

    def learn(self, entry: DiaryEntry) -> None:
        """What is known before any figure is weighed: who came, and what the groups agreed to publish."""
        workshop = entry.post.workshop
        attendance = workshop.attendance if workshop else ()
        own = self.rooms[entry.source]
        own.attended = workshop.room if workshop else None
        own.groups = {group_name(each.group): each.count for each in attendance if each.count is not None}
        own.uncounted = sum(each.count is None for each in attendance)
        for day in _days(entry):
            self.rooms[day].sizes.update(() if own.attended is None else (own.attended,))
        for counted in entry.votes:
            if counted.vote.counts == "agreed" and counted.tally:
                self._tell_vote(entry, counted.vote)
        feedback = entry.post.feedback or Feedback()
        for rating in feedback.ratings:
            if rating.agreed:
                self._tell_rating(entry, rating)
        moods = [mood.count or 0 for mood in feedback.mood if mood.agreed]
        remarks = (*feedback.went_well, *feedback.even_better_if)
        self._tell_answers(entry, sum(moods), *moods, *(each.count or 0 for each in remarks if each.agreed))

    def publishable(self, entry: DiaryEntry) -> DiaryEntry:
        """An entry with its figures that are published; the next one is weighed beside them."""
        if not entry.post.votes and not entry.post.feedback:
            return entry
        votes = tuple(self._vote(entry, counted) for counted in entry.votes)
        feedback = self._feedback(entry, entry.post.feedback) if entry.post.feedback else None
        of_id = {counted.vote.id: counted.vote for counted in votes}
        shown = tuple(of_id.get(vote.id) or _without_figures(vote) for vote in entry.post.votes)
        return replace(entry, votes=votes, post=replace(entry.post, votes=shown, feedback=feedback))

    def _room(self, entry: DiaryEntry, closed: When | None = None) -> Room:
        """The room as it is known to whoever reads all that is published of those days."""
        own = self.rooms[entry.source]
        rooms = [self.rooms[day] for day in _days(entry, closed)]
        return replace(
            own,
            sizes={size for room in rooms for size in room.sizes},
            answers={people for room in rooms for people in room.answers},
            votes=[vote for room in rooms for vote in room.votes],
            ratings=[rating for room in rooms for rating in room.ratings],
        )

    def _tell_vote(self, entry: DiaryEntry, vote: Vote) -> None:
        for day in _days(entry, vote.closed):
            self.rooms[day].votes.append(vote)
            self.rooms[day].sizes.update(() if vote.present is None else (vote.present,))

    def _tell_rating(self, entry: DiaryEntry, rating: Rating) -> None:
        for day in _days(entry):
            self.rooms[day].ratings.append(rating)
        if rating.group is None:
            self._tell_answers(entry, rating.counts.total)

    def _tell_answers(self, entry: DiaryEntry, *people: int) -> None:
        if self.rooms[entry.source].attended is None:
            for day in _days(entry):
                self.rooms[day].answers.update(people)

    def _vote(self, entry: DiaryEntry, counted: CountedVote) -> CountedVote:
        vote, tally = counted.vote, counted.tally
        match vote.counts:
            case "agreed":
                is_told = tally is not None
            case "kept":
                is_told = tally is not None and self.rule.vote(vote, tally, self._room(entry, vote.closed))
            case "withheld" | "not-kept":
                is_told = False
            case _:
                assert_never(vote.counts)
        if not is_told:
            return replace(counted, vote=_without_figures(vote), tally=None)
        if vote.counts == "kept":
            self._tell_vote(entry, vote)
        papers = vote.ballots if vote.counts == "agreed" or self.rule.papers(vote) else ()
        return replace(counted, vote=replace(vote, ballots=papers))

    def _feedback(self, entry: DiaryEntry, feedback: Feedback) -> Feedback:
        told = {index for index, rating in enumerate(feedback.ratings) if rating.agreed}
        for indices in _asked_together(feedback.ratings):
            ratings = [feedback.ratings[index] for index in indices]
            may = self.rule.ratings_by_group if ratings[0].group else lambda each, room: self.rule.rating(each[0], room)
            if may(ratings, self._room(entry)):
                told.update(indices)
                for rating in ratings:
                    self._tell_rating(entry, rating)
        room = self._room(entry)
        are_moods_told = self.rule.moods(feedback.mood, room)
        if are_moods_told:
            moods = [mood.count or 0 for mood in feedback.mood]
            self._tell_answers(entry, sum(moods), *moods)
        return replace(
            feedback,
            ratings=tuple(
                rating if index in told else replace(rating, counts=Counts())
                for index, rating in enumerate(feedback.ratings)
            ),
            went_well=self._counted(feedback.went_well, lambda remark: self.rule.remark(remark, room)),
            even_better_if=self._counted(feedback.even_better_if, lambda remark: self.rule.remark(remark, room)),
            mood=self._counted(feedback.mood, lambda _: are_moods_told),
        )

    def _counted(self, said: Iterable[_Said], may: Callable[[_Said], bool]) -> tuple[_Said, ...]:
        return tuple(each if each.agreed or may(each) else replace(each, count=None) for each in said)


def _asked_together(ratings: Sequence[Rating]) -> Iterator[list[int]]:
    """The ratings that are published together or not at all, those of the whole room first."""
    kept = [index for index, rating in enumerate(ratings) if not rating.agreed]
    yield from ([index] for index in kept if ratings[index].group is None)
    by_question: defaultdict[str, list[int]] = defaultdict(list)
    for index in kept:
        if ratings[index].group:
            by_question[ratings[index].question].append(index)
    yield from by_question.values()


def _without_figures(vote: Vote) -> Vote:
    return replace(
        vote,
        counts="not-kept" if vote.counts == "not-kept" else "withheld",
        present=None,
        abstained=None,
        spoiled=None,
        tie_break=None,
        ballots=(),
        options=tuple(replace(option, votes=None, scores=None) for option in vote.options),
    )
