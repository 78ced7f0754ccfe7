"""Somebody takes back a consent to a photo: after the next build and publication it is nowhere, whatever the place."""

import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.publishing.sites import published
from tests.support.builds import built
from tests.support.photographs import put
from tests.support.s3_server import S3Server
from tests.support.sshd import SshServer

_POST = """---
title: One
date: 2016-10-10
photos:
  - {file: photos/a.jpg, alt: Somebody at a table, people: recognisable, consent: C-1}
---
We sat together.
"""
_WHEN_AND_WHERE = {"DIARY_NOW": "2020-01-01T12:00", "DIARY_SITE_URL": "https://diary.test"}


@dataclass(frozen=True, slots=True)
class Sites:
    """The diary before and after the consent was taken back, and the bytes of each size of the photo."""

    before: Path
    after: Path
    photo: frozenset[bytes]


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    folder = tmp_path_factory.mktemp("withdrawal")
    content = folder / "content"
    put(content / "posts" / "one", "photos/a.jpg")
    (content / "posts" / "one" / "index.md").write_text(_POST, "utf-8")
    (content / "consent.yml").write_text("C-1: {covers: [photo]}\n", "utf-8")
    before = built(content, folder / "before", environment=_WHEN_AND_WHERE)
    (content / "consent.yml").write_text("C-1: {covers: [photo], withdrawn: 2019-12-31}\n", "utf-8")
    after = built(content, folder / "after", environment=_WHEN_AND_WHERE)
    sizes = frozenset(path.read_bytes() for path in (before / "pictures").rglob("*") if path.is_file())
    assert sizes
    return Sites(before, after, sizes)


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


@pytest.fixture
def place(
    request: pytest.FixtureRequest, tmp_path: Path, ssh_server: SshServer, storage: S3Server
) -> tuple[str, dict[str, str], Callable[[frozenset[bytes]], bool]]:
    """An address, what it needs in the environment, and whether a photo can be found there."""
    there = tmp_path / "there"
    environ: dict[str, str] = {}
    match request.param:
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


@pytest.mark.parametrize("place", ["git", "s3", "rsync", "sftp", "folder"], indirect=True)
def test_a_withdrawn_photo_is_gone_from_where_it_was_published(
    place: tuple[str, dict[str, str], Callable[[frozenset[bytes]], bool]], sites: Sites
) -> None:
    to, environ, is_there = place
    published(sites.before, to, environ=environ)
    assert is_there(sites.photo)
    published(sites.after, to, environ=environ)
    assert not is_there(sites.photo)
