"""A request that is none is answered, and no log of ours tells whose it was."""

import re
import socket
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from waitress.server import BaseWSGIServer

from plugins.comments.server.assembly import Assembled
from plugins.comments.server.connections import listening_server
from tests.support.comment_services import RunningService, running, write_threads

OTHER_CODING = b"POST / HTTP/1.1\r\nTransfer-Encoding: gzip"
REFUSED = {
    b"GET /\t/[ HTTP/1.1": 400,
    b"GET http://[ HTTP/1.1": 400,
    b"GET http://a]b/ HTTP/1.1": 400,
    b"GET http://[zz]/ HTTP/1.1": 400,
    b"GET http://\xe2\x84\x80/ HTTP/1.1": 400,
    b"get / HTTP/1.1": 400,
    b"GET  / HTTP/1.1": 400,
    b"\x16\x03\x01\x02\x00\x01": 400,
    b"GET /%s HTTP/1.1" % (b"a" * 20_000): 431,
    b"GET / HTTP/1.1\r\nX: %s" % (b"a" * 20_000): 431,
    b"GET / HTTP/1.1\r\nX: \x00": 400,
    b"GET / HTTP/1.1\r\nX: a\nY: b": 400,
    b"GET / HTTP/1.1\r\n: b": 400,
    b"POST / HTTP/1.1\r\nContent-Length: %s" % (b"9" * 5_000): 400,
    b"POST / HTTP/1.1\r\nContent-Length: -1": 400,
    b"POST / HTTP/1.1\r\nContent-Length: 4, 4": 400,
    b"POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: x": 400,
    b"POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 99999999": 413,
    b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz": 400,
    b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab": 400,
    b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n%s" % (b"1" * 300_000): 413,
    OTHER_CODING: 501,  # What HTTP wants here [RFC 9112, 6.1].
}
"""Heads, with what follows of a body; an empty line ends each."""
ODD_BYTES = st.binary(max_size=40)
START_LINES = st.sampled_from([head.partition(b"\r\n")[0] for head in REFUSED if len(head) < 1_000])
ODD_LINES = st.sampled_from(
    b"""Content-Length: 0|Content-Length: 0x10|Content-Length:|Content-Length: \xb2|Transfer-Encoding: ,|Host: [
Host: \xff|Host: a@b:c| folded|\tfolded|: none|A b: c|X: \x00|X: a\rb|Expect: 100-continue|Connection: close
Connection: keep-alive|Upgrade: h2c|Cookie: moderator=\xff; =|X-Forwarded-For: ,,[::|Referer: http://[
Origin: http://[|Authorization: Digest a|Accept: \xff/\xfe;q=z|Range: bytes=z|If-None-Match: \"""".replace(
        b"\n", b"|"
    ).split(b"|")
)


def answer_to(port: int, request: bytes) -> tuple[int, str]:
    """The status of the first answer (0: none), and the address that a log would name."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        peer = "{}:{}".format(*connection.getsockname())
        connection.sendall(request)
        found = re.match(rb"HTTP/1\.[01] (\d{3}) ", connection.recv(1_000))
    return int(found[1]) if found else 0, peer


@pytest.mark.parametrize("head", list(REFUSED), ids=range(len(REFUSED)))
def test_a_request_that_is_none_is_answered(service: RunningService, head: bytes) -> None:
    assert answer_to(service.settings.port, head + b"\r\n\r\n")[0] == REFUSED[head]


def test_whoever_asks_whether_to_go_on_and_has_sent_all_is_answered(service: RunningService) -> None:
    head = b"GET /health HTTP/1.1\r\nExpect: 100-continue\r\n\r\n"
    assert answer_to(service.settings.port, head)[0] == 200


def test_whatever_is_sent_gets_an_answer_and_no_log_tells_who_asked(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    write_threads(tmp_path)
    peers: list[str] = []

    @given(START_LINES | ODD_BYTES.filter(bytes.strip), st.lists(ODD_LINES | ODD_BYTES, max_size=4))
    @example(b"GET http://[ HTTP/1.1", [])
    @settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    def is_answered(start: bytes, lines: list[bytes]) -> None:
        status, peer = answer_to(service.settings.port, b"\r\n".join([start, *lines, b"", b""]))
        peers.append(peer)
        assert 200 <= status < 500 or status == REFUSED[OTHER_CODING], (start, lines)

    with running(tmp_path) as service:
        is_answered()
        peers += [answer_to(service.settings.port, head + b"\r\n\r\n")[1] for head in REFUSED]
    logged = capfd.readouterr().err
    assert [each for each in (*peers, "Traceback", "uncaptured", "Error") if each in logged] == []


def test_a_connection_names_nobody_at_whichever_socket_it_came_in(app: Assembled) -> None:
    server = listening_server(app.application, listen="127.0.0.1:0 127.0.0.1:0")
    listening = [each for each in server.map.values() if isinstance(each, BaseWSGIServer)]
    try:
        for each in listening:
            with socket.create_connection(("127.0.0.1", each.effective_port), timeout=30):
                each.handle_accept()
                (channel,) = each.active_channels.values()
                assert (repr(channel), str(channel)) == ("<a connection>", "<a connection>")
                channel.handle_close()
    finally:
        server.close()
    assert len(listening) == 2
