"""Paths as somebody writes them who wants a reader sent elsewhere, and where a browser would go."""

import re
import socket
from dataclasses import dataclass

from hypothesis import strategies as st

_SLASHES = (
    "/",
    "//",
    "///",
    "\\",
    "/\\",
    "\\/",
    "%2F",
    "%5C",
    "/%5C",
    "/%2F",
    "/%09/",
    "/%0d%0a",
    "/\t/",
    "/.",
    "/..",
    "/..%2F",
    "/%2e%2e/",
    "/;/",
    "@",
)
_PLACES = (
    "evil.example",
    "posts",
    "posts/hello",
    "workshops",
    "css",
    "http:",
    "https:",
    "javascript:alert(1)",
    "%00",
    "a" * 300,
    "[",
    "?",
    "#",
    "%",
    "%zz",
    "%u2215",
    "é",
    "%F0%9F",
    "",
    ":",
    "C:",
    "_preview",
    "photo",
    "moderate",
    "answer",
)
paths = st.lists(st.tuples(st.sampled_from(_SLASHES), st.sampled_from(_PLACES)), min_size=1, max_size=6).map(
    lambda parts: "".join(map("".join, parts))
)
KNOWN = (
    "/%5Cevil.example/..%2Fposts", "/\\evil.example/..%2Fposts", "//evil.example/%2e%2e/posts", "//evil.example/..%2fposts",
    "/%5C%5Cevil.example/../posts", "/%2F%2Fevil.example/..%2Fposts", "/%09/evil.example/..%2Fposts", "/%0d%0aLocation:%20https://evil.example/..%2Fposts",
    "/.%2Fposts", "/posts/..%2Fposts", "/posts%2F..", "/..%5Cposts", "/posts%00", "http://[", "//[", "https://evil.example/posts", "/%2F/posts",
)  # fmt: skip
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]{2}", re.IGNORECASE)


@dataclass(frozen=True)
class Answered:
    """The status of an answer (0: none), every `Location` of it, and the address of the server itself."""

    status: int
    locations: tuple[str, ...]
    server: str

    @property
    def leads_elsewhere(self) -> bool:
        """Whether a browser would leave the host: it drops tabs and line ends, and takes `\\` for `/` [URL, 4.4]."""
        read = (re.sub(r"[\t\r\n]", "", where).strip() for where in self.locations)
        return any(_ELSEWHERE.match(where) and not where.startswith(self.server) for where in read)


def asked(port: int, path: str) -> Answered:
    """What a server on loopback answers to a path, sent as it is, letter by letter."""
    target = "".join(f"%{ord(letter):02X}" if letter in " \r\n" else letter for letter in path)
    request = f"GET {target} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n"
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(request.encode("utf-8"))
        answer = b"".join(iter(lambda: connection.recv(65_536), b""))
    head = answer.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
    status = re.match(r"HTTP/1\.[01] (\d{3})", head[0])
    found = (line.partition(":") for line in head[1:])
    where = tuple(value.strip() for name, _, value in found if name.lower() == "location")
    return Answered(int(status[1]) if status else 0, where, f"http://localhost:{port}/")
