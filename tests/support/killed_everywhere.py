"""A program killed at each change that it makes to a folder: `python -m tests.support.killed_everywhere FOLDER TO …`.

Each run has a copy of the folder of its own, `TO/0` and so on; in the arguments `{}` stands for the copy. A change is an
open for writing, a rename, a link, a removal; and the moment between opening a file and the first byte in it. The process
ends as by `kill -9`. The last copy is that of the run that came to its end.
"""

import importlib
import os
import re
import shutil
import signal
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

_CHANGES = {"os.rename", "os.link", "os.remove", "os.mkdir", "os.rmdir"}
_WRITES = os.O_WRONLY | os.O_RDWR


def main(folder: Path, to: Path, counted: re.Pattern[str], module: str, arguments: list[str]) -> None:
    """Kill the program at its first change whose name is counted, then at its second, until none is left."""
    program = importlib.import_module(module)
    for number in range(100):
        copy = to / str(number)
        shutil.copytree(folder, copy)
        child = os.fork()
        if child == 0:
            _run_until(number, counted, partial(program.main, [each.replace("{}", str(copy)) for each in arguments]))
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        if code != -signal.SIGKILL:
            sys.exit(code)


def _run_until(number: int, counted: re.Pattern[str], run: Callable[[], int]) -> None:
    left = number
    opened = os.fdopen

    def change(*names: object) -> None:
        nonlocal left
        if any(counted.search(os.fsdecode(name)) for name in names if isinstance(name, (str, bytes))):
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            left -= 1

    def heard(event: str, about: tuple[Any, ...]) -> None:
        if event in _CHANGES or (event == "open" and isinstance(about[2], int) and about[2] & _WRITES):
            change(*about[:2])

    def opening(handle: int, mode: str = "r", **more: Any) -> Any:
        if "w" in mode:
            change(str(Path(f"/proc/self/fd/{handle}").readlink()))
        return opened(handle, mode, **more)

    setattr(os, "fdopen", opening)  # noqa: B010 - mypy takes no other function for it
    sys.addaudithook(heard)
    code = 1
    try:
        code = run()
    finally:
        os._exit(code)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), re.compile(sys.argv[3]), sys.argv[4], sys.argv[5:])
