"""A port that is given to a test is nobody else's."""

import socket

import pytest

from plugins.preview.ports import set_aside
from tests.support.ports import free_port


def test_nobody_who_asks_for_any_port_is_given_one_that_is_kept_for_a_server() -> None:
    kept = {free_port() for _ in range(50)}
    assert len(kept) == 50
    others = [socket.create_server(("127.0.0.1", 0)) for _ in range(500)]
    given = {other.getsockname()[1] for other in others}
    for other in others:
        other.close()
    assert kept & given == set()


def test_nobody_listens_there_and_a_server_can() -> None:
    port = free_port()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port))
    with socket.create_server(("127.0.0.1", port)) as server:
        socket.create_connection(("127.0.0.1", port)).close()
        server.accept()[0].close()


def test_a_port_at_which_somebody_listens_is_set_aside_for_nobody() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, pytest.raises(OSError, match="in use"):
        set_aside(server.getsockname()[1])
