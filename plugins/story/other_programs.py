"""What is meant for another program, such as Obsidian, pandoc or Hugo: readers would see its signs, so it is told."""

import re
from collections.abc import Callable, Collection, Iterator
from posixpath import splitext

from plugins.patterns import lazy_pattern
from plugins.story.blocks.rules import is_of_dashes
from plugins.story.code_spans import without_code_spans
from plugins.story.faults import Fault
from plugins.story.passage import heading_anchor

_SIGNS = {
    "embed": r"!\[\[(?P<embedded>[^\[\]\n]+)\]\]",
    "wiki": r"(?<!!)\[\[(?P<linked>(?!_TOC_)[^\[\]\n]+)\]\]",
    "contents": r"^(?:\[TOC\]|\[toc\]|\[\[_TOC_\]\]|\{:toc\})[ \t]*$",
    "callout": r"^\[![A-Za-z]+\][+-]?",
    "citation": r"\[-?@[\w:.-]+[^\[\]\n]*\]",
    "inline_note": r"\^\[[^\[\]\n]+\]",
    "attributes": r"""\{:?[ \t]*(?:[#.][\w-]+|[\w-]+=(?:"[^"\n]*"|'[^'\n]*'|[^\s{}"']+))(?:[ \t]+[^{}\n]*)?\}""",
    "template": r"\{\{[^{}\n]+\}\}|\{%[^{}\n]+%\}",
    "mark": r"(?<![=\w])==(?=[^\s=])[^=\n]+(?<=[^\s=])==(?![=\w])",
    "fenced_div": r"^:{3,}[ \t]*(?:\{[^{}\n]*\}|[\w-]+)?[^\n]*$",
    "admonition": r"^(?:!!!|\?\?\?\+?)[ \t]+[a-z]+(?:[ \t]+\"[^\"\n]*\")?[ \t]*$",
    "emoji": r"(?<![\w:]):(?:[a-z][a-z0-9_+-]+|[+-]1):(?![\w:])",
    "field": r"(?<=\w)::(?=[ \t])",
    "letter": r"(?<![\w$])\$[A-Za-z]\$(?![\w$])",
    "math": r"\$\$[^$\n]+\$\$|(?<![\w$])\$(?=[^\s$])(?=[^$\n]*[\\^_{}])[^$\n]*(?<=[^\s$])\$(?![\w$])",
    "block_id": r"(?:(?<=\s)|^)\^(?=[\w-]{3,}[ \t]*$)[\w-]+[ \t]*$",
    "raised": r"(?<=\w)(?:\^[\w+-]{1,8}\^(?!\w)|~\w{1,8}~)",
    "abbreviation": r"^\*\[[^\[\]\n]+\]:",
    "hashtags": r"^#[^\W\d][^\n]*$",
    "unspaced": r"(?<!!)\[(?P<words>[^\[\]\n]+)\][ \t]+\((?P<address>x{8,}|[^\s()]+\.md(?:#[^\s()]*)?)\)",
    "note": r"(?<![!\\])\[\^(?P<noted>[^\[\]\s]+)\](?!:)",
    "reference": r"(?<!\])!?\[(?P<named>[^\[\]\n^][^\[\]\n]*)\]\[(?P<name>[^\[\]\n]*)\](?!\()",
}
_FOREIGN = lazy_pattern(
    rf"(?=[{{\[=!?:$^#~*])(?:{'|'.join(f'(?P<{kind}>{sign})' for kind, sign in _SIGNS.items())})", re.MULTILINE
)
_MAY_BE_FOREIGN = lazy_pattern(
    r"[{$^#~=*\[\]:!?]"
    r"(?:(?<=[{$^#~])|(?<=[=:!?])(?=\S)|(?<=\*)(?=\[)|(?<=\[)(?=[\[!@^-]|(?i:toc)\])|(?<=\])(?=[\[ \t`]))"
)
"""Each of those signs has one of these in it; most words, links and emphasis have none."""
_NOT_LOOKED_AT = lazy_pattern(r"\\[!-/:-@\[-`{-~]|\]\([^()\s]*|<[^<>\s]+>|https?://[^\s()]+")
_ITEMS = (
    lazy_pattern(r"[-*+][ \t]+\S"),
    lazy_pattern(r"[-–—](?![-–—\d\s])"),
    lazy_pattern(r"[–—→►➤➔✓✔✗✘★☆][ \t]+\S"),
    lazy_pattern(r"\*(?![*\s])[^*]+$"),
    lazy_pattern(r"\d{1,3}[.)](?=[^\W\d])"),
    lazy_pattern(r"\(?(?:[a-z]|\d{1,3}|[ivx]{1,4})\)[ \t]*\S"),
)
_SHOWN = "which is meant for another program, and readers see as it stands; "
_ADVICE = {
    "contents": _SHOWN + "take it out",
    "callout": "which is meant for another program, and readers see as it stands; write **Note:** in its place",
    "citation": _SHOWN + "write who said it, with a link",
    "inline_note": _SHOWN + "write [^1] here, and [^1]: with the note on a line of its own",
    "attributes": _SHOWN + "take it out",
    "template": _SHOWN + "take it out",
    "mark": _SHOWN + "write **the words** to make them stand out",
    "fenced_div": _SHOWN + "take it out",
    "admonition": _SHOWN + "take it out, and begin the paragraph with **Note:**",
    "field": "which is meant for another program, and readers see as it stands; write one :",
    "emoji": _SHOWN + "put the smiley itself there",
    "letter": _SHOWN + "write it in words, or as `code`",
    "math": _SHOWN + "write it in words, or as `code`",
    "block_id": _SHOWN + "take it out",
    "raised": _SHOWN + "write it in words, or with signs such as ² and ₂",
    "abbreviation": _SHOWN + "explain the word under glossary, at the top of the file",
    "hashtags": (
        "which is neither a heading nor a tag here; write ## and a blank for a heading, and tags at the top of the file"
    ),
    "note": "a note without words; write [^1]: and the note on a line of its own",
}
_NO_TABLE = (
    "this was meant as a table and comes out as running text; write a line such as |---|---| below its heading, "
    "with as many cells as that has"
)
_NO_LIST = "this was meant as a list and comes out as running text; begin each line with a hyphen and a blank"
_PICTURE = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".tif", ".tiff", ".heic", ".heif")


def signs_of_other_programs(
    text: str, names: Collection[str], notes: Collection[str], file_of: Callable[[str], str]
) -> Iterator[Fault]:
    """A notice for each sign in words that stand in a block.

    `names` are those of the links with a name, `notes` those of the notes, both in small letters; `file_of` knows which
    file a post is, by its name.
    """
    if not _MAY_BE_FOREIGN.search(text):
        return
    for found in _FOREIGN.finditer(_without_addresses(text)):
        kind = str(found.lastgroup)
        name = (found["name"] or found["named"] or "").lower()
        if (kind == "reference" and name in names) or (kind == "note" and found["noted"].lower() in notes):
            continue
        signs = text[found.start() : found.end()].strip()
        said = _link_advice(kind, found, text, file_of) or _ADVICE[kind]
        yield Fault(text.count("\n", 0, found.start()), f'found "{signs[:60]}", {said}', "other-program", stops=False)


def lost_shape(text: str) -> Iterator[Fault]:
    """A notice where the lines of a paragraph were meant as a list or a table, and come out as running text."""
    if "\n" not in text and "|" not in text:
        return
    lines = _without_addresses(text).split("\n")
    for place, line in enumerate(lines):
        bars = line.count("|")
        is_row = line[:1] == line.rstrip()[-1:] == "|" and bars > 1
        if is_row or is_of_dashes(line) or (bars and place and lines[place - 1].count("|") == bars):
            yield Fault(place, _NO_TABLE, "lost-shape", stops=False)
            return
        if any(item.match(line) and item.match(before) for item in _ITEMS for before in lines[place - 1 : place]) or (
            place and _ITEMS[0].match(line)
        ):
            yield Fault(max(place - 1, 0), _NO_LIST, "lost-shape", stops=False)
            return


def _without_addresses(text: str) -> str:
    """The text with its code blanked out, and its addresses and escaped signs replaced by letters."""
    return _NOT_LOOKED_AT.sub(lambda left: "x" * len(left[0]), without_code_spans(text))


def _link_advice(kind: str, found: re.Match[str], text: str, file_of: Callable[[str], str]) -> str:
    """What to write for a link in another program's way."""
    match kind:
        case "wiki" | "embed":
            file, _, words = (found["linked"] or found["embedded"]).partition("|")
            if kind == "embed" and splitext(file)[1].lower() in _PICTURE:
                return f"a picture of Obsidian; write ![what it shows](photos/{file.replace(' ', '%20')})"
            name, _, place = file.partition("#")
            target = (file_of(name) if name else "") + (f"#{heading_anchor(place)}" if place else "")
            return f"a link of Obsidian; write [{words or name or place}]({target})"
        case "unspaced":
            address = text[found.start("address") : found.end("address")]
            return f"which is no link; write [{found['words']}]({address}) without the blank between"
        case "reference":
            name = found["name"] or found["named"]
            return f"and no line says where “{name}” leads; write [{found['named']}](the address)"
    return ""
