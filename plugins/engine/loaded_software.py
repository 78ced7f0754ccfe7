"""Which software this process runs: what is kept from build to build is of use to the very same alone.

Nobody has to count a number up when code changes (docs/decisions/0213). Code whose files have the sizes, times and
inodes of then is not read again; its digest is kept.
"""

import os
import secrets
import sys
import time
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from plugins.files.kept import KEPT, keep, kept

_LOADED = time.time()
_CLOCKS_DIFFER_BY = 2.0
_RECORD = ".dist-info"
_ROOMS = Path(__file__).resolve().parents[1]


@cache
def loaded_software(
    *packages: str, rooms: Path = _ROOMS, since: float = _LOADED, folder: Path = KEPT / "software"
) -> str:
    """The digest of our code in a folder, with the versions of Python and of the packages that decide.

    Empty where a file has changed since we run: nobody knows which of the two was loaded.
    """
    stamps = _stamps(rooms)
    if max(max(content, inode) for _, _, content, inode, _ in stamps) > (since - _CLOCKS_DIFFER_BY) * 1e9:
        return ""
    place, made_of = folder / rooms.name, repr(stamps).encode()
    known = kept(place, made_of)
    if known is None:
        known = _digest_of(rooms, [path for path, *_ in stamps])
        if _stamps(rooms) != stamps:
            return ""
        keep(place, known, made_of)
    versions = "".join(f"{package} {_version(package)}\0" for package in packages)
    return sha256(f"{sys.version}\0{versions}".encode() + known).hexdigest()


@cache
def loaded_room(name: str, *packages: str) -> str:
    """The same of one room; where a file of it has changed since we run, what no other process says."""
    return loaded_software(*packages, rooms=_ROOMS / name) or secrets.token_hex()


def _version(package: str) -> str:
    """As the name of the folder says in which an installer writes it down, and as is read there if that says none."""
    name = package.replace("-", "_").lower()
    return next((known[name] for known in map(_installed, sys.path) if name in known), "") or version(package)


@cache
def _installed(place: str) -> Mapping[str, str]:
    """The versions of what is installed in a place, by names [PyPA, recording installed projects]."""
    try:
        names = (entry.name for entry in Path(place).iterdir())
        found = [name.removesuffix(_RECORD).partition("-") for name in names if name.endswith(_RECORD)]
    except OSError:
        return {}
    return {name.replace(".", "_").lower(): version for name, _, version in found}


def _stamps(rooms: Path) -> list[tuple[str, int, int, int, int]]:
    """Each file of ours: its path below the folder, size, times and inode.

    Not by pathlib: of some hundred files it would take as long as reading them.
    """
    folder = os.fspath(rooms)
    found = []
    for where, _, names in os.walk(folder):
        for path in (f"{where}{os.sep}{name}" for name in names if name.endswith(".py")):
            at = os.stat(path)  # noqa: PTH116 - as said above
            found.append((path[len(folder) + 1 :], at.st_size, at.st_mtime_ns, at.st_ctime_ns, at.st_ino))
    return sorted(found)


def _digest_of(rooms: Path, paths: list[str]) -> bytes:
    digest = sha256()
    for path in paths:
        content = (rooms / path).read_bytes()
        digest.update(f"{path}\0{len(content)}\0".encode() + content)
    return digest.digest()
