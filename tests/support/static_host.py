"""A folder on loopback, served as a plain static host serves it.

A folder's address shows its `index.html`, an address that leads nowhere shows `404.html` with status 404,
folders are not listed, and the site may stand below a path, as project sites do.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any


@contextmanager
def serve(folder: Path, *, below: str = "/") -> Iterator[str]:
    """Serve `folder` until the end of the block; the address ends in a slash. `below` is such as "/blog/"."""
    handler = partial(_StaticFiles, directory=str(folder), below=below)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{below}"
        finally:
            server.shutdown()
            thread.join()


class _StaticFiles(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    extensions_map = {  # noqa: RUF012 - the parent's own name and kind.
        **SimpleHTTPRequestHandler.extensions_map,
        ".ics": "text/calendar; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".txt": "text/plain; charset=utf-8",
        ".xml": "application/xml",
    }

    def __init__(self, *arguments: Any, below: str, **keywords: Any) -> None:
        self._below = below
        super().__init__(*arguments, **keywords)

    def send_head(self) -> Any:
        """Answer; outside the site's path there is nothing."""
        if self.path.startswith(self._below):
            return super().send_head()
        return self.send_error(HTTPStatus.NOT_FOUND)

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(self._below))

    def list_directory(self, path: Any) -> None:
        """Refuse: a static host shows no lists of files."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, format: str, *arguments: Any) -> None:  # noqa: A002 - the parent's own name.
        """Stay quiet."""
