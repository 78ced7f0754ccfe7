"""A fresh folder beside the output, and the swap that makes it the site.

Names beside the output folder `output`: `.output.lock` (one build at a time), `.output.new` (being written) and
`.output.old` (the old site for the moment of a swap in two steps). Whatever a killed build left under these names is
healed or removed by the next one, under the lock.
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from plugins.engine.exchange import exchange
from plugins.engine.failure import BuildFailed, told
from plugins.engine.lock import locked
from plugins.engine.paths import MARKER

_MARKED = b"This folder is a built site. The next build replaces it whole.\n"


class Staging:
    """The place of one build: the lock, the fresh folder, and the folder that readers are served from."""

    def __init__(self, output: Path, *, apart_from: tuple[Path, ...], say: Callable[[str], None]) -> None:
        """Take the lock and make the fresh folder; raises BuildFailed with a sentence.

        `apart_from` are folders that are not ours to replace: the output may not hold them or lie in them.
        """
        self.output = output.resolve()
        refuse_place(self.output, apart_from)
        self.fresh = self._beside("new")
        with told(self.output):
            self.output.parent.mkdir(parents=True, exist_ok=True)
            self._lock = locked(self._beside("lock"), output=self.output, say=say)
            try:
                self._heal()
                refuse_stranger(self.output)
                self.fresh.mkdir()
                (self.fresh / MARKER).write_bytes(_MARKED)
            except BaseException:
                self._lock.close()
                raise

    def publish(self) -> None:
        """Make sure that every byte is on the disk, then swap; the old site goes away afterwards."""
        with told(self.output):
            settle(self.fresh)
            if not self.output.exists():
                self.fresh.rename(self.output)
            elif not exchange(self.fresh, self.output):
                self.output.rename(self._beside("old"))
                self.fresh.rename(self.output)
            _settle_folder(self.output.parent)
        self.discard()

    def discard(self) -> None:
        """Remove what is left beside the output and let the next build begin; harmless when done twice."""
        if not self._lock.closed:
            for name in ("new", "old"):
                shutil.rmtree(self._beside(name), ignore_errors=True)
            self._lock.close()

    def _heal(self) -> None:
        old = self._beside("old")
        if old.exists() and not self.output.exists():
            old.rename(self.output)
        for name in ("new", "old"):
            if self._beside(name).exists():
                shutil.rmtree(self._beside(name))

    def _beside(self, name: str) -> Path:
        return self.output.with_name(f".{self.output.name}.{name}")


def refuse_place(output: Path, apart_from: tuple[Path, ...]) -> None:
    """Raise BuildFailed when building into `output` would replace folders that are not ours."""
    if output.exists() and not output.is_dir():
        raise BuildFailed(f"{output} is a file; choose another folder with --output.")
    for folder in (path.resolve() for path in apart_from):
        if output == folder or output in folder.parents or folder in output.parents:
            raise BuildFailed(f"{output} would replace {folder}, or lies in it; choose another folder with --output.")
    if output == Path(output.anchor):
        raise BuildFailed(f"{output} is the whole disk; choose another folder with --output.")


def refuse_stranger(output: Path) -> None:
    """Raise BuildFailed when `output` holds files that no build of ours put there."""
    if output.exists() and any(output.iterdir()) and not (output / MARKER).exists():
        raise BuildFailed(
            f"{output} holds files that no build of this diary made; empty it, or choose another folder with --output."
        )


def settle(folder: Path) -> None:
    """Wait until every file and folder below `folder` is on the disk."""
    for where, _, names in os.walk(folder, topdown=False):
        for name in names:
            with Path(where, name).open("rb+") as file:
                os.fsync(file.fileno())
        _settle_folder(Path(where))


def _settle_folder(folder: Path) -> None:
    if os.name == "nt":
        return  # Windows opens no folders; its file system keeps the order of renames itself.
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
