"""What is looked for in the Markdown itself, before it is converted: comments, raw HTML, and inputs that never end."""

import re
from collections.abc import Iterator

from plugins.patterns import lazy_pattern
from plugins.story.characters import no_characters
from plugins.story.code_spans import without_code_spans
from plugins.story.faults import Fault

GONE = "\x02"
_FENCE = lazy_pattern(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})(.*)")
_EMPTY_LINE = lazy_pattern(r"(\n[ \t]*\n)")
_COMMENT = lazy_pattern(r"<!--.*?(?:-->|(?P<unended>\Z))", re.DOTALL)
_OF_WORD = lazy_pattern(r"</?(?:o|w|m|v|st1):|\bmso", re.IGNORECASE)
_TAG = lazy_pattern(r"(?!<!--)<(?P<end>/?)(?P<name>[A-Za-z!?][\w:.@/+-]*)[^<>\n]*>?")
_NO_TAG = lazy_pattern(
    r"<(?:https?://|mailto:)[^\s<>]+>|<[\w.+-]+@[\w-]+(?:\.[\w-]+)+>|\]\([ \t]*<[^<>\n]*>|\\.", re.IGNORECASE
)
_EVENT = lazy_pattern(r"[\s/]on\w+\s*=", re.IGNORECASE)
_MARKDOWN_FOR = {
    "b": "**like this**",
    "strong": "**like this**",
    "i": "*like this*",
    "em": "*like this*",
    "a": "[the words](https://www.example.org/)",
    "img": "![what it shows](photos/name.jpg)",
    "br": "two spaces at the end of the line, or in a table another row",
    "p": "an empty line between paragraphs",
    "h1": "## at the beginning of the line",
    "h2": "## at the beginning of the line",
    "h3": "### at the beginning of the line",
    "ul": "a hyphen and a space at the beginning of each line",
    "li": "a hyphen and a space at the beginning of each line",
}
_DANGEROUS = {"script", "iframe", "object", "embed", "style", "form", "svg", "math", "link", "meta", "base", "video"}
_LARGEST = 200_000
MOST_WORK = 5_000_000
"""The most work of one story, and of all sentences in the front matter of one post."""
_DEEPEST = 12
_MARK = r"(?:>|(?:[-*+:]|\d+[.)])(?=[ \t]))"
_LINE_ACROSS = r"(?:[ \t]*-)+[ \t]*$|(?:[ \t]*\*)+[ \t]*$"
_NESTED = lazy_pattern(rf"(?!{_LINE_ACROSS})(?:[ \t]*{_MARK})+")
_COSTLY = "[*_`<&!\\"
_ENDLESS = "this post takes too long to turn into a page: the paragraph that begins here has"
_TOGETHER = "the sentences of this front matter take too long to turn into a page: this one has"
_BLOCK = lazy_pattern(r"[^\n]+(?:\n[^\n]+)*")


def typed(text: str) -> str:
    """The text with plain line ends, and without the two signs that Markdown and GONE keep for themselves."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace(GONE, "").replace("\x03", "")


def without_code(text: str) -> str:
    """The text with everything that is shown as code blanked out, of the same length and lines."""
    return "".join(map(without_code_spans, _EMPTY_LINE.split("\n".join(_without_fences(text.split("\n"))))))


def _without_fences(lines: list[str]) -> Iterator[str]:
    """The lines with those between fences blanked out, in whatever list or quote; a fence in a comment is none."""
    mark, in_comment = "", False
    for line in lines:
        fence = None if in_comment else _FENCE.match(line)
        if mark:
            yield _blank(line)
            if fence and fence[1].startswith(mark) and not fence[2].strip():
                mark = ""
        elif fence and not (fence[1][0] == "`" and "`" in fence[2]):
            yield _blank(line)
            mark = fence[1]
        else:
            yield line
            comment = line if in_comment else without_code_spans(line)
            in_comment = (
                comment.rfind("-->") <= comment.rfind("<!--") if "<!--" in comment or "-->" in comment else in_comment
            )


def _blank(text: str, sign: str = " ") -> str:
    return re.sub(r"[^\n]", sign, text)


def without_comments(text: str) -> tuple[str, list[Fault]]:
    """The text with GONE in place of HTML comments; an unended one takes the rest along and is told."""
    if "<!--" not in text:
        return text, []
    faults: list[Fault] = []
    kept: list[str] = []
    position = 0
    for comment in _COMMENT.finditer(without_code(text)):
        line = _line(text, comment.start())
        if comment["unended"] is not None:
            faults.append(Fault(line, "the comment that begins here is not ended; put --> after it", "not-closed"))
        kept += [text[position : comment.start()], _blank(comment[0], GONE)]
        position = comment.end()
    return "".join([*kept, text[position:]]), faults


def scanned(text: str) -> tuple[str, list[Fault]]:
    """Words as they stand in a block, without raw HTML, and what is to be mended in them, by line from 0."""
    if "<" not in text and "&#" not in text:
        return text, []
    shown = without_code_spans(text)
    tags = list(_TAG.finditer(_NO_TAG.sub(lambda match: " " * len(match[0]), shown)))
    faults = [Fault(_line(text, tag.start()), _tag_message(tag), "html") for tag in tags if not tag["end"]]
    for found in no_characters(shown):
        told = f'found "{found[0][:40]}", which stands for no character; take it out'
        faults.append(Fault(_line(text, found.start()), told, "html"))
    kept: list[str] = []
    position = 0
    for tag in tags:
        kept.append(text[position : tag.start()])
        position = tag.end()
    return "".join([*kept, text[position:]]), faults


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position)


def _tag_message(tag: re.Match[str]) -> str:
    name = tag["name"].lower().partition("/")[0]
    shown = tag[0][:40]
    if _OF_WORD.search(tag[0]):
        return f'found "{shown}", which Word left behind; paste the words without their formatting (Ctrl+Shift+V)'
    if name in _DANGEROUS or _EVENT.search(tag[0]):
        return f'found "{shown}", which could run a program in a reader\'s browser; take it out'
    if name in _MARKDOWN_FOR:
        return f'found "{shown}"; write it as Markdown: {_MARKDOWN_FOR[name]}'
    return f'found "{shown}", which looks like HTML; take it out, or write &lt; for the sign <'


def endless(text: str) -> Fault | None:
    """The place of something whose conversion would take minutes; judged by counting, not by the clock."""
    if len(text) > _LARGEST:
        return Fault(0, f"this story is {len(text):,} characters long; split it into several posts", "too-large")
    for place, line in enumerate(text.split("\n")):
        nested = None if line[:1].isalpha() else _NESTED.match(line)
        if nested and len(re.findall(_MARK, line[: nested.end() + 1])) > _DEEPEST:
            advice = f"this is nested more than {_DEEPEST} deep; take signs away from its beginning"
            return Fault(place, advice, "too-large")
    # All blocks together never take more than they would as one.
    blocks = [(_work(block[0]), block) for block in _BLOCK.finditer(text)] if _work(text) > MOST_WORK else []
    if sum(work for work, _ in blocks) > MOST_WORK:
        _, costliest = max(blocks, key=lambda measured: measured[0])
        return Fault(_line(text, costliest.start()), _too_long(costliest[0]), "too-large")
    return None


class SentenceBudget:
    """The work that is left to the sentences of one post's front matter."""

    def __init__(self) -> None:
        self._left = MOST_WORK

    def fault(self, text: str) -> str:
        """What to mend when a sentence and those before it would take minutes, told once; empty when they would not."""
        was_left = self._left
        self._left -= sum(_work(block[0]) for block in _BLOCK.finditer(text))
        return f"{_TOGETHER} {_costliest(text)}" if self._left < 0 <= was_left else ""

    @property
    def is_spent(self) -> bool:
        return self._left < 0


def _work(block: str) -> int:
    """A measure of the steps that Markdown takes: it looks at all of a paragraph again for each sign."""
    return len(block) * max(map(block.count, _COSTLY))


def _too_long(block: str) -> str:
    return f"{_ENDLESS} {_costliest(block)}"


def _costliest(text: str) -> str:
    sign = max(_COSTLY, key=text.count)
    return f"{text.count(sign):,} times the sign {sign}; take those away that are not needed"
