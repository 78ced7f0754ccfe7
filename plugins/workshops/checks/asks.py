"""Whoever asked for something that is not possible is told why."""

from collections.abc import Iterator

from plugins.problems import Finding
from plugins.words import asks
from plugins.workshops.record.post import Post


def answers_without_reason(post: Post) -> Iterator[Finding]:
    """Answers that say no, and nothing else."""
    for index, answer in enumerate(post.answers):
        if answer.status == "not-possible" and not asks.is_reason(answer.did):
            message = f'found "{answer.did}", which gives no reason; say why it is not possible: whoever asked reads it'
            yield ("answers", index, "did"), message, "missing-field"
