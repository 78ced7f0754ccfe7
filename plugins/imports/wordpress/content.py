"""The content of a post of WordPress as plain HTML: blocks and short codes read or told, pictures as signs."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from html import escape, unescape

_BLOCK = re.compile(r"<!--\s+/?wp:([a-z][\w/-]*)(.{0,20000}?)(/)?\s*-->", re.DOTALL)
_SHARED = re.compile(r'<!--\s+wp:block\s+\{"ref":(\d{1,20})[^}]{0,2000}\}\s*/-->')
_DEEPEST_SHARED, _MOST_SHARED = 3, 100_000
_SILENT = {"more", "nextpage", "spacer", "separator", "core/more"}
_SHORT_CODE = re.compile(
    r"""(\[?)\[(/?)([a-z][\w-]*)((?:\s+[\w-]+\s*=\s*(?:"[^"\]]*"|'[^'\]]*'|[^\s\]]+)|\s+\d+)*)\s*/?\](\]?)"""
)
_ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>\]]+))""")
_KNOWN = {"caption", "wp_caption", "gallery", "embed", "audio", "video", "playlist", "wpvideo", "youtube"}
_PICTURE = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_BLOCK_TAG = re.compile(
    r"\s*</?(?:address|article|aside|blockquote|dd|details|div|dl|dt|figure|figcaption|form|h[1-6]|hr|li|ol|p|pre|section"
    r"|table|tbody|td|tfoot|th|thead|tr|ul)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\bwp-image-(\d+)\b")
Sign = Callable[[str, str, str], str]
"""What stands for a picture, by its number, its address and what it shows; empty where there is none."""
Pairs = tuple[Mapping[str, int], Mapping[str, int]]
"""Where short codes of a name begin first, and end last."""


def with_shared(written: str, shared: Mapping[str, str]) -> str:
    """A text with what it shares with others in it (“patterns”, once “reusable blocks”), which may share more."""
    room = _MOST_SHARED

    def shown(block: re.Match[str]) -> str:
        nonlocal room
        text = shared.get(block[1], "")
        if not text or len(text) > room:
            return block[0]
        room -= len(text)
        return text

    for _ in range(_DEEPEST_SHARED if shared else 0):
        written = _SHARED.sub(shown, written)
    return written


def plain_html(written: str, sign: Sign, lost: Counter[str]) -> str:
    """HTML without blocks and short codes. What shows nothing without WordPress is counted by its name."""
    is_of_blocks = "<!-- wp:" in written
    text = _BLOCK.sub(lambda block: _of_block(block, lost), written)
    pairs = _pairs(text)
    text = _SHORT_CODE.sub(lambda code: _of_short_code(code, pairs, sign, lost), text)
    text = _PICTURE.sub(lambda picture: _of_picture(picture[0], sign), text)
    return text if is_of_blocks or re.search(r"<p[\s>]", text, re.IGNORECASE) else _paragraphs(text)


def _of_block(block: re.Match[str], lost: Counter[str]) -> str:
    """One that ends where it begins is filled in by WordPress alone."""
    if block[3] and block[1] not in _SILENT:
        lost[f"the block “{block[1]}”"] += 1
    return "\n"


def _of_short_code(code: re.Match[str], pairs: Pairs, sign: Sign, lost: Counter[str]) -> str:
    """Words in brackets that no program made are words, and so is what stands in two brackets: it is only shown."""
    shown, closes, name, attributes, shown_to = code[1], code[2], code[3], _attributes(code[4]), code[5]
    if shown and shown_to:
        return code[0][1:-1]
    begins, ends = pairs
    is_paired = code.start() > begins.get(name, code.start()) if closes else code.start() < ends.get(name, -1)
    if not (name in _KNOWN or attributes or is_paired):
        return code[0]
    return f"{shown}{_instead(name, attributes, sign, lost, closes=bool(closes))}{shown_to}"


def _pairs(text: str) -> Pairs:
    """Where the first short code of each name begins, and where the last one ends."""
    begins, ends = dict[str, int](), dict[str, int]()
    for code in _SHORT_CODE.finditer(text):
        if code[2]:
            ends[code[3]] = code.start()
        else:
            begins.setdefault(code[3], code.start())
    return begins, ends


def _instead(name: str, attributes: Mapping[str, str], sign: Sign, lost: Counter[str], *, closes: bool) -> str:
    """What stands in the place of a short code."""
    if closes or name in ("caption", "wp_caption", "embed"):
        return ""
    if name == "gallery":
        numbers = re.findall(r"\d+", attributes.get("ids", ""))
        pictures = "".join(f"<p>{sign(number, '', '')}</p>" for number in numbers)
        lost.update([] if numbers else ["a gallery without a list of its pictures"])
        return pictures
    address = next((value for value in attributes.values() if value.startswith(("http://", "https://"))), "")
    if name in _KNOWN and address:
        return f'<p><a href="{escape(address)}">{escape(address)}</a></p>'
    lost[f"the short code “{name}”"] += 1
    return ""


def _of_picture(tag: str, sign: Sign) -> str:
    attributes = _attributes(tag)
    number = _NUMBER.search(attributes.get("class", ""))
    return sign(number[1] if number else "", attributes.get("src", ""), attributes.get("alt", ""))


def _attributes(written: str) -> Mapping[str, str]:
    found = _ATTRIBUTE.findall(written)
    return {name.casefold(): unescape(double or single or bare) for name, double, single, bare in found}


def _paragraphs(text: str) -> str:
    """What WordPress makes of empty lines and line ends in what was typed without blocks."""
    pieces = (piece.strip("\n") for piece in re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n")))
    return "\n\n".join(
        piece if _BLOCK_TAG.match(piece) else f"<p>{piece.replace(chr(10), '<br>')}</p>"
        for piece in pieces
        if piece.strip()
    )
