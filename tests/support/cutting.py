"""A way to a server that breaks: a proxy on loopback that cuts everything after so many bytes, then lets nobody through."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_PIECE = 4096


class Cut:
    """How many bytes from the client still pass; what has passed can be looked at, piece by piece."""

    def __init__(self, port: int, server: int, passes: int) -> None:
        self.port = port
        self.passed: list[bytes] = []
        self._server = server
        self._left = passes
        self._open: list[socket.socket] = []
        self._one_at_a_time = threading.Lock()

    @property
    def is_cut(self) -> bool:
        return self._left <= 0

    def take(self, client: socket.socket) -> None:
        """Let one client through, as far as it goes."""
        if self.is_cut:
            client.close()
            return
        server = socket.create_connection(("127.0.0.1", self._server))
        self._open += [client, server]
        threading.Thread(target=self._copy, args=(client, server, True), daemon=True).start()
        threading.Thread(target=self._copy, args=(server, client, False), daemon=True).start()

    def close(self) -> None:
        for each in self._open:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()
        self._open.clear()

    def _copy(self, source: socket.socket, to: socket.socket, counted: bool) -> None:
        with suppress(OSError):
            while piece := source.recv(_PIECE):
                if counted and not self._may_pass(piece):
                    break
                to.sendall(piece)
        for each in (source, to):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def _may_pass(self, piece: bytes) -> bool:
        with self._one_at_a_time:
            self._left -= len(piece)
            self.passed.append(piece)
            if self.is_cut:
                self.close()
            return not self.is_cut


@contextmanager
def cutting(server: int, *, after: int) -> Iterator[Cut]:
    """A port that leads to the server's until `after` bytes have gone there."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        cut = Cut(int(listening.getsockname()[1]), server, after)

        def accept() -> None:
            with suppress(OSError):
                while True:
                    cut.take(listening.accept()[0])

        threading.Thread(target=accept, daemon=True).start()
        try:
            yield cut
        finally:
            cut.close()
            with suppress(OSError):
                listening.shutdown(socket.SHUT_RDWR)
