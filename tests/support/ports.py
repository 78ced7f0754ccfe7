"""Ports on loopback, for servers that a test starts."""

import socket
import subprocess
import time

from tests.support.waiting import PATIENCE


def free_port() -> int:
    """A port for a server that cannot choose one itself.

    One connection is made to it and closed from its side. The system then hands the port to nobody who asks for any,
    for a minute, and still lets a server take it that asks for this one (`SO_REUSEADDR`, which servers set).
    """
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = int(listening.getsockname()[1])
        with socket.create_connection(("127.0.0.1", port)) as visitor:
            listening.accept()[0].close()
            visitor.recv(1)
    return port


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
