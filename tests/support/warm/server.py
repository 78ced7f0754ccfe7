"""`python -m tests.support.warm.server LISTENING FOLDER`: forks itself for each program that it is handed.

It does so until its input is closed. The folder holds what its programs start for Java.
`tests/support/at_start/handing_over.py` is the other end of each connection.
"""

import array
import contextlib
import gc
import marshal
import os
import selectors
import signal
import socket
import sys
from pathlib import Path

from tests.support.warm.html_checker import HTML_CHECKER, ask_instead_of_java
from tests.support.warm.program import Program, warm_up

_FILES = 3


class Server:
    """The programs that run, each with the connection to whoever waits for it."""

    def __init__(self, listening: socket.socket, folder: Path) -> None:
        self._listening = listening
        self._folder = folder
        self._running: dict[int, socket.socket] = {}
        self._is_warm = False
        self._wakes, wakened = socket.socketpair()
        for each in (self._wakes, wakened):
            each.setblocking(False)
        self._wakened = wakened
        signal.set_wakeup_fd(wakened.fileno())
        signal.signal(signal.SIGCHLD, lambda _number, _frame: None)
        self._selector = selectors.DefaultSelector()
        for file in (self._listening, self._wakes, sys.stdin):
            self._selector.register(file, selectors.EVENT_READ)

    def serve(self) -> Program | None:
        """Wait for programs until the input is closed. Comes back in each fork, with what it is to be."""
        while True:
            for key, _ in self._selector.select():
                if key.fileobj is sys.stdin:
                    self._stop()
                    return None
                if key.fileobj is self._listening:
                    program = self._take(self._listening.accept()[0])
                    if program:
                        return program
                elif key.fileobj is self._wakes:
                    self._wakes.recv(4096)
                    self._reap()
                elif key.data in self._running:
                    self._hand_on(key.data)

    def _take(self, client: socket.socket) -> Program | None:
        """Fork for what a client has started; the program, in the fork."""
        program, files = _received(client)
        if program is None or not program.may_run_warm:
            _close(files)
            client.close()
            return None
        self._warm_up()
        if program.asks_the_html_checker:
            HTML_CHECKER.begin()
        process = os.fork()
        if process == 0:
            self._forget(client)
            for number, file in enumerate(files):
                os.dup2(file, number)
            _close(files)
            return program
        _close(files)
        with contextlib.suppress(OSError):
            client.sendall(b"!")
        self._running[process] = client
        self._selector.register(client, selectors.EVENT_READ, process)
        return None

    def _warm_up(self) -> None:
        """Import all at the first program: many a run of tests starts none."""
        if not self._is_warm:
            warm_up()
            ask_instead_of_java(self._folder)
            gc.collect()
            gc.freeze()  # Forks share what nobody writes to.
            self._is_warm = True

    def _forget(self, client: socket.socket) -> None:
        """In a fork: nothing is left of the server."""
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        self._selector.close()
        for file in (self._listening, self._wakes, self._wakened, client, *self._running.values()):
            file.close()

    def _reap(self) -> None:
        for process, client in tuple(self._running.items()):
            ended, status = os.waitpid(process, os.WNOHANG)
            if ended:
                self._unwatch(client)
                with contextlib.suppress(OSError):
                    client.sendall(status.to_bytes(4, "big"))
                client.close()
                del self._running[process]

    def _hand_on(self, process: int) -> None:
        """Hand a signal on; whoever is gone was killed, and so is the program."""
        client = self._running[process]
        try:
            numbers = client.recv(16)
        except ConnectionError:  # It was killed before it had read all that it was told.
            numbers = b""
        for number in numbers or (signal.SIGKILL,):
            os.kill(process, number)
        if not numbers:
            self._unwatch(client)

    def _unwatch(self, client: socket.socket) -> None:
        if client in self._selector.get_map():
            self._selector.unregister(client)

    def _stop(self) -> None:
        for process in self._running:
            os.kill(process, signal.SIGKILL)
        HTML_CHECKER.end()


def _received(client: socket.socket) -> tuple[Program | None, list[int]]:
    """What a client has started, and its files."""
    client.settimeout(10)
    files = array.array("i")
    try:
        length, ancillary, _, _ = client.recvmsg(4, socket.CMSG_LEN(_FILES * files.itemsize))
        for _, _, data in ancillary:
            files.frombytes(data)
        said = b""
        while len(said) < int.from_bytes(length, "big"):
            said += client.recv(1 << 16) or _gone()
    except OSError:
        return None, list(files)
    client.settimeout(None)
    if len(files) < _FILES:
        return None, list(files)
    told = marshal.loads(said)
    return Program(**told), list(files)


def _gone() -> bytes:
    raise ConnectionResetError


def _close(files: list[int]) -> None:
    for file in files:
        os.close(file)


def main() -> None:
    with socket.socket(fileno=int(sys.argv[1])) as listening:
        program = Server(listening, Path(sys.argv[2])).serve()
    if program:
        program.become()


if __name__ == "__main__":
    main()
