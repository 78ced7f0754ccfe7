"""The text of a file, or why it cannot be read as text.

A file is looked at before it is opened: a symbolic link may lead anywhere, and a pipe never ends.
"""

import re
import stat
from pathlib import Path

from plugins.problems import Problem

_LARGEST = 1_000_000
_OTHER_ENCODINGS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_SAVE = (
    "open it in your editor, choose “Save as” and pick the encoding UTF-8 (in Notepad it is beside the Save button; "
    "in Word choose “Plain text”, then UTF-8)"
)
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


def read_text(file: Path, source: str) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of a file with plain line feeds; None with a finding when there is none to be had."""
    refused = _refusal(file, source)
    if refused:
        return None, (refused,)
    try:
        data = file.read_bytes()
    except OSError as error:
        return None, (_whole(source, f"this file cannot be read ({error.strerror}); see whether you may open it"),)
    text, problem = _decoded(data, source)
    if text is None:
        return None, (problem,) if problem else ()
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text, tuple(_unseen(text, source))


def _refusal(file: Path, source: str) -> Problem | None:
    try:
        status = file.lstat()
    except OSError as error:
        return _whole(source, f"this file cannot be read ({error.strerror}); see whether it is still there")
    if stat.S_ISLNK(status.st_mode):
        return _whole(source, "this is a link to another place; put the file itself here")
    if not stat.S_ISREG(status.st_mode):
        return _whole(source, "this is not an ordinary file; take it out of the content folder")
    if status.st_size > _LARGEST:
        size = f"{status.st_size / 1_000_000:.1f} MB"
        return _whole(source, f"this file is {size} long, and a post is at most 1 MB; split it into several posts")
    return None


def _decoded(data: bytes, source: str) -> tuple[str | None, Problem | None]:
    for mark, name in _OTHER_ENCODINGS:
        if data.startswith(mark):
            return None, _whole(source, f"this file is saved as {name}; {_SAVE}")
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"this line is not saved as UTF-8 (probably as Windows-1252, the encoding of older programs); {_SAVE}"
        return None, Problem(source, line, "", message)


def _unseen(text: str, source: str) -> list[Problem]:
    """A finding for each line with characters that cannot be seen and do harm."""
    found: list[Problem] = []
    if not _CONTROL.search(text) and not _BIDI.search(text):
        return found
    for number, line in enumerate(text.split("\n"), start=1):
        if match := _CONTROL.search(line):
            message = (
                f"this line holds a control character (U+{ord(match[0]):04X}) that cannot be seen; type the line again"
            )
            found.append(Problem(source, number, "", message))
        elif match := _BIDI.search(line):
            message = (
                f"this line holds an invisible character (U+{ord(match[0]):04X}) that turns the direction of writing; "
                "type the line again"
            )
            found.append(Problem(source, number, "", message))
    return found


def _whole(source: str, message: str) -> Problem:
    return Problem(source, 0, "", message)
