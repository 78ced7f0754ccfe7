"""Spaces that are not the keyboard's: tabs inside a line, and what comes along when text is copied from elsewhere."""

import re

from plugins.unicode import UNSEEN as _THIN

_FRONT = re.compile(r"\A[ \t]*(?:-[ \t]+)*")
_WIDE = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_STRANGE = re.compile(f"[{_WIDE}{_THIN}]")
_BEFORE = re.compile(rf"[ -]*([{_WIDE}{_THIN}])")
_IN_NAME = re.compile(rf"[ -]*[\w -]{{1,60}}([{_WIDE}{_THIN}])[\w {_WIDE}{_THIN}-]{{0,60}}:(?:\s|$)")
_BEHIND_COLON = re.compile(rf"[ -]*[\w -]{{1,60}}:([{_WIDE}{_THIN}])")
_PLAIN_NAME = re.compile(r"[a-z_-]+", re.IGNORECASE)


def without_tabs(text: str) -> str:
    """The text with a space for each tab inside a line: PyYAML's two parsers differ on those.

    A tab at the front of a line stays, for both refuse it with a finding; one in an empty line means nothing.
    """
    if "\t" not in text:
        return text
    return "\n".join(_without_tabs(line) for line in text.split("\n"))


def _without_tabs(line: str) -> str:
    rest = _FRONT.sub("", line)
    front = line[: len(line) - len(rest)] if rest else ""
    return front + rest.replace("\t", " ")


def strange_space(line: str) -> str | None:
    """The answer to a line whose beginning, up to the text behind the colon, holds a space of another kind."""
    found = _BEFORE.match(line) or _IN_NAME.match(line) or _BEHIND_COLON.match(line)
    return _sentence(found[1]) if found else None


def strange_name(name: str) -> str | None:
    """The answer to a field's name that only looks like one; names in other scripts may need such characters."""
    found = _STRANGE.search(name)
    return _sentence(found[0]) if found and _PLAIN_NAME.fullmatch(_STRANGE.sub("", name)) else None


def _sentence(character: str) -> str:
    code = f"U+{ord(character):04X}"
    if re.match(f"[{_WIDE}]", character):
        return (
            f"this line holds a space that does not count as one ({code}), as web pages and word processors make them; "
            "delete the spaces before and behind the name of the field, and press the space bar instead"
        )
    return (
        f"this line holds a character that cannot be seen ({code}), as web pages and word processors make them; "
        "type the name of the field and its colon again"
    )
