"""A prototype: an idea tried out in practice, and where that stands."""

from collections.abc import Callable
from dataclasses import dataclass

from plugins.story.html import Html
from plugins.words import prototypes
from plugins.workshops.record.design import Prototype


@dataclass(frozen=True, slots=True, kw_only=True)
class PrototypeView:
    """One report on a prototype; texts are empty when not given."""

    anchor: str
    name: str
    idea_href: str
    status_word: str
    tested: str
    learned: Html | None
    next: Html | None


def prototype_view(prototype: Prototype, *, name: str, idea_href: str, inline: Callable[[str], Html]) -> PrototypeView:
    """A report as its own post tells it; `name` is that of its idea."""
    return PrototypeView(
        anchor=prototype.id.rpartition("#")[2],
        name=name,
        idea_href=idea_href,
        status_word=prototypes.STATUSES[prototype.status],
        tested=prototypes.tested(prototype.tested, prototype.where),
        learned=inline(prototype.learned) if prototype.learned else None,
        next=inline(prototype.next) if prototype.next else None,
    )
