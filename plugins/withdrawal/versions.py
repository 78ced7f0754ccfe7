"""The content folder as it was at a commit, asked of git without changing anything."""

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from plugins.files import create_file
from plugins.files.names import post_name
from plugins.records import dataclass
from plugins.withdrawal.repository import CannotTell, GitObject, asked, objects

_TEXT = frozenset((".md", ".yml"))
_ORDINARY = ("100644", "100755")


@dataclass(frozen=True, slots=True)
class Version:
    """The folder at a commit: its texts as they were, other files empty; `replaced` are files that differ now."""

    content: Path
    replaced: tuple[str, ...]


@contextmanager
def as_it_was(content: Path, commit: str) -> Iterator[Version]:
    """The content folder at `commit`, in a folder of its own for as long as this lasts; raises CannotTell."""
    if not commit.strip("0 "):
        raise CannotTell("There is no earlier commit to compare with.")
    found = asked(content, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{commit}^{{commit}}")
    if found is None:
        raise CannotTell(f"The commit {commit[:60]} is not in this copy of the repository.")
    name = found.decode().strip()
    below = (asked(content, "rev-parse", "--show-prefix") or b"").decode().rstrip("\n")
    listed = asked(content, "ls-tree", "-r", "-z", "--full-tree", f"{name}:{below.rstrip('/')}")
    differing = asked(
        content, "diff", "--no-ext-diff", "--no-renames", "--name-only", "--relative", "-z", name, "--", "."
    )
    if listed is None or differing is None:
        raise CannotTell(f"The folder {content.name} was not there at the commit {commit[:60]}.")
    files = _ordinary(listed)
    texts = _texts(
        content, {path: blob for path, blob in files.items() if PurePosixPath(post_name(path)).suffix in _TEXT}
    )
    with tempfile.TemporaryDirectory(prefix="diary-", ignore_cleanup_errors=True) as folder:
        before = Path(folder) / content.name
        for path in files:
            create_file(before / path, texts.get(path, b""), below=Path(folder))
        before.mkdir(exist_ok=True)
        changed = {os.fsdecode(path) for path in differing.split(b"\0") if path}
        yield Version(before, tuple(sorted(changed.intersection(files) - set(texts))))


def _ordinary(listed: bytes) -> dict[str, str]:
    """Ordinary files by their path below the folder, each with the name of its content."""
    files: dict[str, str] = {}
    for line in filter(None, listed.split(b"\0")):
        about, _, path = line.partition(b"\t")
        mode, _, blob = about.decode().split(" ")
        parts = os.fsdecode(path).split("/")
        if mode in _ORDINARY and not {"..", "."}.intersection(parts):
            files[os.fsdecode(path)] = blob
    return files


def _texts(content: Path, blobs: Mapping[str, str]) -> dict[str, bytes]:
    kept = zip(blobs, objects(content, blobs.values()), strict=True)
    return {path: _text(path, stored) for path, stored in kept}


def _text(path: str, stored: GitObject | None) -> bytes:
    if stored is None:
        raise CannotTell(f"Git has not kept what {path} was before.")
    return stored.content
