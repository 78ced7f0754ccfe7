"""Stories and sentences, read from Markdown as parts. One Markdown instance is used for all, until one breaks off."""

import re
from collections.abc import Iterable
from functools import partial
from xml.etree import ElementTree

from markdown import Markdown

from plugins.problems import Problem
from plugins.story.blocks import StoryBlocks, TooDeep
from plugins.story.bound import TookTooLong, bounded
from plugins.story.elements import FaultAt, Look
from plugins.story.faults import Fault
from plugins.story.hidden import without_hidden
from plugins.story.inlines import connect_inlines
from plugins.story.line_ends import LineEnds
from plugins.story.parts import Parts
from plugins.story.passage import Passage, Resolver, Story
from plugins.story.scan import endless, typed, without_comments
from plugins.story.tree import story_parts

_TOO_LONG = "this post takes too long to turn into a page; look for long runs of brackets or stars, and shorten them"
_TOO_DEEP = "this post is nested too deep to turn into a page; take lists out of lists"


class StoryTeller:
    """Reads Markdown, one post after the other."""

    def __init__(self, resolver: Resolver, *, seconds: float = 5.0) -> None:
        self._resolver = resolver
        self._seconds = seconds
        self._markdown, self._blocks = _markdown()

    def story(self, text: str, *, source: str, line: int) -> tuple[Story, tuple[Problem, ...]]:
        """The story of a post; `line` is where it begins in its file."""
        text = typed(text)
        if costly := endless(text):
            return Story(), (_at(costly, source, line),)
        clean, faults = without_comments(text)
        clean, hidden = without_hidden(clean)
        story, problems = self._read(clean, source, line)
        return story, (*(_at(fault, source, line) for fault in (*faults, *hidden)), *problems)

    def words(self, text: str, *, source: str, line: int = 0, place: str = "") -> tuple[Passage, tuple[Problem, ...]]:
        """A sentence or two from front matter: the inside of one paragraph; `line` is where it is written."""
        text = typed(text)
        faults = _faults_in_words(text)
        if faults:
            return Passage(), tuple(Problem(source, line, place, fault.message, fault.code) for fault in faults)
        story, problems = self._read(text, source, line, place, in_words=True)
        if any(fault.stops for fault in self._blocks.faults):
            return Passage(), problems
        pieces = story.parts.pieces
        if pieces[:2] == ("", "<p>") and pieces[pieces.index("</p>") :] == ("</p>", ""):
            return Passage(Parts(pieces[2:-2])), problems
        message = "this is read as a heading, a list or a table; begin it with a word, and write one paragraph"
        return Passage(), problems or (Problem(source, line, place, message, "wrong-shape"),)

    def _read(
        self, text: str, source: str, line: int, place: str = "", *, in_words: bool = False
    ) -> tuple[Story, tuple[Problem, ...]]:
        look = Look(source=source, resolver=self._resolver, takes_pictures=not in_words)
        try:
            self._blocks.file_of = partial(self._resolver.file, source)
            self._blocks.notes.source = source
            with bounded(self._seconds):
                root = _tree(self._markdown.reset(), text)
                look.over(root)
                parts = story_parts(root, look.figures)
        except (TookTooLong, TooDeep, RecursionError) as broken_off:
            # What was broken off leaves its state behind, and the next post would be told wrongly.
            self._markdown, self._blocks = _markdown()
            message = _TOO_LONG if isinstance(broken_off, TookTooLong) else _TOO_DEEP
            return Story(), (Problem(source, line, place, message, "too-large"),)
        faults = (_at(fault, source, line, place) for fault in self._blocks.faults)
        problems = (*faults, *_located(look.faults, text, source, line, place))
        return Story() if look.shows_comment else Story.of(parts), problems


def _faults_in_words(text: str) -> list[Fault]:
    if costly := endless(text):
        return [costly]
    clean, faults = without_comments(text)
    faults += without_hidden(clean)[1]
    if "<!--" in text and not faults:
        return [Fault(0, "take the comment out; it would not be shown", "hidden-words")]
    return faults


def _markdown() -> tuple[Markdown, StoryBlocks]:
    markdown = Markdown()
    markdown.parser = blocks = StoryBlocks(markdown)
    connect_inlines(markdown, blocks)
    markdown.treeprocessors.register(LineEnds(markdown), "prettify", 10)
    return markdown, blocks


def _tree(markdown: Markdown, text: str) -> ElementTree.Element:
    """What Markdown makes of a text, before it would write it as HTML."""
    root = ElementTree.Element(markdown.doc_tag)
    markdown.parser.parseChunk(root, text)
    for after in markdown.treeprocessors:
        after.run(root)
    return root


def _at(fault: Fault, source: str, line: int, place: str = "") -> Problem:
    """A finding at its line; what stands in a field is told at its place."""
    return Problem(source, line if place else line + fault.line, place, fault.message, fault.code, fault.stops)


def _located(faults: Iterable[FaultAt], text: str, source: str, line: int, place: str) -> Iterable[Problem]:
    """Findings at the line where their needle stands; the second of two equal needles is looked for after the first."""
    after: dict[str | re.Pattern[str], int] = {}
    for needle, message, code, stops in faults:
        found = _position(needle, text, after.get(needle, 0))
        after[needle] = found + 1 if found >= 0 else after.get(needle, 0)
        offset = 0 if place else text.count("\n", 0, max(found, 0))
        yield Problem(source, line + offset, place, message, code, stops)


def _position(needle: str | re.Pattern[str], text: str, after: int) -> int:
    """Where a needle stands behind another position; -1 where it does not."""
    if isinstance(needle, str):
        return text.find(needle, after)
    found = needle.search(text, after)
    return found.start() if found else -1
