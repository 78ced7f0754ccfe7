"""Publishing to a place that takes files one by one, and can end half-way at any of them.

The ledger is written before the first change and after the last one. So whoever comes next, after whatever end, knows
which files are ours and which of them cannot be trusted, and brings the rest.
"""

from abc import abstractmethod
from collections.abc import Iterable, Mapping
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait

from plugins.publishing import lease
from plugins.publishing.failure import PublishingStopped
from plugins.publishing.lease import Lease, LeaseStore, holder_of
from plugins.publishing.ledger import NAME, Ledger, read_ledger
from plugins.publishing.plan import Plan
from plugins.publishing.progress import Progress
from plugins.publishing.site import Site
from plugins.publishing.targets.target import PublishedState, Target, TargetOptions

_OURS = (NAME, lease.NAME)


class RemoteFiles(Target, LeaseStore):
    """A place for files. A stamp is whatever it says of a file that changes when the file does."""

    at_once = 1
    """How many files may be on their way at the same time."""

    def __init__(self, options: TargetOptions) -> None:
        self.take_over = options.take_over
        self._ledger = Ledger()
        self._lease = Lease(self, holder=holder_of(options.output), say=options.say)

    @abstractmethod
    def stamps(self) -> Mapping[str, str]:
        """Every file there is, by its path below the site's root."""

    def lock(self) -> Lease:
        return self._lease

    def published_state(self, site: Site) -> PublishedState:  # noqa: ARG002 - what is there is told by the ledger
        """What is there; refuses a place that holds files and no ledger, unless it may be taken over."""
        listing = {path: stamp for path, stamp in self.stamps().items() if path not in _OURS}
        written = None if self.take_over else self.read(NAME)
        if written is not None:
            self._ledger = read_ledger(written)
        elif self.take_over:
            self._ledger = Ledger(dict.fromkeys(listing, ("", "")))
        elif listing:
            raise PublishingStopped(
                f"There are files there that no publication of the diary put there ({_some(listing)}). "
                "Choose an empty place; or publish with --take-over: "
                "then everything there is looked at as the diary's, and replaced or deleted."
            )
        return PublishedState(self._ledger.known_digests(listing), len(self._ledger.others(listing)))

    def publish(self, site: Site, plan: Plan, progress: Progress) -> None:
        """Carry the plan out. Stops at the first thing that goes wrong; run again, it goes on from there."""
        self.put(NAME, self._ledger.under_way(plan).written())
        stamps: dict[str, str] = {}
        progress.begin("Uploading", len(plan.put))
        for phase in plan.phases:
            self._bring(site, phase, stamps, progress)
        progress.end()
        progress.begin("Removing what is no longer in the site", len(plan.removed))
        for path in plan.removed:
            self.remove(path)
            progress.step()
        progress.end()
        unchanged = {path: entry for path, entry in self._ledger.files.items() if path in site.files}
        changed = {path: (site.files[path].digest, stamp) for path, stamp in stamps.items()}
        self.put(NAME, Ledger({**unchanged, **changed}).written())

    def _bring(self, site: Site, phase: tuple[str, ...], stamps: dict[str, str], progress: Progress) -> None:
        def put(path: str) -> None:
            stamps[path] = self.put(path, site.files[path].content())
            progress.step()
            self._lease.renew()

        pool = ThreadPoolExecutor(self.at_once)
        try:
            sent = [pool.submit(put, path) for path in phase]
            done, _ = wait(sent, return_when=FIRST_EXCEPTION)
        finally:
            pool.shutdown(cancel_futures=True)  # What has not begun does not begin, after Ctrl-C too.
        for one in done:
            one.result()


def _some(listing: Iterable[str]) -> str:
    names = sorted(listing)
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
