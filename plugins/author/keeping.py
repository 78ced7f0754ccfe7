"""What the desk keeps for the author: each text before it was changed, and what is being typed.

It lies beside the content folder in `.cache/author/`, for its owner alone, for thirty days. Nothing of it goes out.
"""

import json
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from plugins.files import write_file
from plugins.withdrawal.kept_texts import kept_folder, name_of

DAYS = 30
_LONGEST_TYPED = 4_000_000


@dataclass(frozen=True, slots=True)
class Version:
    """An earlier text: `key` names it in a form, `at` is when another took its place (seconds since 1970)."""

    key: str
    at: float
    data: bytes


class Keeping:
    """The author's texts of one diary. Times are seconds since 1970, of this computer's clock."""

    def __init__(self, content: Path) -> None:
        self._root = content.resolve().parent
        self.folder = kept_folder(content)

    def keep_version(self, source: str, data: bytes) -> None:
        """A text as it was before a save."""
        name = f"{time.time_ns():020d}-{sha256(data).hexdigest()[:16]}"
        self.write(self.place(source) / "versions" / name, data)

    def versions(self, source: str) -> tuple[Version, ...]:
        """Every text that was kept of a file whole, the newest first."""
        folder = self.place(source) / "versions"
        names = sorted((each.name for each in _files(folder) if not each.name.startswith(".")), reverse=True)
        return tuple(Version(name, int(name.split("-")[0]) / 1e9, (folder / name).read_bytes()) for name in names)

    def keep_typed(self, source: str, pairs: Iterable[tuple[str, str]]) -> None:
        """What stands in a form that is not saved yet."""
        written = json.dumps(list(pairs), ensure_ascii=False).encode("utf-8", "replace")
        if len(written) <= _LONGEST_TYPED:
            self.write(self.place(source) / "typed.json", written)

    def typed(self, source: str) -> tuple[tuple[str, str], ...]:
        """What was typed and not saved; nothing where that cannot be read."""
        try:
            pairs = json.loads((self.place(source) / "typed.json").read_text("utf-8"))
            return tuple((str(name), str(value)) for name, value in pairs)
        except (OSError, ValueError, TypeError):
            return ()

    def forget_typed(self, source: str) -> None:
        (self.place(source) / "typed.json").unlink(missing_ok=True)

    def purge(self) -> None:
        """Take away what was kept longer than it is kept."""
        oldest = time.time() - DAYS * 24 * 60 * 60
        for file in _files(self.folder):
            if file.lstat().st_mtime < oldest:
                file.unlink(missing_ok=True)

    def place(self, source: str) -> Path:
        """Where what is kept of a file lies."""
        return self.folder / name_of(source)

    def write(self, place: Path, data: bytes) -> None:
        """Keep something at a place below the folder."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_file(place, data, below=self._root, private=True)


def _files(folder: Path) -> Iterator[Path]:
    """Every ordinary file below a folder; none where there is no such folder."""
    return (place for place in folder.rglob("*") if place.is_file() and not place.is_symlink())
