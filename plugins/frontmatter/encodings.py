"""Bytes as text: UTF-8, and for everything else its name and how to save it again."""

import re

_SAVE_AGAIN = (
    "save it again as UTF-8 (in Notepad: “File”, “Save as”, encoding “UTF-8”; "
    "in Word: “Save as”, “Plain text”, “Other encoding”, “Unicode (UTF-8)”)"
)
_AS_TEXT = f"open it in the program that made it, and {_SAVE_AGAIN}"
_AS_WHAT_IT_IS = "give it a name that ends in {}"
_MARKED = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_NO_TEXT = (
    (b"PK\x03\x04", "a Word document, or another packed file", _AS_TEXT),
    (b"\xd0\xcf\x11\xe0", "a Word document", _AS_TEXT),
    (b"{\\rtf", "a rich text document", _AS_TEXT),
    (b"%PDF", "a PDF document", _AS_WHAT_IT_IS.format(".pdf")),
    (b"\x89PNG", "a picture", _AS_WHAT_IT_IS.format(".png")),
    (b"GIF8", "a picture", _AS_WHAT_IT_IS.format(".gif")),
    (b"\xff\xd8\xff", "a picture", _AS_WHAT_IT_IS.format(".jpg")),
)
_NOT_IN_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_SAMPLE = 4_000
_MARKS = tuple(mark for mark, *_ in (*_NO_TEXT, *_MARKED))


def decoded(data: bytes) -> tuple[str | None, int, str]:
    """The text; or None, the line (0 for the file as a whole) and what to do about it."""
    if data.startswith(_MARKS) or b"\0" in data[:_SAMPLE]:
        for mark, what, advice in _NO_TEXT:
            if data.startswith(mark):
                return None, 0, f"this is {what} under the name of a text file; {advice}"
        encoding = next((name for mark, name in _MARKED if data.startswith(mark)), None) or _unmarked(data[:_SAMPLE])
        if encoding:
            return None, 0, f"this file is saved as {encoding}; {_SAVE_AGAIN}"
    try:
        return data.decode("utf-8").removeprefix("\ufeff"), 0, ""
    except UnicodeDecodeError as error:
        if _NOT_IN_TEXT.search(data):
            return None, 0, f"this is no text, whatever its name says; {_AS_TEXT}"
        return None, _line(data, error.start), _about(data[error.start])


def _unmarked(sample: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of ordinary text is a zero."""
    zeros = max(sample[0::2].count(0), sample[1::2].count(0))
    return "UTF-16" if zeros > len(sample) / 4 and sample.count(0) == zeros else None


def _line(data: bytes, end: int) -> int:
    before = data[:end].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return before.count(b"\n") + 1


def _about(byte: int) -> str:
    letter = bytes([byte]).decode("cp1252", "replace")
    if letter == "\ufffd":
        return f"this line is not text in UTF-8; {_SAVE_AGAIN}"
    return f"this line holds “{letter}” as an older program saves it (Windows-1252); {_SAVE_AGAIN}"
