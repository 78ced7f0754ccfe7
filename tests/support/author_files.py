"""What belongs to the diary's author is read by no test: a correct new post, or another name, must turn none red.

Tests have diaries of their own in `tests/sites`, and settings of their own in `tests/settings`.
"""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.engine.settings_files import VARIABLE
from plugins.workbench.paths import CHECKOUT
from tests.support.at_start.sitecustomize import NOTES

AT_START = CHECKOUT / "tests" / "support" / "at_start"
SETTINGS = CHECKOUT / "tests" / "settings"


def leave_alone() -> None:
    """From now on take notes of what is read, here and in every program that is started, and read other settings."""
    os.environ[NOTES] = str(Path(tempfile.mkdtemp(prefix="diary-tests-")) / "notes")
    others = [place for place in os.environ.get("PYTHONPATH", "").split(os.pathsep) if place not in ("", str(AT_START))]
    os.environ["PYTHONPATH"] = os.pathsep.join(
        [str(AT_START), *others]
    )  # The same in each worker: programs run warm by it.
    os.environ[VARIABLE] = str(SETTINGS)


def read_since() -> list[str]:
    """What was read since this was asked last."""
    notes = Path(os.environ[NOTES])
    try:
        read = sorted(set(notes.read_text("utf-8").splitlines()))
    except FileNotFoundError:
        return []
    notes.unlink()
    return read


@pytest.fixture(autouse=True)
def author_files_unread() -> Iterator[None]:
    yield
    read = read_since()
    if read:
        told = "a test reads what the diary's author may change; give it a diary of its own (tests/sites)"
        pytest.fail(f"found {', '.join(read)}: {told}", pytrace=False)
