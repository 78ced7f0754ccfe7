"""Pages and files that are not made again: what each of the site in place was made of, and which file that became.

A page is the same again if its fingerprint is: that of its view, its template, what all pages share, and the software.
Its file, as the last build left it, gets a second name in the new site, unread; the manifest takes its digest from
here. `look` and `publish` read every byte all the same (docs/decisions/0210).
"""

import json
import os
from collections.abc import Collection, Iterable, Mapping
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import NamedTuple, Protocol

from plugins.engine.finalise import Found, files_below, folders_with
from plugins.engine.mirror import Mirror
from plugins.files import Stamp, carry_over, stamp

KEPT_PAGES = "DIARY_KEPT_PAGES"
"""Where in the settings of a run stand the KeptPages of the site before it, if any."""
_FILE = "pages.json"
_AT_A_TIME = 200


class Store(Protocol):
    """Keeps bytes by name or a folder by key, and forgets all but the keys that it is told."""

    def get(self, name: str) -> bytes | None: ...
    def put(self, name: str, content: bytes) -> None: ...
    def folder(self, key: str) -> Path: ...
    def keep_only(self, keys: Collection[str]) -> None: ...


def mirror_of(store: Store, site: Path) -> Path:
    """Where the mirror of a site lies, whatever software made it."""
    return store.folder(sha256(f"mirror\0{site}".encode("utf-8", "surrogateescape")).hexdigest()[:32])


class Written(NamedTuple):
    """A file of the new site: what it was made of, the SHA-256 of its bytes, and whether it is the old site's."""

    path: str
    fingerprint: str
    digest: str
    is_carried: bool


class KeptPages:
    """What the site in `site` was made of by the same software (`made_by`), and what the new one is made of."""

    def __init__(self, store: Store, made_by: str, site: Path) -> None:
        self._store = store
        self._site = site
        self._made_by = f"{made_by}\0{site}\0".encode("utf-8", "surrogateescape")
        self._key = sha256(self._made_by).hexdigest()[:32]
        self._before: Mapping[str, tuple[str, str, Stamp]] = self._read()
        self._asked: set[str] = set()
        self._now: dict[str, Written] = {}
        self._rows: dict[str, tuple[str, str, Stamp]] = {}
        self._mirror = Mirror(mirror_of(store, site))

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known of a site before."""
        return not self._before

    @property
    def ready(self) -> set[str]:
        """The files that the new site has from the old one, and the folders that are as they were: both are lasting."""
        return self._mirror.ready.union(path for path, file in self._now.items() if file.is_carried)

    def begin(self, fresh: Path) -> None:
        """Make the mirror of the site the fresh folder, where there is one."""
        if self._before:
            self._mirror.become(fresh, {path: at for path, (_, _, at) in self._before.items()})

    def carried_over(self, path: str, fingerprint: str, fresh: Path) -> Written | None:
        """The file below `fresh` that is now a second name of the old one; None where it must be made."""
        self._asked.add(path)
        known, digest, at = self._before.get(path, ("", "", (0, 0, 0)))
        if known != fingerprint or not self._mirror.holds(path):
            self._mirror.make_room(path)
            if known != fingerprint or not carry_over(fresh / path, at, below=fresh, like=self._site / path):
                return None
        return Written(path, fingerprint, digest, is_carried=True)

    def inside(self, fresh: Path) -> Found:
        """What lies in the fresh folder, once nothing more is written: whatever nobody asked for is taken out of it."""
        if not self._mirror.is_used:
            return files_below(fresh)
        self._mirror.take_out(self._before.keys() - self._asked)
        return folders_with(self._asked)

    def learn(self, files: Iterable[Written]) -> None:
        """Take in what was written, which may have been done in another process."""
        self._now.update((file.path, file) for file in files)

    def seal(self, fresh: Path) -> None:
        """Note which files were made, before they are the site: what lies there afterwards may be another build's.

        Raises OSError if one of them is not there.
        """
        for path, file in self._now.items():
            self._rows[path] = (file.fingerprint, file.digest, stamp(os.lstat(f"{fresh}{os.sep}{path}")))

    def save(self, old: Path) -> None:
        """Keep what the new site was made of, and nothing else; raises OSError.

        Where the site before it lies as `old`, it becomes the mirror; nobody else may know of that folder.
        """
        self._store.keep_only({self._key})  # First: what cannot be written keeps no mirror here.
        self._store.put(f"{self._key}/{_FILE}", self._sealed(_as_json(self._rows).encode()))
        self._mirror.keep(old, self._site, {path: at for path, (_, _, at) in self._rows.items()})

    def _read(self) -> Mapping[str, tuple[str, str, Stamp]]:
        kept = self._store.get(f"{self._key}/{_FILE}") or b""
        text = kept[32:]
        if kept != self._sealed(text):
            return {}  # There is none, or it is damaged, another site's, or made by other software.
        return {path: (made_of, digest, tuple(at)) for path, (made_of, digest, at) in json.loads(text).items()}

    def _sealed(self, text: bytes) -> bytes:
        digest = sha256(self._made_by)
        digest.update(text)
        return digest.digest() + text


def _as_json(rows: Mapping[str, tuple[str, str, Stamp]]) -> str:
    """Some rows at a time: while JSON writes, it holds ten times of what it has written."""
    waiting = iter(rows.items())
    some = iter(lambda: dict(islice(waiting, _AT_A_TIME)), {})
    return f"{{{', '.join(json.dumps(each)[1:-1] for each in some)}}}"
