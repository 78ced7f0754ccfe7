"""The bytes of an export, plain or packed, piece by piece and never more than a bound.

Nothing is unpacked onto the disk, so no name in an archive leads anywhere.
"""

import gzip
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from plugins.comments.imports.errors import BROKEN_OFF, XmlError

LARGEST = 512 * 1024 * 1024
_MOST_FILES = 1_000
_A_PIECE = 64 * 1024
_GZIP, _ZIP = b"\x1f\x8b", b"PK"
_LOCKED = 0x1
_TOO_LARGE = "it is larger than this software reads"


@contextmanager
def unpacked(file: Path) -> Iterator[Iterator[Iterator[bytes]]]:
    """Every file that is in an export, each as its pieces: one, or those of a .zip; raises XmlError."""
    try:
        with file.open("rb") as opened:
            yield _files(opened)
    except (EOFError, zlib.error, gzip.BadGzipFile, zipfile.BadZipFile):
        raise XmlError(BROKEN_OFF) from None
    except NotImplementedError:
        raise XmlError("it is packed in a way that is not read here; unpack it first") from None
    except OSError as error:
        raise XmlError(f"it cannot be read ({error.strerror})") from None


def _files(opened: IO[bytes]) -> Iterator[Iterator[bytes]]:
    left = LARGEST  # Of all files together.

    def pieces(file: IO[bytes]) -> Iterator[bytes]:
        nonlocal left
        with gzip.GzipFile(fileobj=file) if _begins(file, _GZIP) else file as plain:
            while piece := plain.read(_A_PIECE):
                left -= len(piece)
                if left < 0:
                    raise XmlError(_TOO_LARGE)
                yield piece

    if not _begins(opened, _ZIP):
        yield pieces(opened)
        return
    with zipfile.ZipFile(opened) as packed:
        exports = [entry for entry in packed.infolist() if _is_export(entry)]
        if not exports:
            raise XmlError("there is no .xml file in it")
        if len(exports) > _MOST_FILES:
            raise XmlError(_TOO_LARGE)
        for entry in exports:
            if entry.flag_bits & _LOCKED:
                raise XmlError("it is locked with a password; unpack it first")
            with packed.open(entry) as member:
                yield pieces(member)


def _is_export(entry: zipfile.ZipInfo) -> bool:
    """Not the notes that a Mac puts beside each file."""
    name = entry.filename.rpartition("/")[2].lower()
    return name.endswith((".xml", ".xml.gz")) and not name.startswith("._")


def _begins(opened: IO[bytes], sign: bytes) -> bool:
    found = opened.read(len(sign))
    opened.seek(0)
    return found == sign
