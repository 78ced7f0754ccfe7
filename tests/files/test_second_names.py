"""A file that says what another says already becomes a second name of it, where nothing tells against it."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.files import carry_over, create_file, folder, stamp
from tests.support.systems import needs_posix_files


@pytest.fixture(params=["folders held open", "names looked at, as on Windows"], autouse=True)
def _way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "_BY_HANDLE", request.param == "folders held open")
    if request.param != "folders held open":
        monkeypatch.delattr(os, "geteuid", raising=False)  # Windows asks for no user.


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    (tmp_path / "diary").mkdir()
    return tmp_path / "diary"


def test_a_file_that_says_the_same_already_becomes_a_second_name_of_it(diary: Path) -> None:
    (diary / "old.txt").write_bytes(b"ours")
    (diary / "old.txt").chmod(0o644)
    create_file(diary / "new" / "a.txt", b"ours", below=diary, like=diary / "old.txt")
    create_file(diary / "new" / "b.txt", b"ours", below=diary, like=diary / "old.txt")
    assert (diary / "new/a.txt").samefile(diary / "old.txt") == folder._BY_HANDLE
    assert not (diary / "new/b.txt").samefile(diary / "old.txt"), "it has two names already"
    assert (diary / "new/b.txt").read_bytes() == b"ours"


@needs_posix_files
@pytest.mark.parametrize(
    "prepare",
    [
        lambda old: old.write_bytes(b"else"),
        lambda old: old.write_bytes(b"ours and more"),
        lambda old: old.chmod(0o666),
        lambda old: old.rename(old.with_name("elsewhere.txt")),
        lambda old: (old.rename(old.with_name("elsewhere.txt")), old.symlink_to("elsewhere.txt")),
        lambda old: (old.rename(old.with_name("elsewhere.txt")), old.mkdir()),
    ],
    ids=["other words", "more words", "another mode", "not there", "a link", "a folder"],
)
def test_anything_else_is_written_anew(diary: Path, prepare: Callable[[Path], object]) -> None:
    old = diary / "old.txt"
    old.write_bytes(b"ours")
    old.chmod(0o644)
    prepare(old)
    create_file(diary / "a.txt", b"ours", below=diary, like=old)
    assert (diary / "a.txt").read_bytes() == b"ours"
    assert (diary / "a.txt").stat().st_nlink == 1


@needs_posix_files
def test_a_file_that_changed_places_meanwhile_is_written_anew(diary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, another, link = diary / "old.txt", diary / "another.txt", os.link
    for file in (old, another):
        file.write_bytes(b"ours")
        file.chmod(0o644)
    monkeypatch.setattr(os, "link", lambda _, name, **more: link(another, name, **more))
    create_file(diary / "a.txt", b"ours", below=diary, like=old)
    assert not (diary / "a.txt").samefile(another)
    monkeypatch.setattr(os, "link", lambda *_, **__: (_ for _ in ()).throw(PermissionError()))
    create_file(diary / "b.txt", b"ours", below=diary, like=old)
    assert (diary / "b.txt").read_bytes() == b"ours"


def test_what_is_there_is_not_replaced_by_a_second_name(diary: Path) -> None:
    for name in ("old.txt", "a.txt"):
        (diary / name).write_bytes(b"ours")
        (diary / name).chmod(0o644)
    with pytest.raises(FileExistsError):
        create_file(diary / "a.txt", b"ours", below=diary, like=diary / "old.txt")


def test_a_file_that_nobody_touched_is_carried_over_unread(diary: Path) -> None:
    old = diary / "old.txt"
    old.write_bytes(b"ours")
    old.chmod(0o644)
    known = stamp(old.lstat())
    assert carry_over(diary / "new" / "a.txt", known, below=diary, like=old) == folder._BY_HANDLE
    assert (diary / "new/a.txt").exists() == folder._BY_HANDLE
    (diary / "new/a.txt").unlink(missing_ok=True)
    os.utime(old, ns=(1, 1))
    assert not carry_over(diary / "a.txt", known, below=diary, like=old), "somebody touched it"
    assert not carry_over(diary / "a.txt", known, below=diary, like=diary / "lost.txt")
    assert not (diary / "a.txt").exists()
