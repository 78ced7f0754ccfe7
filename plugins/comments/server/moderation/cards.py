"""A comment as it lies on the desk."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from plugins.comments.server.answer_page import ANONYMOUS, way_to
from plugins.comments.server.comment import Comment, State
from plugins.comments.server.moderation.views import Card
from plugins.comments.server.threads import ThreadList
from plugins.comments.server.views import Quoted, Way
from plugins.comments.server.words import Writing
from plugins.moments.clock import Clock
from plugins.words import dates

_LONGEST_QUOTE = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a card needs beside its comment: the diary's posts, where the service lies, the clock on the wall.

    `reasons` says what a comment holds that no page may show.
    """

    told: ThreadList | None
    root: str
    zone: ZoneInfo
    reasons: Callable[[Writing], tuple[str, ...]]


def spoken_moment(moment: datetime, zone: ZoneInfo) -> str:
    """`Monday 10 October 2016, 10.30am`, as the clock on the wall says it."""
    local = moment.astimezone(zone)
    day = f"{dates.DAYS[local.weekday()]} {local.day} {dates.MONTHS[local.month]} {local.year}"
    return f"{day}, {dates.spoken_clock(Clock(local.hour, local.minute))}"


def machine_moment(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def cards(comments: Iterable[Comment], parents: Mapping[int, Comment], around: Surroundings) -> tuple[Card, ...]:
    """The cards of comments; `parents` holds those that are answered."""
    return tuple(_card(comment, parents.get(comment.parent or 0), around) for comment in comments)


def _card(comment: Comment, parent: Comment | None, around: Surroundings) -> Card:
    who = comment.name or ANONYMOUS
    post = way_to(comment.thread, around.told)
    if not around.told or comment.thread not in around.told.threads:
        post = Way(label=comment.title, href=post.href)
    return Card(
        number=comment.id,
        anchor=f"comment-{comment.id}",
        heading=f"{who} replies below" if comment.parent else f"{who} writes below",
        who=who,
        post=post,
        moment=spoken_moment(comment.created, around.zone),
        machine=machine_moment(comment.created),
        edited=f"Words changed by a moderator on {spoken_moment(comment.edited, around.zone)}."
        if comment.edited
        else "",
        quoted=_quoted(parent) if parent else None,
        paragraphs=tuple(tuple(paragraph.split("\n")) for paragraph in comment.words.split("\n\n")),
        name=comment.name,
        words=comment.words,
        mark=comment.mark,
        held=_held(comment, around.reasons(comment.writing)),
        delete=f"{around.root}moderate/delete?comment={comment.id}",
    )


def _held(comment: Comment, reasons: tuple[str, ...]) -> str:
    if not reasons:
        return ""
    what = f"it holds {' and '.join(reasons)}."
    if comment.state is State.PUBLISHED:
        return f"The page goes without this comment: {what} Take it out, and save."
    return f"No page may show this: {what} Take it out before you approve it."


def _quoted(parent: Comment) -> Quoted:
    words = " ".join(parent.words.split())
    short = words if len(words) <= _LONGEST_QUOTE else f"{words[:_LONGEST_QUOTE].rsplit(' ', 1)[0]} …"
    return Quoted(name=parent.name or ANONYMOUS, words=(short,))
