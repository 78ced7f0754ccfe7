"""Words on a console, whatever letters it knows, and whether it is there or not.

Windows consoles still speak cp1252 or cp850: what they cannot show is said with what they can.
"""

import os
import sys
from typing import TextIO

_PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "…": "...", "–": "-", "—": "-", "→": "->"})


def say(text: str, stream: TextIO | None) -> None:
    """Print a line; a letter that the console cannot show becomes a simpler one, or a question mark.

    Where nobody listens (any more), the work goes on; there is no stream where it was closed before we began.
    """
    if stream is None:
        return
    encoding = stream.encoding or "utf-8"
    try:
        print("".join(_showable(piece, encoding) for piece in text.splitlines(keepends=True)), file=stream, flush=True)
    except OSError as refused:
        go_on_unheard(stream, refused)


def go_on_unheard(stream: TextIO, refused: OSError) -> None:
    """Lead what waits to be said, and all that is said from now on, nowhere: Python would fail over it at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
    if not isinstance(refused, BrokenPipeError) and stream is not sys.stderr:
        say(f"What is said here cannot be written ({refused.strerror}). The work goes on without it.", sys.stderr)


def _showable(text: str, encoding: str) -> str:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_PLAIN).encode(encoding, "replace").decode(encoding)
    return text
