"""What a form makes of its file: the new text, and both texts where somebody else wrote meanwhile."""

import difflib
from collections.abc import Mapping
from itertools import zip_longest
from zoneinfo import ZoneInfo

from plugins.author.documents import OpenFile
from plugins.author.forms.difference import difference
from plugins.author.forms.state import State
from plugins.contract.shape import Part
from plugins.frontmatter.editing import with_values


def new_text(post: OpenFile, state: State, story: str, zone: ZoneInfo) -> bytes:
    """The file as the form says; raises CannotEdit."""
    wanted = difference(Part(post.record), post.front_matter, state, zone)
    is_same_story = _plain(story) == _plain(post.story)
    change = wanted if isinstance(wanted, Mapping) else {}
    if not change and is_same_story:
        return post.data
    return with_values(post.data, change, is_post=post.is_post, story=None if is_same_story else _plain(story))


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")


def both_texts(before: bytes, after: bytes) -> tuple[tuple[str, str, bool], ...]:
    """The lines of two texts side by side, and whether both are the same; where one has fewer, its side is empty."""
    one, other = (_plain(data.decode("utf-8", "replace")).split("\n") for data in (before, after))
    rows: list[tuple[str, str, bool]] = []
    for kind, start, end, new_start, new_end in difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        sides = zip_longest(one[start:end], other[new_start:new_end], fillvalue="")
        rows += [(left, right, kind == "equal") for left, right in sides]
    return tuple(rows)
