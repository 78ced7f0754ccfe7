"""Where a site is published to, as it is written after `--to`.

An address holds no password: what is typed stands in the shell's history, and in the log of whoever runs CI. What was
meant as one may stand anywhere in it, so no sentence says again what was typed.
"""

import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal

from plugins.files.typed import typed_path
from plugins.patterns import lazy_pattern
from plugins.problems import nearest
from plugins.publishing.failure import AddressError
from plugins.records import dataclass
from plugins.unicode import is_unseen

_BUCKET = lazy_pattern(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
_KEY_PREFIX = lazy_pattern(r"[A-Za-z0-9!_.*'()/-]*")
_BRANCH = lazy_pattern(r"(?!-)(?!.*(?:\.\.|//|@\{|\.lock$|[/.]$))[^\s~^:?*\[\\\x00-\x1f\x7f]+")
_HOST = lazy_pattern(r"(?:(?P<user>[\w.-]+)@)?(?P<host>[A-Za-z0-9][A-Za-z0-9.-]*)(?::(?P<port>\d+))?:?(?P<path>/.*)")
_PLAIN_PATH = lazy_pattern(r"[\w./~+@-]+", re.ASCII)
_PASSWORD = lazy_pattern(r"(?:^|//)[^/@\s]*:[^/@\s]*@|https?://[^/@\s]*@", re.IGNORECASE)
"""What stands before the `@` of a web address is a token as often as a name, and no host needs it there."""


@dataclass(frozen=True, slots=True)
class GitAddress:
    """A branch of a repository; `remote` is a remote's name, an address or a folder."""

    remote: str
    branch: str


@dataclass(frozen=True, slots=True)
class S3Address:
    """A bucket, and the beginning of every name in it: empty, or with a slash at its end."""

    bucket: str
    prefix: str


@dataclass(frozen=True, slots=True)
class HostAddress:
    """A folder on another computer, reached over ssh; what is not said is left to ssh's own settings."""

    way: Literal["rsync", "sftp"]
    user: str | None
    host: str
    port: int | None
    path: str


@dataclass(frozen=True, slots=True)
class FolderAddress:
    path: Path


Address = GitAddress | S3Address | HostAddress | FolderAddress

EXAMPLES: Mapping[str, str] = {
    "git": "git:origin#gh-pages",
    "s3": "s3:my-bucket/diary",
    "rsync": "rsync:me@server.example.org:/srv/diary",
    "sftp": "sftp:me@server.example.org/htdocs",
    "folder": "folder:/srv/diary",
}


def address(text: str) -> Address:
    """What `text` means; raises AddressError with one sentence."""
    kind, _, rest = text.strip().partition(":")
    if kind not in _READERS:
        raise AddressError(_unknown_kind(kind))
    if not rest:
        raise AddressError(f"After {kind}: nothing follows; write {_instead(kind)}.")
    if _PASSWORD.search(rest):
        raise AddressError(
            f"An address holds no password and no token, for others could read it; write {_instead(kind)}."
        )
    if any(is_unseen(letter) or (letter.isspace() and letter != " ") for letter in rest):
        raise AddressError(f"The address has a letter in it that cannot be seen; write {_instead(kind)}.")
    return _READERS[kind](rest)


def from_anywhere(text: str) -> str:
    """The same address, so written that it means the same in another folder; raises AddressError as `address` does."""
    match address(text):
        case FolderAddress(path):
            return f"folder:{path}"
        case GitAddress(remote, branch) if _is_folder(remote):
            return f"git:{typed_path(remote)}#{branch}"
        case _:
            return text.strip()


def _is_folder(remote: str) -> bool:
    """A folder, and not the name of a remote: such a name may hold slashes too."""
    return remote.startswith((".", "~")) or (bool({"/", os.sep} & set(remote)) and Path(remote).is_dir())


def _unknown_kind(kind: str) -> str:
    kinds = ", ".join(EXAMPLES)
    meant = nearest(kind, EXAMPLES)
    guess = f" Did you mean {_instead(meant)}?" if meant else ""
    return f"Write first which kind of place it is ({kinds}), then a colon, as in {EXAMPLES['git']}.{guess}"


def _instead(kind: str) -> str:
    return f"an address such as {EXAMPLES[kind]}"


def _git(rest: str) -> GitAddress:
    remote, _, branch = rest.rpartition("#")
    if not remote:
        raise AddressError(f"The address names no branch; write {_instead('git')}.")
    if remote.startswith("-"):
        raise AddressError(f"What stands before # can be no repository; write {_instead('git')}.")
    if not _BRANCH.fullmatch(branch):
        raise AddressError(f"What stands behind # can be no branch of a repository; write {_instead('git')}.")
    return GitAddress(remote, branch)


def _s3(rest: str) -> S3Address:
    bucket, _, prefix = rest.removeprefix("//").partition("/")
    if not _BUCKET.fullmatch(bucket):
        raise AddressError(
            "What stands behind s3: can be no bucket: 3 to 63 small letters, numbers, dots and hyphens; "
            f"write {_instead('s3')}."
        )
    names = prefix.strip("/")
    if not _KEY_PREFIX.fullmatch(names) or {"", ".", ".."} & set(names.split("/") if names else ()):
        raise AddressError(f"What stands behind the bucket can be no folder in it; write {_instead('s3')}.")
    return S3Address(bucket, f"{names}/" if names else "")


def _over_ssh(way: Literal["rsync", "sftp"]) -> Callable[[str], HostAddress]:
    def read(rest: str) -> HostAddress:
        found = _HOST.fullmatch(rest.removeprefix("//"))
        if found is None:
            raise AddressError(
                f"What stands behind {way}: is not user, computer and a folder that begins with a slash; "
                f"write {_instead(way)}."
            )
        port = int(found["port"]) if found["port"] else None
        if port is not None and not 0 < port < 65536:
            raise AddressError("A port is a whole number from 1 to 65535; write one, or leave it out.")
        path = found["path"].rstrip("/")
        if not path or ".." in path.split("/"):
            raise AddressError(f"The folder is not the site's alone; write {_instead(way)}.")
        if way == "rsync" and not _PLAIN_PATH.fullmatch(path):
            raise AddressError(
                "The folder has letters that rsync stumbles over; write a to z, 0 to 9, - _ . and slashes."
            )
        return HostAddress(way, found["user"], found["host"], port, path)

    return read


def _folder(rest: str) -> FolderAddress:
    return FolderAddress(typed_path(rest))


_READERS: Mapping[str, Callable[[str], Address]] = {
    "git": _git,
    "s3": _s3,
    "rsync": _over_ssh("rsync"),
    "sftp": _over_ssh("sftp"),
    "folder": _folder,
}
