"""`python -m plugins.preview`: build, serve, watch, build again."""

import argparse
import signal
import sys
import webbrowser
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Event, Thread
from types import FrameType

import watchfiles

from plugins.preview.bulletin import Bulletin
from plugins.preview.server import PreviewServer
from plugins.preview.wiring import build
from plugins.problems import report
from plugins.problems.console import say

_CHECKOUT = Path(__file__).resolve().parents[2]
_SETTINGS = _CHECKOUT / "pelicanconf.py"
_OUTPUT = _CHECKOUT / ".preview" / "site"
_PORTS_TRIED = 20


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the preview until it is stopped; the exit code is 0 then, and 1 when no port is free."""
    options = _options(arguments)
    content = options.content.resolve()
    bulletin = Bulletin()
    server = _server(options.port, options.output, bulletin, content)
    if server is None:
        say(f"No port from {options.port} on is free; name another with --port.", sys.stderr)
        return 1
    address = f"http://localhost:{server.server_port}"
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()
    say(f"Your diary is at {address}. Leave this window open; press Ctrl+C to stop.", sys.stdout)
    if options.open:
        webbrowser.open(address)
    stop = _stop_signal()
    for _ in _saves(content, stop):
        _build(content, options.output, address, bulletin)
    server.shutdown()
    say("Stopped.", sys.stdout)
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m plugins.preview", description=__doc__)
    parser.add_argument("--content", type=Path, default=_CHECKOUT / "content", help="the folder of posts")
    parser.add_argument("--output", type=Path, default=_OUTPUT, help="where the preview builds")
    parser.add_argument("--port", type=int, default=8000, help="the port on this computer")
    parser.add_argument("--open", action="store_true", help="open the diary in the browser")
    return parser.parse_args(arguments)


def _server(port: int, folder: Path, bulletin: Bulletin, content: Path) -> PreviewServer | None:
    for candidate in range(port, port + _PORTS_TRIED):
        try:
            server = PreviewServer(candidate, folder, bulletin, content=content)
        except OSError:
            say(f"Port {candidate} is taken by another program.", sys.stdout)
        else:
            return server
    return None


def _stop_signal() -> Event:
    stop = Event()

    def ask(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, ask)
    return stop


def _saves(content: Path, stop: Event) -> Iterator[None]:
    """Once at the start, then after every save; a save during a build is kept and comes next."""
    places = [content if content.exists() else content.parent, _CHECKOUT / "theme", _SETTINGS]
    watch = watchfiles.watch(
        *places,
        stop_event=stop,
        debounce=200,
        step=40,
        rust_timeout=250,
        yield_on_timeout=True,
        raise_interrupt=False,
    )
    next(watch, None)  # From here on nothing that is saved is missed.
    yield
    for changes in watch:
        if changes:
            yield


def _build(content: Path, output: Path, address: str, bulletin: Bulletin) -> None:
    outcome = build(_SETTINGS, content=content, output=output, address=address)
    known = bulletin.news.problems
    bulletin.announce(good=outcome.is_good, problems=outcome.problems, failure=outcome.failure)
    if outcome.is_good and outcome.problems and outcome.problems != known:
        say(report(outcome.problems), sys.stdout)
    if outcome.is_good:
        say("Built. The page in your browser is up to date.", sys.stdout)
    else:
        say(outcome.failure or report(outcome.problems), sys.stdout)


if __name__ == "__main__":
    sys.exit(main())
