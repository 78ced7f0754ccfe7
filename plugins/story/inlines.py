"""What stands in a paragraph, where CommonMark and GFM read it otherwise than Python-Markdown."""

import re
from abc import ABC, abstractmethod
from html import escape, unescape
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import (
    IMAGE_REFERENCE_RE,
    REFERENCE_RE,
    DelimiterProcessor,
    ImageReferenceInlineProcessor,
    InlineProcessor,
    ReferenceInlineProcessor,
    SubstituteTagInlineProcessor,
)
from markdown.treeprocessors import InlineProcessor as InlineTreeprocessor
from markdown.treeprocessors import UnescapeTreeprocessor
from markdown.util import ETX, STX, AtomicString

from plugins.contract.addresses import is_whole
from plugins.story.blocks import StoryBlocks
from plugins.story.blocks.notes import REFERENCE
from plugins.story.code_spans import code_spans

Found = tuple[Element | str | None, int | None, int | None]
"""What Python-Markdown puts in the place of a match: an element or letters, with beginning and end."""

_BARE = r"(?<![\w/@.:=-])(?i:https?://|www\.(?=\w))[^\s<>\[\]\x02\x03\"“”‘’«»|]+"
_SIGNS = {
    "backtick": ("`",),
    "escape": ("\\",),
    "footnote": ("[^",),
    "link": ("](",),
    "image_link": ("![",),
    "autolink": ("<",),
    "automail": ("<",),
    "bare_address": ("://", "www."),
    "linebreak": ("\n",),
    "em_strong": ("*", "_", "~"),
    **dict.fromkeys(("reference", "short_reference", "image_reference", "short_image_ref"), ()),
}
"""What a text has where a pattern of this name finds anything; nothing for those that look for links with a name."""
_AFTER_WORDS = frozenset("?!.,:;*_~'…")
_CHARACTER = re.compile(r"&\w{1,31};$")


def connect_inlines(markdown: Markdown, blocks: StoryBlocks) -> None:
    """Let Markdown read what stands in paragraphs as people know it; `blocks` knows the notes of the text."""
    patterns = markdown.inlinePatterns
    # Raw HTML is answered with a finding; should any slip through, it is text to Markdown.
    patterns.deregister("html")
    # `&lt;` stays in the tree as it was written; hidden in the stash, it would spoil words and anchors.
    patterns.deregister("entity")
    patterns.register(CodeSpans(r"\\[!-/:-@\[-`{-~]|`+", markdown), "backtick", 190)
    patterns.register(Escapes(r"\\([!-/:-@\[-`{-~])", markdown), "escape", 180)
    patterns.register(_References(REFERENCE_RE, markdown), "reference", 170)
    patterns.register(_PictureReferences(IMAGE_REFERENCE_RE, markdown), "image_reference", 140)
    emphasis = DelimiterProcessor("*", "strong,em", markdown)
    emphasis.add("_", "strong,em", smart=True)
    emphasis.add("~", "del", double=True)
    patterns.register(emphasis, "em_strong", 60)
    patterns.register(NoteReferences(blocks), "footnote", 175)
    patterns.register(BareAddresses(_BARE, markdown), "bare_address", 105)
    patterns.register(SubstituteTagInlineProcessor(r"(?: {2,}|\\)\n", "br"), "linebreak", 100)
    markdown.treeprocessors.register(Inlines(markdown, blocks), "inline", 20)
    markdown.treeprocessors.deregister("unescape")


class Inlines(InlineTreeprocessor):
    """Reads what stands in paragraphs by those patterns whose signs stand in the story, as each looks at every text."""

    def __init__(self, markdown: Markdown, blocks: StoryBlocks) -> None:
        super().__init__(markdown)
        self._blocks = blocks
        signs = {markdown.inlinePatterns[name]: signs for name, signs in _SIGNS.items()}
        self._patterns = [(pattern, signs.get(pattern, ("",))) for pattern in markdown.inlinePatterns]

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Put elements in the place of the signs."""
        text = " ".join(self._blocks.with_signs).lower()
        self.inlinePatterns = [  # type: ignore[assignment]  # It is read as any list is, for each text anew.
            pattern for pattern, signs in self._patterns if self._may_find(text, signs)
        ]
        if self.inlinePatterns:
            super().run(tree, ancestors)
        if "\\" in text:
            UnescapeTreeprocessor(self.md).run(tree)
        return tree

    def _may_find(self, text: str, signs: tuple[str, ...]) -> bool:
        return any(sign in text for sign in signs) if signs else bool(self.md.references)


class _References(ReferenceInlineProcessor):
    """Links with a name; no blank stands before it: [these] [words] are none."""

    RE_LINK = re.compile(r"\[([^\]]*)\]")


class _PictureReferences(ImageReferenceInlineProcessor):
    RE_LINK = _References.RE_LINK


class _Signs(InlineProcessor, ABC):
    """Signs that Python-Markdown finds by a pattern."""

    def handleMatch(self, m: re.Match[str], _data: str) -> Found:  # type: ignore[override]  # noqa: N802  # As Markdown calls it.
        """What is put in their place."""
        return self.found(m)

    @abstractmethod
    def found(self, m: re.Match[str]) -> Found:
        """What the match stands for; nothing when it is only a sign."""


class CodeSpans(_Signs):
    """Code between backticks, with one blank taken off at both ends."""

    def found(self, m: re.Match[str]) -> Found:
        """The code that begins at the match, if any does."""
        start, end, code = next(code_spans(m.string[m.start() :]), (0, 0, ""))
        if not end or start:
            return None, None, None
        code = code.replace("\n", " ")
        if code[:1] == code[-1:] == " " and code.strip(" "):
            code = code[1:-1]
        element = Element("code")
        element.text = AtomicString(escape(code, quote=False))
        return element, m.start(), m.start() + end


class Escapes(_Signs):
    """A sign behind a backslash is itself."""

    def found(self, m: re.Match[str]) -> Found:
        """The sign, out of Markdown's sight."""
        return "&amp;" if m[1] == "&" else f"{STX}{ord(m[1])}{ETX}", m.start(), m.end()


class NoteReferences(_Signs):
    """A number that leads to a note below the text."""

    def __init__(self, blocks: StoryBlocks) -> None:
        super().__init__(REFERENCE.replace("[^", r"\[\^").replace("{}", r"(\d+)").replace(".", r"\."), blocks.md)
        self._blocks = blocks

    def found(self, m: re.Match[str]) -> Found:
        return self._blocks.notes.reference(int(m[1]), int(m[2])), m.start(), m.end()


class BareAddresses(_Signs):
    """An address of the web with no signs around it [GFM extended autolinks]; what ends a sentence is no part of it.

    An e-mail address is none: a link would say that readers are meant to write there (decision 147).
    """

    ANCESTOR_EXCLUDES = ("a",)

    def found(self, m: re.Match[str]) -> Found:
        """A link with its own address as its words."""
        shown = m[0][: _end_of_address(m[0])]
        address = shown if shown[:4].lower() == "http" else f"https://{shown}"
        if not is_whole(unescape(address)):
            return None, None, None
        link = Element("a", {"href": address})
        link.text = AtomicString(shown)
        return link, m.start(), m.start() + len(shown)


def _end_of_address(written: str) -> int:
    """Where an address ends: before signs that end a sentence, and a bracket that was opened before it."""
    end, unopened = len(written), written.count(")") - written.count("(")
    while True:
        if written[end - 1] == ")" and unopened > 0:
            unopened -= 1
            end -= 1
        elif found := _CHARACTER.search(written[max(end - 33, 0) : end]):
            end -= len(found[0])
        elif written[end - 1] in _AFTER_WORDS:
            end -= 1
        else:
            break
    return end
