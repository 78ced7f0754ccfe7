"""HTML's content rules for a comment, written down once more and apart from the software: what is wrong in a text."""

from collections.abc import Iterator
from html.parser import HTMLParser

import nh3

PHRASING = {"a", "b", "br", "code", "em", "i", "strong"}
FLOW = {*PHRASING, "blockquote", "ol", "p", "pre", "ul"}
MODEL = {
    "comment": {"blockquote", "ol", "p", "pre", "ul"},
    "blockquote": {"blockquote", "ol", "p", "pre", "ul"},
    "li": FLOW,
    "ol": {"li"},
    "ul": {"li"},
    **dict.fromkeys(("p", "pre", *(PHRASING - {"br"})), PHRASING),
}
TAKES_WORDS = {"li", "p", "pre", *PHRASING} - {"br"}
ATTRIBUTES = {"a": ["href", "rel"]}


def content_faults(html: str) -> list[str]:
    """Every breach of the rules, in words; and whether a browser's parser reads the same tree."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    faults = [*reader.faults, *(f"<{tag}> is left open" for tag in reader.open[1:])]
    again = nh3.clean(
        html, tags=set(MODEL) | {"br"}, attributes={"a": {"href", "rel"}}, link_rel=None, url_schemes={"http", "https"}
    )
    if again.replace("&nbsp;", "\u00a0") != html:
        faults.append(f"a browser reads it as {again}")
    return faults


def words(html: str) -> str:
    """The letters of a text that are no blanks."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return "".join("".join(reader.said).split())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = ["comment"]
        self.filled = [True]
        self.faults: list[str] = []
        self.said: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.faults += self._at_start(tag, [name for name, _ in attrs])
        if tag != "br":
            self.open.append(tag)
            self.filled.append(False)

    def _at_start(self, tag: str, attributes: list[str]) -> Iterator[str]:
        if tag not in MODEL.get(self.open[-1], ()):
            yield f"<{tag}> in <{self.open[-1]}>"
        if tag in self.open and tag in PHRASING:
            yield f"<{tag}> within <{tag}>"
        if attributes != ATTRIBUTES.get(tag, []):
            yield f"<{tag}> has {attributes}"

    def handle_endtag(self, tag: str) -> None:
        if self.open[-1] != tag:
            self.faults.append(f"</{tag}> ends <{self.open[-1]}>")
            return
        if not self.filled.pop():
            self.faults.append(f"<{tag}> is empty")
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.said.append(data)
        if self.open[-1] not in TAKES_WORDS:
            self.faults.append(f"“{data}” in <{self.open[-1]}>")
        if data.strip():
            self.filled = [True] * len(self.filled)
