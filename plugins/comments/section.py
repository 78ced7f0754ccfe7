"""The part of a page in which readers answer: what was said, and how to say something."""

from datetime import datetime
from zoneinfo import ZoneInfo

from plugins.comments.archive import ArchivedComment, ArchivedThread
from plugins.comments.closing import Closing
from plugins.comments.providers import CommentedPage, Provider, Widgets
from plugins.comments.providers.own_service import OwnService
from plugins.comments.sanitising import clean_html, shown_name
from plugins.comments.thread import Branch, tree
from plugins.comments.views import CommentsView, CommentView
from plugins.moments import Clock, When
from plugins.records import dataclass
from plugins.story import Html
from plugins.words import comments, dates


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """What is known of the comments of one page at `now`."""

    place: CommentedPage
    provider: Provider
    closing: Closing
    thread: ArchivedThread
    now: datetime
    zone: ZoneInfo

    @property
    def is_open(self) -> bool:
        return self.closing.takes_comments(self.now, self.zone)

    @property
    def widgets(self) -> Widgets:
        """How readers answer; no way once comments are closed."""
        return self.provider.widgets(self.place) if self.is_open else Widgets()

    @property
    def is_shown(self) -> bool:
        """Whether the page has this part at all: no comments and no place for them is nothing to speak of."""
        return bool(self.thread.comments) or self.provider.widgets(self.place).any

    @property
    def has_feed(self) -> bool:
        """Whether there is, or will be, something to follow."""
        return bool(self.thread.comments) or self.widgets.form is not None


def comments_view(section: Section, *, prompt: Html | None, feed: str) -> CommentsView:
    """The view; the question to readers is put only where they can answer it."""
    widgets = section.widgets
    closing_note = section.closing.sentence(section.now, section.zone)
    return CommentsView(
        heading=comments.counted(len(section.thread.comments)) or comments.HEADING,
        prompt=prompt if widgets.any else None,
        comments=tuple(_branch(section, branch) for branch in tree(section.thread.comments)),
        closing_note=closing_note if widgets.any else comments.CLOSED,
        feed=feed if section.has_feed else "",
        form=widgets.form,
        embed=widgets.embed,
        link=widgets.link,
    )


def _branch(section: Section, branch: Branch) -> CommentView:
    comment = branch.comment
    answered = branch.answered
    return CommentView(
        anchor=anchor(comment),
        number=comment.id,
        name=shown_name(comment.name),
        when=_spoken(comment.created, section.zone),
        machine=comment.created.astimezone(section.zone).isoformat(timespec="seconds"),
        changed=_changed(comment, section.zone),
        text=clean_html(comment.html),
        answered=shown_name(answered.name) if answered else "",
        answered_href=f"#{anchor(answered)}" if answered else "",
        reply=_reply(section, comment),
        replies=tuple(_branch(section, reply) for reply in branch.replies),
    )


def anchor(comment: ArchivedComment) -> str:
    """The comment's place on its page."""
    return f"comment-{comment.id}"


def _reply(section: Section, comment: ArchivedComment) -> str:
    if isinstance(section.provider, OwnService) and section.is_open and comment.can_be_answered:
        return section.provider.reply(section.place.thread, comment.id)
    return ""


def _changed(comment: ArchivedComment, zone: ZoneInfo) -> str:
    """Who changed the words, and when: in our own service nobody but a moderator can."""
    if comment.edited is None:
        return ""
    return comments.changed(_spoken(comment.edited, zone), by_moderator=comment.can_be_answered)


def _spoken(moment: datetime, zone: ZoneInfo) -> str:
    here = moment.astimezone(zone)
    return dates.spoken(When(here.year, here.month, here.day, Clock(here.hour, here.minute)))
