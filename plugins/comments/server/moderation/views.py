"""What the templates of the desk see, text ready."""

from dataclasses import dataclass

from plugins.comments.server.views import Quoted, Way


@dataclass(frozen=True, slots=True, kw_only=True)
class LoginPage:
    """The form to log in; `goes_round` asks the browser to come again from here, with its cookie."""

    title: str
    action: str
    name: str
    fault: str
    goes_round: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskWay:
    """A link of the desk's navigation."""

    label: str
    href: str
    is_current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What is around every page of the desk.

    `secret` stands in each form, `notice` says what has just been done, `troubles` what fails behind the scenes.
    """

    moderator: str
    secret: str
    ways: tuple[DeskWay, ...]
    root: str
    back: str
    notice: str = ""
    fault: str = ""
    troubles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One comment on the desk.

    `mark` stands for how it was when it was shown; `held` says what keeps it off the page, and is empty otherwise.
    """

    number: int
    anchor: str
    heading: str
    who: str
    post: Way
    moment: str
    machine: str
    edited: str
    quoted: Quoted | None
    paragraphs: tuple[tuple[str, ...], ...]
    name: str
    words: str
    mark: str
    delete: str
    held: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuePage:
    """What waits: first what was kept aside, then the oldest."""

    title: str
    desk: Desk
    aside: tuple[Card, ...]
    waiting: tuple[Card, ...]
    more: str
    safeguarding: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedPage:
    """What readers see, the newest first."""

    title: str
    desk: Desk
    cards: tuple[Card, ...]
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeletePage:
    """Asks before a comment is gone for good."""

    title: str
    desk: Desk
    card: Card
    replies: str
    go_back: str
    safeguarding: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PostRow:
    """One post: how it stands, and the deed that changes that (empty where a moderator can change nothing)."""

    post: Way
    published: Way
    waiting: str
    state: str
    thread: str
    deed: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PostsPage:
    """All posts that take or took comments."""

    title: str
    desk: Desk
    rows: tuple[PostRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LogRow:
    """One deed."""

    moment: str
    machine: str
    who: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LogPage:
    """Who did what, the newest first."""

    title: str
    desk: Desk
    rows: tuple[LogRow, ...]
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeguardingPage:
    """What to do when a comment tells of harm."""

    title: str
    desk: Desk
