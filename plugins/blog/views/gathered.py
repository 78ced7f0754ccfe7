"""Pages that gather something from all posts: ideas, decisions, asks, jargon, easy read, the timeline."""

from plugins.blog.views.easy_read import EasyReadLine
from plugins.blog.views.frame import Frame, Link
from plugins.records import dataclass
from plugins.story.html import Html
from plugins.timeline.views.calendar_links import CalendarLinksView
from plugins.timeline.views.point import TimelinePoint
from plugins.timeline.views.timeline import TimelineView
from plugins.workshops.views.asks import AskView
from plugins.workshops.views.decisions import DecisionView
from plugins.workshops.views.idea import IdeaView
from plugins.workshops.views.language import TextLanguage


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeasPage:
    frame: Frame
    ideas: tuple[IdeaView, ...]
    decisions: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeaPage:
    frame: Frame
    idea: IdeaView


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionGroup:
    """What was decided at one meeting; `asks` leads to what people asked for then."""

    heading: Html
    anchor: str
    href: str
    when: str
    decisions: tuple[DecisionView, ...]
    asks: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionsPage:
    """Every decision, the first one first."""

    frame: Frame
    groups: tuple[DecisionGroup, ...]
    data: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskGroup:
    """The asks that stand at one point."""

    heading: str
    anchor: str
    asks: tuple[AskView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AsksPage:
    """You said, we did."""

    frame: Frame
    groups: tuple[AskGroup, ...]
    data: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class JargonTerm:
    """A word, what it means, and the posts in which it came up."""

    term: str
    anchor: str
    means: Html
    posts: tuple[Link, ...]
    language: TextLanguage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JargonPage:
    """Every word that was explained."""

    frame: Frame
    terms: tuple[JargonTerm, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EasyReadPost:
    """One post in short sentences."""

    title: str
    anchor: str
    href: str
    lines: tuple[EasyReadLine, ...]
    booklet: Link | None
    language: TextLanguage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EasyReadPage:
    """Every post that has short sentences; `credit` says who drew the pictures, where there are any."""

    frame: Frame
    credit: str
    posts: tuple[EasyReadPost, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Findable:
    """A page, an idea, a word or a tag in the list of everything; `about` says which of them."""

    title: str
    href: str
    about: str
    language: TextLanguage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterGroup:
    """What begins with one letter."""

    letter: str
    pages: tuple[Findable, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """The search, whose index lies below the address `index`, and everything from A to Z."""

    frame: Frame
    index: str
    letters: tuple[LetterGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelinePage:
    """Everything in order, and where programs find the same."""

    frame: Frame
    timeline: TimelineView
    calendar: CalendarLinksView
    elsewhere: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PointInFeed:
    """A point, and what it is in one line."""

    summary: str
    point: TimelinePoint
