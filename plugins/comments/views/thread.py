"""The comments under one post, and how to answer them."""

from dataclasses import dataclass

from plugins.comments.views.widgets import EmbedView, ExternalLink, FormView
from plugins.story.html import Html


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentView:
    """One comment and the replies to it. Times are in words and for machines; texts that do not apply are empty.

    `answered` names the comment it answers where it does not stand below that one. `reply` is where one answers
    it without a script; `number` is what the form is told.
    """

    anchor: str
    number: str
    name: str
    when: str
    machine: str
    changed: str
    text: Html
    answered: str = ""
    answered_href: str = ""
    reply: str = ""
    replies: tuple["CommentView", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentsView:
    """The part of a page in which readers answer; `closing_note` says when comments close, or that they are closed."""

    heading: str
    prompt: Html | None
    comments: tuple[CommentView, ...]
    closing_note: str
    feed: str
    form: FormView | None = None
    embed: EmbedView | None = None
    link: ExternalLink | None = None
