"""A place on the disk as somebody typed it."""

import os
from pathlib import Path


def typed_path(text: str) -> Path:
    """The whole path that is meant: without blanks around it, and with a leading `~` as the home folder.

    A shell leaves `--output=~/site` and what stands in quotes as they are. A `~` of nobody known is a folder's name.
    """
    return Path(os.path.expanduser(text.strip())).absolute()  # noqa: PTH111 - Path.expanduser raises for nobody known
