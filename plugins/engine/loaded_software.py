"""Which software this process runs: what is kept from build to build is of use to the very same alone.

Nobody has to count a number up when code changes (docs/decisions/0213).
"""

import os
import secrets
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
def loaded_software(*packages: str, rooms: Path = _ROOMS, since: float = _LOADED) -> str:
    """The digest of our code in a folder, with the versions of Python and of the packages that decide.

    Empty where a file has changed since we run: nobody knows which of the two was loaded.
    """
    versions = "".join(f"{package} {version(package)}\0" for package in packages)
    digest = sha256(f"{sys.version}\0{versions}".encode())
    for path in sorted(_python_files(os.fspath(rooms))):
        # Not by pathlib: of some hundred files it would take as long as reading them.
        with open(path, "rb") as file:  # noqa: PTH123 - as the line above says
            found, content = os.fstat(file.fileno()), file.read()
        if max(found.st_mtime, found.st_ctime) > since - _CLOCKS_DIFFER_BY:
            return ""
        digest.update(f"{path[len(os.fspath(rooms)) :]}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


@cache
def loaded_room(name: str, *packages: str) -> str:
    """The same of one room; where a file of it has changed since we run, what no other process says."""
    return loaded_software(*packages, rooms=_ROOMS / name) or secrets.token_hex()


def _python_files(folder: str) -> Iterator[str]:
    return (f"{where}{os.sep}{name}" for where, _, names in os.walk(folder) for name in names if name.endswith(".py"))
