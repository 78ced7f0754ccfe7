"""A build that cannot be written: said in one sentence, with the old site left as it was."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_CLOSED = (errno.EACCES, errno.EPERM, errno.EROFS)


class BuildFailed(SystemExit):
    """Ends the build with a sentence and exit code 1."""


@contextmanager
def told(output: Path) -> Iterator[None]:
    """Turn a refusal of the operating system into a sentence about `output`."""
    try:
        yield
    except OSError as error:
        raise BuildFailed(_sentence(error, output)) from error


def _sentence(error: OSError, output: Path) -> str:
    stays = "The site that is already there was not touched."
    if error.errno in _FULL:
        return f"The disk is full: the new site does not fit beside {output}. Make room and build again. {stays}"
    if error.errno in _CLOSED:
        return f"{output.parent} cannot be written to ({error.strerror}). Choose another folder with --output. {stays}"
    return f"The new site could not be written to {output} ({error.strerror or error}). {stays}"
