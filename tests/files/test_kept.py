"""What is kept in this checkout counts only for what it was made of."""

from pathlib import Path

import pytest

from plugins.files.kept import keep, kept


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / ".cache" / "made" / "one"


def test_what_is_kept_is_for_its_owner_and_for_what_it_was_made_of(place: Path) -> None:
    assert kept(place, b"made of") is None
    keep(place, b"content", b"made of")
    assert place.stat().st_mode & 0o077 == 0
    assert kept(place, b"made of") == b"content"
    assert (kept(place, b"made ofc"), kept(place, b"other")) == (None, None)
    keep(place, b"", b"other")
    assert (kept(place, b"made of"), kept(place, b"other")) == (None, b"")


@pytest.mark.parametrize("damaged", [b"", b"short", b"\0" * 40])
def test_what_is_damaged_is_not_there(place: Path, damaged: bytes) -> None:
    keep(place, b"content", b"made of")
    place.write_bytes(damaged)
    assert kept(place, b"made of") is None


def test_where_no_file_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("a file where the folder should be", "utf-8")
    keep(tmp_path / ".cache" / "made" / "one", b"content", b"made of")
    assert kept(tmp_path / ".cache" / "made" / "one", b"made of") is None
