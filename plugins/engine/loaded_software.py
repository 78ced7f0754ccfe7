"""Which software this process runs: what is kept from build to build is of use to the very same alone."""

import os
import sys
import time
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

_LOADED = time.time()
_CLOCKS_DIFFER_BY = 2.0
_ROOMS = Path(__file__).resolve().parents[1]


@cache
def loaded_software(package: str, rooms: Path = _ROOMS, since: float = _LOADED) -> str:
    """The digest of all code of ours, with the versions of Python and of a package that decides.

    Empty where a file has changed since we run: nobody knows which of the two was loaded.
    """
    digest = sha256(f"{sys.version}\0{package} {version(package)}\0".encode())
    for path in sorted(_python_files(os.fspath(rooms))):
        # Not by pathlib: of some hundred files it would take as long as reading them.
        with open(path, "rb") as file:  # noqa: PTH123 - as the line above says
            found, content = os.fstat(file.fileno()), file.read()
        if max(found.st_mtime, found.st_ctime) > since - _CLOCKS_DIFFER_BY:
            return ""
        digest.update(f"{path[len(os.fspath(rooms)) :]}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def _python_files(folder: str) -> Iterator[str]:
    return (f"{where}{os.sep}{name}" for where, _, names in os.walk(folder) for name in names if name.endswith(".py"))
