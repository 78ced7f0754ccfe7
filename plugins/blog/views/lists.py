"""Posts in lists: a card each, and pages of them."""

from typing import Literal

from plugins.blog.views.frame import Frame, Link, Mark, SpokenTime
from plugins.photos.views.picture import PictureView
from plugins.records import dataclass
from plugins.story.html import Html
from plugins.timeline.views.calendar_links import CalendarLinksView
from plugins.workshops.views.language import TextLanguage
from plugins.workshops.views.trend import TrendView


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A post in a list; texts that do not apply are empty. `kind` says which workshop it is, and its name."""

    href: str
    title: str
    summary: Html
    when: SpokenTime | None
    kind: Html | None
    reading_time: str
    picture: PictureView | None = None
    comments: str = ""
    mark: Mark | None = None
    language: TextLanguage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pagination:
    """Where in a list the reader is, and the other pages."""

    words: str
    newer: str
    older: str
    pages: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """A list of posts; `empty` is said when there are none."""

    frame: Frame
    heading: str
    introduction: str
    cards: tuple[Card, ...]
    pagination: Pagination | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TagLink:
    """A tag and how many posts have it, in words."""

    link: Link
    count: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TagsPage:
    frame: Frame
    tags: tuple[TagLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StripPoint:
    """One workshop on the line; `over` is the moment from which one that is to come is no longer so, or empty."""

    label: str
    title: str
    when: str
    state: Literal["held", "next", "planned", "postponed", "cancelled"]
    state_word: str
    href: str
    over: str = ""
    language: TextLanguage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StripView:
    """The workshops on the drawn line; those in `past` are folded under what `fold` says, and it may be empty."""

    fold: str
    past: tuple[StripPoint, ...]
    points: tuple[StripPoint, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkshopGroup:
    """Workshops that are to come, or those that were."""

    heading: str
    anchor: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkshopsPage:
    """The workshops: in the order of the series on the line, then what comes next and what was last."""

    frame: Frame
    strip: StripView | None
    groups: tuple[WorkshopGroup, ...]
    trends: tuple[TrendView, ...]
    calendar: CalendarLinksView
