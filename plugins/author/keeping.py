"""What the desk keeps for the author: each text before it was changed, and what is being typed.

It lies beside the content folder in `.cache/author/`, for its owner alone, for thirty days. Nothing of it goes out.
"""

import json
import time
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from plugins.files import take_left_over, write_file
from plugins.records import dataclass
from plugins.withdrawal.kept_texts import kept_folder, name_of

BEGUN = "begun"
"""Under which name is kept of which text of its page a next version was begun: a digest, as long as that lasts."""
DAYS = 30
_LONGEST_TYPED = 4_000_000


@dataclass(frozen=True, slots=True)
class Version:
    """An earlier text: `key` names it in a form, `at` is when another took its place (seconds since 1970)."""

    key: str
    at: float
    data: bytes


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in one window's form and is not saved: `key` names it in an address, `digest` is of what it says."""

    key: str
    pairs: tuple[tuple[str, str], ...]
    digest: str


class Keeping:
    """The author's texts of one diary. Times are seconds since 1970, of this computer's clock."""

    def __init__(self, content: Path) -> None:
        self._content = content
        self._root = content.resolve().parent
        self.folder = kept_folder(content)
        self._closed: set[str] = set()

    def keep_version(self, source: str, data: bytes) -> None:
        """A text as it was before a save."""
        name = f"{time.time_ns():020d}-{sha256(data).hexdigest()[:16]}"
        self.write(self.place(source) / "versions" / name, data)

    def versions(self, source: str) -> tuple[Version, ...]:
        """Every text that was kept of a file whole, the newest first."""
        folder = self.place(source) / "versions"
        names = sorted((each.name for each in _files(folder) if not each.name.startswith(".")), reverse=True)
        return tuple(Version(name, int(name.split("-")[0]) / 1e9, (folder / name).read_bytes()) for name in names)

    def keep_typed(self, source: str, pairs: Iterable[tuple[str, str]], *, window: str, came: str = "") -> bool:
        """What stands in a window's form and is not saved yet; False for a window whose form was saved or thrown away.

        `came` is what the window began with (`came_of`): that goes, unless it was typed in meanwhile.
        """
        key = _key_of(window)
        if key in self._closed:
            return False
        written = json.dumps(list(pairs), ensure_ascii=False).encode("utf-8", "replace")
        if len(written) <= _LONGEST_TYPED:
            self.write(self._typed(source, key), written)
            self._forget_came(source, came)
        return True

    def typed(self, source: str, *, but: str = "") -> tuple[Typed, ...]:
        """What was typed and not saved, in every window `but` one, the last first; without what cannot be read."""
        files = [(each.stat().st_mtime_ns, each) for each in self.place(source).glob("typed*.json")]
        own = self._typed(source, _key_of(but)).name if but else ""
        read = (_read_typed(file) for _, file in sorted(files, reverse=True) if file.name != own)
        return tuple(each for each in read if each)

    def forget_typed(self, source: str, *, window: str, came: str = "") -> None:
        """Of one window, which is kept no more; what is typed in others stays."""
        self._typed(source, _key_of(window)).unlink(missing_ok=True)
        self._closed.add(_key_of(window))
        self._forget_came(source, came)

    def _forget_came(self, source: str, came: str) -> None:
        for each in self.typed(source):
            if came and came_of(each) == came:
                (self.place(source) / f"typed{each.key}.json").unlink(missing_ok=True)

    def _typed(self, source: str, key: str) -> Path:
        return self.place(source) / f"typed{key}.json"

    def purge(self) -> None:
        """Take away what was kept longer than it is kept, and what a killed write has left in the diary."""
        oldest = time.time() - DAYS * 24 * 60 * 60
        for file in _files(self.folder):
            if file.name != BEGUN and file.lstat().st_mtime < oldest:
                file.unlink(missing_ok=True)
        take_left_over(self._content)

    def place(self, source: str) -> Path:
        """Where what is kept of a file lies."""
        return self.folder / name_of(source)

    def make_folder(self) -> None:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def write(self, place: Path, data: bytes) -> None:
        """Keep something at a place below the folder."""
        self.make_folder()
        write_file(place, data, below=self._root, private=True)


def came_of(typed: Typed) -> str:
    """A word for what was typed in a window up to now."""
    return f"{typed.key}:{typed.digest}"


def _key_of(window: str) -> str:
    return f"-{sha256(window.encode('utf-8', 'replace')).hexdigest()[:32]}"


def _read_typed(file: Path) -> Typed | None:
    try:
        data = file.read_bytes()
        pairs = tuple((str(name), str(value)) for name, value in json.loads(data))
    except (OSError, ValueError, TypeError):
        return None
    return Typed(file.stem.removeprefix("typed"), pairs, sha256(data).hexdigest()[:16])


def _files(folder: Path) -> Iterator[Path]:
    """Every ordinary file below a folder; none where there is no such folder."""
    return (place for place in folder.rglob("*") if place.is_file() and not place.is_symlink())
