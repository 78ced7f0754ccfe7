"""Ids: each stands once in its file and on its page, and an idea's once in the whole diary."""

from collections.abc import Iterator

from plugins.contract.values import Id, Reference
from plugins.contract.walk import written_values
from plugins.patterns import lazy_pattern
from plugins.problems import FieldPath, Finding
from plugins.records import dataclass
from plugins.workshops.diary import Diary, DiaryEntry
from plugins.workshops.record.post import Post
from plugins.workshops.record.vote import Option

PAGE_IDS = frozenset(
    "about-tags agenda agenda-heading aims answers blueprints comments comments-heading easy-read feedback ground-rules"  # noqa: SIM905 - a list of words
    " ideas journeys main personas photographs prototypes rules-heading the-story votes".split()
)
"""What the page of a post calls its own parts (`theme/templates`)."""
_GIVEN_OUT = lazy_pattern(r"(?:agenda|answer|answered|comment|story|term)(?:-.*)?")
"""How it calls parts of the agenda and of forms, answers, headings of the story, words explained and comments."""

_NAMES = frozenset({Id, Reference})


@dataclass(frozen=True, slots=True)
class Named:
    """Something that has an id: the record, and where its id is written."""

    id: str
    path: FieldPath
    owner: object


def named_things(post: Post) -> Iterator[Named]:
    """Everything in a post that can be pointed at; an option is only ever named inside its own vote.

    A prototype that carries on another one (`file-slug#id`) names that one and is not counted here.
    """
    for written in written_values(post, of=_NAMES):
        is_name = written.field.written == "id" and not isinstance(written.owner, Post | Option)
        if is_name and "#" not in str(written.value):
            yield Named(id=str(written.value), path=written.path, owner=written.owner)


def repeated_ids(post: Post) -> Iterator[Finding]:
    """Ids that stand twice in one file, or that its page gives to a part of its own."""
    names = (*named_things(post), *_carried_on(post))
    numbered = frozenset(_numbered(post) if names else ())
    seen = set(numbered)
    for named in names:
        if named.id in PAGE_IDS | numbered or _GIVEN_OUT.fullmatch(named.id):
            message = f'found "{named.id}", which a part of the page is called already; write another id'
            yield named.path, message, "address-taken"
        elif named.id in seen:
            message = f'found "{named.id}" a second time in this file; give each its own id'
            yield named.path, message, "used-twice"
        seen.add(named.id)


def _carried_on(post: Post) -> Iterator[Named]:
    """Prototypes of other posts: on the page they go by the id that they have there."""
    for index, prototype in enumerate(post.prototypes):
        if "#" in prototype.id:
            yield Named(prototype.id.rpartition("#")[2], ("prototypes", index, "id"), prototype)


def _numbered(post: Post) -> Iterator[str]:
    """What the page calls things that have no id."""
    yield from (f"blueprint-{number}" for number, _ in enumerate(post.blueprints, start=1))
    if post.feedback:
        yield from (f"rating-{number}" for number, _ in enumerate(post.feedback.ratings, start=1))
        for name, remarks in (("liked", post.feedback.went_well), ("ask", post.feedback.even_better_if)):
            yield from (f"{name}-{number}" for number, remark in enumerate(remarks, start=1) if not remark.id)


def repeated_ideas(diary: Diary) -> Iterator[tuple[DiaryEntry, Finding, DiaryEntry]]:
    """Ideas whose id was given to another idea already, in the last of what is told."""
    first: dict[str, DiaryEntry] = {}
    for entry in diary.entries:
        for index, idea in enumerate(entry.post.ideas):
            earlier = first.setdefault(idea.id, entry)
            if earlier is not entry:
                message = f'found "{idea.id}", which {earlier.source} gives to an idea too; give this one another id'
                yield entry, (("ideas", index, "id"), message, "used-twice"), earlier
