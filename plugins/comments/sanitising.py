"""Words from outside, made fit for a page: a few elements, no attribute but a link's address, no letter that hides."""

from collections.abc import Callable
from functools import cache, lru_cache
from html import unescape
from typing import TYPE_CHECKING

from plugins.comments.markup import BLOCKS, LINK, WITHIN_A_LINE, rebuilt
from plugins.comments.web_address import web_address
from plugins.patterns import lazy_pattern
from plugins.story import Html
from plugins.unicode import without_stray_unseen
from plugins.words import comments

if TYPE_CHECKING:
    from nh3 import Cleaner

_TURNS_OF_LINES = str.maketrans(dict.fromkeys("\v\f\r\x85", "") | {"\t": " "})
_LINE_ENDS = lazy_pattern("[\n\r\u2028\u2029]")
_APART = """
    address article aside caption center dd details dir div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hgroup hr legend main menu nav option section summary table tbody td tfoot th thead tr
"""
"""Elements that no comment needs: they go, and what stands in them stands apart."""
_ENDS = lazy_pattern(r"</?(?:br|p|li|ol|ul|blockquote|pre)>")
_TAG = lazy_pattern(r"<[^<>]*>")
_MOST_KEPT = 4_096
_MOST_TAGS = 5_000
"""More than our own service ever makes. Thousands within one another cost a build minutes: the words alone stay."""
LONGEST_NAME = 60
LONGEST_SUMMARY = 200


@cache
def _cleaner() -> "Cleaner":
    from nh3 import Cleaner  # Late, since most diaries have no comment yet.

    return Cleaner(
        tags={*WITHIN_A_LINE, *BLOCKS, "br", *_APART.split()},
        clean_content_tags={"script", "style", "template", "textarea", "title", "noscript", "iframe", "svg", "math"},
        attributes={"*": set(), "a": {"href"}},
        url_schemes={"http", "https"},
        link_rel=None,
        strip_comments=True,
    )


@lru_cache(maxsize=_MOST_KEPT)
def clean_html(html: str, *, typed: bool = False) -> Html:
    """A comment's text for the page, whatever it was: valid HTML, and the same when it is cleaned once more.

    Letters that hide go first, then what does harm; then all is written anew, and a link's address is looked at when
    nothing about it will change any more. `typed`: line ends are those that somebody typed.
    """
    if html.count("<") > _MOST_TAGS:
        html = _TAG.sub(" ", html)
    return Html(rebuilt(_cleaner().clean(_seen(html)), seen=_seen, leads=_leads, typed=typed))


def plain_words(html: str) -> str:
    """The words alone, in one line."""
    spaced = _ENDS.sub(" ", clean_html(html).html)
    return " ".join(unescape(_TAG.sub("", spaced)).split())


def words_as_sent(html: str) -> str:
    """The words alone, with the letters that nobody sees: one may stand between two words that a page shows as one."""
    return unescape(_TAG.sub(" ", _cleaner().clean(html)))


def summary(html: str) -> str:
    """The first words, for lists: whole ones, so that none is cut into another."""
    words = plain_words(html)
    return words if len(words) <= LONGEST_SUMMARY else words[: LONGEST_SUMMARY + 1].rpartition(" ")[0]


def without_links(html: Html, is_lost: Callable[[str], bool]) -> Html:
    """Cleaned text in which a link is words alone whose address `is_lost`."""
    return Html(LINK.sub(lambda link: link[2] if is_lost(unescape(link[1])) else link[0], html.html))


def shown_name(name: str) -> str:
    """Who wrote: in one line, not endless, “Anonymous” where nothing is left."""
    plain = " ".join(_seen(name).split())
    if len(plain) > LONGEST_NAME:
        plain = plain[: LONGEST_NAME - 1].rstrip() + "…"
    return plain or comments.ANONYMOUS


def _seen(text: str) -> str:
    return without_stray_unseen(text.translate(_TURNS_OF_LINES))


def _leads(href: str) -> str:
    """Where a link leads once every letter is gone that a browser, too, leaves out [URL, 4.4]."""
    return web_address(_LINE_ENDS.sub("", _seen(href.replace("\t", ""))))
