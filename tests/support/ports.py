"""Ports on loopback, for servers that a test starts."""

import socket
import subprocess
import time

from plugins.preview.ports import set_aside
from tests.support.waiting import PATIENCE


def free_port() -> int:
    """A port for a server that cannot choose one itself."""
    return set_aside(0)


def wait_for(port: int, process: "subprocess.Popen[bytes]", *, seconds: float = PATIENCE) -> None:
    """Wait until somebody listens there; the process that should must not have ended."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        assert process.poll() is None, f"{process.args!r} ended with code {process.returncode}"
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    raise TimeoutError(f"nobody listens on port {port}")
