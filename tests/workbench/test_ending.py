"""A build that went well ends at once; whatever else ends, ends as Python does."""

import subprocess
import sys

import pytest

from plugins.workbench.paths import CHECKOUT

_ENDING = """
import atexit, threading
from plugins.workbench.ending import end
atexit.register(print, "cleaned up")
print("built", end="")
{more}
end({code}, is_over={is_over})
"""
_WAITING = "threading.Thread(target=threading.main_thread().join).start()"


@pytest.mark.parametrize(
    ("code", "is_over", "more", "said"),
    [
        (0, True, "", "built"),
        (1, True, "", "builtcleaned up\n"),
        (0, False, "", "builtcleaned up\n"),
        (0, True, _WAITING, "builtcleaned up\n"),
        (0, True, "import sys; print(end='', flush=True); sys.stdout = None", "built"),
    ],
)
def test_all_that_was_said_is_said_before_the_end(code: int, is_over: bool, more: str, said: str) -> None:
    program = _ENDING.format(code=code, is_over=is_over, more=more)
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=CHECKOUT, capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    assert (run.returncode, run.stdout, run.stderr) == (code, said, "")
