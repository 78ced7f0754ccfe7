"""A comments service for tests: put together in this process, or run as a program of its own."""

import http.client
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit
from zoneinfo import ZoneInfo

from plugins.comments.server.password import hash_of
from plugins.comments.server.settings import TOKEN, Moderator, Settings
from plugins.workbench.paths import CHECKOUT
from tests.support.ports import free_port
from tests.support.systems import ask_to_stop

SITE = "http://localhost:8000/"
ADDRESS = "http://localhost:8010/"
PASSWORD = "a lamp that hums at night"
SECRET = "a-token-that-nobody-can-guess"
MEETING, MAKING = "workshops/meeting/", "workshops/making/"


@cache
def password_hash() -> str:
    return hash_of(PASSWORD)


@dataclass
class Clock:
    """A clock that a test turns."""

    now: float = 1_900_000_000.0

    def __call__(self) -> float:
        return self.now


def write_threads(folder: Path, **closing: Mapping[str, object]) -> Path:
    """`threads.json` with two open posts and what is said of more."""
    posts: dict[str, Mapping[str, object]] = {MEETING: {"title": "We met"}, MAKING: {"title": "We made a lamp"}}
    posts |= {f"posts/{slug}/": {"title": slug.title(), **more} for slug, more in closing.items()}
    threads = [
        {"thread": key, "open": True, "closes": None, "prompt_html": None, **more} for key, more in posts.items()
    ]
    told = {"version": 1, "site": {"name": "The Lamp Diary", "address": SITE, "language": "en-GB"}, "threads": threads}
    path = folder / "threads.json"
    path.write_text(json.dumps(told), "utf-8")
    return path


def settings_in(folder: Path, **changes: Any) -> Settings:
    """Whole settings over a folder in which threads.json lies."""
    settings = Settings(
        address=ADDRESS,
        site=SITE,
        threads=str(folder / "threads.json"),
        database=folder / "comments.db",
        host="127.0.0.1",
        port=8010,
        proxies=(),
        moderators=(Moderator(name="Robin", password=password_hash()),),
        token=SECRET,
        zone=ZoneInfo("Europe/London"),
    )
    return replace(settings, **changes)


def toml_of(settings: Settings, more: str = "") -> str:
    """A settings file that says the same; `more` comes last."""
    top = {
        "address": settings.address,
        "site": settings.site,
        "threads": settings.threads,
        "database": str(settings.database),
        "listen": f"{settings.host}:{settings.port}",
        **({"archive": str(settings.archive)} if settings.archive else {}),
    }
    lines = [f"{key} = {json.dumps(value)}" for key, value in top.items()]
    lines.append(f"proxies = {json.dumps([str(proxy) for proxy in settings.proxies])}")
    for moderator in settings.moderators:
        lines += ["[[moderators]]", f'name = "{moderator.name}"', f'password = "{moderator.password}"']
        lines += [f'email = "{moderator.email}"'] if moderator.email else []
    return "\n".join([*lines, more, ""])


@dataclass(frozen=True)
class Answered:
    """What came back over HTTP; header names in small letters."""

    status: int
    headers: Mapping[str, str]
    text: str

    def json(self) -> Any:
        return json.loads(self.text)


@dataclass
class RunningService:
    """A service in a process of its own."""

    settings: Settings
    process: "subprocess.Popen[str]"
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def address(self) -> str:
        return self.settings.address

    def ask(
        self, method: str, path: str, body: bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> Answered:
        """One request on a connection of its own."""
        connection = http.client.HTTPConnection(self.settings.host, self.settings.port, timeout=60)
        try:
            below = urlsplit(self.address).path
            connection.request(method, f"{below}{path}", body, {**self.headers, **(headers or {})})
            response = connection.getresponse()
            names = {name.lower(): value for name, value in response.getheaders()}
            return Answered(response.status, names, response.read().decode("utf-8"))
        finally:
            connection.close()

    def write(self, words: str, *, headers: Mapping[str, str] | None = None, **fields: str) -> Answered:
        """Send the form as a browser does from a page of the diary."""
        form = urlencode({"thread": MEETING, "parent": "", "name": "", "website": "", "words": words, **fields})
        sent = {"Origin": SITE.rstrip("/"), "Content-Type": "application/x-www-form-urlencoded", **(headers or {})}
        return self.ask("POST", "answer", form.encode("ascii"), sent)

    def archive(self) -> Any:
        return self.ask("GET", "archive.json", headers={"Authorization": f"Bearer {SECRET}"}).json()


@contextmanager
def running(
    folder: Path, *, more: str = "", environ: Mapping[str, str] | None = None, **changes: Any
) -> Iterator[RunningService]:
    """Run the service over a folder in which threads.json lies; it is asked to stop at the end of the block."""
    port = free_port()
    settings = settings_in(folder, **{"port": port, "address": f"http://localhost:{port}/", **changes})
    file = folder / "comments.toml"
    file.write_text(toml_of(settings, more), "utf-8")
    command = [sys.executable, "-m", "plugins.comments.server", "--settings", str(file)]
    wide = {**os.environ, TOKEN: SECRET, **(environ or {})}
    with subprocess.Popen(command, cwd=CHECKOUT, env=wide, stdout=subprocess.PIPE, encoding="utf-8") as process:
        try:
            first = process.stdout.readline() if process.stdout else ""
            assert first.startswith("Comments are taken at"), first
            yield RunningService(settings, process)
        finally:
            if process.poll() is None:
                ask_to_stop(process)
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()  # Else the end of the block would wait for it without end.
                raise
