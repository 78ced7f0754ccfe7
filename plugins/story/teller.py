"""Stories and sentences told as HTML. One Markdown instance is made once and used for all."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from plugins.problems import Problem
from plugins.story.bound import TookTooLong, bounded
from plugins.story.elements import Look
from plugins.story.html import Html
from plugins.story.passage import NOTHING, Passage, Resolver
from plugins.story.scan import Slip, endless, raw_html, without_comments, without_tags

_TOO_LONG = "this post takes too long to turn into a page; look for long runs of brackets or stars, and shorten them"
_TOO_DEEP = "this post is nested too deep to turn into a page; take lists out of lists"


class _Looking(Treeprocessor):
    """Lets a Look go over each tree after Markdown is done with it, and keeps the tree."""

    look: Look | None = None
    root: Element | None = None

    def run(self, root: Element) -> None:
        if self.look:
            self.look.over(root)
        self.root = root


class StoryTeller:
    """Turns Markdown into HTML, one post after the other."""

    def __init__(self, resolver: Resolver, *, seconds: float = 5.0) -> None:
        self._resolver = resolver
        self._seconds = seconds
        self._markdown = Markdown(extensions=["tables", "fenced_code", "def_list", "sane_lists"], output_format="html")
        # Raw HTML is answered with a finding; should any slip through, it is text to Markdown.
        self._markdown.preprocessors.deregister("html_block")
        self._markdown.inlinePatterns.deregister("html")
        self._looking = _Looking(self._markdown)
        self._markdown.treeprocessors.register(self._looking, "diary", -10)

    def story(self, text: str, *, source: str, line: int) -> tuple[Passage, tuple[Problem, ...]]:
        """The story of a post; `line` is where it begins in its file."""
        clean, slips = without_comments(text)
        slips += raw_html(clean)
        if costly := endless(clean):
            return NOTHING, tuple(_at(slip, text, source, line) for slip in (*slips, costly))
        passage, problems = self._told(without_tags(clean), source, line, "")
        return passage, (*(_at(slip, text, source, line) for slip in slips), *problems)

    def words(self, text: str, *, source: str, line: int, field: str = "") -> tuple[Passage, tuple[Problem, ...]]:
        """A sentence or two from front matter: the inside of one paragraph; `line` is where it is written."""
        slips = [*without_comments(text)[1], *raw_html(text)]
        if "<!--" in text or slips:
            told = slips or [Slip(0, "take the comment out; it would not be shown")]
            return NOTHING, tuple(Problem(source, line, field, slip.message) for slip in told)
        passage, problems = self._told(text, source, line, field)
        inside = passage.first_paragraph if passage.html.html.count("<p>") == 1 else None
        if inside is None or not passage.html.html.startswith("<p>"):
            message = "this is read as a heading, a list or a table; begin it with a word"
            return NOTHING, problems or (Problem(source, line, field, message),)
        html = passage.html.html.removeprefix("<p>").removesuffix("</p>")
        return Passage(Html(html), passage.plain, passage.word_count, inside), problems

    def _told(self, text: str, source: str, line: int, field: str) -> tuple[Passage, tuple[Problem, ...]]:
        look = Look(source=source, resolver=self._resolver, stash=self._markdown.htmlStash.store)
        self._markdown.reset()
        look.stash = self._markdown.htmlStash.store
        self._looking.look = look
        try:
            with bounded(self._seconds):
                html = self._markdown.convert(text)
        except TookTooLong:
            return NOTHING, (Problem(source, line, field, _TOO_LONG),)
        except RecursionError:
            return NOTHING, (Problem(source, line, field, _TOO_DEEP),)
        problems = tuple(_located(look.slips, text, source, line, field))
        plain = " ".join("".join(self._looking.root.itertext()).split()) if self._looking.root is not None else ""
        return Passage(Html(html), plain, len(plain.split()), _first_paragraph(html)), problems


def _at(slip: Slip, text: str, source: str, line: int) -> Problem:
    return Problem(source, line + text.count("\n", 0, slip.position), "", slip.message)


def _located(
    slips: Iterable[tuple[str, str, bool]], text: str, source: str, line: int, field: str
) -> Iterable[Problem]:
    """Findings at the line where their needle stands; the second of two equal needles is looked for after the first."""
    after: dict[str, int] = {}
    for needle, message, stops in slips:
        place = text.find(needle, after.get(needle, 0))
        after[needle] = place + 1 if place >= 0 else after.get(needle, 0)
        offset = 0 if field else text.count("\n", 0, max(place, 0))
        yield Problem(source, line + offset, field, message, stops)


def _first_paragraph(html: str) -> Html:
    _, start, rest = html.partition("<p>")
    inside = rest.partition("</p>")[0] if start else ""
    parts = inside.split("<a ")
    unlinked = parts[0] + "".join(part.partition(">")[2] for part in parts[1:])
    return Html(unlinked.replace("</a>", ""))
