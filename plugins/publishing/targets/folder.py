"""A folder on this computer, swapped whole in one step.

Earlier sites, if they are kept, lie beside it (`.diary.kept/1`, `2`, …), out of a server's reach.
"""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from plugins.engine.failure import BuildFailed
from plugins.engine.manifest import digests
from plugins.engine.overwrite_protection import refuse_unsafe_output
from plugins.engine.staging import Staging
from plugins.files import create_file, refuse_links
from plugins.publishing.address import FolderAddress
from plugins.publishing.failure import PublishingStopped
from plugins.publishing.plan import Plan
from plugins.publishing.progress import Progress
from plugins.publishing.retention import NO_EARLIER, expired_releases, files_to_scrub
from plugins.publishing.site import Site
from plugins.publishing.targets.target import PublishedState, Target, TargetOptions

_SOFTWARE = Path(__file__).resolve().parents[3]


class Folder(Target):
    """The folder of one publication. The swap is the build's own; it has a lock, and depends on nothing read before."""

    wants_compressed = True

    def __init__(self, address: FolderAddress, options: TargetOptions) -> None:
        self._folder = Path(os.path.realpath(address.path))
        self._kept = self._folder.with_name(f".{self._folder.name}.kept")
        self._options = options
        self.name = str(address.path)

    def published_state(self, site: Site) -> PublishedState:
        """What lies there, byte by byte; refuses a folder that no build made."""
        with _reported_as_stopped():
            _refuse(self._folder)
            return PublishedState(digests(self._folder) if self._folder.is_dir() else {})

    def publish(self, site: Site, plan: Plan, progress: Progress) -> None:
        """Write the site beside the old one and swap it in."""
        progress.begin("Writing", len(site.files))
        with self._staging() as staging:
            for path, file in site.files.items():
                create_file(staging.fresh / path, file.content(), below=staging.fresh)
                progress.step()
            staging.finish(durable=True)
            if self._options.keep and self._folder.is_dir():
                _link_tree(self._folder, self._kept / str(max((0, *self._numbers())) + 1))
            self._forget(site.digests)
            staging.swap_in()
        progress.end()

    def tidy(self, site: Site) -> None:
        with self._staging():  # For its lock alone.
            self._forget(site.digests)

    def roll_back(self) -> str:
        """Swap the newest kept site in; it is kept no longer."""
        with _reported_as_stopped(), self._staging() as staging:
            numbers = self._numbers()
            if not numbers:
                raise PublishingStopped(NO_EARLIER)
            kept = self._kept / str(numbers[-1])
            for path in digests(kept):
                create_file(staging.fresh / path, (kept / path).read_bytes(), below=staging.fresh)
            staging.finish(durable=True)
            staging.swap_in()
            shutil.rmtree(kept)
        return f"{self.name} shows the site before the last one again."

    @contextmanager
    def _staging(self) -> Iterator[Staging]:
        with _reported_as_stopped():
            refuse_links(self._kept, below=self._kept.parent)
            staging = Staging(self._folder, check=_refuse, say=self._options.say)
            try:
                yield staging
            finally:
                staging.discard()

    def _forget(self, new: Mapping[str, str]) -> None:
        """Of the sites that are kept, leave as many as somebody wants, and nothing that a withdrawal may have taken."""
        numbers = self._numbers()
        for number in expired_releases(numbers, self._options.keep):
            shutil.rmtree(self._kept / str(number))
            numbers.remove(number)
        for number in numbers:
            for path in files_to_scrub(digests(self._kept / str(number)), new):
                (self._kept / str(number) / path).unlink()
        if self._kept.is_dir() and not numbers:
            self._kept.rmdir()

    def _numbers(self) -> list[int]:
        kept = list(self._kept.iterdir()) if self._kept.is_dir() else []
        for path in kept:
            refuse_links(path, below=self._kept.parent)  # What a link leads to is not ours to forget.
        return sorted(int(path.name) for path in kept)


def _refuse(folder: Path) -> None:
    refuse_unsafe_output(folder, sources={"the diary's software": _SOFTWARE}, kept={"your own files": Path.home()})


def _link_tree(folder: Path, kept: Path) -> None:
    """The same files under a second name, which costs no room; a disk that cannot do that copies them."""
    for path in digests(folder):
        (kept / path).parent.mkdir(parents=True, exist_ok=True)
        try:
            (kept / path).hardlink_to(folder / path)
        except (OSError, NotImplementedError):
            create_file(kept / path, (folder / path).read_bytes(), below=kept)


@contextmanager
def _reported_as_stopped() -> Iterator[None]:
    try:
        yield
    except BuildFailed as failed:
        raise PublishingStopped(str(failed)) from failed
    except OSError as refused:
        raise PublishingStopped(
            f"{refused.filename}: {refused.strerror}. What was published before is still there. "
            "Mend that, then run the same line again."
        ) from refused
