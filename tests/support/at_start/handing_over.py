"""Lets a program that a test starts run in a fork of a Python that has imported all (`tests/support/warm`).

This process stays as what the test sees: it hands its arguments, its environment and its files over, hands on every signal,
and ends as the fork ends. Where nobody takes the program, it returns, and Python goes on as ever. It runs before each
program, so it imports next to nothing.
"""

import _socket
import marshal
import os
import signal
import sys

VARIABLE = "DIARY_TEST_WARM"
_STREAMS = (sys.stdin, sys.stdout, sys.stderr)
_HANDED_ON = (signal.SIGHUP, signal.SIGINT, signal.SIGTERM, signal.SIGUSR1, signal.SIGUSR2)
UNAVAILABLE = 69
"""How a program ends whose server is gone."""


def hand_over() -> None:
    """Run this program in the server, if there is one, and end with it; return if it is none for the server."""
    address = os.environ.get(VARIABLE)
    if not address or None in _STREAMS:
        return
    server = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
    heard = signal.pthread_sigmask(
        signal.SIG_BLOCK, _HANDED_ON
    )  # The fork may run before this process listens for any.
    try:
        server.connect(address)
        server.sendmsg([len(said := _said()).to_bytes(4, "big")], [(_socket.SOL_SOCKET, _socket.SCM_RIGHTS, _files())])
        server.sendall(said)
        is_taken = bool(server.recv(1))
    except OSError:
        is_taken = False
    if is_taken:
        _wait(server, heard)
    signal.pthread_sigmask(signal.SIG_SETMASK, heard)
    server.close()


def _said() -> bytes:
    umask = os.umask(0)
    os.umask(umask)
    return marshal.dumps(
        {
            "executable": sys.executable,
            "arguments": tuple(sys.orig_argv[1:]),
            "environ": dict(os.environ),
            "folder": os.getcwd(),  # noqa: PTH109 - pathlib is slow to load
            "umask": umask,
            "encodings": tuple((stream.encoding, stream.errors) for stream in _STREAMS),
            "ignored": frozenset(int(each) for each in _HANDED_ON if signal.getsignal(each) == signal.SIG_IGN),
        }
    )


def _files() -> bytes:
    return b"".join(number.to_bytes(4, sys.byteorder) for number in range(len(_STREAMS)))


def _wait(server: _socket.socket, heard: set[signal.Signals | int]) -> None:
    for number in _HANDED_ON:  # Also those it was started deaf to: the program may listen to them again.
        signal.signal(number, lambda number, _frame: server.sendall(bytes([number])))
    signal.pthread_sigmask(signal.SIG_SETMASK, heard)
    status = server.recv(4)
    if len(status) < 4:
        os._exit(UNAVAILABLE)
    code = os.waitstatus_to_exitcode(int.from_bytes(status, "big"))
    if code < 0:
        if -code in _HANDED_ON:
            signal.signal(-code, signal.SIG_DFL)
        os.kill(os.getpid(), -code)
    os._exit(code)
