"""What may be written after --to, and what is answered to a slip."""

import os
from pathlib import Path

import pytest

from plugins.publishing.address import (
    EXAMPLES,
    FolderAddress,
    GitAddress,
    HostAddress,
    S3Address,
    address,
    from_anywhere,
)
from plugins.publishing.failure import AddressError


@pytest.mark.parametrize(
    ("written", "means"),
    [
        ("git:origin#gh-pages", GitAddress("origin", "gh-pages")),
        ("git:git@example.org:robin/diary.git#site/live", GitAddress("git@example.org:robin/diary.git", "site/live")),
        ("git:https://example.org/diary.git#pages", GitAddress("https://example.org/diary.git", "pages")),
        ("s3:diary", S3Address("diary", "")),
        ("s3://diary/", S3Address("diary", "")),
        ("s3:diary/our/site/", S3Address("diary", "our/site/")),
        ("rsync:me@example.org:/srv/diary", HostAddress("rsync", "me", "example.org", None, "/srv/diary")),
        ("rsync:me@example.org:2222/srv/diary", HostAddress("rsync", "me", "example.org", 2222, "/srv/diary")),
        ("sftp:me@example.org/htdocs/", HostAddress("sftp", "me", "example.org", None, "/htdocs")),
        ("sftp://example.org:2222/ht docs", HostAddress("sftp", None, "example.org", 2222, "/ht docs")),
        ("folder:/srv/diary", FolderAddress(Path("/srv/diary").absolute())),
        (" folder:site ", FolderAddress(Path("site").absolute())),
    ],
)
def test_an_address_says_where(written: str, means: object) -> None:
    assert address(written) == means


def test_every_example_is_an_address() -> None:
    assert [type(address(example)).__name__ for example in EXAMPLES.values()] == [
        "GitAddress",
        "S3Address",
        "HostAddress",
        "HostAddress",
        "FolderAddress",
    ]


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        (
            "",
            "Write first which kind of place it is (git, s3, rsync, sftp, folder), then a colon, as in git:origin#gh-pages.",
        ),
        (
            "stfp:me@example.org/htdocs",
            "Write first which kind of place it is (git, s3, rsync, sftp, folder), then a colon, as in git:origin#gh-pages. "
            "Did you mean an address such as sftp:me@server.example.org/htdocs?",
        ),
        (
            "ftp2000:x",
            "Write first which kind of place it is (git, s3, rsync, sftp, folder), then a colon, as in git:origin#gh-pages.",
        ),
        ("git:", "After git: nothing follows; write an address such as git:origin#gh-pages."),
        ("git:origin", "The address names no branch; write an address such as git:origin#gh-pages."),
        (
            "git:origin#-f",
            "What stands behind # can be no branch of a repository; write an address such as git:origin#gh-pages.",
        ),
        (
            "git:--upload-pack=x#y",
            "What stands before # can be no repository; write an address such as git:origin#gh-pages.",
        ),
        (
            "s3:My_Bucket",
            "What stands behind s3: can be no bucket: 3 to 63 small letters, numbers, dots and hyphens; "
            "write an address such as s3:my-bucket/diary.",
        ),
        (
            "s3:diary/../x",
            "What stands behind the bucket can be no folder in it; write an address such as s3:my-bucket/diary.",
        ),
        (
            "rsync:example.org",
            "What stands behind rsync: is not user, computer and a folder that begins with a slash; "
            "write an address such as rsync:me@server.example.org:/srv/diary.",
        ),
        (
            "sftp:-oProxyCommand=x/htdocs",
            "What stands behind sftp: is not user, computer and a folder that begins with a slash; "
            "write an address such as sftp:me@server.example.org/htdocs.",
        ),
        (
            "sftp:example.org:99999/x",
            "A port is a whole number from 1 to 65535; write one, or leave it out.",
        ),
        (
            "sftp:example.org/",
            "The folder is not the site's alone; write an address such as sftp:me@server.example.org/htdocs.",
        ),
        (
            "rsync:example.org:/srv/my diary",
            "The folder has letters that rsync stumbles over; write a to z, 0 to 9, - _ . and slashes.",
        ),
        (
            "folder:/srv/a\x1bb",
            "The address has a letter in it that cannot be seen; write an address such as folder:/srv/diary.",
        ),
    ],
)
def test_a_slip_is_answered_in_one_sentence(written: str, answer: str) -> None:
    with pytest.raises(AddressError) as refused:
        address(written)
    assert str(refused.value) == answer


@pytest.mark.parametrize(
    "written",
    [
        "sftp:me:hush@example.org/htdocs",
        "git:https://me:hush@example.org/d.git#pages",
        "me:hush@example.org",
        "me@hush:x",
        "hush:x",
        "s3:hush/HUSHhush+key",
        "s3:HUSH:hush:bucket",
        "s3:my-bucket/a?hush=hush",
        "git:hush?token",
        "git:--hush#pages",
        "git:site#hush:hush",
        "rsync:hush",
        "sftp:host:99999/hush",
        "sftp:host/../hush",
        "rsync:host:/hush hush",
    ],
)
def test_a_password_in_an_address_is_refused_and_not_repeated(written: str) -> None:
    with pytest.raises(AddressError) as refused:
        address(written)
    assert "hush" not in str(refused.value).lower()


OVER_SSH = ("rsync:me@server.example.org:/srv/diary", "sftp:me@server.example.org/htdocs")


def test_a_folder_is_looked_for_where_the_caller_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "hosts" / "site.git").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    assert from_anywhere("folder:served") == f"folder:{tmp_path / 'served'}"
    assert from_anywhere("folder:~/served") == f"folder:{tmp_path / 'home' / 'served'}"
    assert from_anywhere(f"git:.{os.sep}site.git#pages") == f"git:{tmp_path / 'site.git'}#pages"
    there = f"hosts{os.sep}site.git"
    assert from_anywhere(f"git:{there}#pages") == f"git:{tmp_path / there}#pages"
    for the_same in ("git:origin#gh-pages", "git:git@git.example.org:me/site.git#pages", "s3:bucket/diary", *OVER_SSH):
        assert from_anywhere(f" {the_same} ") == the_same
    with pytest.raises(AddressError):
        from_anywhere("nowhere")
