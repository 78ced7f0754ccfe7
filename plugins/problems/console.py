"""Words on a console, whatever letters it knows.

Windows consoles still speak cp1252 or cp850: what they cannot show is said with what they can.
"""

from typing import TextIO

_PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "…": "...", "–": "-", "—": "-", "→": "->"})


def say(text: str, stream: TextIO) -> None:
    """Print a line; a letter that the console cannot show becomes a simpler one, or a question mark."""
    encoding = stream.encoding or "utf-8"
    print("".join(_showable(piece, encoding) for piece in text.splitlines(keepends=True)), file=stream, flush=True)


def _showable(text: str, encoding: str) -> str:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_PLAIN).encode(encoding, "replace").decode(encoding)
    return text
