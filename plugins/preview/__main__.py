"""`python -m plugins.preview`: build, serve, watch, build again."""

import argparse
import gc
import os
import signal
import sys
import time
import webbrowser
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Event, Thread
from types import FrameType
from typing import TypeVar
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from plugins.author.bar import OfPage, WaitingComments, bar
from plugins.author.checked import Checked, address_of
from plugins.author.documents import has_form, may_have_form
from plugins.author.pages import ADDRESSES as AUTHOR
from plugins.author.server import EditorServer
from plugins.engine.page import Offered
from plugins.engine.settings_files import preview_settings
from plugins.preview.browser import opens_browser
from plugins.preview.build_events import BuildEvents
from plugins.preview.comments import MODERATOR, CommentsService, running_comments_service
from plugins.preview.making import made_again
from plugins.preview.pages import ADDRESSES
from plugins.preview.saves import saves
from plugins.preview.server import PreviewServer
from plugins.preview.wiring import build
from plugins.problems import Problem, report, verdict
from plugins.problems.console import say
from plugins.records import dataclass
from plugins.settings.reading import read_diary_file
from plugins.workshops.intake import KeptRecords

_CHECKOUT = Path(__file__).resolve().parents[2]
_OUTPUT = Path(os.environ.get("DIARY_HOME") or _CHECKOUT) / ".preview" / "site"
_OBJECTS = 100_000
"""How many more objects there must be before Python looks for some that nobody needs (`engine/run.py`)."""
_PORTS_TRIED = 20
Server = TypeVar("Server")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the preview until it is stopped; the exit code is 0 then, and 1 when no port is free."""
    gc.set_threshold(_OBJECTS)
    options = _options(arguments)
    content = options.content.resolve()
    events = BuildEvents()
    settings = read_diary_file(content).settings
    zone = ZoneInfo(settings.zone if settings else "UTC")
    found = partial(_checked, events)
    running = Running()
    editor = _free(options.port and options.port + 1, lambda port: EditorServer(port, content, zone, found, running))
    author = editor.address.rstrip("/") if editor else ""
    foot, form = partial(_foot, author, content, events, running), partial(_form, author, content)
    server = _free(options.port, lambda port: PreviewServer(port, options.output, events, foot=foot, form=form))
    if editor is None or server is None:
        say(f"No port from {options.port} on is free; name another with --port.", sys.stderr)
        return 1
    address = f"http://localhost:{server.server_port}"
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()
    editor.show_how_it_looks(address)
    editor.start()
    say(f"Your diary is at {address}. Leave this window open; press Ctrl+C to stop.", sys.stdout)
    say(f"You write at {editor.address}.", sys.stdout)
    if opens_browser(options.open, is_at_terminal=sys.stdout.isatty(), environment=os.environ):
        webbrowser.open(address)
    stop, kept = _stop_signal(), KeptRecords()
    with _comments(options, site=address, near=server.server_port) as comments:
        running.comments = comments
        watched = [content, _CHECKOUT / "theme", preview_settings(), *([comments.archive.parent] if comments else [])]
        for builds, _ in enumerate(saves(watched, comments, stop)):
            _build(content, options.output, address, server, kept)
            if builds == 0:
                _hold_what_stays()
    server.shutdown()
    editor.stop()
    say("Stopped.", sys.stdout)
    return 0


def _hold_what_stays() -> None:
    """Take what the first build left out of the search for what nobody needs, which holds up one save of a hundred."""
    gc.collect()
    gc.freeze()


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m plugins.preview", description=__doc__)
    parser.add_argument("--content", type=Path, default=_CHECKOUT / "content", help="the folder of posts")
    parser.add_argument("--output", type=Path, default=_OUTPUT, help="where the preview builds")
    parser.add_argument("--port", type=int, default=8000, help="the port on this computer")
    parser.add_argument("--no-comments", action="store_true", help="leave the comments service out")
    parser.add_argument("--open", action=argparse.BooleanOptionalAction, help="open the diary in the browser")
    return parser.parse_args(arguments)


def _free(port: int, serving: Callable[[int], Server]) -> Server | None:
    """A server on the first port from this one on that no other program has; None when they all have."""
    for candidate in range(port, port + _PORTS_TRIED):
        try:
            return serving(candidate)
        except OSError:
            say(f"Port {candidate} is taken by another program.", sys.stdout)
    return None


@contextmanager
def _comments(options: argparse.Namespace, *, site: str, near: int) -> Iterator[CommentsService | None]:
    """The comments service of the preview, named to whoever writes and to every build; None if it is left out."""
    if options.no_comments:
        yield None
        return
    folder, threads = options.output.parent / "comments", options.output / "comments" / "threads.json"
    with running_comments_service(folder, site=site, threads=threads, near=near) as comments:
        say(f"Comments are moderated at {comments.address}moderate/", sys.stdout)
        say(f"with the name {MODERATOR} and, until you stop, the password {comments.password}", sys.stdout)
        os.environ.pop("DIARY_COMMENTS_TOKEN", None)  # It is for the published diary's service.
        os.environ.update(comments.environment)
        yield comments


def _stop_signal() -> Event:
    stop = Event()

    def ask(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, ask)
    return stop


@dataclass
class Running:
    """The comments service that runs beside, once it does."""

    comments: CommentsService | None = None

    def __call__(self) -> WaitingComments | None:
        waiting = self.comments.waiting() if self.comments else None
        return WaitingComments(f"{self.comments.address}moderate/", waiting or 0) if self.comments else None


def _foot(author: str, content: Path, events: BuildEvents, running: Running, page: str) -> bytes:
    """The bar of one page of the diary."""
    asked = urlencode({"page": f"/{page.strip('/')}"})
    of_page = OfPage(
        edit=f"{author}{AUTHOR.edit}?{urlencode({'page': page})}" if may_have_form(content, page) else "",
        phone=f"{ADDRESSES.phone}?{asked}",
        printed=f"{ADDRESSES.printed}?{asked}",
    )
    to_mend = _checked(events).to_mend
    return bar(author=author, styles=ADDRESSES.bar_styles, to_mend=to_mend, comments=running(), of_page=of_page)


def _form(author: str, content: Path, problem: Problem) -> str:
    """Where a finding is mended at the desk; empty for a file that has no form."""
    return f"{author}{address_of(problem)}" if has_form(content, problem.source) else ""


def _checked(events: BuildEvents) -> Checked:
    """What the newest build found, as the author's desk tells it."""
    newest = events.latest
    return Checked(newest.problems, newest.advice, newest.began, newest.failure)


def _build(content: Path, output: Path, address: str, server: PreviewServer, kept: KeptRecords) -> None:
    began, events = time.time_ns(), server.events
    offered = Offered()
    outcome = build(preview_settings(), content=content, output=output, address=address, kept=kept, offered=offered)
    shown, before = events.latest.problems, server.offered
    if outcome.is_good:
        server.offered = offered
    events.publish(
        good=outcome.is_good,
        problems=outcome.problems,
        failure=outcome.failure,
        advice=outcome.advice,
        began=began,
    )
    if outcome.is_good:
        made_again(before, offered, events)
    if outcome.is_good and outcome.problems and outcome.problems != shown:
        say(f"{report(outcome.problems)}\n\n{verdict(outcome.problems)}", sys.stdout)
    if outcome.is_good:
        say("Built. The page in your browser is up to date.", sys.stdout)
    else:
        say(outcome.failure or f"{report(outcome.problems)}\n\n{verdict(outcome.problems)}", sys.stdout)


if __name__ == "__main__":
    sys.exit(main())
