"""The language of a post's own words, where they stand among the words of the interface, and the other way round."""

import re
from collections.abc import Callable
from typing import Literal

from plugins.contract.languages import direction
from plugins.records import dataclass
from plugins.story.html import Html, escaped
from plugins.words import DIRECTION, LANGUAGE
from plugins.workshops.diary import DiaryEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLanguage:
    """A language: its tag [BCP 47], and the way in which it is written. None in its place is the interface's."""

    tag: str
    direction: Literal["ltr", "rtl"]


def text_language(tag: str) -> TextLanguage | None:
    """The language of words that are to be marked with it; None where it is that of the interface."""
    return None if tag == LANGUAGE else TextLanguage(tag=tag, direction=direction(tag))


def attributes(language: TextLanguage | None, *, around: TextLanguage | None = None) -> str:
    """What an element says that holds words in one language among words in another; nothing where they are one."""
    if language == around:
        return ""
    tag, way = (language.tag, language.direction) if language else (LANGUAGE, DIRECTION)
    return f' lang="{tag}" dir="{way}"'


def in_language(html: Html, language: TextLanguage | None, *, around: TextLanguage | None = None) -> Html:
    """Words in one language in a sentence or a list of another."""
    marks = attributes(language, around=around)
    return Html(f"<span{marks}>{html}</span>") if marks else html


@dataclass(frozen=True, slots=True)
class LanguageMarkup:
    """Marks the words of one post with its language, among those of the interface; `markdown` renders its front matter.

    A component of the page speaks the interface's language, and takes every word of a post from here. Who wrote, led or
    took a picture stands unmarked in its sentence: a name is of no language.
    """

    markdown: Callable[[str], Html]
    language: TextLanguage | None = None

    def marked(self, html: Html) -> Html:
        """HTML that says what the post says."""
        return in_language(html, self.language)

    def inline(self, written: str) -> Html:
        """What its front matter says as Markdown in one paragraph."""
        return self.marked(self.markdown(written))

    def plain(self, text: str) -> Html:
        """What its front matter says as plain text."""
        return self.marked(escaped(text))

    def within(self, sentence: str, *quotes: str) -> Html:
        """A sentence of the interface that quotes the post."""
        if self.language is None or not any(quotes):
            return escaped(sentence)
        longest_first = "|".join(map(re.escape, sorted(filter(None, quotes), key=len, reverse=True)))
        pieces = re.split(rf"(?<!\w)({longest_first})(?!\w)", sentence)
        return Html("".join(str(self.plain(each) if at % 2 else escaped(each)) for at, each in enumerate(pieces)))


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryContext:
    """What is told of posts elsewhere needs of them: `href` gives the link to a post's page, `said` its words."""

    href: Callable[[DiaryEntry], str]
    said: Callable[[DiaryEntry], LanguageMarkup]

    def href_in_record(self, entry: DiaryEntry, anchor: str) -> str:
        """The link to a vote, an ask or a part of the agenda; to the post itself where its page draws none."""
        return f"{self.href(entry)}#{anchor}" if entry.post.workshop else self.href(entry)
