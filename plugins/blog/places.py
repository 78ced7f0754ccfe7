"""Links to a place on a page: whether there is such a heading. It is known only when every story has been told."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from plugins.blog.links import DiaryLinks
from plugins.blog.texts import Texts
from plugins.contract.values import Words
from plugins.contract.walk import written_values
from plugins.problems import Problem, nearest
from plugins.story import Passage, Resolved, in_story
from plugins.workshops.diary import DiaryEntry

_WRITTEN = re.compile(r"\]\(\s*<?([^()\s<>]*#[^()\s<>]+)|^ {0,3}\[[^\]]+\]:\s*<?([^\s<>]*#[^\s<>]+)", re.MULTILINE)


def lost_places(links: DiaryLinks, texts: Texts) -> Iterator[Problem]:
    """Links in stories and in words to a heading that the other story has not."""
    for entry in links.diary.entries:
        for link in _WRITTEN.finditer(entry.story):
            message = _lost(links, texts, entry, link[1] or link[2], texts.stories[entry.source])
            if message:
                yield entry.problem_in_story(link.start(), message, "link-to-nothing")
        for written in written_values(entry.post):
            for link in _WRITTEN.finditer(str(written.value)) if written.type is Words else ():
                shown = texts.words[entry.source, str(written.value)]
                message = _lost(links, texts, entry, link[1] or link[2], shown)
                if message:
                    yield entry.problem_at(written.path, message, "link-to-nothing")


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
