"""Coverage, measured where it can count.

Python runs at half its speed while it is measured. Tests that drive a browser, or the comments service, or builds that
are killed, take much time and would be counted for next to nothing. Modules are measured as they are imported all the
same, whoever imports them.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

import coverage

from plugins.workbench.paths import CHECKOUT

_NOT_MEASURED = ("browser", "comments/server", "engine")


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


def is_counted(test: PurePosixPath) -> bool:
    """Whether a test module is measured; it is named as it stands below `tests`."""
    return not any(test.is_relative_to(place) for place in _NOT_MEASURED)
