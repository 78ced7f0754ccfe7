"""Ids: each stands once in its file, and an idea's once in the whole diary."""

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.contract.values import Id, Reference
from plugins.contract.walk import written_values
from plugins.problems import FieldPath
from plugins.workshops.diary import Diary, DiaryEntry
from plugins.workshops.record.post import Post
from plugins.workshops.record.vote import Option


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
    for written in written_values(post):
        is_name = written.field.written == "id" and not isinstance(written.owner, Post | Option)
        if is_name and written.type in (Id, Reference) and "#" not in str(written.value):
            yield Named(id=str(written.value), path=written.path, owner=written.owner)


def repeated_ids(post: Post) -> Iterator[tuple[FieldPath, str]]:
    """Ids that stand twice in one file."""
    seen: set[str] = set()
    for named in named_things(post):
        if named.id in seen:
            yield named.path, f'found "{named.id}" a second time in this file; give each its own id'
        seen.add(named.id)


def repeated_ideas(diary: Diary) -> Iterator[tuple[DiaryEntry, FieldPath, str, DiaryEntry]]:
    """Ideas whose id was given to another idea already, in the last of what is told."""
    first: dict[str, DiaryEntry] = {}
    for entry in diary.entries:
        for index, idea in enumerate(entry.post.ideas):
            earlier = first.setdefault(idea.id, entry)
            if earlier is not entry:
                message = f'found "{idea.id}", which {earlier.source} gives to an idea too; give this one another id'
                yield entry, ("ideas", index, "id"), message, earlier
