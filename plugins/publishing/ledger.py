"""What we know of a place to which files are brought one by one, kept at that place.

Each file has the digest of what was put there and the stamp that the place gave it then. A file whose stamp
has changed, or that was under way when a publication ended too early, counts as unknown and is put again. A file that
is not in the ledger is somebody else's.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import field

from plugins.engine.paths import MARKER
from plugins.publishing.failure import PublishingStopped
from plugins.publishing.plan import UNKNOWN, Plan
from plugins.records import dataclass

NAME = MARKER
_VERSION = 1
_UNDER_WAY = (UNKNOWN, "")


@dataclass(frozen=True, slots=True)
class Ledger:
    """Digest and stamp of every file of ours, by path."""

    files: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def known_digests(self, listing: Mapping[str, str]) -> dict[str, str]:
        """The digest of each of our files that is there; `listing` has the stamps of all that is there."""
        return {
            path: digest if listing[path] == stamp else UNKNOWN
            for path, (digest, stamp) in self.files.items()
            if path in listing
        }

    def others(self, listing: Iterable[str]) -> tuple[str, ...]:
        """What is there and is not ours."""
        return tuple(sorted(path for path in listing if path not in self.files))

    def under_way(self, plan: Plan) -> "Ledger":
        """The ledger while a plan is carried out: what it touches may be there in any state."""
        touched = dict.fromkeys((*plan.put, *plan.removed), _UNDER_WAY)
        return Ledger({**self.files, **touched})

    def written(self) -> bytes:
        files = {path: list(entry) for path, entry in sorted(self.files.items())}
        return (json.dumps({"version": _VERSION, "files": files}, ensure_ascii=False, indent=0) + "\n").encode()


def read_ledger(content: bytes) -> Ledger:
    """The ledger that was written; raises PublishingStopped for one that is not ours to understand."""
    try:
        read = json.loads(content)
        if read["version"] != _VERSION:
            raise ValueError(read["version"])
        return Ledger({str(path): (str(digest), str(stamp)) for path, (digest, stamp) in read["files"].items()})
    except (ValueError, KeyError, TypeError, AttributeError) as unread:
        raise PublishingStopped(
            f"The file {NAME} there, in which publishing keeps what it put there, cannot be read. "
            "Publish with --take-over: then everything there is looked at as the diary's, and replaced or deleted."
        ) from unread
