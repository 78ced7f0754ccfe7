"""References: what a post points at must be there, and be the kind of thing that the field is about."""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property

from plugins.contract.values import Id, Reference
from plugins.contract.walk import WrittenValue, written_values
from plugins.files.names import slug
from plugins.frontmatter import ContentFile, read_text
from plugins.problems import Finding, nearest
from plugins.records import dataclass
from plugins.workshops.checks.names import named_things
from plugins.workshops.diary import Diary, DiaryEntry, once_an_entry
from plugins.workshops.record.agenda import AgendaPart
from plugins.workshops.record.design import Idea, Journey, Note, Persona, Prototype
from plugins.workshops.record.feedback import Answer, Remark
from plugins.workshops.record.vote import Vote

_REFERENCES = frozenset({Reference, Id})
_ADDRESSES = re.compile(r"^(?:slug|formerly):.*(?:\n[ \t-].*)*", re.MULTILINE)
"""Where a post gives itself an address."""
_WANTED: Mapping[tuple[type, str], tuple[type, str]] = {
    (Answer, "to"): (Remark, "a thing that was asked for"),
    (AgendaPart, "vote"): (Vote, "a vote"),
    (AgendaPart, "answers"): (Remark, "a thing that was asked for"),
    (Idea, "from"): (Note, "an insight, a problem or an opportunity"),
    (Journey, "persona"): (Persona, "a persona"),
    (Prototype, "id"): (Prototype, "a prototype"),
}


@dataclass(frozen=True)
class Register:
    """Everything that has an id, by the slug of its post; ideas are known in the whole diary."""

    diary: Diary

    @cached_property
    def by_slug(self) -> Mapping[str, Mapping[str, object]]:
        """The named things of each post."""
        return {
            entry.slug: {named.id: named.owner for named in named_things(entry.post)} for entry in self.diary.entries
        }

    @cached_property
    def moved(self) -> Mapping[str, str]:
        """The slug of each post by those that it had before, where no other has them now."""
        moved = ((address, entry.slug) for entry in self.diary.entries for address in entry.former_addresses)
        slugs = {address.rstrip("/").rpartition("/")[2]: now for address, now in moved}
        return {before: now for before, now in slugs.items() if before not in self.by_slug}

    @cached_property
    def ideas(self) -> Mapping[str, object]:
        return {idea.id: idea for entry in self.diary.entries for idea in entry.post.ideas}

    @cached_property
    def homes(self) -> Mapping[str, str]:
        """The slug of the post that proposed each idea."""
        return {idea.id: entry.slug for entry in self.diary.entries for idea in entry.post.ideas}

    def home(self, reference: str, *, slug: str) -> str:
        """The slug of the post in which the thing stands that `reference` means in the post `slug`."""
        elsewhere, mark, name = reference.rpartition("#")
        if mark:
            return elsewhere
        return slug if name in self.by_slug[slug] else self.homes[name]

    def thing(self, reference: str, *, slug: str) -> object | None:
        """What `reference` means in the post `slug`; None when there is no such thing."""
        elsewhere, mark, name = reference.rpartition("#")
        named = self.by_slug.get(elsewhere if mark else slug, {}).get(name)
        return named if named is not None or mark else self.ideas.get(name)


@dataclass(frozen=True, slots=True)
class UnreadPost:
    """A post of which not all could be read: its slug, and its text; None where that cannot be had either."""

    slug: str
    text: str | None

    @classmethod
    def of(cls, file: ContentFile) -> "UnreadPost":
        text, _ = read_text(file.path, file.source)
        return cls(file.slug, text)

    def may_hold(self, name: str) -> bool:
        """Whether something in it may have this id."""
        return self.text is None or bool(re.search(rf"\bid:\s*[\"']?{re.escape(name)}(?![\w-])", self.text))

    def may_stand_at(self, path: str) -> bool:
        """Whether its page, a part of it or a former address of it may have this path in an address."""
        names = [name for name in path.split("/") if name]
        given = "".join(_ADDRESSES.findall(self.text)) if self.text is not None else path
        return self.slug in names or any(name in given or name in slug(given) for name in names[-1:])

    def may_need(self, consent_id: str) -> bool:
        """Whether something in it may name this consent."""
        return self.text is None or bool(re.search(rf"(?<![\w-]){re.escape(consent_id)}(?![\w-])", self.text))


def broken_references(diary: Diary, *, unread: tuple[UnreadPost, ...] = ()) -> Iterator[tuple[DiaryEntry, Finding]]:
    """References that lead nowhere, or to a thing of another kind; what an unread post may hold is there."""
    register = Register(diary)
    for entry in diary.entries:
        for written in _references(entry):
            if not _may_be_unread(register, entry, str(written.value), unread):
                message = _fault(register, entry, written)
                if message:
                    yield entry, (written.path, message, "link-to-nothing")


def _may_be_unread(register: Register, entry: DiaryEntry, reference: str, unread: tuple[UnreadPost, ...]) -> bool:
    """Whether something of this id may stand in a post of which not all could be read."""
    if not unread or register.thing(reference, slug=entry.slug) is not None:
        return False
    slug, mark, name = reference.rpartition("#")
    if mark and slug not in register.by_slug:
        return any(post.slug == slug for post in unread)
    return any(post.may_hold(name) for post in unread if not mark or post.slug == slug)


def references_to_unpublished(diary: Diary, listed: Collection[DiaryEntry]) -> Iterator[tuple[DiaryEntry, Finding]]:
    """References of a listed post to what stands in a post that is not listed: its page would tell of that one."""
    register = Register(diary)
    sources = {entry.source for entry in listed}
    for entry in listed:
        for written in _references(entry):
            if written.type is Reference:
                reference = str(written.value)
                if register.thing(reference, slug=entry.slug) is None:
                    continue  # That it leads nowhere is told already.
                home = diary.by_slug[register.home(reference, slug=entry.slug)]
                if home.source not in sources:
                    message = (
                        f'found "{reference}", which stands in {home.source}, and that is hidden or not published yet; '
                        "publish it first, or take this out"
                    )
                    yield entry, (written.path, message, "link-to-hidden")


@once_an_entry
def _references(entry: DiaryEntry) -> tuple[WrittenValue, ...]:
    return tuple(filter(_points_elsewhere, written_values(entry.post, of=_REFERENCES)))


def _points_elsewhere(written: WrittenValue) -> bool:
    if written.type is Reference:
        return written.field.written != "id" or "#" in str(written.value)
    return written.type is Id and written.field.written == "vote"


def _fault(register: Register, entry: DiaryEntry, written: WrittenValue) -> str | None:
    reference = str(written.value)
    wanted, words = _wanted(written)
    thing = register.thing(reference, slug=entry.slug)
    if isinstance(thing, wanted):
        return None
    if thing is not None:
        return f'found "{reference}", which is something else; write the id of {words}'
    slug, mark, _ = reference.rpartition("#")
    if mark and (now := register.moved.get(slug)):
        return f'found "{reference}"; “{slug}” is now “{now}”: write “{now}#{reference.rpartition("#")[2]}”'
    if mark and slug not in register.by_slug:
        return f'found "{reference}"; there is no post called “{slug}”{_did_you_mean(slug, register.by_slug)}'
    names = {**register.ideas, **register.by_slug.get(slug if mark else entry.slug, {})}
    known = [name for name, owner in names.items() if isinstance(owner, wanted)]
    where = f"in “{slug}”" if mark else "here"
    return (
        f'found "{reference}"; there is no {words.split(" ", 1)[1]} of that id {where}{_did_you_mean(reference, known)}'
    )


def _wanted(written: WrittenValue) -> tuple[type, str]:
    for owner in type(written.owner).__mro__:
        if (owner, written.field.written) in _WANTED:
            return _WANTED[owner, written.field.written]
    return Idea, "an idea"


def _did_you_mean(word: str, known: object) -> str:
    guess = nearest(word.rpartition("#")[2], tuple(known) if isinstance(known, Mapping | list) else ())
    return f"; did you mean “{guess}”?" if guess else ""
