"""The home page: where the project is, and the latest of each kind."""

from plugins.blog.views.frame import Frame, Link
from plugins.blog.views.lists import Card, StripView
from plugins.blog.views.posts import DecisionSummary
from plugins.records import dataclass
from plugins.story.html import Html
from plugins.workshops.views.asks import AskView
from plugins.workshops.views.feedback import QuoteView


@dataclass(frozen=True, slots=True, kw_only=True)
class NextWorkshop:
    """The workshop that is next: when and where, and the file for one's own calendar, empty where its day is not known.

    `over` is the moment from which it is no longer next, or empty.
    """

    state: str
    over: str
    name: Html
    href: str
    facts: tuple[Html, ...]
    calendar: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LatestDecision:
    """What was decided last, and where all that was decided with it stands."""

    lines: tuple[DecisionSummary, ...]
    href: str
    label: str
    every: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class LatestQuote:
    """Somebody's own words, and the post in which they stand."""

    quote: QuoteView
    source: Html
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LatestAsk:
    """How many asks wait for an answer, and the one that has waited longest."""

    heading: str
    ask: AskView
    all_asks: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    """What the project does, where it is, what is new, and the latest of what was decided, said and asked."""

    frame: Frame
    headline: str
    introduction: str
    next: NextWorkshop | None
    strip: StripView | None
    newest: tuple[Card, ...]
    all_posts: Link
    timeline: Link
    decision: LatestDecision | None
    quote: LatestQuote | None
    ask: LatestAsk | None
