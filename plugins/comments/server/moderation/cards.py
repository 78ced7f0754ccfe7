"""A comment as moderators see it."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from plugins.comments.server.comment import Comment, State
from plugins.comments.server.comment_text import CommentText
from plugins.comments.server.moderation.views import Card
from plugins.comments.server.submission_page import link_to_post
from plugins.comments.server.threads import ThreadList
from plugins.comments.server.views import Link, Quoted
from plugins.moments.clock import Clock
from plugins.records import dataclass
from plugins.words import comments, dates, moderation

_LONGEST_QUOTE = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class CardContext:
    """What a card needs beside its comment: the diary's posts, where the service lies, the clock on the wall.

    `reasons` says what a comment holds that no page may show.
    """

    thread_list: ThreadList | None
    root: str
    zone: ZoneInfo
    reasons: Callable[[CommentText], tuple[str, ...]]


def spoken_moment(moment: datetime, zone: ZoneInfo) -> str:
    """`Monday 10 October 2016, 10.30am`, as the clock on the wall says it."""
    local = moment.astimezone(zone)
    day = f"{dates.DAYS[local.weekday()]} {local.day} {dates.MONTHS[local.month]} {local.year}"
    return f"{day}, {dates.spoken_clock(Clock(local.hour, local.minute))}"


def cards(shown: Iterable[Comment], parents: Mapping[int, Comment], context: CardContext) -> tuple[Card, ...]:
    """The cards of comments; `parents` holds those that are answered."""
    return tuple(_card(comment, parents.get(comment.parent or 0), context) for comment in shown)


def _card(comment: Comment, parent: Comment | None, context: CardContext) -> Card:
    who = comment.name or comments.ANONYMOUS
    post = link_to_post(comment.thread, context.thread_list)
    if not context.thread_list or comment.thread not in context.thread_list.threads:
        post = Link(label=comment.title, href=post.href)
    return Card(
        number=comment.id,
        anchor=f"comment-{comment.id}",
        heading=moderation.writes(who, is_reply=bool(comment.parent)),
        who=who,
        post=post,
        moment=spoken_moment(comment.created, context.zone),
        machine=comment.created.isoformat(timespec="seconds"),
        edited=moderation.changed(spoken_moment(comment.edited, context.zone)) if comment.edited else "",
        quoted=_quoted(parent) if parent else None,
        paragraphs=tuple(tuple(paragraph.split("\n")) for paragraph in comment.words.split("\n\n")),
        name=comment.name,
        words=comment.words,
        revision=comment.revision,
        blocked=moderation.blocked(context.reasons(comment.text), is_published=comment.state is State.PUBLISHED),
        delete=f"{context.root}moderate/delete?comment={comment.id}",
    )


def _quoted(parent: Comment) -> Quoted:
    words = " ".join(parent.words.split())
    short = words if len(words) <= _LONGEST_QUOTE else f"{words[:_LONGEST_QUOTE].rsplit(' ', 1)[0]} …"
    return Quoted(heading=moderation.in_reply_to(parent.name or comments.ANONYMOUS), words=(short,))
