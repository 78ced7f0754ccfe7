"""A fresh folder beside the output, and the swap that makes it the site.

Names beside an output folder called `output`: `.output.lock` (one build at a time), `.output.new` (being written) and
`.output.old` (the old site for the moment of a swap in two steps). What a killed build left under these names
is healed or removed by the next one, under the lock and only there.
"""

import shutil
import sys
from collections.abc import Callable, Container, Mapping, Sequence
from pathlib import Path

from plugins.engine.failure import reported_as_build_failure
from plugins.engine.finalise import Found, files_below, finalise, sync_folder
from plugins.engine.folder_swap import swapped
from plugins.engine.lock import PATIENCE, lock
from plugins.engine.manifest import NOTHING_KNOWN, Outlook, manifest
from plugins.engine.paths import MARKER
from plugins.files import create_file
from plugins.problems import console

_IN_PLACE = "The new site is in place all the same."


class Staging:
    """The place of one build: the lock, the fresh folder, and the folder that readers are served from."""

    def __init__(
        self,
        output: Path,
        *,
        check: Callable[[Path], None],
        say: Callable[[str], None],
        patience: float = PATIENCE,
    ) -> None:
        """Take the lock, heal what a killed build left, make the fresh folder; raises BuildFailed with a sentence.

        `output` is a resolved path. `check` raises when it may not be replaced; it is asked again once we have the
        lock, since the build before us may have changed what lies there.
        """
        self.output = output
        self.fresh = self._beside("new")
        self._old = self._beside("old")
        self._is_durable = True
        with reported_as_build_failure():
            check(output)
            output.parent.mkdir(parents=True, exist_ok=True)
            self._lock = lock(self._beside("lock"), output=output, say=say, patience=patience)
        try:
            with reported_as_build_failure():
                check(output)
                self._heal()
                self.fresh.mkdir()
        except BaseException:
            self._lock.release()
            raise

    def finish(
        self,
        *,
        durable: bool,
        left_out: Sequence[str] = (),
        outlook: Outlook | None = None,
        known: Mapping[str, str] = NOTHING_KNOWN,
        ready: Container[str] = (),
        found: Found | None = None,
    ) -> None:
        """Make the fresh folder ready to be the site; with `durable`, every byte of it is on the disk then.

        What need not last is a preview, and is marked as one. `left_out` says what the site goes without, and
        `outlook` how long it stays as it is. What is `found` in the fresh folder need not be looked for, `known`
        digests need not be made, and files and folders that are `ready` are so already.
        """
        with reported_as_build_failure():
            self._is_durable = durable
            inside = files_below(self.fresh) if found is None else found
            marker = manifest(
                self.fresh, preview=not durable, left_out=left_out, outlook=outlook, known=known, found=inside
            )
            create_file(self.fresh / MARKER, marker, below=self.fresh)
            inside[""].append(MARKER)
            finalise(self.fresh, self.output, durable=durable, ready=ready, found=inside)

    def swap_in(
        self, swap: Callable[[Path, Path], bool] = swapped, *, once_in_place: Callable[[], object] = lambda: None
    ) -> None:
        """Make the fresh folder the site, whole or not at all. `swap` may say that it cannot do it in one step.

        `once_in_place` is called before any other build may begin.
        """
        with reported_as_build_failure():
            if not self.output.exists():
                self.fresh.rename(self.output)
            elif not swap(self.fresh, self.output):
                self._swap_in_two_steps()
        if self._is_durable:
            with reported_as_build_failure(_IN_PLACE):
                sync_folder(self.output.parent)
        once_in_place()
        self.discard()

    def discard(self) -> None:
        """Remove what is left beside the output and let the next build begin; harmless when done twice."""
        if not self._lock.is_held:
            return
        try:
            remove(self.fresh)
            remove(self._old)
        except OSError as error:
            console.say(f"{error.filename} could not be removed yet ({error.strerror}).", sys.stderr)
        finally:
            self._lock.release()

    def _swap_in_two_steps(self) -> None:
        """Between the two there is no site for a moment; a build killed just there is healed by the next."""
        self.output.rename(self._old)
        try:
            self.fresh.rename(self.output)
        except OSError:
            self._old.rename(self.output)
            raise

    def _heal(self) -> None:
        if self._old.is_dir() and not self._old.is_symlink() and not self.output.exists():
            self._old.rename(self.output)
        remove(self.fresh)
        remove(self._old)

    def _beside(self, what: str) -> Path:
        return self.output.with_name(f".{self.output.name}.{what}")


def remove(path: Path) -> None:
    """Take away whatever has that name, if anything has; what a link leads to stays."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
