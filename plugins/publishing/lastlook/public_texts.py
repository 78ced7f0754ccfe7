"""What a post says in public: on its pages, and, which may be less, in files that readers keep."""

import re
from collections.abc import Collection, Iterator

from plugins.consent.quoted_words import QuotedWords
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


def texts_to_keep(entry: DiaryEntry, unshared: Collection[str], quoted: QuotedWords) -> Iterator[str]:
    """The texts but for the post's own words that readers may not keep, and for what says a quote once more.

    `quoted` are the quotes of every post. In the fields a quote of a word or two may be a name, and the description of
    a photo what anybody says of it.
    """
    told = [_letters(words) for words in unshared]
    for part in _BLANK_LINE.split(entry.story):
        if not quoted.sources(part) and not _says(part, told):
            yield part
    for written in written_values(entry.post):
        text = written.value
        is_theirs = written.path[0] in _OF_PEOPLE and text in unshared
        if isinstance(text, str) and not is_theirs and not quoted.sources(text):
            yield text


def _says(text: str, phrases: Collection[str]) -> bool:
    return any(words in _letters(text) for words in phrases)


def _letters(text: str) -> str:
    return " ".join(words_of(text))
