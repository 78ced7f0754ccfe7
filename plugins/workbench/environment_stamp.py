"""The stamp of an environment: what it was made for.

It is written last, so that an environment without it is half made and must be made anew.
"""

import hashlib
import platform
import sys
from pathlib import Path

from plugins.files import write_file

NAME = "diary-stamp.txt"


def stamp_for(lock: Path, environment: Path) -> str:
    """This Python, these packages, this place (an environment does not survive a move)."""
    packages = hashlib.sha256(lock.read_bytes().replace(b"\r\n", b"\n")).hexdigest()
    python = f"{sys.implementation.name} {sys.version_info[0]}.{sys.version_info[1]} {platform.machine()}"
    return f"python: {python}\npackages: {packages}\nplace: {environment.resolve()}\n"


def is_stamped(environment: Path, stamp: str) -> bool:
    try:
        return (environment / NAME).read_text("utf-8") == stamp
    except (OSError, UnicodeDecodeError):
        return False


def put_stamp(environment: Path, stamp: str) -> None:
    write_file(environment / NAME, stamp.encode(), below=environment)
