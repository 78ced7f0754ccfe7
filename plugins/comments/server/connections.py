"""How waitress reads a request: what is none is answered, and no log learns whose it was.

The server writes a connection's repr into its log when reading fails, and that of waitress has the peer's address.
"""

import waitress
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser, ParsingError
from waitress.server import BaseWSGIServer

from plugins.comments.server.wsgi import WsgiApplication


class _Parser(HTTPRequestParser):  # type: ignore[misc]  # waitress has no types
    def received(self, data: bytes) -> int:
        """Who sent all already, or what is refused, is answered, and not asked to go on [RFC 9110, 10.1.1]."""
        consumed: int = super().received(data)
        if self.completed:
            self.expect_continue = False
        return consumed

    def parse_header(self, header_plus: bytes) -> None:
        """Addresses such as `http://[`, and lengths of thousands of digits, raise what waitress does not catch."""
        try:
            super().parse_header(header_plus)
        except ValueError:
            raise ParsingError("The request cannot be read") from None


class _Channel(HTTPChannel):  # type: ignore[misc]  # as above
    parser_class = _Parser

    def __repr__(self) -> str:
        return "<a connection>"

    __str__ = __repr__


def listening_server(application: WsgiApplication, **adjustments: object) -> BaseWSGIServer:
    """A server whose every connection is one of ours; a host name may stand for more than one socket."""
    sockets: dict[int, object] = {}
    server = waitress.create_server(application, map=sockets, **adjustments)
    for each in sockets.values():
        if isinstance(each, BaseWSGIServer):
            each.channel_class = _Channel
    return server
