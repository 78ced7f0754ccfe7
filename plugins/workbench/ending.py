"""The end of a process: what Python would take apart now, piece by piece, the system takes back at once."""

import os
import sys
import threading
from typing import NoReturn


def end(code: int, *, is_over: bool) -> NoReturn:
    """End at once where a build `is_over`, went well and left nothing running; else as Python ends, which cleans up."""
    if is_over and code == 0 and threading.active_count() == 1:
        for stream in filter(None, (sys.stdout, sys.stderr)):
            stream.flush()
        os._exit(0)
    sys.exit(code)
