"""What is looked for in the Markdown itself, before it is converted: comments, raw HTML, and inputs that never end."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})", re.MULTILINE)
_INLINE_CODE = re.compile(r"(`+)(?!`)(?:(?!\n[ \t]*\n).)*?(?<!`)\1(?!`)", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?(-->|\Z)", re.DOTALL)
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z!?][\w:.@/+-]*)[^<>\n]*>?")
_AUTOLINK = re.compile(r"<(?:https?://|mailto:)[^\s<>]+>|<[\w.+-]+@[\w-]+(?:\.[\w-]+)+>", re.IGNORECASE)
_EVENT = re.compile(r"\son\w+\s*=", re.IGNORECASE)
_MARKDOWN_FOR = {
    "b": "**like this**",
    "strong": "**like this**",
    "i": "*like this*",
    "em": "*like this*",
    "a": "[the words](https://www.example.org/)",
    "img": "![what it shows](photos/name.jpg)",
    "br": "two spaces at the end of the line",
    "p": "an empty line between paragraphs",
    "h1": "## at the beginning of the line",
    "h2": "## at the beginning of the line",
    "h3": "### at the beginning of the line",
    "ul": "a hyphen and a space at the beginning of each line",
    "li": "a hyphen and a space at the beginning of each line",
}
_DANGEROUS = {"script", "iframe", "object", "embed", "style", "form", "svg", "math", "link", "meta", "base", "video"}
_LARGEST = 200_000
_MOST_WORK = 3_000_000
_DEEPEST = 12
_NESTED = re.compile(r"^(?:[ \t]*(?:>|[-*+]|\d+[.)])[ \t]*)+", re.MULTILINE)
_COSTLY = "[*_`<&!"


@dataclass(frozen=True, slots=True)
class Slip:
    """Something in a story: its place in the text, and what is to be said of it."""

    position: int
    message: str


def without_code(text: str) -> str:
    """The text with everything that is shown as code blanked out, of the same length and lines."""
    parts: list[str] = []
    position = 0
    while fence := _FENCE.search(text, position):
        closing = re.compile(rf"^ {{0,3}}{re.escape(fence[1])}[ \t]*$", re.MULTILINE).search(text, fence.end())
        if not closing:
            break
        parts += [text[position : fence.start()], _blank(text[fence.start() : closing.end()])]
        position = closing.end()
    parts.append(text[position:])
    return _INLINE_CODE.sub(lambda match: _blank(match[0]), "".join(parts))


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def without_comments(text: str) -> tuple[str, list[Slip]]:
    """The text with HTML comments blanked out; an unended one takes the rest along and is told."""
    slips: list[Slip] = []
    kept: list[str] = []
    position = 0
    for comment in _COMMENT.finditer(without_code(text)):
        if not comment[1]:
            slips.append(Slip(comment.start(), "the comment that begins here is not ended; put --> after it"))
        kept += [text[position : comment.start()], _blank(comment[0])]
        position = comment.end()
    return "".join([*kept, text[position:]]), slips


def raw_html(text: str) -> Iterator[Slip]:
    """Every tag that stands in the text as such."""
    for tag in _tags(text):
        if not tag["end"]:
            yield Slip(tag.start(), _tag_message(tag))


def without_tags(text: str) -> str:
    """The text with raw HTML blanked out, so that what else is in it can be looked at."""
    parts: list[str] = []
    position = 0
    for tag in _tags(text):
        parts += [text[position : tag.start()], " " * len(tag[0])]
        position = tag.end()
    return "".join([*parts, text[position:]])


def _tags(text: str) -> Iterator[re.Match[str]]:
    return _TAG.finditer(_AUTOLINK.sub(lambda match: " " * len(match[0]), without_code(text)))


def _tag_message(tag: re.Match[str]) -> str:
    name = tag["name"].lower()
    shown = tag[0][:40]
    if name in _DANGEROUS or _EVENT.search(tag[0]):
        return f'found "{shown}", which could run a program in a reader\'s browser; take it out'
    if name in _MARKDOWN_FOR:
        return f'found "{shown}"; write it as Markdown: {_MARKDOWN_FOR[name]}'
    return f'found "{shown}", which looks like HTML; take it out, or write &lt; for the sign <'


def endless(text: str) -> Slip | None:
    """The place of something whose conversion would take minutes; judged by counting, not by the clock."""
    if len(text) > _LARGEST:
        return Slip(0, f"this story is {len(text):,} characters long; split it into several posts")
    for nested in _NESTED.finditer(text):
        if sum(nested[0].count(sign) for sign in ">-*+") > _DEEPEST:
            return Slip(nested.start(), f"this is nested more than {_DEEPEST} deep; take signs away from its beginning")
    for block in re.finditer(r"(?:[^\n]+\n?)+", text):
        signs = max(block[0].count(sign) for sign in _COSTLY)
        if signs * len(block[0]) > _MOST_WORK:
            return Slip(block.start(), _too_long(block[0]))
    return None


def _too_long(block: str) -> str:
    sign = max(_COSTLY, key=block.count)
    return (
        f"this post takes too long to turn into a page: the paragraph that begins here has {block.count(sign):,} times "
        f"the sign {sign}; take those away that are not needed"
    )
