"""The warm server of a run of tests: begun before the first test, by whichever process comes first, and ended with it."""

import os
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

from plugins.workbench.paths import CHECKOUT
from tests.support.at_start.handing_over import VARIABLE
from tests.support.warm.html_checker import ask_instead_of_java, write_script


class WarmServer:
    """Its address stands in the environment of all that is started from now on."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="diary-warm-")
        write_script(Path(self._folder.name))
        address = str(Path(self._folder.name) / "socket")
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listening:
            listening.bind(address)
            listening.listen(64)  # Whoever comes before the server has started waits for it.
            handle = listening.fileno()
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.support.warm.server", str(handle), self._folder.name],
                cwd=CHECKOUT,
                stdin=subprocess.PIPE,
                pass_fds=[handle],
                start_new_session=True,  # Ctrl-C is for the tests; they end it.
            )
        os.environ[VARIABLE] = address

    def end(self) -> None:
        """End it, and what still runs in it."""
        del os.environ[VARIABLE]
        self._process.communicate()
        self._folder.cleanup()


def begun() -> WarmServer | None:
    """A server, where there is none yet and this system can fork."""
    return WarmServer() if sys.platform == "linux" and VARIABLE not in os.environ else None


def ask_the_html_checker_that_stays() -> None:
    """In the place of one that each last look of this process starts, where there is a server."""
    if VARIABLE in os.environ:
        ask_instead_of_java(Path(os.environ[VARIABLE]).parent)
