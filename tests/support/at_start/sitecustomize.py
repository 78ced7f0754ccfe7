"""Notes which files of the diary's author are opened or listed: here, and in every Python that a test starts.

Python imports it by this name out of PYTHONPATH before it runs anything. It only takes notes, since what it raised could
be caught by whoever reads. Not by an audit hook: Python lets nobody trace a new thread while a hook written in Python
hears of the tracing of another, so that coverage lost threads on a busy machine.
"""

import builtins
import io
import os
import sys
from typing import Any

NOTES = "DIARY_TEST_NOTES"
_CHECKOUT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))  # noqa: PTH100, PTH120 - this runs before every program, and pathlib is slow to load
OF_THE_AUTHOR = tuple(os.path.join(_CHECKOUT, name) for name in ("content", "pelicanconf.py", "publishconf.py"))  # noqa: PTH118 - as above


def note(place: object, *, in_folder: object = None) -> None:
    """Write down one reading; a file that is only looked for counts, so that no test depends on what is not there.

    A name in a folder that is open already is passed over: which folder that is, Python does not say.
    """
    if in_folder is not None or not isinstance(place, str | bytes | os.PathLike):
        return
    written = os.fsdecode(place)
    if written.startswith((sys.prefix, sys.base_prefix)):
        return
    place = os.path.realpath(written)
    if any(f"{place}{os.sep}".startswith(f"{each}{os.sep}") for each in OF_THE_AUTHOR) and NOTES in os.environ:
        notes = _OPEN(os.environ[NOTES], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.write(notes, f"{place}\n".encode())
        os.close(notes)


def _noting(reading: Any) -> Any:
    def noted(file: object = ".", *arguments: object, **options: object) -> object:
        note(file, in_folder=options.get("dir_fd"))
        return reading(file, *arguments, **options)

    for able in (os.supports_fd, os.supports_dir_fd):  # Who asks what a function is able to do, asks by the function.
        if reading in able:
            able.add(noted)
    return noted


_OPEN = os.open
builtins.open = io.open = _noting(open)
for _name in ("open", "listdir", "scandir"):
    setattr(os, _name, _noting(getattr(os, _name)))

if __name__ == "sitecustomize":  # And not a module that the tests import.
    __import__("handing_over").hand_over()
