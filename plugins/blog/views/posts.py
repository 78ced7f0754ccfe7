"""A post, a workshop, a standing page, and the page that is not there."""

from plugins.blog.views.easy_read import EasyReadLine
from plugins.blog.views.frame import Frame, Link, SpokenTime
from plugins.comments.views import CommentsView
from plugins.photos.views.picture import GalleryView, StoryPart
from plugins.records import dataclass
from plugins.story.html import Html
from plugins.timeline.views.calendar_links import CalendarLinksView
from plugins.workshops.views.agenda import AgendaView
from plugins.workshops.views.asks import AskView
from plugins.workshops.views.ballot import BallotView
from plugins.workshops.views.blueprint import BlueprintView
from plugins.workshops.views.facts import WorkshopFactsView
from plugins.workshops.views.feedback import FeedbackView
from plugins.workshops.views.idea import ProposedIdea
from plugins.workshops.views.journey import JourneyView
from plugins.workshops.views.persona import PersonaView
from plugins.workshops.views.prototype import PrototypeView


@dataclass(frozen=True, slots=True, kw_only=True)
class PostHeader:
    """The top of a post; texts that do not apply are empty."""

    title: str
    when: SpokenTime | None
    updated: SpokenTime | None
    author: str
    reading_time: str
    tags: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DesignView:
    """What a group made with service design."""

    personas: tuple[PersonaView, ...] = ()
    journeys: tuple[JourneyView, ...] = ()
    ideas: tuple[ProposedIdea, ...] = ()
    blueprints: tuple[BlueprintView, ...] = ()
    prototypes: tuple[PrototypeView, ...] = ()

    def __bool__(self) -> bool:
        return any((self.personas, self.journeys, self.ideas, self.blueprints, self.prototypes))


@dataclass(frozen=True, slots=True, kw_only=True)
class PostPage:
    """A post: its story, and what its front matter shows besides."""

    frame: Frame
    header: PostHeader
    easy_read: tuple[EasyReadLine, ...]
    hand_outs: tuple[Link, ...]
    story: tuple[StoryPart, ...]
    gallery: GalleryView | None
    design: DesignView
    answers: tuple[AskView, ...]
    comments: CommentsView | None
    earlier: Link | None
    later: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionSummary:
    """What one vote decided, for the top of the page: its question and the answer."""

    question: Html
    answer: Html


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsEntry:
    """One part of the page: its heading, where it stands, and how much is in it; `count` may be empty."""

    label: str
    anchor: str
    count: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkshopPage:
    """A workshop: what was held and decided, then what every post has, then the record: agenda, votes and the rest.

    `kind` says its number and name, `on_timeline` leads to its place there; `more_votes` says how many votes are not
    among `decided`, or is empty.
    `ideas_beside` stand beside the story, and then not in the record.
    A page of one part has no `contents`.
    """

    frame: Frame
    post: PostPage
    kind: Html | None
    on_timeline: str
    contents: tuple[ContentsEntry, ...]
    has_record: bool
    decided: tuple[DecisionSummary, ...]
    more_votes: str
    facts: WorkshopFactsView
    calendar: CalendarLinksView | None
    aims_heading: str
    aims: tuple[Html, ...]
    ideas_beside: tuple[ProposedIdea, ...]
    ground_rules: tuple[Html, ...]
    agenda: AgendaView | None
    ballots: tuple[BallotView, ...]
    feedback: FeedbackView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingPage:
    """A page such as About."""

    frame: Frame
    title: str
    updated: SpokenTime | None
    story: tuple[StoryPart, ...]
    gallery: GalleryView | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundPage:
    """What a reader sees who followed a link that leads nowhere."""

    frame: Frame
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedPage:
    """What a reader sees for a moment who followed a link to where a post was before."""

    frame: Frame
    to: Link
