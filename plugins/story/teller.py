"""Stories and sentences told as HTML. One Markdown instance is used for all, until one breaks off."""

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.fenced_code import FencedBlockPreprocessor
from markdown.treeprocessors import Treeprocessor

from plugins.problems import Problem
from plugins.story.bound import TookTooLong, bounded
from plugins.story.elements import Look
from plugins.story.html import Html
from plugins.story.passage import NOTHING, Passage, Resolver
from plugins.story.scan import GONE, Fault, endless, raw_html, spelt_wrongly, typed, without_comments, without_tags

_TOO_LONG = "this post takes too long to turn into a page; look for long runs of brackets or stars, and shorten them"
_TOO_DEEP = "this post is nested too deep to turn into a page; take lists out of lists"


class _Looking(Treeprocessor):
    """Lets a Look go over a tree after Markdown is done with it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def run(self, root: Element) -> None:
        self._look.over(root)


class _Fences(FencedBlockPreprocessor):
    """Code between fences. Of what stands in braces only the language is kept: ids and classes are the theme's."""

    def handle_attrs(self, attrs: Iterable[tuple[str, str | None]]) -> tuple[str, list[str], dict[str, object]]:
        """No id, at most a language, no settings."""
        return "", [value for key, value in attrs if key == "." and value][:1], {}


class StoryTeller:
    """Turns Markdown into HTML, one post after the other."""

    def __init__(self, resolver: Resolver, *, seconds: float = 5.0) -> None:
        self._resolver = resolver
        self._seconds = seconds
        self._markdown = _markdown()

    def story(self, text: str, *, source: str, line: int) -> tuple[Passage, tuple[Problem, ...]]:
        """The story of a post; `line` is where it begins in its file."""
        text = typed(text)
        if costly := endless(text):
            return NOTHING, (_at(costly, text, source, line),)
        clean, faults = without_comments(text)
        faults += [*raw_html(clean), *spelt_wrongly(clean)]
        passage, problems = self._told(without_tags(clean).replace(GONE, ""), source, line)
        return passage, (*(_at(fault, text, source, line) for fault in faults), *problems)

    def words(self, text: str, *, source: str, line: int, field: str = "") -> tuple[Passage, tuple[Problem, ...]]:
        """A sentence or two from front matter: the inside of one paragraph; `line` is where it is written."""
        text = typed(text)
        faults = _faults_in_words(text)
        if faults:
            return NOTHING, tuple(Problem(source, line, field, fault.message) for fault in faults)
        passage, problems = self._told(text, source, line, field, in_words=True)
        html = passage.html.html
        if html.count("<p>") != 1 or not (html.startswith("<p>") and html.endswith("</p>")):
            message = "this is read as a heading, a list or a table; begin it with a word, and write one paragraph"
            return NOTHING, problems or (Problem(source, line, field, message),)
        inside = Html(html.removeprefix("<p>").removesuffix("</p>"))
        return Passage(inside, passage.plain, passage.word_count, passage.first_paragraph), problems

    def _told(
        self, text: str, source: str, line: int, field: str = "", *, in_words: bool = False
    ) -> tuple[Passage, tuple[Problem, ...]]:
        self._markdown.reset()
        stash = self._markdown.htmlStash.store
        look = Look(source=source, resolver=self._resolver, stash=stash, takes_pictures=not in_words)
        self._markdown.treeprocessors.register(_Looking(look), "diary", -10)
        try:
            with bounded(self._seconds):
                html = Html(self._markdown.convert(text))
        except (TookTooLong, RecursionError) as broken_off:
            # What was broken off leaves its state behind, and the next post would be told wrongly.
            self._markdown = _markdown()
            message = _TOO_DEEP if isinstance(broken_off, RecursionError) else _TOO_LONG
            return NOTHING, (Problem(source, line, field, message),)
        problems = tuple(_located(look.faults, text, source, line, field))
        if look.shows_comment:
            return NOTHING, problems
        words = html.plain.split()
        return Passage(html, " ".join(words), len(words), first_paragraph(html.html)), problems


def _faults_in_words(text: str) -> list[Fault]:
    if costly := endless(text):
        return [costly]
    clean, faults = without_comments(text)
    faults += [*raw_html(clean), *spelt_wrongly(clean)]
    if "<!--" in text and not faults:
        return [Fault(0, "take the comment out; it would not be shown")]
    return faults


def _markdown() -> Markdown:
    markdown = Markdown(extensions=["tables", "fenced_code", "def_list", "sane_lists"], output_format="html")
    # Raw HTML is answered with a finding; should any slip through, it is text to Markdown.
    markdown.preprocessors.deregister("html_block")
    markdown.inlinePatterns.deregister("html")
    # `&lt;` stays in the tree as it was written; hidden in the stash, it would spoil words and anchors.
    markdown.inlinePatterns.deregister("entity")
    markdown.preprocessors.register(_Fences(markdown, {"lang_prefix": "language-"}), "fenced_code_block", 25)
    return markdown


def _at(fault: Fault, text: str, source: str, line: int) -> Problem:
    return Problem(source, line + text.count("\n", 0, fault.position), "", fault.message)


def _located(
    faults: Iterable[tuple[str | re.Pattern[str], str, bool]], text: str, source: str, line: int, field: str
) -> Iterable[Problem]:
    """Findings at the line where their needle stands; the second of two equal needles is looked for after the first."""
    after: dict[str | re.Pattern[str], int] = {}
    for needle, message, stops in faults:
        place = _place(needle, text, after.get(needle, 0))
        after[needle] = place + 1 if place >= 0 else after.get(needle, 0)
        offset = 0 if field else text.count("\n", 0, max(place, 0))
        yield Problem(source, line + offset, field, message, stops)


def _place(needle: str | re.Pattern[str], text: str, after: int) -> int:
    """Where a needle stands behind a place; -1 where it does not."""
    if isinstance(needle, str):
        return text.find(needle, after)
    found = needle.search(text, after)
    return found.start() if found else -1


def first_paragraph(html: str) -> Html:
    """The first paragraph of a story, without its links."""
    _, start, rest = html.partition("<p>")
    inside = rest.partition("</p>")[0] if start else ""
    parts = inside.split("<a ")
    unlinked = parts[0] + "".join(part.partition(">")[2] for part in parts[1:])
    return Html(unlinked.replace("</a>", ""))
