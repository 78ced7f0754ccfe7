"""What must hold between the values of a post: tiny validators that yield (path, message, code).

They run on records whose fields all read well, so that one slip is answered once. What must hold between
posts, or between a post and the files beside it, is in `references`, `names` and `files`; `votes` also counts.
"""

from collections.abc import Callable, Iterator

from plugins.problems import Finding
from plugins.workshops.checks.agenda import answers_on_the_agenda, materials_without_a_place, times_that_cannot_be
from plugins.workshops.checks.asks import answers_without_reason
from plugins.workshops.checks.attendance import people_named, quotes_of_one
from plugins.workshops.checks.names import repeated_ids
from plugins.workshops.checks.persona import real_people
from plugins.workshops.checks.photos import (
    blurs_that_hide_nothing,
    pictures_that_are_no_photos,
    repeated_photos,
    undescribed_photos,
    words_to_better,
)
from plugins.workshops.checks.session import days_that_cannot_be, ratings_that_cannot_be
from plugins.workshops.record.post import Post

Check = Callable[[Post], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    answers_on_the_agenda,
    answers_without_reason,
    blurs_that_hide_nothing,
    days_that_cannot_be,
    materials_without_a_place,
    ratings_that_cannot_be,
    pictures_that_are_no_photos,
    real_people,
    repeated_ids,
    repeated_photos,
    times_that_cannot_be,
    undescribed_photos,
)

ADVICE: tuple[Check, ...] = (people_named, quotes_of_one, words_to_better)
"""What is only said, and stops nothing."""
