"""Notes which files of the diary's author are opened or listed: here, and in every Python that a test starts.

Python imports it by this name out of PYTHONPATH before it runs anything. It only takes notes, since what it raised could
be caught by whoever reads.
"""

import os
import sys

NOTES = "DIARY_TEST_NOTES"
_CHECKOUT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))  # noqa: PTH100, PTH120 - this runs before every program, and pathlib is slow to load
OF_THE_AUTHOR = tuple(os.path.join(_CHECKOUT, name) for name in ("content", "pelicanconf.py", "publishconf.py"))  # noqa: PTH118 - as above
_READING = {"open", "os.listdir", "os.scandir", "shutil.copytree", "shutil.copyfile"}


def note(event: str, arguments: tuple[object, ...]) -> None:
    """Write down one reading; a file that is only looked for counts, so that no test depends on what is not there."""
    if event not in _READING or not isinstance(arguments[0], str | bytes | os.PathLike):
        return
    written = os.fsdecode(arguments[0])
    if written.startswith((sys.prefix, sys.base_prefix)) or _is_in_an_open_folder(event, arguments, written):
        return
    place = os.path.realpath(written)
    if any(f"{place}{os.sep}".startswith(f"{each}{os.sep}") for each in OF_THE_AUTHOR) and NOTES in os.environ:
        notes = os.open(os.environ[NOTES], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.write(notes, f"{place}\n".encode())
        os.close(notes)


def _is_in_an_open_folder(event: str, arguments: tuple[object, ...], written: str) -> bool:
    """A bare name that `os.open` is given lies in a folder that is open already; which one, Python does not say."""
    return event == "open" and arguments[1] is None and os.path.basename(written) == written  # noqa: PTH119 - as above


sys.addaudithook(note)
