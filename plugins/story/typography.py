"""Quotation marks and dashes as a printer sets them."""

import re

_OPENING_DOUBLE = re.compile(r'(^|[\s(\[{–—‘])"')
_OPENING_SINGLE = re.compile(r"(^|[\s(\[{–—“])'(?=\w)")
_DASH = re.compile(r" -{1,2} ")


def set_in_type(text: str, before: str) -> str:
    """The text with curly quotes and dashes; `before` is the character before it, empty at a beginning."""
    joined = before + text
    joined = _OPENING_DOUBLE.sub(r"\1“", joined).replace('"', "”")
    joined = _OPENING_SINGLE.sub(r"\1‘", joined).replace("'", "’")
    return _DASH.sub(" – ", joined)[len(before) :]
