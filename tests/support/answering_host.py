"""A real HTTP server on loopback that answers as a test says, and remembers what it was asked."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any


@dataclass
class Answer:
    """A status, what comes with it, and a body."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Host:
    """Where the server is, what it answers by path, and what it was asked: method, path, headers, body."""

    address: str = ""
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, str, dict[str, str], bytes]] = field(default_factory=list)

    @property
    def paths(self) -> list[str]:
        return [path for _, path, _, _ in self.asked]


@contextmanager
def answering_host() -> Iterator[Host]:
    """Serve until the end of the block; a path without an answer is 404."""
    host = Host()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            host.asked.append((self.command, self.path, dict(self.headers), self.rfile.read(length)))
            answer = host.answers.get(self.path, Answer(404))
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            self.wfile.write(answer.body)

        do_POST = do_GET  # noqa: N815 - the name that http.server calls

        def log_message(self, *_arguments: Any) -> None:
            """Stay quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        host.address = f"http://127.0.0.1:{server.server_port}/"
        try:
            yield host
        finally:
            server.shutdown()
            thread.join()
