"""Ports on this computer for a program that is started, and cannot choose one itself."""

import socket


def set_aside(port: int) -> int:
    """This port, or any for 0, set aside for a program that is about to listen there; raises OSError if it is taken.

    One connection is made to it and closed from its side. The system then hands the port to nobody who asks for any,
    for a minute, and still lets a server take it that asks for this one (`SO_REUSEADDR`, which servers set).
    """
    with socket.create_server(("127.0.0.1", port)) as listening:
        own = int(listening.getsockname()[1])
        with socket.create_connection(("127.0.0.1", own)) as visitor:
            listening.accept()[0].close()
            visitor.recv(1)
    return own
