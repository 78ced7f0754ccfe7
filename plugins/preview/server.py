"""The last good build on loopback, with the newest findings laid over it.

The built files stay as they are: what the preview adds is put into a page on its way out.
"""

import json
import mimetypes
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import socket
from threading import Event
from urllib.parse import unquote, urlsplit

from plugins.preview.bulletin import Bulletin, News
from plugins.preview.findings_page import findings_page

_OWN_FILES = Path(__file__).parent / "static"
_HOSTS = {"localhost", "127.0.0.1", "[::1]"}
_HEARTBEAT = 5.0
_TYPES = {
    ".ics": "text/calendar; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".xml": "application/xml",
}
_ADDED = (
    b'<link rel="stylesheet" href="/_preview/overlay.css">'
    b'<script type="module" src="/_preview/overlay.js"></script>'
    b'<noscript><p><a href="/_preview/findings">What is to be mended in the diary</a></p></noscript>'
)


class PreviewServer(ThreadingHTTPServer):
    """Serves `folder` with the news of `bulletin` until it is told to stop."""

    daemon_threads = True

    def __init__(self, port: int, folder: Path, bulletin: Bulletin) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.folder = folder
        self.bulletin = bulletin
        self.stopping = Event()

    def shutdown(self) -> None:
        """Stop, and let those who wait for news go."""
        self.stopping.set()
        super().shutdown()

    def handle_error(self, request: socket | tuple[bytes, socket], client_address: object) -> None:
        """A reader who closed the window is no error."""


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer
    protocol_version = "HTTP/1.1"
    server_version = "preview"
    sys_version = ""

    def do_GET(self) -> None:
        host = (self.headers.get("Host") or "").rpartition(":")
        if (host[0] or host[2]) not in _HOSTS:
            self._answer(HTTPStatus.FORBIDDEN, "text/plain", b"This preview answers this computer alone.\n")
            return
        path = unquote(urlsplit(self.path).path)
        own: dict[str, Callable[[], None]] = {
            "/_preview/events": self._events,
            "/_preview/findings": self._findings,
        }
        if path in own:
            own[path]()
        elif path.startswith("/_preview/"):
            self._file(_OWN_FILES, path.removeprefix("/_preview/"))
        elif self.server.bulletin.news.edition == 0:
            self._findings()
        else:
            self._file(self.server.folder, path.lstrip("/"))

    do_HEAD = do_GET  # noqa: N815 - the name that http.server calls

    def log_message(self, *_arguments: object) -> None:
        """Requests are not worth a line."""

    def _file(self, folder: Path, name: str) -> None:
        root = folder.resolve()
        file = (root / name).resolve()
        if file.is_dir() and (not name or name.endswith("/")):
            file = file / "index.html"
        elif file.is_dir() and root in file.parents:
            self._redirect(f"/{name}/")
            return
        status = HTTPStatus.OK
        if not file.is_file() or (root not in file.parents):
            status, file = HTTPStatus.NOT_FOUND, root / "404.html"
        try:
            content = file.read_bytes()
        except OSError:
            content = b"There is no such page.\n"
        kind = _TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        if file.suffix == ".html" and folder is self.server.folder:
            content = content.replace(b"</body>", _ADDED + b"</body>")
        self._answer(status, kind, content)

    def _redirect(self, where: str) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", where.replace("\r", "").replace("\n", ""))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _findings(self) -> None:
        self._answer(HTTPStatus.OK, "text/html; charset=utf-8", findings_page(self.server.bulletin.news).encode())

    def _answer(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(content)

    def _events(self) -> None:
        """Server-sent events [WHATWG HTML 9.2]: the news at once, then whenever there is any."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        news: News | None = self.server.bulletin.news
        number = news.number if news else 0
        while not self.server.stopping.is_set():
            self.wfile.write(f"data: {told(news)}\n\n".encode() if news else b": still here\n\n")
            self.wfile.flush()
            news = self.server.bulletin.after(number, seconds=_HEARTBEAT)
            number = news.number if news else number


def told(news: News) -> str:
    """News as the overlay reads it."""
    problems = [
        {"where": f"{p.source}, line {p.line}" if p.line else p.source, "field": p.field, "message": p.message}
        for p in sorted(set(news.problems))
        if p.stops
    ]
    return json.dumps(
        {"number": news.number, "edition": news.edition, "problems": problems, "failure": news.failure},
        ensure_ascii=False,
    )
