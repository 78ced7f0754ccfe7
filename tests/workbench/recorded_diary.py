"""A diary that was built and recorded; its site is written by the engine, without Pelican."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

from plugins.engine.manifest import Outlook
from plugins.engine.signals import published
from plugins.engine.staging import Staging
from plugins.workbench.build_record import recorded
from plugins.workbench.last_build import LOOKED_AT, answer, record_path

OUTLOOK = Outlook(datetime(2031, 6, 2, tzinfo=UTC), "Europe/London")
NOON = {"DIARY_NOW": "2031-06-01T12:00"}
NEXT = "Time alone changes the site next on Monday 2 June 2031, 12 midnight."


class Diary:
    """A content folder, and a site that a build made of it."""

    def __init__(self, folder: Path) -> None:
        self.content, self.output = folder / "content", folder / "output"
        (self.content / "posts").mkdir(parents=True)
        self.post = self.content / "posts" / "one.md"
        self.post.write_text("One.\n")

    def build(self, environ: Mapping[str, str] = NOON, *, outlook: Outlook | None = OUTLOOK, code: int = 0) -> int:
        return recorded(lambda: self.write(outlook, code), self.content, self.output, environ)

    def write(self, outlook: Outlook | None = OUTLOOK, code: int = 0) -> int:
        staging = Staging(self.output, check=lambda _: None, say=print)
        (staging.fresh / "index.html").write_text(self.post.read_text())
        staging.finish(durable=True, outlook=outlook)
        staging.swap_in(once_in_place=lambda: published.send(SimpleNamespace(settings={})))
        return code

    def said(self, environ: Mapping[str, str] = NOON, *more: str) -> str:
        """What is said instead of a build, in a process of its own; nothing where there must be one."""
        said = self.said_before_build(environ, *more)
        LOOKED_AT.clear()
        return said

    def said_before_build(self, environ: Mapping[str, str] = NOON, *more: str) -> str:
        """The same in the process that builds then."""
        return answer(["build", "--content", str(self.content), f"--output={self.output}", *more], environ)

    @property
    def nothing(self) -> str:
        return f"Nothing has changed since the last build: the 1 pages in {self.output} are as it left them.\n{NEXT}"

    @property
    def record(self) -> Path:
        return Path(record_path(str(self.content), str(self.output)))

    @property
    def kept(self) -> bytes:
        """What is recorded; nothing where there is no record."""
        return self.record.read_bytes() if self.record.exists() else b""


def built(made: Diary) -> Diary:
    assert made.said() == ""
    assert made.build() == 0
    assert made.said() == made.nothing
    return made
