"""A published build watched from outside, and the record of it that `last_build` reads."""

import json
import os
import shutil
import time
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.engine.build_moment import VARIABLE
from plugins.files import write_file
from plugins.workbench import last_build
from plugins.workbench.file_times import TICK, CannotTell, Stamps, newest
from plugins.workbench.last_build import Record, digest, made_from, moment, record_path, site_stamps
from plugins.workbench.paths import CHECKOUT, FETCHED

if TYPE_CHECKING:
    from plugins.engine.manifest import Outlook

_LARGEST = 1_000_000
_STORES = ("builds", "pages", "photos", "stories")
_READ = ("content/", "comments/", "plugins/", "theme/")
"""What is compared by content where its times have changed; of anything else a new time is a change."""


def recorded(build: Callable[[], int], content: Path, site: Path, environ: Mapping[str, str] = os.environ) -> int:
    """The exit code of a build; what it was made from is kept if it was the same all the while, and its site stands."""
    from plugins.engine.signals import published

    earlier = _digests_of_last_time(content, site)
    forget(content, site)
    before, began = _inputs(content, environ), time.time()
    in_place: list[tuple[int, int]] = []

    def note(_pelican: object) -> None:
        in_place.append(_folder_of(site))

    with published.connected_to(note):
        code = build()
    if code == 0 and before is not None:
        try:
            _keep(before, earlier, began, content, site, environ)
            if in_place != [_folder_of(site)]:  # Another build has put its site there meanwhile.
                forget(content, site)
        except (CannotTell, OSError):
            return code
    return code


def forget(content: Path, site: Path) -> None:
    Path(record_path(str(content), str(site))).unlink(missing_ok=True)


def forget_diary(content: Path) -> None:
    """Keep no name and no digest of any file of a diary, and no story of any."""
    kept = (CHECKOUT / ".cache" / name for name in ("stories", "pages"))
    for folder in (Path(record_path(str(content), "")).parent, *kept):
        if not folder.is_symlink():
            shutil.rmtree(folder, ignore_errors=True)


def forget_other_versions(software: Path = CHECKOUT) -> None:
    """Keep nothing of a diary with versions of the software that no longer build it: nobody would empty it."""
    if software.parent.name == FETCHED:
        others = (version for version in software.parent.iterdir() if version != software)
        for folder in (version / ".cache" / name for version in others for name in _STORES):
            if not any(place.is_symlink() for place in (folder, *folder.parents[:2])):
                shutil.rmtree(folder, ignore_errors=True)


def is_content_the_same(record: Record, found: Stamps, content: str, environ: Mapping[str, str]) -> bool:
    """Whether files whose times have changed hold what they held; then their new times are kept."""
    kept = json.loads(record.details)
    if kept.keys() != found.keys():
        return False
    for label, stamp in found.items():
        before, held = kept[label]
        if before != list(stamp) and (held is None or _digest_of(label, stamp, Path(content)) != held):
            return False
    if newest(found) <= time.time_ns() and made_from(content, environ) == found:
        details = {label: (stamp, kept[label][1]) for label, stamp in found.items()}
        _write(
            record.path,
            (str(record.made), str(record.until), record.zone, digest(found), record.site),
            record.said,
            details,
        )
    return True


def _inputs(content: Path, environ: Mapping[str, str]) -> Stamps | None:
    """What a build is made from, once no file of it can change any more without showing it; None if nobody can tell."""
    try:
        seen = last_build.LOOKED_AT.pop(os.path.realpath(content), None)
        found = seen[1] if seen else made_from(str(content), environ)
        early = newest(found) - (seen[0] if seen else time.time_ns())
        if early > TICK:
            return None
        if early > 0:
            time.sleep(early / 1e9)
            found = made_from(str(content), environ)
        code = {label: stamp for label, stamp in found.items() if label.startswith("plugins/")}
        return found if newest(found) <= time.time_ns() and newest(code) <= last_build.LOADED else None
    except (CannotTell, OSError):
        return None


def _keep(
    before: Stamps, earlier: Mapping[str, Any], began: float, content: Path, site: Path, environ: Mapping[str, str]
) -> None:
    from plugins.engine.manifest import outlook

    known = outlook(site)
    if known is None or known.asks_for_comments:
        return
    # Read before it is looked at again: what changes between the two shows that it did.
    details = {
        label: earlier[label]
        if earlier.get(label, [()])[0] == list(stamp)
        else (stamp, _digest_of(label, stamp, content))
        for label, stamp in before.items()
    }
    if made_from(str(content), environ) != before:
        return
    made = moment(environ, known.zone) if environ.get(VARIABLE) else began
    lies_there = site_stamps(str(site))
    facts = (str(made), str(known.next_change.timestamp()), known.zone, digest(before), digest(lies_there))
    pages = sum(label.endswith(".html") for label in lies_there)
    _write(record_path(str(content), str(site)), facts, _said(pages, site, known), details)


def _folder_of(site: Path) -> tuple[int, int]:
    """What tells the folder of a site from every other that is put in its place."""
    found = site.stat()
    return found.st_ino, found.st_mtime_ns


def _digests_of_last_time(content: Path, site: Path) -> Mapping[str, Any]:
    """What each file held, with its stamp of then: where that is the same, it need not be read again."""
    try:
        last = last_build.record_of(str(content), str(site))
        return json.loads(last.details) if last else {}
    except (OSError, ValueError):
        return {}


def _said(pages: int, site: Path, known: "Outlook") -> str:
    lines = [
        f"Nothing has changed since the last build: the {pages} pages in {site} are as it left them.",
        known.sentence,
    ]
    if known.notices:
        told = "one thing" if known.notices == 1 else f"{known.notices} things"
        lines.append(f"It told of {told}: python3 tasks.py check tells of them again.")
    return "\n".join(lines)


def _digest_of(label: str, stamp: tuple[int, ...], content: Path) -> str | None:
    """The digest of what a file holds; None for a folder, for what is too large, and for what is never read here."""
    if not stamp or stamp[1] > _LARGEST or not label.startswith(_READ):
        return None
    room, _, path = label.partition("/")
    folders = {"content": content, "comments": content.absolute().parent / ".comments"}
    return sha256((folders.get(room, CHECKOUT / room) / path).read_bytes()).hexdigest()


def _write(path: str, facts: tuple[str, ...], said: str, details: Mapping[str, object]) -> None:
    lines = (last_build.FORM, *facts, said.replace("\n", "\t"), json.dumps(details))
    text = "\n".join(lines).encode()
    whole = f"{sha256(text).hexdigest()}\n".encode() + text
    write_file(Path(path), whole, below=CHECKOUT, private=True, durable=False)
    for folder in Path(path).parents[:2]:
        folder.chmod(0o700)
