"""What a system lacks that some tests need: each with its reason, and here alone.

Windows has not run these tests yet; what is marked here is what is known to be missing there.
"""

import signal
import subprocess
import sys

import pytest

WINDOWS = sys.platform == "win32"

needs_signals = pytest.mark.skipif(WINDOWS, reason="Windows has no signals to send to another process")
needs_posix_files = pytest.mark.skipif(WINDOWS, reason="Windows keeps rights, links and pipes otherwise")
needs_posix_shell = pytest.mark.skipif(WINDOWS, reason="what is tried here is run by a POSIX shell, on a Linux machine")
needs_forks = pytest.mark.skipif(WINDOWS, reason="Windows cannot go on from a process that has loaded all")
needs_warm_starts = pytest.mark.skipif(sys.platform != "linux", reason="programs run warm on Linux alone")
needs_open_files = pytest.mark.skipif(sys.platform != "linux", reason="which file is open, Linux alone tells (/proc)")
needs_whole_loopback = pytest.mark.skipif(sys.platform != "linux", reason="others have one address of 127.0.0.0/8")
needs_full_device = pytest.mark.skipif(sys.platform != "linux", reason="Linux alone has a device that is full")
needs_timers = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no timers to bound with")

HANG_UP = getattr(signal, "SIGHUP", signal.SIGTERM)
"""What a terminal sends that is closed; Windows has none."""


def skip_where_no_server_runs(program: str) -> None:
    """nginx, sshd and rsync are for servers, which are no Windows machines; to publish from Windows is `sftp:`."""
    if WINDOWS:
        pytest.skip(reason=f"{program} is driven here as on a server, and no diary is served from Windows")


def ask_to_stop(process: "subprocess.Popen[str]") -> None:
    """Press Ctrl-C; on Windows, where that reaches the whole window, end the process."""
    if WINDOWS:
        process.terminate()
    else:
        process.send_signal(signal.SIGINT)
