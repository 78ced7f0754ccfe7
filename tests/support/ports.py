"""Ports on loopback, for servers that a test starts."""

import socket
import subprocess
import time


def free_port() -> int:
    """A port that nobody listened on just now."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


def wait_for(port: int, process: "subprocess.Popen[bytes]", *, seconds: float = 20) -> None:
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
