"""A build that cannot be published: said in one sentence, with the old site left as it was.

What the operating system refuses is nobody's mistake in the diary and none of ours, so it is no finding and shows
no traceback. All else that goes wrong here is ours, and stays loud.
"""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

OLD_SITE_STANDS = "Nothing was published: what was there before is still there."

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_CLOSED = (errno.EACCES, errno.EPERM, errno.EROFS)
_NOT_IN_ONE_STEP = (errno.EBUSY, errno.EXDEV)


class BuildFailed(SystemExit):
    """Ends the build: Python prints the sentence and exits with code 1."""


@contextmanager
def reported_as_build_failure(outcome: str = OLD_SITE_STANDS) -> Iterator[None]:
    """Turn what the operating system refuses into BuildFailed, with a sentence that ends in `outcome`."""
    try:
        yield
    except OSError as error:
        raise BuildFailed(f"{_cause(error)} {outcome}") from error


def _cause(error: OSError) -> str:
    place = Path(error.filename2 or error.filename or "")
    if error.errno in _FULL:
        return "There is no room for the new site: the disk, or your share of it, is full. Make room and build again."
    if error.errno in _CLOSED:
        closed = place if os.path.lexists(place) else place.parent
        return f"{closed} cannot be written to ({error.strerror}). Choose another output folder."
    if error.errno in _NOT_IN_ONE_STEP:
        return f"{place} cannot be replaced in one step ({error.strerror}). Choose another output folder."
    return f"The new site could not be written ({error})."
