"""A form as a browser would send it: read off a page, filled in, sent to a desk on loopback."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.client import HTTPConnection, HTTPResponse, IncompleteRead
from urllib.parse import urlencode

FORM_TYPE = "application/x-www-form-urlencoded"


@dataclass
class Form:
    """What stands in the fields of a page's form, in order. A name that has several values has several pairs."""

    pairs: list[tuple[str, str]]
    boxes: dict[str, list[str]]
    """The values of the boxes that can be ticked, by name."""
    buttons: list[str]

    def value(self, name: str) -> str:
        return next(value for each, value in self.pairs if each == name)

    def having(self, **changes: str) -> list[tuple[str, str]]:
        """The pairs with these values; two underscores stand for a dot."""
        named = {name.replace("__", "."): value for name, value in changes.items()}
        missing = set(named) - {name for name, _ in self.pairs} - {"do"}
        assert not missing, f"the form has no {missing}"
        pairs = [(name, named.get(name, value)) for name, value in self.pairs]
        return [*pairs, ("do", named.get("do", "save"))]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.form = Form([], {}, [])
        self._open: tuple[str, str] | None = None
        self._text: list[str] = []
        self._select: tuple[str, str | None] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        have = {name: value or "" for name, value in attrs}
        if tag == "input" and "name" in have:
            kind = have.get("type", "text")
            if kind in ("checkbox", "radio"):
                self.form.boxes.setdefault(have["name"], []).append(have.get("value", "on"))
            if kind not in ("checkbox", "radio") or "checked" in have:
                self.form.pairs.append((have["name"], have.get("value", "")))
        elif tag == "textarea":
            self._open, self._text = (tag, have["name"]), []
        elif tag == "select":
            self._select = (have["name"], None)
        elif tag == "option" and self._select:
            name, chosen = self._select
            self.form.boxes.setdefault(name, []).append(have.get("value", ""))
            if chosen is None or "selected" in have:
                self._select = (name, have.get("value", ""))
        elif tag == "button" and have.get("name") == "do":
            self.form.buttons.append(have["value"])

    def handle_data(self, data: str) -> None:
        self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._open:
            self.form.pairs.append((self._open[1], "".join(self._text).removeprefix("\n")))
            self._open = None
        elif tag == "select" and self._select:
            self.form.pairs.append((self._select[0], self._select[1] or ""))
            self._select = None


def read_form(page: str) -> Form:
    reader = _Reader()
    reader.feed(page)
    return reader.form


@dataclass
class Answer:
    status: int
    text: str
    headers: dict[str, str] = field(default_factory=dict)
    content: bytes = b""

    @property
    def form(self) -> Form:
        return read_form(self.text)


@dataclass
class Visitor:
    """Somebody at a desk's port; a page of the desk unless another `origin` is named."""

    port: int
    origin: str = ""
    host: str = ""

    def get(self, address: str) -> Answer:
        return self._asked("GET", address, None)

    def post(self, address: str, pairs: list[tuple[str, str]]) -> Answer:
        """Sent, and where a redirect leads, gone there."""
        answer = self.send(address, urlencode([(name, value.replace("\n", "\r\n")) for name, value in pairs]))
        return self.get(answer.headers["Location"]) if answer.status == 303 else answer

    def send(self, address: str, body: str, media_type: str = FORM_TYPE) -> Answer:
        return self._asked("POST", address, body, media_type)

    def send_files(
        self, address: str, fields: dict[str, str], files: dict[str, bytes], called: str = "files"
    ) -> Answer:
        """Files by their names, as a browser's form sends those of its field of files."""
        parts = [("token", "", self.token), *((name, "", value) for name, value in fields.items())]
        body = b"".join(_part(field, name, value.encode()) for field, name, value in parts)
        body += b"".join(_part(called, name, data) for name, data in files.items())
        return self._asked("POST", address, body + b"--x--\r\n", "multipart/form-data; boundary=x")

    @property
    def token(self) -> str:
        return self.get("/new").form.value("token")

    def _asked(self, method: str, address: str, body: str | bytes | None, media_type: str = FORM_TYPE) -> Answer:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        host = self.host or f"localhost:{self.port}"
        headers = {"Host": host, "Origin": self.origin or f"http://{host}"}
        if body is not None:
            headers["Content-Type"] = media_type
        connection.request(method, address, body, headers)
        answer: HTTPResponse = connection.getresponse()
        length, content = answer.length, answer.read()
        connection.close()
        if length is None:
            raise IncompleteRead(content)  # Killed in the middle of its headers, which http.client takes for all.
        return Answer(answer.status, content.decode("utf-8", "replace"), dict(answer.getheaders()), content)


def _part(field: str, name: str, data: bytes) -> bytes:
    file = f'; filename="{name}"\r\nContent-Type: image/jpeg' if name else ""
    return f'--x\r\nContent-Disposition: form-data; name="{field}"{file}\r\n\r\n'.encode() + data + b"\r\n"


def every_name(pairs: list[tuple[str, str]]) -> Iterator[str]:
    return (name for name, _ in pairs)
