"""The diary as a whole: its entries, where each lies, and what address each has."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace
from functools import cached_property, wraps
from pathlib import Path
from typing import Any, Literal, TypeVar, TypeVarTuple

from plugins.contract.walk import WrittenValue, written_values
from plugins.frontmatter import LateTree, problem_at
from plugins.frontmatter import Mapping as Tree
from plugins.problems import Code, FieldPath, Problem
from plugins.records import dataclass
from plugins.workshops.facts.tally import CountedVote
from plugins.workshops.record.feedback import Quote
from plugins.workshops.record.photo import Photo
from plugins.workshops.record.post import Post

EntryKind = Literal["workshop", "post", "page"]
_FOLDERS: Mapping[EntryKind, str] = {"workshop": "workshops/", "post": "posts/", "page": ""}
Given = TypeVarTuple("Given")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryEntry:
    """One Markdown file: its record, its votes counted, its story, and its front matter, which knows every line."""

    post: Post
    votes: tuple[CountedVote, ...]
    kind: EntryKind
    slug: str
    source: str
    folder: Path
    story: str
    story_line: int
    front_matter: Tree | LateTree = field(repr=False, compare=False)
    left_out: frozenset[str] = frozenset()
    """The files of photos that are no longer agreed to: nothing of them may be shown."""
    shareable: frozenset[str] = frozenset()
    """The consents that let what they cover stand in files that readers keep."""
    is_next: bool = False
    """Whether it is the next version of its page, which stands in its place in the preview alone."""
    last_answers: "LastAnswers | None" = field(default=None, repr=False, compare=False)
    """What was asked about all entries by whoever keeps this one; None where no later build may meet it again."""
    known: dict[object, tuple[tuple[object, ...], Any]] = field(
        init=False, default_factory=dict, repr=False, compare=False
    )
    """What followed from it (`once_an_entry`)."""

    @property
    def tree(self) -> Tree:
        """Its front matter as it was written, value by value; most entries have nothing to tell, and no need of it."""
        return self.front_matter.tree if isinstance(self.front_matter, LateTree) else self.front_matter

    @property
    def address(self) -> str:
        """Where the page lies below the site's root: `workshops/our-first-workshop/`."""
        return address_of(self.kind, self.slug)

    @property
    def first_address(self) -> str:
        """Where the page lay first: by it calendars, feed readers and whoever keeps comments know it."""
        return self.post.formerly[0] if self.post.formerly else self.address

    @property
    def former_addresses(self) -> tuple[str, ...]:
        """Where it lay, and lies no more."""
        if not self.post.formerly:
            return ()
        return tuple(dict.fromkeys(address for address in self.post.formerly if address != self.address))

    def may_be_kept(self, shown: Photo | Quote) -> bool:
        """Whether it may stand where others keep it, out of our reach: in a PDF, an EPUB or a card [`share`]."""
        if isinstance(shown, Photo) and shown.people == "none":
            return True
        return bool(shown.consent) and self.shareable.issuperset(shown.consent)

    def problem_at(self, path: FieldPath, message: str, code: Code, *, stops: bool = True) -> Problem:
        """What is to be mended in a field."""
        return problem_at(path, message, code, source=self.source, tree=self.tree, stops=stops)

    def problem_in_story(self, position: int, message: str, code: Code, *, stops: bool = True) -> Problem:
        """What is to be mended in the story, at a character of it."""
        return Problem(self.source, self.story_line + self.story.count("\n", 0, position), "", message, code, stops)


def once_an_entry(work: Callable[[DiaryEntry, *Given], Result]) -> Callable[[DiaryEntry, *Given], Result]:
    """A function that is asked once about a kept entry, as long as it is given the same besides.

    It must follow from what it is given alone, and change none of it; what it returns is shared.
    """

    @wraps(work)
    def made(entry: DiaryEntry, /, *given: *Given) -> Result:
        if entry.last_answers is None:
            return work(entry, *given)
        before = entry.known.get(made)
        if before is None or before[0] != given:
            before = entry.known[made] = (given, work(entry, *given))
        result: Result = before[1]
        return result

    return made


def of_each(
    work: Callable[[DiaryEntry, *Given], Result], entries: Sequence[DiaryEntry], *given: *Given
) -> Sequence[Result]:
    """What such a function returns for each entry, in their order; asked of kept entries, with the last answers."""
    last = entries[0].last_answers if entries else None
    if last is None or not all(entry.last_answers is last for entry in entries):
        return [work(entry, *given) for entry in entries]
    return last.of_each(work, entries, *given)


class LastAnswers:
    """What each function of an entry last returned for all of them; it lives as long as whoever keeps the entries."""

    def __init__(self) -> None:
        self._last: dict[Callable[..., Any], tuple[Sequence[DiaryEntry], tuple[object, ...], Sequence[Any]]] = {}

    def of_each(
        self, work: Callable[[DiaryEntry, *Given], Result], entries: Sequence[DiaryEntry], *given: *Given
    ) -> Sequence[Result]:
        """One look tells for each entry whether it is the very same in the same place; others are asked about."""
        last, given_last, known = self._last.get(work, ((), (), ()))
        if given_last == given and len(last) == len(entries):
            each = zip(entries, last, known, strict=True)
            results = [answer if entry is before else work(entry, *given) for entry, before, answer in each]
        else:
            results = [work(entry, *given) for entry in entries]
        self._last[work] = (entries, given, results)
        return results


@once_an_entry
def written_in(entry: DiaryEntry) -> tuple[WrittenValue, ...]:
    """Every value of its record, with the place where its author wrote it."""
    return tuple(written_values(entry.post))


def address_of(kind: EntryKind, slug: str) -> str:
    """The address of an entry below the site's root, ending in a slash."""
    return f"{_FOLDERS[kind]}{slug}/"


@dataclass(frozen=True)
class Diary:
    """Every entry that could be read, in the order of their sources.

    `left_out` are the sources of posts that this diary goes without: a link to one of them leads nowhere, and is no
    mistake of the post in which it stands.
    """

    entries: tuple[DiaryEntry, ...] = ()
    left_out: frozenset[str] = frozenset()

    def showing(self, entries: Sequence[DiaryEntry]) -> "Diary":
        """The diary with these in the place of the entries of the same sources."""
        instead = {entry.source: entry for entry in entries}
        return replace(self, entries=tuple(instead.get(entry.source, entry) for entry in self.entries))

    @cached_property
    def by_source(self) -> Mapping[str, DiaryEntry]:
        """Entries by the path of their file, such as `content/posts/welcome.md`."""
        return {entry.source: entry for entry in self.entries}

    @cached_property
    def by_slug(self) -> Mapping[str, DiaryEntry]:
        """Entries by their slug, which no two share."""
        return {entry.slug: entry for entry in self.entries}

    @cached_property
    def workshops(self) -> tuple[DiaryEntry, ...]:
        """The workshops in the order of the series: by number, then by start, then by name."""
        return tuple(sorted((e for e in self.entries if e.kind == "workshop"), key=_place_in_series))


def _place_in_series(entry: DiaryEntry) -> tuple[float, str, str]:
    workshop = entry.post.workshop
    number = workshop.number if workshop and workshop.number is not None else float("inf")
    start = workshop.start if workshop else None
    return number, start.iso if start else "~", entry.slug
