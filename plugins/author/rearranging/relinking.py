"""Links and references of a post that follow what was moved. No other byte of a file is another then."""

import posixpath
import re
from collections.abc import Callable, Mapping
from urllib.parse import quote, unquote

from plugins.files.names import name_key, post_name
from plugins.frontmatter import Mapping as Tree
from plugins.frontmatter import Node, Sequence
from plugins.frontmatter.changes import KEPT, Item, Wanted
from plugins.frontmatter.editing import CannotEdit, front_matter_of, with_values

_LINK = re.compile(
    r"(?P<before>\]\([ \t]*|^[ ]{0,3}\[[^\]\n]+\]:[ \t]*)"
    r"(?:(?P<angle><)(?P<angled>[^<>\n#?]+)(?=[>#?])|(?P<path>(?:[^\s<>()#?]|\([^\s<>()]*\))+)(?=[\s)#?]|$))",
    re.MULTILINE,
)
"""The path of a link or of a link's definition, as Markdown writes both."""
_CODE = re.compile(
    r"^(?P<fence>```+|~~~+).*?^(?P=fence)[ \t]*$|(?<!`)(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)",
    re.MULTILINE | re.DOTALL,
)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/", re.IGNORECASE)
_REFERENCES = frozenset({"to", "from", "persona", "idea", "id", "vote"})
"""The fields that may point at something in another post."""


class Moved:
    """Where posts lay, and where they lie now, by their sources; all others stay."""

    def __init__(self, places: Mapping[str, str]) -> None:
        self.places = places
        self._alike = {name_key(post_name(old)): old for old in places}
        self._came_from = {new: old for old, new in places.items()}

    def relinked(self, data: bytes, source: str) -> bytes:
        """A file that lies at `source` now, with its links leading to where everything lies now."""
        text = data.decode("utf-8", "surrogateescape")
        codes = [found.span() for found in _CODE.finditer(text)]

        def link(found: re.Match[str]) -> str:
            is_code = any(start <= found.start() < end for start, end in codes)
            path, before = found["angled"] or found["path"], f"{found['before']}{found['angle'] or ''}"
            return found[0] if is_code or _ELSEWHERE.match(path) else f"{before}{self._path(path, source)}"

        return _LINK.sub(link, text).encode("utf-8", "surrogateescape")

    def _path(self, written: str, source: str) -> str:
        """A path as it is to be written in a file that lies at `source` now; as it was where it leads there already."""
        before = posixpath.dirname(self._came_from.get(source, source))
        after = posixpath.dirname(source)
        target = posixpath.normpath(posixpath.join(before, unquote(written).replace("\\", "/")))
        old = target if target in self.places else self._alike.get(name_key(post_name(target)), target)
        new = self.places.get(old, old)
        leads_there = posixpath.normpath(posixpath.join(after, unquote(written))) == new
        if leads_there or not post_name(target).endswith(".md"):
            return written
        return quote(posixpath.relpath(new, after), safe="/~!$&'()*+,;=:@-._" + _letters(written))


def _letters(written: str) -> str:
    """Letters beyond ASCII and blanks stay as whoever wrote the link writes them."""
    return "".join(set(written) - set("%"))


def with_references(data: bytes, old: str, new: str) -> bytes:
    """A post whose references to things of a page lead to its new slug; as it is where it cannot be read."""
    try:
        tree = front_matter_of(data)
    except CannotEdit:
        return data
    own = re.compile(rf"(?<![\w-]){re.escape(old)}(?=#)")
    wanted = _wanted(tree, "", lambda text: own.sub(new, text)) if tree is not None else None
    return with_values(data, wanted, is_post=True) if isinstance(wanted, dict) else data


def _wanted(node: Node, key: str, change: Callable[[str], str]) -> Wanted | None:
    """How a value is to be; None where it may stay."""
    if isinstance(node, Tree):
        fields = {
            entry.key: each for entry in node.entries if (each := _wanted(entry.node, entry.key, change)) is not None
        }
        return fields or None
    if isinstance(node, Sequence):
        items = [_wanted(item, key, change) for item in node.items]
        if all(item is None for item in items):
            return None
        return tuple(Item(KEPT if item is None else item, number) for number, item in enumerate(items))
    text = change(node.text) if key in _REFERENCES else node.text
    return None if text == node.text else text
