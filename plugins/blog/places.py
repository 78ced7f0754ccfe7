"""Links to a place on a page: whether there is such a heading. It is known only when every story has been told."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from plugins.blog.links import DiaryLinks
from plugins.blog.texts import Texts
from plugins.contract.values import Words
from plugins.contract.walk import written_values
from plugins.problems import FieldPath, Problem, nearest
from plugins.story import Passage, Resolved, in_story
from plugins.workshops.diary import DiaryEntry, of_each, once_an_entry

_WORDS = frozenset({Words})
_LINK = re.compile(r"\]\(\s*<?([^()\s<>]*#[^()\s<>]+)")
_DEFINED = re.compile(r"^ {0,3}\[[^\]]+\]:\s*<?([^\s<>]*#[^\s<>]+)", re.MULTILINE)


def lost_places(links: DiaryLinks, texts: Texts) -> Iterator[Problem]:
    """Links in stories and in words to a heading that the other story has not."""
    entries = links.diary.entries
    for entry, (of_story, of_words) in zip(entries, of_each(_written, entries), strict=True):
        for position, href in of_story:
            message = _lost(links, texts, entry, href, texts.stories[entry.source])
            if message:
                yield entry.problem_in_story(position, message, "link-to-nothing")
        for path, text, href in of_words:
            message = _lost(links, texts, entry, href, texts.words[entry.source, text])
            if message:
                yield entry.problem_at(path, message, "link-to-nothing")


@once_an_entry
def _written(entry: DiaryEntry) -> tuple[tuple[tuple[int, str], ...], tuple[tuple[FieldPath, str, str], ...]]:
    """The links to places: those of the story by their characters, and those of words by their fields."""
    words = ((each.path, str(each.value)) for each in written_values(entry.post, of=_WORDS))
    in_words = ((path, text, href) for path, text in words for _, href in _written_links(text))
    return tuple(_written_links(entry.story)), tuple(in_words)


def _written_links(text: str) -> list[tuple[int, str]]:
    defined = _DEFINED.finditer(text) if "]:" in text else ()
    return sorted((link.start(), link[1]) for link in (*_LINK.finditer(text), *defined))


def _lost(links: DiaryLinks, texts: Texts, entry: DiaryEntry, href: str, shown: Passage) -> str | None:
    """What is wrong with a link; nothing where it stands in code, or is told of already."""
    where = links.link(entry.source, href) if ":" not in href else None
    if not isinstance(where, Resolved) or where.href not in shown.links:
        return None
    anchor = urlsplit(where.href).fragment
    anchors = texts.stories[links.target(entry.source, href)].anchors
    if not anchor.startswith(in_story("")) or anchor in anchors:
        return None
    headings = [name.removeprefix(in_story("")) for name in anchors]
    guess = nearest(anchor.removeprefix(in_story("")), headings)
    hint = f"; did you mean “#{guess}”?" if guess else ""
    return f'found "{href}": that page has no heading of this name{hint}'
