"""The content folder as it was at a commit, asked of git without changing anything."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from plugins.files import create_file

_TEXT = frozenset((".md", ".yml"))
_ORDINARY = ("100644", "100755")


class CannotTell(Exception):
    """Nobody can say what was there at the commit; the message is a sentence that says why."""


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
    found = _asked(content, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{commit}^{{commit}}")
    if found is None:
        raise CannotTell(f"The commit {commit[:60]} is not in this copy of the repository.")
    name = found.decode().strip()
    below = (_asked(content, "rev-parse", "--show-prefix") or b"").decode().rstrip("\n")
    listed = _asked(content, "ls-tree", "-r", "-z", "--full-tree", f"{name}:{below.rstrip('/')}")
    differing = _asked(
        content, "diff", "--no-ext-diff", "--no-renames", "--name-only", "--relative", "-z", name, "--", "."
    )
    if listed is None or differing is None:
        raise CannotTell(f"The folder {content.name} was not there at the commit {commit[:60]}.")
    files = _ordinary(listed)
    texts = _texts(content, {path: blob for path, blob in files.items() if PurePosixPath(path).suffix in _TEXT})
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
    answer = _asked(content, "cat-file", "--batch", given="".join(f"{blob}\n" for blob in blobs.values()).encode())
    if answer is None:
        raise CannotTell("Git could not read what was there before.")
    return dict(_parted(answer, list(blobs)))


def _parted(answer: bytes, paths: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """`<name> blob <size>`, then so many bytes and a line end, for each."""
    position = 0
    for path in paths:
        end = answer.index(b"\n", position)
        header = answer[position:end].split(b" ")
        if header[1:2] != [b"blob"]:
            raise CannotTell(f"Git has not kept what {path} was before.")
        size = int(header[2])
        yield path, answer[end + 1 : end + 1 + size]
        position = end + size + 2


def _asked(content: Path, *question: str, given: bytes = b"") -> bytes | None:
    """What git answers; None when it cannot."""
    git = shutil.which("git")
    if git is None:
        raise CannotTell("Git is not installed here.")
    quiet = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
    asked = subprocess.run(
        [git, "-C", str(content), *question], input=given, env=quiet, capture_output=True, check=False
    )
    return asked.stdout if asked.returncode == 0 else None
