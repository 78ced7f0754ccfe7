"""The text of a file, or why it cannot be read as text.

A file is looked at before it is opened: a symbolic link may lead anywhere, and a pipe never ends.
"""

import os
import stat
from pathlib import Path

from plugins.frontmatter.encodings import decoded
from plugins.patterns import lazy_pattern
from plugins.problems import Problem
from plugins.unicode import holds

LARGEST = 1_000_000
_TOO_LONG = "this file is more than 1 MB long, which is more than can be read; split it into several posts"
_NO_CHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
"""Numbers that Unicode keeps free for ever."""
UNSEEN = lazy_pattern(
    f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff{_NO_CHARACTERS}]"
)
_TURNING = lazy_pattern("[\u202a-\u202e\u2066-\u2069]")
_BREAKING = lazy_pattern("[\x0b\x0c\x85\u2028\u2029]")


def read_text(file: Path, source: str) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of a file with plain line ends, and its findings; None when there is none to be had.

    Characters that cannot be seen and do harm are findings, and are taken out, so that what else is wrong is found.
    """
    refused = refusal(file, source)
    if refused:
        return None, (refused,)
    try:
        with file.open("rb", buffering=0) as stream:
            # Asked first: to make room for the largest takes longer than to read a file.
            is_too_long = os.fstat(stream.fileno()).st_size > LARGEST
            data = b"" if is_too_long else stream.read()
    except OSError as error:
        return None, (Problem(source, 0, "", _closed(error), "unreadable-file"),)
    if is_too_long:
        return None, (Problem(source, 0, "", _TOO_LONG, "too-large"),)
    text, line, message = decoded(data)
    if text is None:
        return None, (Problem(source, line, "", message, "not-plain-text"),)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    problems = tuple(_unseen(text, source))
    return _without_unseen(text) if problems else text, problems


def refusal(file: Path, source: str) -> Problem | None:
    """Why a file must not be opened; None for an ordinary file."""
    try:
        status = file.lstat()
    except OSError as error:
        return Problem(source, 0, "", _closed(error), "unreadable-file")
    message = not_ordinary(status.st_mode)
    return Problem(source, 0, "", message, "unreadable-file") if message else None


def not_ordinary(mode: int) -> str | None:
    """What is wrong with something that is no ordinary file; None for one that is."""
    if stat.S_ISREG(mode):
        return None
    if stat.S_ISLNK(mode):
        return "this is a link to another place; put the file itself here"
    if stat.S_ISDIR(mode):
        return "this is a folder where a file should be; give it another name"
    return "this is not an ordinary file; take it out of the content folder"


def _closed(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "this file cannot be opened; ask for the right to read it, or close the program that holds it"
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return "this file is not there; put it back, or give it the name that is written here"
    return f"this file cannot be read ({error.strerror}); copy it here again"


def _unseen(text: str, source: str) -> list[Problem]:
    """A finding for each line with characters that cannot be seen and do harm."""
    if not holds(UNSEEN, text):
        return []
    lines = enumerate(text.split("\n"), start=1)
    unseen = ((number, match[0]) for number, line in lines if (match := UNSEEN.search(line)))
    return [Problem(source, number, "", _about(character), "unseen-character") for number, character in unseen]


def _about(character: str) -> str:
    code = f"U+{ord(character):04X}"
    if _TURNING.match(character):
        return (
            f"this line holds a character ({code}) that cannot be seen and turns the writing round; type the line again"
        )
    if _BREAKING.match(character):
        return f"this line holds a line break that cannot be seen ({code}); take it out, and press Enter there instead"
    return f"this line holds a control character ({code}) that cannot be seen; type the line again"


def _without_unseen(text: str) -> str:
    return UNSEEN.sub("", _BREAKING.sub(" ", text))
