"""Words from outside, made fit for a page: a few tags, no attribute but a link's address, no letter that hides."""

import re
import unicodedata
from functools import cache

import nh3

from plugins.story import Html

_TAGS = {"a", "blockquote", "br", "code", "em", "i", "b", "li", "ol", "p", "pre", "strong", "ul"}
_SCHEMES = {"http", "https"}
_UNSEEN = frozenset({"Cc", "Cs", "Co", "Cn"})
_TURNING = frozenset("\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff")
_REL = "nofollow ugc noopener noreferrer"
_LINK_TO_NOTHING = re.compile(rf'<a rel="{_REL}">(.*?)</a>', re.DOTALL)
_ENDS = re.compile(r"<(?:br|/p|/li|/blockquote|/pre)>")
_TAG = re.compile(r"<[^<>]*>")
_MOST_TAGS = 5_000
"""More than our own service ever makes. Thousands within one another cost a build minutes: the words alone stay."""
LONGEST_NAME = 60
ANONYMOUS = "Anonymous"


@cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=_TAGS,
        clean_content_tags={"script", "style", "template", "textarea", "title", "noscript", "iframe", "svg", "math"},
        attributes={"*": set(), "a": {"href"}},
        url_schemes=_SCHEMES,
        link_rel=_REL,
        strip_comments=True,
    )


def clean_html(html: str) -> Html:
    """A comment's text for the page, whatever it was."""
    if html.count("<") > _MOST_TAGS:
        html = _TAG.sub(" ", html)
    cleaned = _seen(_cleaner().clean(_seen(html, keep="\n")), keep="\n")  # Twice: "&#8238;" is a letter by now.
    return Html(_LINK_TO_NOTHING.sub(r"\1", cleaned))


def plain_words(html: str) -> str:
    """The words alone, in one line."""
    spaced = _ENDS.sub(" ", clean_html(html).html)
    return " ".join(Html(spaced).plain.split())


def shown_name(name: str) -> str:
    """Who wrote: in one line, not endless, “Anonymous” where nothing is left."""
    plain = " ".join(_seen(name, keep=" ").split())
    if len(plain) > LONGEST_NAME:
        plain = plain[: LONGEST_NAME - 1].rstrip() + "…"
    return plain or ANONYMOUS


def _seen(text: str, *, keep: str) -> str:
    return "".join(
        letter
        for letter in text.replace("\t", " ").replace("\r\n", "\n")
        if letter in keep or (letter not in _TURNING and unicodedata.category(letter) not in _UNSEEN)
    )
