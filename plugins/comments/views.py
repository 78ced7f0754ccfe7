"""What templates see of comments, every text ready: the comments under one post, and how readers answer."""

from plugins.records import dataclass
from plugins.story.html import Html


@dataclass(frozen=True, slots=True, kw_only=True)
class FormView:
    """The form under a post; `action` is where it is sent, `thread` the post that it is about."""

    action: str
    thread: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedView:
    """Comments that another company shows: nothing of it is asked for before the reader presses the button.

    `sees` says what the company learns; `recipe` is JSON for `comment-embed.js`; `link` leads there without a script
    and may be empty.
    """

    company: str
    sees: tuple[str, ...]
    button: str
    recipe: str
    link: str
    link_label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExternalLink:
    """A link to where readers answer, and what they should know before they follow it."""

    label: str
    href: str
    words: str


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
