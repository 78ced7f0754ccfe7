"""A program run to its end, and what Ctrl-C does meanwhile. Each is tried in a process of its own, since signals go to one."""

import signal
import subprocess
import sys
from collections.abc import Sequence

from plugins.workbench.paths import CHECKOUT
from tests.support.systems import needs_signals

pytestmark = needs_signals

_PRESSED = "import os, signal; os.kill(os.getppid(), signal.SIGINT); "
_STUBBORN = "import signal, time; signal.signal(signal.SIGINT, signal.SIG_IGN); "


def ran(lines: str, *programs: str) -> Sequence[str]:
    """What `lines` print: a program that has `exit_code` and `run`, which runs one of our programs in Python."""
    written = (
        "import signal, sys\n"
        "from plugins.workbench import process\n"
        f"programs = {programs!r}\n"
        "def run(number): return process.exit_code([sys.executable, '-c', programs[number]])\n"
        f"{lines}\n"
    )
    command = [sys.executable, "-c", written]
    run = subprocess.run(command, cwd=CHECKOUT, capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert (run.returncode, run.stderr) == (0, "")
    return run.stdout.splitlines()


def test_ctrl_c_in_the_moment_in_which_the_program_begins_and_ends_loses_no_exit_code() -> None:
    assert ran("print([run(0) for _ in range(25)])", f"{_PRESSED}os._exit(7)") == [str([7] * 25)]


def test_a_program_that_says_no_goodbye_is_ended_after_a_while() -> None:
    stubborn = f"{_STUBBORN}import os; os.kill(os.getppid(), signal.SIGINT); time.sleep(60)"
    assert ran("process._GOODBYE_SECONDS = 0.2\nprint(run(0))", stubborn) == [str(128 + signal.SIGTERM)]


def test_ctrl_c_a_second_time_ends_it_at_once() -> None:
    twice = "import os; os.kill(os.getppid(), signal.SIGINT); time.sleep(0.2); os.kill(os.getppid(), signal.SIGINT)"
    assert ran("print(run(0))", f"{_STUBBORN}{twice}; time.sleep(60)") == [str(128 + signal.SIGTERM)]


def test_what_ignores_ctrl_c_goes_on_ignoring_it_and_all_else_is_as_before() -> None:
    assert ran(
        "run(0)\nprint(signal.getsignal(signal.SIGINT) is signal.default_int_handler)\n"
        "signal.signal(signal.SIGINT, signal.SIG_IGN)\nprint(run(1))",
        "pass",
        "import signal, sys; sys.exit(3 if signal.getsignal(signal.SIGINT) is signal.SIG_IGN else 4)",
    ) == ["True", "3"]
