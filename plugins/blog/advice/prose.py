"""The prose of a post: its blocks of words, the sentences in them, and where each is written.

What somebody said (quotations, feedback) is nobody's to mend, and headings, tables and code are no sentences.
"""

import re
from collections.abc import Collection, Iterator
from functools import cached_property
from html import unescape

from plugins.blog.texts import Texts
from plugins.contract.values import Words
from plugins.contract.walk import written_values
from plugins.problems import FieldPath
from plugins.records import dataclass
from plugins.story.parts import Parts, name_of
from plugins.workshops.diary import DiaryEntry

_CODE = frozenset({"pre"})
_NO_SENTENCES = _CODE | {"blockquote", "table", "section", "h1", "h2", "h3", "h4", "h5", "h6"}
_BLOCKS = _NO_SENTENCES | {"p", "ul", "ol", "li", "dl", "dt", "dd", "hr", "br", "thead", "tbody", "tr", "th", "td"}
_UNREAD = frozenset({"code", "sup"})
_SAID = ("feedback",)
_END = re.compile(r"[.!?…]+[”’\")\]]*\s+(?=[“‘\"(\[]*[A-Z0-9])")
_NO_END = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Prof|Rev|No|Rd|Ave|vs|etc|approx|e\.g|i\.e)|(?<![\w’'])[A-Z])\.\s+\Z")
_WORD = re.compile(r"[^\W_]+(?:[’'.,:/@&-]+[^\W_]+)*")
_BETWEEN = r"[\W_]+"


@dataclass(frozen=True)
class Sentence:
    """A sentence without markup; `path` is the field in which it stands, empty in the story."""

    text: str
    path: FieldPath = ()

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words and numbers: `don’t`, `10.30` and an address are one each."""
        return tuple(_WORD.findall(self.text))


def sentences(entry: DiaryEntry, texts: Texts) -> tuple[Sentence, ...]:
    """Every sentence of a post that its author wrote in prose: those of its fields, then those of its story."""
    in_fields = (
        Sentence(sentence, written.path)
        for written in written_values(entry.post)
        if written.type is Words and written.path[0] not in _SAID
        for sentence in split(texts.text(entry, str(written.value)))
    )
    prose = blocks(texts.stories[entry.source].parts, without=_NO_SENTENCES)
    return (*in_fields, *(Sentence(each) for block in prose for each in split(block)))


def blocks(parts: Parts, *, without: Collection[str] = _CODE) -> Iterator[str]:
    """The words of each paragraph, heading, cell and entry of a list, those of some elements left out."""
    words, left_out = parts.pieces[0], 0
    for tag, letters in zip(parts.pieces[1::2], parts.pieces[2::2], strict=True):
        name = name_of(tag)
        if name in _BLOCKS:
            yield unescape(words)
            words = ""
        if name in without or name in _UNREAD:
            left_out += -1 if tag.startswith("</") else 1
        if not left_out:
            words += letters if tag else f" {letters}"
    yield unescape(words)


def split(text: str) -> Iterator[str]:
    """The sentences of a paragraph; a full stop after “Mr” or an initial ends none."""
    begun = 0
    for found in _END.finditer(text):
        if not _NO_END.search(text, begun, found.end()):
            yield text[begun : found.end()].strip()
            begun = found.end()
    if rest := text[begun:].strip():
        yield rest


def line_in_story(entry: DiaryEntry, text: str) -> int:
    """The line of the file in which this text of its story begins, as near as its first words tell."""
    words = _WORD.findall(text.replace("’", "'"))
    for count in (len(words), 6, 3, 1):
        pattern = _BETWEEN.join(map(re.escape, words[:count])).replace("'", "['’]")
        if found := re.search(rf"(?<!\w){pattern}(?!\w)", entry.story):
            return entry.story_line + entry.story.count("\n", 0, found.start())
    return entry.story_line


def begun(words: str) -> str:
    """Its first words, as many as are needed to know it again."""
    first = words.split()
    return " ".join(first[:8]) + (" …" if len(first) > 8 else "")
