"""Ratings stay on their scale."""

from collections.abc import Iterator

from plugins.problems import FieldPath
from plugins.workshops.record.post import Post


def ratings_that_cannot_be(post: Post) -> Iterator[tuple[FieldPath, str]]:
    """Scales that are upside down, and answers off the scale."""
    for index, rating in enumerate(post.feedback.ratings if post.feedback else ()):
        place = ("feedback", "ratings", index)
        least, most = rating.scale.least, rating.scale.most
        if least >= most:
            yield (*place, "scale"), f"the scale goes from {least} to {most}; write the lowest step as “least”"
            continue
        for step, _ in rating.counts.pairs:
            if not least <= step <= most:
                yield (*place, "counts", str(step)), f'found "{step}"; the scale goes from {least} to {most}'
