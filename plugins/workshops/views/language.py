"""The language of a post's own words, where they stand among the words of the interface."""

from dataclasses import dataclass
from typing import Literal

from plugins.contract.languages import direction
from plugins.story.html import Html
from plugins.words import LANGUAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLanguage:
    """A language that is not the interface's: its tag [BCP 47], and the way in which it is written."""

    tag: str
    direction: Literal["ltr", "rtl"]

    @property
    def attributes(self) -> str:
        """For an element of HTML that is put together without a template."""
        return f' lang="{self.tag}" dir="{self.direction}"'


def text_language(tag: str) -> TextLanguage | None:
    """The language of words that are to be marked with it; None where it is that of the interface."""
    return None if tag == LANGUAGE else TextLanguage(tag=tag, direction=direction(tag))


def in_language(html: Html, language: TextLanguage | None) -> Html:
    """Words of a post inside a sentence or a list of the interface."""
    return Html(f"<span{language.attributes}>{html}</span>") if language else html
