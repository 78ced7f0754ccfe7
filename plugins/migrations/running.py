"""The files of a content folder as the migrations since a version leave them; nothing is written here."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from plugins.frontmatter import ContentFile, content_files
from plugins.frontmatter.editing import CannotEdit, rewritten
from plugins.migrations.migration import Migration
from plugins.records import dataclass

_WITHOUT_STORY = ("register", "settings")


@dataclass(frozen=True, slots=True)
class MigratedFile:
    """A file that is to be written otherwise: its bytes before and after, and what is told of it."""

    source: str
    path: Path
    before: bytes
    after: bytes
    says: tuple[str, ...]


class NotMigrated(Exception):
    """A file is written in a way that no program changes; the message says what its author writes there."""


def migrated(content: Path, migrations: Iterable[Migration]) -> Iterator[MigratedFile]:
    """Every file that one of the migrations changes; raises NotMigrated."""
    migrations = tuple(migrations)
    files, _ = content_files(content)
    for file in files:
        concern = [each for each in migrations if file.kind in each.kinds]
        if concern:
            changed = _migrated(file, concern)
            if changed.says:
                yield changed


def _migrated(file: ContentFile, migrations: Iterable[Migration]) -> MigratedFile:
    before = after = file.path.read_bytes()
    says: list[str] = []
    for migration in migrations:
        try:
            written = rewritten(after, migration.rule, is_post=file.kind not in _WITHOUT_STORY)
        except CannotEdit as reason:
            raise NotMigrated(f"{file.source}: {reason}. {migration.says} Write it there so yourself.") from reason
        if written != after:
            after = written
            says.append(migration.says)
    return MigratedFile(file.source, file.path, before, after, tuple(says))
