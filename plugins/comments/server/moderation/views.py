"""What the templates of the moderators' pages see, text ready."""

from plugins.comments.server.views import Link, Quoted
from plugins.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LoginPage:
    """The form to log in; `goes_round` asks the browser to come again from here, with its cookie."""

    title: str
    action: str
    name: str
    fault: str
    goes_round: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NavigationLink:
    """A link of the moderators' navigation."""

    label: str
    href: str
    is_current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ModerationFrame:
    """What is around every page for moderators.

    `secret` stands in each form, `notice` says what has just been done, `failures` what fails behind the scenes.
    """

    moderator: str
    secret: str
    links: tuple[NavigationLink, ...]
    root: str
    back: str
    notice: str = ""
    fault: str = ""
    failures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ModerationPage:
    """What every page for moderators has."""

    title: str
    frame: ModerationFrame


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One comment as moderators see it.

    `revision` stands for how it was when it was shown; `held` says what keeps it off the page, and is empty otherwise.
    """

    number: int
    anchor: str
    heading: str
    who: str
    post: Link
    moment: str
    machine: str
    edited: str
    quoted: Quoted | None
    paragraphs: tuple[tuple[str, ...], ...]
    name: str
    words: str
    revision: str
    delete: str
    blocked: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuePage(ModerationPage):
    """What waits: first what was kept aside, then the oldest; `other` leads to what came in a flood, or back."""

    about: str
    aside: tuple[Card, ...]
    waiting: tuple[Card, ...]
    more: str
    delete_page: str
    other: Link | None
    links: tuple[Link, ...]
    safeguarding: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedPage(ModerationPage):
    """What readers see, the newest first."""

    cards: tuple[Card, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeletePage(ModerationPage):
    """Asks before a comment is gone for good."""

    card: Card
    replies: str
    go_back: str
    safeguarding: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PostRow:
    """One post: how it stands, and the action that changes that (empty where a moderator can change nothing)."""

    post: Link
    published: Link
    waiting: str
    state: str
    thread: str
    action: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PostsPage(ModerationPage):
    """All posts that take or took comments."""

    rows: tuple[PostRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LogRow:
    moment: str
    machine: str
    who: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LogPage(ModerationPage):
    """Who did what, the newest first."""

    rows: tuple[LogRow, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeguardingPage(ModerationPage):
    """What to do when a comment tells of harm."""
