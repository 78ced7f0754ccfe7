"""What a post says in public: on its pages, and, which may be less, in files that readers keep."""

import re
from collections.abc import Collection, Iterator

from plugins.consent.word_runs import words_of
from plugins.contract.walk import written_values
from plugins.workshops.diary import DiaryEntry

_OF_PEOPLE = ("feedback", "photos")
_BLANK_LINE = re.compile(r"\n\s*\n")


def public_texts(entry: DiaryEntry) -> list[str]:
    """Everything that was written."""
    return [
        entry.story,
        *(str(written.value) for written in written_values(entry.post) if isinstance(written.value, str)),
    ]


def texts_to_keep(entry: DiaryEntry, unshared: Collection[str]) -> Iterator[str]:
    """The texts but for words that readers may not keep, and for the parts of the story that say them once more."""
    told = [_letters(words) for words in unshared]
    for part in _BLANK_LINE.split(entry.story):
        if not any(words in _letters(part) for words in told):
            yield part
    for written in written_values(entry.post):
        if isinstance(written.value, str) and not (written.path[0] in _OF_PEOPLE and written.value in unshared):
            yield written.value


def _letters(text: str) -> str:
    return " ".join(words_of(text))
