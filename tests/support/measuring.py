"""Coverage, measured where it is counted: in tests of the rooms whose every branch is to be tested.

Python runs at half its speed while it is measured, and a browser's tests would be counted nowhere. Modules are measured
as they are imported all the same, whoever imports them.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path, PurePosixPath

import coverage

from plugins.workbench.branch_coverage import pure_rooms
from plugins.workbench.paths import CHECKOUT

_PLUGINS = PurePosixPath("plugins")


@contextmanager
def measured_if_counted(test: Path) -> Iterator[None]:
    """Pause the measuring, if there is any, for a test whose room is not counted."""
    measuring = coverage.Coverage.current()
    if measuring is None or is_counted(PurePosixPath(test.relative_to(CHECKOUT / "tests").as_posix())):
        yield
        return
    measuring.stop()
    try:
        yield
    finally:
        measuring.start()


@cache
def is_counted(test: PurePosixPath) -> bool:
    """Whether a test module, named as it stands below `tests`, belongs to a room that is counted, or to one around it."""
    room = _PLUGINS / test.parent
    if room == _PLUGINS:
        return False
    counted = map(PurePosixPath, pure_rooms(CHECKOUT / "pyproject.toml"))
    return any(room.is_relative_to(each) or each.is_relative_to(room) for each in counted)
