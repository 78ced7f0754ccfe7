"""Damage that a decoder mends with grey and keeps to itself.

Neither Pillow nor libjpeg tells: the one passes no warning on, the other fills up what is missing.
"""

import io
import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from threading import Lock

from plugins.photos.imaging.jpeg import JpegOutline, without_stray_marks

_LOOKAHEAD = bytes(16)
"""A decoder asks for up to eight bytes more than it needs."""
_STRAY = 128
"""So many bytes too much are nothing to speak of: some cameras fill up their last block."""
_END = b"\xff\xd9"
_STRETCHES = b"\xff\xdd"
_RESTART = re.compile(rb"\xff([\xd0-\xd7])")
_RESTARTS = bytes(range(0xD0, 0xD8))
_ERRORS = 2
_FROM_A_LIBRARY = re.compile(r"[\w.()]+: .*\.")
"""libtiff begins with the part that speaks, or with the name that Pillow gives every file (`tempfile.tif`)."""
_OF_PIXELS = re.compile(r"(?:JPEGLib|\w*Decode\w*): ")
_ONE_AT_A_TIME = Lock()


class JpegReader(io.BytesIO):
    """A JPEG as its decoder asks for it, which tells whether the pixels were complete when the bytes came to an end.

    A decoder is finished with the last row of pixels. When bytes are left then, or when it asks for more of them, some
    were changed or lost on the way.
    """

    def __init__(self, content: bytes, outline: JpegOutline) -> None:
        super().__init__(without_stray_marks(content, outline) if outline.has_stray_marks else content)
        self._outline = outline
        self._is_cut = outline.end == len(content)
        self._is_in_order = _restarts_in_order(content, outline)
        self._to_follow: list[bytes] | None = None
        self._ran_out = False

    def begin_pixels(self) -> None:
        """From now on whoever reads decodes: in small steps towards the end, and the end even where it is missing."""
        self._to_follow = [_LOOKAHEAD, _END] if self._outline.scans == 1 else [_END]

    def read(self, size: int | None = -1, /) -> bytes:
        """Bytes of the file; once pixels are decoded, what lies behind their end is made up."""
        if self._to_follow is None:
            return super().read(size)
        left = self._outline.end - self.tell()
        if left > 0:
            return super().read(min(size or 0, left, max(8, left // 8)))
        following = self._to_follow.pop(0) if self._to_follow else b""
        self._ran_out |= following == _END
        return following

    @property
    def is_damaged(self) -> bool:
        """Asked when the pixels are there.

        Of a picture in many scans each reaches its end: what is known is that it was cut, or that scans are missing.
        """
        left = self._outline.end - self.tell()
        ran_out = self._ran_out and (self._outline.scans == 1 or self._is_cut)
        return ran_out or left > _STRAY or not self._is_in_order or self._outline.is_unfinished


def _restarts_in_order(content: bytes, outline: JpegOutline) -> bool:
    """Some cameras number each stretch of a scan, from 0 to 7 over and over, so that a lost one is known."""
    if outline.scans != 1 or content.find(_STRETCHES, 0, outline.start) < 0:
        return True
    numbers = b"".join(_RESTART.findall(content, outline.start, outline.end))
    return numbers == (_RESTARTS * (len(numbers) // 8 + 1))[: len(numbers)]


@contextmanager
def library_lines() -> Iterator[list[str]]:
    """What a library in C writes meanwhile; on the terminal nobody could tell of which file it speaks.

    What others write meanwhile is passed on.
    """
    lines: list[str] = []
    with _ONE_AT_A_TIME, tempfile.TemporaryFile() as written:
        terminal = os.dup(_ERRORS)
        os.dup2(written.fileno(), _ERRORS)
        try:
            yield lines
        finally:
            os.dup2(terminal, _ERRORS)
            os.close(terminal)
            written.seek(0)
            for line in written.read().decode("utf-8", "replace").splitlines():
                if _FROM_A_LIBRARY.fullmatch(line):
                    lines.append(line)
                else:
                    os.write(_ERRORS, f"{line}\n".encode())


def tells_of_damage(lines: Iterable[str]) -> bool:
    """Whether a library mended pixels; what it finds odd elsewhere is nothing that anybody sees."""
    return any(_OF_PIXELS.match(line) for line in lines)
