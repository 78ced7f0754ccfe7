"""What is looked for in the Markdown itself, before it is converted: comments, raw HTML, and inputs that never end."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.story.characters import no_characters
from plugins.story.fences import FENCED

GONE = "\x02"
_FENCE = re.compile(r"^(?:`{3,}|~{3,})", re.MULTILINE)
_TICKS = re.compile(r"(?<!\\)`+")
_EMPTY_LINE = re.compile(r"(\n[ \t]*\n)")
_COMMENT = re.compile(r"<!--.*?(-->|\Z)", re.DOTALL)
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z!?][\w:.@/+-]*)[^<>\n]*>?")
_AUTOLINK = re.compile(r"<(?:https?://|mailto:)[^\s<>]+>|<[\w.+-]+@[\w-]+(?:\.[\w-]+)+>", re.IGNORECASE)
_EVENT = re.compile(r"[\s/]on\w+\s*=", re.IGNORECASE)
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
_BRACKETED = 'found "{}"; take < and > off, and write each space in the name as %20'
_LARGEST = 200_000
_MOST_WORK = 5_000_000
_LINES_FOR_A_SIGN = 20
_MOST_FENCE_WORK = 30_000_000
_DEEPEST = 12
_MARK = r"(?:>|(?:[-*+:]|\d+[.)])(?=[ \t]))"
_LINE_ACROSS = r"(?:[ \t]*-)+[ \t]*$|(?:[ \t]*\*)+[ \t]*$"
_NESTED = re.compile(rf"^(?!{_LINE_ACROSS})(?:[ \t]*{_MARK})+", re.MULTILINE)
_COSTLY = "[*_`<&!\\"
_ENDLESS = "this post takes too long to turn into a page: the paragraph that begins here has"
_BLOCK = re.compile(r"[^\n]+(?:\n[^\n]+)*")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a story: its place in the text, and what is to be said of it."""

    position: int
    message: str


def typed(text: str) -> str:
    """The text with plain line ends, and without the two signs that Markdown and GONE keep for themselves."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace(GONE, "").replace("\x03", "")


def without_code(text: str) -> str:
    """The text with everything that is shown as code blanked out, of the same length and lines."""
    fenceless = FENCED.sub(lambda fenced: _blank(fenced[0]), text)
    return "".join(map(_without_spans, _EMPTY_LINE.split(fenceless)))


def _without_spans(paragraph: str) -> str:
    """A paragraph without what stands between equal runs of backticks. Looks at each run once, however many."""
    runs = list(_TICKS.finditer(paragraph))
    partners: list[int | None] = []
    nearest: dict[int, int] = {}
    for index in range(len(runs) - 1, -1, -1):
        partners.append(nearest.get(len(runs[index][0])))
        nearest[len(runs[index][0])] = index
    parts: list[str] = []
    position = 0
    for run, partner in zip(runs, reversed(partners), strict=True):
        if run.start() >= position and partner is not None:
            end = runs[partner].end()
            parts += [paragraph[position : run.start()], _blank(paragraph[run.start() : end])]
            position = end
    return "".join([*parts, paragraph[position:]])


def _blank(text: str, sign: str = " ") -> str:
    return re.sub(r"[^\n]", sign, text)


def without_comments(text: str) -> tuple[str, list[Fault]]:
    """The text with GONE in place of HTML comments; an unended one takes the rest along and is told."""
    faults: list[Fault] = []
    kept: list[str] = []
    position = 0
    for comment in _COMMENT.finditer(without_code(text)):
        if not comment[1]:
            faults.append(Fault(comment.start(), "the comment that begins here is not ended; put --> after it"))
        kept += [text[position : comment.start()], _blank(comment[0], GONE)]
        position = comment.end()
    return "".join([*kept, text[position:]]), faults


def raw_html(text: str) -> Iterator[Fault]:
    """Every tag that stands in the text as such."""
    for tag in _tags(text):
        if not tag["end"]:
            in_brackets = text[: tag.start()].endswith("](")
            yield Fault(tag.start(), _BRACKETED.format(tag[0][:40]) if in_brackets else _tag_message(tag))


def spelt_wrongly(text: str) -> Iterator[Fault]:
    """Every number in the text that stands for no character."""
    for found in no_characters(without_code(text)):
        yield Fault(found.start(), f'found "{found[0][:40]}", which stands for no character; take it out')


def without_tags(text: str) -> str:
    """The text with GONE in place of raw HTML, so that what else is in it can be looked at."""
    parts: list[str] = []
    position = 0
    for tag in _tags(text):
        parts += [text[position : tag.start()], GONE * len(tag[0])]
        position = tag.end()
    return "".join([*parts, text[position:]])


def _tags(text: str) -> Iterator[re.Match[str]]:
    return _TAG.finditer(_AUTOLINK.sub(lambda match: " " * len(match[0]), without_code(text)))


def _tag_message(tag: re.Match[str]) -> str:
    name = tag["name"].lower().partition("/")[0]
    shown = tag[0][:40]
    if name in _DANGEROUS or _EVENT.search(tag[0]):
        return f'found "{shown}", which could run a program in a reader\'s browser; take it out'
    if name in _MARKDOWN_FOR:
        return f'found "{shown}"; write it as Markdown: {_MARKDOWN_FOR[name]}'
    return f'found "{shown}", which looks like HTML; take it out, or write &lt; for the sign <'


def endless(text: str) -> Fault | None:
    """The place of something whose conversion would take minutes; judged by counting, not by the clock."""
    if len(text) > _LARGEST:
        return Fault(0, f"this story is {len(text):,} characters long; split it into several posts")
    fences = len(_FENCE.findall(text))
    if fences * len(text) > _MOST_FENCE_WORK:
        return Fault(0, f"this story has {fences:,} lines of ``` or ~~~; split it into several posts")
    for nested in _NESTED.finditer(text):
        if len(re.findall(_MARK, text[nested.start() : nested.end() + 1])) > _DEEPEST:
            return Fault(
                nested.start(), f"this is nested more than {_DEEPEST} deep; take signs away from its beginning"
            )
    blocks = [(_work(block[0]), block) for block in _BLOCK.finditer(text)]
    if sum(work for work, _ in blocks) > _MOST_WORK:
        _, costliest = max(blocks, key=lambda measured: measured[0])
        return Fault(costliest.start(), _too_long(costliest[0]))
    return None


def _work(block: str) -> int:
    """A measure of the steps that Markdown takes: it looks at all of a block again for each sign, and for each line."""
    return len(block) * max(block.count("\n") // _LINES_FOR_A_SIGN, *map(block.count, _COSTLY))


def _too_long(block: str) -> str:
    sign = max(_COSTLY, key=block.count)
    signs, lines = block.count(sign), block.count("\n") + 1
    if lines // _LINES_FOR_A_SIGN > signs:
        return f"{_ENDLESS} {lines:,} lines; put empty lines between them"
    return f"{_ENDLESS} {signs:,} times the sign {sign}; take those away that are not needed"
