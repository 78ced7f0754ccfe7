"""The ideas of a diary: what a reference to one means, and where its story stands."""

from collections.abc import Callable, Iterable, Mapping

from plugins.records import dataclass
from plugins.workshops.diary import Diary, DiaryEntry
from plugins.workshops.record.design import Idea, Prototype


@dataclass(frozen=True, slots=True)
class Ideas:
    """Every idea and the post that proposes it by its id, every prototype by its post's slug and its id.

    `hrefs` are links to the ideas' stories.
    """

    by_id: Mapping[str, tuple[Idea, DiaryEntry]]
    prototypes: Mapping[tuple[str, str], Prototype]
    hrefs: Mapping[str, str]

    def name(self, reference: str) -> str:
        """The name of the idea that a reference means."""
        return self.by_id[_id(reference)][0].name

    def home(self, reference: str) -> DiaryEntry:
        return self.by_id[_id(reference)][1]

    def href(self, reference: str) -> str:
        """The link to an idea's story; empty for one that has none, since no listed post proposes it."""
        return self.hrefs.get(_id(reference), "")

    def of_prototype(self, entry: DiaryEntry, prototype: Prototype) -> str | None:
        """The idea that a prototype of a post tries out; one that carries on another is about the other's idea."""
        slug, _, name = prototype.id.rpartition("#")
        first = self.prototypes.get((slug or entry.slug, name))
        return prototype.idea or (first.idea if first else None)


def ideas_of(diary: Diary, listed: Iterable[DiaryEntry], href: Callable[[str], str]) -> Ideas:
    """The ideas of a diary; those that a `listed` entry proposes have a page."""
    return Ideas(
        by_id={idea.id: (idea, entry) for entry in diary.entries for idea in entry.post.ideas},
        prototypes={
            (entry.slug, prototype.id): prototype for entry in diary.entries for prototype in entry.post.prototypes
        },
        hrefs={idea.id: href(f"ideas/{idea.id}/") for entry in listed for idea in entry.post.ideas},
    )


def _id(reference: str) -> str:
    return reference.rpartition("#")[2]
