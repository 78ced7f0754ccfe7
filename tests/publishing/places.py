"""Every kind of place that a site is published to, each a real one on this computer."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from tests.support.s3_server import S3Server
from tests.support.sshd import SshServer

KINDS = ("git", "s3", "rsync", "sftp", "folder")
Place: TypeAlias = tuple[str, dict[str, str], Callable[[frozenset[bytes]], bool]]
"""An address, what it needs in the environment, and whether a photo can be found there."""


def holds_the_photo(folder: Path, photo: frozenset[bytes]) -> bool:
    return any(path.read_bytes() in photo for path in folder.rglob("*") if path.is_file())


def in_branch(repository: Path, photo: frozenset[bytes]) -> bool:
    """Whether the branch's commit, or one before it, holds a size of the photo."""
    listed = git(repository, "rev-list", "--objects", "gh-pages").decode().splitlines()
    objects = [line.split()[0] for line in listed]
    blobs = [name for name in objects if git(repository, "cat-file", "-t", name) == b"blob\n"]
    return any(git(repository, "cat-file", "blob", name) in photo for name in blobs)


def git(repository: Path, *arguments: str) -> bytes:
    return subprocess.run(["git", "-C", str(repository), *arguments], capture_output=True, check=True).stdout


def place_of(kind: str, tmp_path: Path, ssh_server: SshServer, storage: S3Server) -> Place:
    """An address, what it needs in the environment, and whether a photo can be found there."""
    there = tmp_path / "there"
    environ: dict[str, str] = {}
    match kind:
        case "git":
            subprocess.run(["git", "init", "--quiet", "--bare", str(there)], check=True)
            return f"git:{there}#gh-pages", environ, lambda photo: in_branch(there, photo)
        case "s3":
            there = storage.bucket(29)
            return f"s3:{there.name}", dict(storage.environ), lambda photo: holds_the_photo(there, photo)
        case "folder":
            return f"folder:{there}", environ, lambda photo: holds_the_photo(tmp_path, photo)
        case way:
            where = f"{way}:{ssh_server.user}@127.0.0.1:{ssh_server.port}{there}"
            return where, dict(ssh_server.environ), lambda photo: holds_the_photo(there, photo)
