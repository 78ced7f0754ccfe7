"""A persona is never one real person."""

from collections.abc import Iterator

from plugins.problems import Finding
from plugins.workshops.record.post import Post


def real_people(post: Post) -> Iterator[Finding]:
    """Personas that do not say that they are made up of many."""
    for index, persona in enumerate(post.personas):
        if not persona.composite:
            message = (
                'found "false"; a persona stands for many people and is never one real person: '
                "write “composite: true” once that is so, or take the persona out"
            )
            yield ("personas", index, "composite"), message, "real-persona"
