"""The pictures that chats show of links: each made when it never was before, and kept by what it says."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field
from functools import partial
from hashlib import sha256

from plugins.documents import software as fonts
from plugins.engine.cores import mapped
from plugins.engine.page import PlannedFile
from plugins.engine.stages import CARDS
from plugins.photos.card import CardColours, CardText
from plugins.photos.pipeline import FOLDER, Pipeline, Rendition, software
from plugins.records import dataclass

SITE = ""
"""What stands for a source where a card is that of all pages that have none of their own."""
_CARDS_A_PROCESS = 20
_CARDS_AT_A_TIME = 200
"""So many are held in memory until they are kept."""


@dataclass(frozen=True, slots=True)
class PlannedCard:
    """A card to be, of the post with this source; `photo`, which shows `alt`, stands behind its words."""

    source: str
    text: CardText
    described: str
    photo: Rendition | None = None
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A card: its path below the site's root, its words for who cannot see it, and its name in the store."""

    path: str
    described: str
    stored_as: str


@dataclass(frozen=True, slots=True)
class Cards:
    """Every card by its source; `photos` are the paths of those that stand behind words, and nowhere else."""

    by_source: Mapping[str, Card] = field(default_factory=dict)
    photos: frozenset[str] = frozenset()
    content: Callable[[str], bytes] = str.encode

    def of(self, source: str) -> Card | None:
        return self.by_source.get(source) or self.by_source.get(SITE)

    @property
    def keys(self) -> frozenset[str]:
        """Under which they are kept."""
        return frozenset(made.stored_as.partition("/")[0] for made in self.by_source.values())

    def files(self) -> Iterator[PlannedFile]:
        names = {made.path: made.stored_as for made in self.by_source.values()}
        return (PlannedFile(path, partial(self.content, name)) for path, name in names.items())


NO_CARDS = Cards()


def made_cards(planned: Iterable[PlannedCard], colours: CardColours, pipeline: Pipeline) -> Cards:
    """The cards; what the store has is not drawn again."""
    plans = [(_key(plan, colours), plan) for plan in planned]
    store = pipeline.store
    kept = {key: store.names(key) for key, _ in plans}
    missing = [(key, plan) for key, plan in plans if not kept[key]]
    for now in pipeline.stages.in_batches(CARDS, missing, _CARDS_AT_A_TIME):
        drawn = mapped(partial(_drawn, colours, pipeline), [plan for _, plan in now], at_least=_CARDS_A_PROCESS)
        for (key, _), content in zip(now, drawn, strict=True):
            kept[key] = (f"{sha256(content).hexdigest()[:16]}.jpg",)
            store.put(f"{key}/{kept[key][0]}", content)
    by_source = {plan.source: _card(key, kept[key][0], plan.described) for key, plan in plans}
    photos = frozenset(plan.photo.path for _, plan in plans if plan.photo)
    by_name = {f"{key}/{kept[key][0]}": plan for key, plan in plans}
    return Cards(by_source, photos, partial(_content, by_name, colours, pipeline))


def _content(planned: Mapping[str, PlannedCard], colours: CardColours, pipeline: Pipeline, name: str) -> bytes:
    """Out of the store; drawn again if another build has thrown it away meanwhile."""
    return pipeline.store.get(name) or _drawn(colours, pipeline, planned[name])


def _card(key: str, name: str, described: str) -> Card:
    return Card(f"{FOLDER}/{name}", described, f"{key}/{name}")


def _key(plan: PlannedCard, colours: CardColours) -> str:
    """What decides about the bytes of a card."""
    photo = plan.photo.path if plan.photo else ""
    made_of = (software(), fonts(), plan.text, colours, photo)
    return sha256(repr(made_of).encode()).hexdigest()[:32]


def _drawn(colours: CardColours, pipeline: Pipeline, plan: PlannedCard) -> bytes:
    from plugins.photos.imaging.card import card

    return card(plan.text, colours, pipeline.content(plan.photo) if plan.photo else b"")
