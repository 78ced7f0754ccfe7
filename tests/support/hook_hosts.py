"""A CI on loopback: it keeps what it is asked, and answers as a test wants."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


@dataclass
class HookHost:
    """`status` is what it answers; `asked` holds path, headers (names in small letters) and body of each request."""

    address: str = ""
    status: int = 204
    location: str = ""
    asked: list[tuple[str, Mapping[str, str], str]] = field(default_factory=list)


@contextmanager
def hook_host() -> Iterator[HookHost]:
    """Listen until the end of the block."""
    host = HookHost()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode("utf-8")
            host.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}, body))
            self.send_response(host.status)
            if host.location:
                self.send_header("Location", host.location)
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_GET = do_POST  # noqa: N815 - the name that http.server calls

        def log_message(self, *_told: object) -> None:
            """Stay quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        host.address = f"http://127.0.0.1:{server.server_port}/"
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield host
        finally:
            server.shutdown()
            thread.join()
