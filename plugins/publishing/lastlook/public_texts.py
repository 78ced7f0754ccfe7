"""What a post says in public: on its pages, and, which may be less, in files that readers keep."""

import re
from collections.abc import Collection, Iterator

from plugins.consent.word_runs import words_of
from plugins.contract.walk import written_values
from plugins.workshops.diary import DiaryEntry

_OF_PEOPLE = ("feedback", "photos")
_FEWEST = 3
_BLANK_LINE = re.compile(r"\n\s*\n")


def public_texts(entry: DiaryEntry) -> list[str]:
    """Everything that was written."""
    return [
        entry.story,
        *(str(written.value) for written in written_values(entry.post) if isinstance(written.value, str)),
    ]


def texts_to_keep(entry: DiaryEntry, unshared: Collection[str]) -> Iterator[str]:
    """The texts but for words that readers may not keep, and for what says them once more.

    In the fields a quote of a word or two may be a name, and the description of a photo what anybody says of it.
    """
    told = [_letters(words) for words in unshared]
    quotes = entry.post.feedback.quotes if entry.post.feedback else ()
    quoted = [_letters(quote.words) for quote in quotes if quote.words in unshared]
    repeated = [words for words in quoted if words.count(" ") >= _FEWEST - 1]
    for part in _BLANK_LINE.split(entry.story):
        if not _says(part, told):
            yield part
    for written in written_values(entry.post):
        text = written.value
        is_theirs = written.path[0] in _OF_PEOPLE and text in unshared
        if isinstance(text, str) and not is_theirs and not _says(text, repeated):
            yield text


def _says(text: str, phrases: Collection[str]) -> bool:
    return any(words in _letters(text) for words in phrases)


def _letters(text: str) -> str:
    return " ".join(words_of(text))
