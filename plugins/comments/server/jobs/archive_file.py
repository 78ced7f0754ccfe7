"""The archive as a file, for a build on the same machine: the preview's, or one that a timer runs."""

from pathlib import Path

from plugins.comments.archive import archive_text
from plugins.comments.server.archive import archive
from plugins.comments.server.jobs.job import JobFailed
from plugins.comments.server.store import Store
from plugins.files import write_file
from plugins.records import dataclass
from plugins.words import moderation

_DONE = "archived"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveFile:
    """Keeps `path` as new as the store."""

    path: Path
    store: Store
    failure: str = moderation.ARCHIVE_FAILED

    def goal(self) -> int | None:
        changes = self.store.database.number("changes")
        return changes if changes != self.store.database.number(_DONE) or not self.path.is_file() else None

    def run(self, goal: int) -> None:
        with self.store.database.lock:
            text = archive_text(archive(self.store.published(), self.store.closed(), self.store.moment()))
        try:
            write_file(self.path, text.encode(), below=self.path.parent, private=True)
        except OSError as error:
            raise JobFailed(str(error)) from error
        self.store.database.set_number(_DONE, goal)
