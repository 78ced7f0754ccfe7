"""The last good build on loopback, with the newest findings laid over it.

The built files stay as they are: what the preview adds is put into a page on its way out.
"""

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, replace
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import socket
from threading import Event
from typing import TypeAlias
from urllib.parse import parse_qs, quote, unquote

from plugins.author.server import STATIC as AUTHOR_STATIC
from plugins.engine.page import Offered
from plugins.headers import media_type
from plugins.preview.build_events import BuildEvent, BuildEvents
from plugins.preview.framed import PRINTED, as_printed, without_embeds
from plugins.preview.lookup import file_name, offered_page, place_of
from plugins.preview.making import made
from plugins.preview.page_state import PageState
from plugins.preview.pages import ADDRESSES, Form, finding_lines, findings_page, frame_page, overlay, state_at
from plugins.problems import verdict
from plugins.records import dataclass

_OWN_FILES = Path(__file__).parent / "static"
_STYLES = Path(__file__).resolve().parents[2] / "theme" / "static" / "css"
_HOSTS = {"localhost", "127.0.0.1", "[::1]"}
_FRAMES = {
    ADDRESSES.phone: ("phone.html", "On a phone", ""),
    ADDRESSES.printed: ("printed.html", "On paper", PRINTED),
}
_HEARTBEAT = 5.0
Foot: TypeAlias = Callable[[str], bytes]
"""The bar at the foot of the page with this address below the root of the diary."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent back."""

    status: HTTPStatus
    kind: str
    content: bytes


class PreviewServer(ThreadingHTTPServer):
    """Serves what is `offered`, `folder` and the newest of `events` until it is told to stop.

    A page of it loads nothing of another company: what would be embedded is a box with its name.

    What `foot` and `form` tell leads from its pages to the desk.
    """

    daemon_threads = True

    def __init__(self, port: int, folder: Path, events: BuildEvents, *, foot: Foot, form: Form) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.folder = folder
        self.offered = Offered()
        self.foot = foot
        self.form = form
        self.events = events
        self.stopping = Event()

    def shutdown(self) -> None:
        """Stop, and let those who wait for an event go."""
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
        if not self._is_from_here():
            return
        path = unquote(self.path.partition("?")[0])
        own: dict[str, Callable[[], None]] = {
            ADDRESSES.events: self._events,
            ADDRESSES.findings: self._findings,
        }
        if path in own:
            own[path]()
        elif path in _FRAMES:
            self._frame(path)
        elif path == ADDRESSES.bar_styles:
            self._file(AUTHOR_STATIC, "/bar.css")
        elif path == ADDRESSES.tokens:
            self._file(_STYLES, "/tokens.css")
        elif path.startswith("/_preview/"):
            self._file(_OWN_FILES, path.removeprefix("/_preview"))
        elif self.server.events.latest.good_builds == 0:
            self._findings()
        else:
            self._file(self.server.folder, path)

    do_HEAD = do_GET  # noqa: N815 - the name that http.server calls

    def do_POST(self) -> None:
        if self._is_from_here():
            self.close_connection = True  # What is left of the question is not read.
            self._answer(Answer(HTTPStatus.BAD_REQUEST, "text/plain", b"The preview takes no such question.\n"))

    def _is_from_here(self) -> bool:
        """Whether a page of this computer asks; one of elsewhere, whose name was made to lead here, is turned away."""
        host = (self.headers.get("Host") or "").rpartition(":")
        if (host[0] or host[2]) in _HOSTS:
            return True
        self.close_connection = True
        self._answer(Answer(HTTPStatus.FORBIDDEN, "text/plain", b"This preview answers this computer alone.\n"))
        return False

    def log_message(self, *_arguments: object) -> None:
        """Requests are not worth a line."""

    def _file(self, folder: Path, path: str) -> None:
        root = folder.resolve()
        # Asked before the page is read or made: what comes may be newer than this says, and never older.
        latest, offered = self.server.events.latest, self.server.offered if folder is self.server.folder else Offered()
        status, file, content = HTTPStatus.OK, place_of(root, path), b"There is no such page.\n"
        page, leads_on = offered_page(offered.pages, path)
        if leads_on or (not page and file and file.is_dir() and not path.endswith("/")):
            self._redirect(f"/{quote(path.strip('/'))}/")
            return
        if file and file.is_dir():
            file = file / "index.html"
        if not page and (not file or not file.is_file()):
            if (found := self._made(offered, file_name(path), HTTPStatus.OK)).kind:
                self._answer(found)
                return
            page, file = "404.html" if "404.html" in offered.pages else "", root / "404.html"
            status = HTTPStatus.NOT_FOUND
        if page:
            answer = self._made(offered, page, status)
            status, content = answer.status, answer.content
        elif file:
            with suppress(OSError):
                content = file.read_bytes()
        name = page or str(file)
        if name.endswith(".html") and folder is self.server.folder:
            content = self._with_foot(content, path, latest)
        self._answer(Answer(status, media_type(name), as_printed(content) if self.path.endswith(PRINTED) else content))

    def _made(self, offered: Offered, path: str, status: HTTPStatus) -> Answer:
        """A page or a file, of no kind where an address names none; where the software fails over it, who says so."""
        content, failure = made(offered, path, self.server.events)
        if failure:
            event = replace(self.server.events.latest, failure=failure)
            return Answer(HTTPStatus.INTERNAL_SERVER_ERROR, media_type(".html"), findings_page(event, self.server.form))
        return Answer(status, "" if content is None else media_type(path), content or b"")

    def _with_foot(self, content: bytes, path: str, latest: BuildEvent) -> bytes:
        """A page of the diary with the bar, and what was found, below it; in a frame it stands alone."""
        page = path.strip("/") + "/"
        is_framed = self.headers.get("Sec-Fetch-Dest") == "iframe"
        foot = b"" if is_framed else overlay(latest, page, self.server.form, content) + self.server.foot(page)
        return without_embeds(content).replace(b"</body>", foot + b"</body>")

    def _frame(self, path: str) -> None:
        """A page of the diary as a phone shows it, or as it is printed."""
        page = parse_qs(self.path.partition("?")[2]).get("page", [""])[0].strip("/")
        is_offered = offered_page(self.server.offered.pages, f"/{page}".rstrip("/") + "/")[0]
        if not is_offered and place_of(self.server.folder.resolve(), f"/{page}") is None:
            self._file(self.server.folder, "/404.html")
            return
        template, title, query = _FRAMES[path]
        content = frame_page(template, title, f"{page}/" if page else "", query=query)
        foot = self.server.foot(f"{page}/")
        self._answer(Answer(HTTPStatus.OK, "text/html", content.replace(b"</body>", foot + b"</body>")))

    def _redirect(self, where: str) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", where)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _findings(self) -> None:
        page = findings_page(self.server.events.latest, self.server.form)
        self._answer(Answer(HTTPStatus.OK, "text/html; charset=utf-8", page))

    def _answer(self, answer: Answer) -> None:
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.kind)
        self.send_header("Content-Length", str(len(answer.content)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("Content-Security-Policy", "script-src 'self'; frame-src 'self'; object-src 'none'")
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.content)

    def _events(self) -> None:
        """Server-sent events [WHATWG HTML 9.2]: the newest at once, then whenever there is any."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        event: BuildEvent | None = self.server.events.latest
        number = event.number if event else 0
        page = parse_qs(self.path.partition("?")[2]).get("page", [""])[0]
        while not self.server.stopping.is_set():
            self.wfile.write(f"data: {self._news(event, page)}\n\n".encode() if event else b": still here\n\n")
            self.wfile.flush()
            event = self.server.events.wait_for_newer(number, seconds=_HEARTBEAT)
            number = event.number if event else number

    def _news(self, event: BuildEvent, address: str) -> str:
        """An event for who has the page of this address open: with what that says now, where there is such a page."""
        offered, state = self.server.offered, PageState()
        page, leads_on = offered_page(offered.pages, unquote(address))
        if page and not leads_on:
            content, failure = made(offered, page, self.server.events)
            below = unquote(address).strip("/") + "/"
            state = state if failure else state_at(event, below, self.server.form, content or b"")
        return event_json(event, self.server.form, state)


def event_json(event: BuildEvent, form: Form, page: PageState) -> str:
    """An event as the overlay reads it."""
    problems = [asdict(line) for line in finding_lines(event, form, stops=True)]
    news = {"number": event.number, "good_builds": event.good_builds, "problems": problems, "failure": event.failure}
    said = {**news, "shown": event.is_good, "verdict": verdict(event.problems), "page": asdict(page)}
    return json.dumps(said, ensure_ascii=False)
