"""`python -m plugins.comments.server`: run the comments service until it is stopped."""

import _thread
import argparse
import getpass
import logging
import os
import signal
import sqlite3
import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Thread
from types import FrameType

from waitress.server import BaseWSGIServer

from plugins.comments.server.assembly import assembled
from plugins.comments.server.connections import listening_server
from plugins.comments.server.http_messages import LONGEST_BODY
from plugins.comments.server.password import SHORTEST, hash_of
from plugins.comments.server.settings import Settings
from plugins.comments.server.settings_file import settings_of
from plugins.comments.server.wsgi import WsgiApplication
from plugins.problems.console import say

_SETTINGS = Path("comments.toml")
_THREADS = 8
_PATIENCE_SECONDS = 30


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, or make the hash of a password; the exit code."""
    options = _options(arguments)
    if options.password:
        return _make_password()
    settings = settings_of(options.settings, os.environ)
    if options.check:
        say("The settings are whole.", sys.stdout)
        return 0
    logging.basicConfig(level=logging.INFO, format="%(levelname)s: %(message)s", force=True)
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # A class that writes at once is no warning.
    if options.beside:
        Thread(target=_end_with_input, daemon=True).start()
    try:
        service = assembled(settings)
    except (OSError, sqlite3.Error) as closed:
        say(f"The database {settings.database} cannot be opened: {closed}", sys.stderr)
        return 1
    service.worker.start()
    try:
        server = _server(service.application, settings)
    except OSError as taken:
        say(f"{settings.host}:{settings.port} cannot be listened at: {taken.strerror}", sys.stderr)
        service.close()
        return 1
    for number in (signal.SIGINT, signal.SIGTERM):  # A job in the background is started deaf to the first.
        signal.signal(number, _stop)
    say(f"Comments are taken at {settings.address}, moderated at {settings.address}moderate/.", sys.stdout)
    try:
        server.run()
    except (KeyboardInterrupt, SystemExit):
        pass
    finally:
        server.close()
        service.close()
    say("Stopped.", sys.stdout)
    return 0


def _server(application: WsgiApplication, settings: Settings) -> BaseWSGIServer:
    return listening_server(
        application,
        host=settings.host,
        port=settings.port,
        threads=_THREADS,
        ident=None,
        channel_timeout=_PATIENCE_SECONDS,
        max_request_header_size=16 * 1024,
        max_request_body_size=4 * LONGEST_BODY,
        inbuf_overflow=8 * LONGEST_BODY,  # Above the largest body: no word of a reader is ever put into a file beside.
        clear_untrusted_proxy_headers=False,  # The gateway reads X-Forwarded-For itself, and by whom it was written.
    )


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m plugins.comments.server", description=__doc__)
    parser.add_argument("--settings", type=Path, default=_SETTINGS, help="the file with the settings")
    parser.add_argument("--check", action="store_true", help="check the settings and stop")
    parser.add_argument("--password", action="store_true", help="make the hash of a moderator's password and stop")
    parser.add_argument("--beside", action="store_true", help="stop when the standard input ends, as the preview does")
    return parser.parse_args(arguments)


def _make_password() -> int:
    """Asked at the keyboard, or read from the first line of a pipe."""
    first = getpass.getpass("Password: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    if len(first) < SHORTEST:
        say(f"Take a longer one: {SHORTEST} letters at least. Four words in a row are easy to remember.", sys.stderr)
        return 1
    if sys.stdin.isatty() and getpass.getpass("Once more: ") != first:
        say("These two are not the same. Start again.", sys.stderr)
        return 1
    say(f'password = "{hash_of(first)}"', sys.stdout)
    return 0


def _end_with_input() -> None:
    """Whoever started us is gone, in whatever way."""
    while os.read(sys.stdin.fileno(), 1):  # Not through a buffer, whose lock would hold up our own end.
        continue
    _thread.interrupt_main()


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)


if __name__ == "__main__":
    sys.exit(main())
