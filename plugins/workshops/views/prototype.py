"""A prototype: an idea tried out in practice, and where that stands."""

from plugins.records import dataclass
from plugins.story.html import Html
from plugins.words import prototypes
from plugins.workshops.record.design import Prototype
from plugins.workshops.views.language import LanguageMarkup


@dataclass(frozen=True, slots=True, kw_only=True)
class PrototypeView:
    """One report on a prototype; texts are None when not given."""

    anchor: str
    name: Html
    idea_href: str
    status_word: str
    tested: Html | None
    learned: Html | None
    next: Html | None


def prototype_view(prototype: Prototype, *, name: Html, idea_href: str, said: LanguageMarkup) -> PrototypeView:
    """A report as its own post tells it; `name` is that of its idea."""
    tested = prototypes.tested(prototype.tested, prototype.where)
    return PrototypeView(
        anchor=prototype.id.rpartition("#")[2],
        name=name,
        idea_href=idea_href,
        status_word=prototypes.STATUSES[prototype.status],
        tested=said.within(tested, prototype.where or "") if tested else None,
        learned=said.inline(prototype.learned) if prototype.learned else None,
        next=said.inline(prototype.next) if prototype.next else None,
    )
