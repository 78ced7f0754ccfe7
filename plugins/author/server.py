"""The desk on a port of its own, for this computer alone. It serves no page of the diary."""

import socketserver
from collections.abc import Callable, Iterable
from contextlib import suppress
from http import HTTPStatus
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer
from zoneinfo import ZoneInfo

from werkzeug.exceptions import HTTPException

from plugins.author.bar import WaitingComments, bar
from plugins.author.checked import Checked
from plugins.author.editor import Editor
from plugins.author.http import PhotoUpload, Request, Response, Upload, text_response
from plugins.author.pages import ADDRESSES
from plugins.author.rearranging.plan import NotChanged, Rearranging
from plugins.headers import media_type

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

STATIC = Path(__file__).parent / "static"
_THEME = Path(__file__).resolve().parents[2] / "theme" / "static"
_OF_THE_DIARY = ("utilities", "ledger", "components/sign", "components/bar", "components/ballot", "components/feedback")
"""The diary's own style sheets for what is shown at the desk as readers will see it."""
_OWN_FILES = {
    **{f"/{sheet.name}": sheet for sheet in STATIC.glob("*.css")},
    **{f"/{script.name}": script for script in STATIC.glob("*.js")},
    ADDRESSES.tokens: _THEME / "css" / "tokens.css",
    ADDRESSES.signs: _THEME / "images" / "signs.svg",
}
_ALWAYS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class _Server(socketserver.ThreadingMixIn, WSGIServer):
    daemon_threads = True

    def server_bind(self) -> None:
        """Without a question to the network for the name of this computer."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = "localhost", self.server_address[1]
        self.setup_environ()

    def handle_error(self, request: object, client_address: object) -> None:
        """A reader who closed the window is no error."""


class _Handler(WSGIRequestHandler):
    timeout = 30

    def log_message(self, *_arguments: object) -> None:
        """Requests are not worth a line."""


class EditorServer:
    """Serves the desk of a content folder until it is told to stop; raises OSError when the port is taken.

    `checked` tells what the newest check of the whole diary found, `comments` how many wait to be read. What was kept
    too long is looked for each `purge_every` seconds.
    """

    def __init__(
        self,
        port: int,
        content: Path,
        zone: ZoneInfo,
        checked: Callable[[], Checked] = Checked,
        comments: Callable[[], WaitingComments | None] = lambda: None,
        *,
        purge_every: float = 3600.0,
    ) -> None:
        self.content = content.resolve()
        self._editor = Editor(self.content, zone, checked)
        self._checked, self._comments = checked, comments
        self._purge_every, self._stopping = purge_every, Event()
        self._purge()
        with suppress(NotChanged):  # Its page says so, too.
            Rearranging(self.content, self._editor.keeping).finish()
        self._server = _Server(("127.0.0.1", port), _Handler)
        self._server.set_app(self._answered)
        self.port = self._server.server_port
        self._hosts = {f"{name}:{self.port}" for name in ("localhost", "127.0.0.1")}

    def show_how_it_looks(self, preview: str) -> None:
        """Lead from the page Publish to pages as the preview at this address shows them."""
        self._editor.publishing.preview = preview

    @property
    def address(self) -> str:
        return f"http://localhost:{self.port}/"

    def start(self) -> None:
        Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()
        Thread(target=self._purge_again, daemon=True).start()

    def stop(self) -> None:
        self._stopping.set()
        self._server.shutdown()
        self._server.server_close()

    def _purge_again(self) -> None:
        while not self._stopping.wait(self._purge_every):
            self._purge()

    def _purge(self) -> None:
        """What was kept too long goes; what cannot be taken away now is tried again, and stops nobody."""
        with suppress(OSError):
            self._editor.keeping.purge()

    def _answered(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        try:
            response = self._response(_request(environ))
        except HTTPException as refused:
            response = text_response(
                "The desk takes no such question.\n", HTTPStatus(refused.code or HTTPStatus.BAD_REQUEST)
            )
        for name, value in _ALWAYS.items():
            response.headers.setdefault(name, value)
        return response(environ, start_response)

    def _response(self, request: Request) -> Response:
        """Whoever asks under another name, or from a page of elsewhere that the browser shows, is turned away."""
        origin = request.headers.get("Origin")
        if request.headers.get("Host") not in self._hosts:
            return text_response("This desk answers this computer alone.\n", HTTPStatus.FORBIDDEN)
        if request.method == "POST" and origin not in {f"http://{host}" for host in self._hosts}:
            return text_response("This did not come from a page of your editor.\n", HTTPStatus.FORBIDDEN)
        if request.path in _OWN_FILES:
            file = _OWN_FILES[request.path]
            return Response(file.read_bytes(), content_type=media_type(file.name))
        if request.path == ADDRESSES.shown_styles:
            sheets = ((_THEME / "css" / f"{name}.css").read_bytes() for name in _OF_THE_DIARY)
            return Response(b"".join(sheets), content_type=media_type("shown.css"))
        return self._with_bar(self._editor.answer(request), request.path)

    def _with_bar(self, response: Response, here: str) -> Response:
        """A page with the bar at its foot."""
        if response.mimetype == "text/html":
            to_mend = self._checked().to_mend
            foot = bar(author="", styles=ADDRESSES.bar_styles, to_mend=to_mend, comments=self._comments(), here=here)
            response.set_data(response.get_data().replace(b"</body>", foot + b"</body>"))
        return response


def _request(environ: "WSGIEnvironment") -> Request:
    kinds: dict[str, type[Request]] = {
        **dict.fromkeys((ADDRESSES.imported, ADDRESSES.story_document), Upload),
        ADDRESSES.photos_added: PhotoUpload,
    }
    return kinds.get(environ.get("PATH_INFO", ""), Request)(environ)
