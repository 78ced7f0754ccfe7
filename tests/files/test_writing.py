"""A file is written whole or not at all, and through no link, wherever that was planted."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.files import LinkInTheWay, add_file, create_file, folder, home_of, refuse_links, take_left_over, write_file
from tests.support.systems import needs_posix_files

Write = Callable[..., None]
TOLD = "{}: this is a link to another place, and nothing is written through links; take the link away"


@pytest.fixture(params=["folders held open", "names looked at, as on Windows"], autouse=True)
def _way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "_BY_HANDLE", request.param == "folders held open")


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    (tmp_path / "diary").mkdir()
    return tmp_path / "diary"


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder outside the diary, with a file that must stay as it is."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "a.txt").write_text("theirs")
    return tmp_path / "elsewhere"


def names(where: Path) -> list[str]:
    return sorted(path.relative_to(where).as_posix() for path in where.rglob("*"))


@pytest.mark.parametrize("write", [write_file, create_file, add_file])
def test_a_file_is_made_with_its_folders(diary: Path, write: Write) -> None:
    write(diary / "one" / "two" / "a.txt", b"ours", below=diary / "one")
    assert names(diary) == ["one", "one/two", "one/two/a.txt"]
    assert (diary / "one/two/a.txt").read_bytes() == b"ours"


def test_what_a_killed_write_left_is_taken_away_and_nothing_else(diary: Path) -> None:
    (diary / "posts").mkdir()
    old, fresh, other = (diary / "posts" / f".{name}.new" for name in ("a" * 32, "b" * 32, "mine"))
    for place in (old, fresh, other):
        place.write_text("half", "utf-8")
    for place in (old, other):
        os.utime(place, (1_000_000_000, 1_000_000_000))
    take_left_over(diary)
    assert {place.name for place in (diary / "posts").iterdir()} == {fresh.name, other.name}


def test_a_file_that_is_there_keeps_its_mode_and_leaves_nothing_beside(diary: Path) -> None:
    (diary / "a.txt").write_text("old")
    (diary / "a.txt").chmod(0o640)
    write_file(diary / "a.txt", b"new", below=diary)
    assert (diary / "a.txt").read_bytes() == b"new"
    assert stat.S_IMODE((diary / "a.txt").stat().st_mode) == 0o640
    assert names(diary) == ["a.txt"]


def test_a_private_file_is_its_owners_alone_also_where_it_was_not(diary: Path) -> None:
    (diary / "a.txt").write_text("words")
    (diary / "a.txt").chmod(0o644)
    write_file(diary / "a.txt", b"words", below=diary, private=True)
    write_file(diary / "b.txt", b"words", below=diary, private=True)
    assert {stat.S_IMODE(path.stat().st_mode) for path in diary.iterdir()} == {0o600}


def test_what_says_the_same_is_not_written_again(diary: Path) -> None:
    write_file(diary / "a.txt", b"same", below=diary)
    before = (diary / "a.txt").stat()
    write_file(diary / "a.txt", b"same", below=diary, durable=False)
    assert (diary / "a.txt").stat().st_ino == before.st_ino
    write_file(diary / "a.txt", b"othr", below=diary, durable=False)
    assert (diary / "a.txt").read_bytes() == b"othr"


def test_the_second_name_of_a_file_keeps_what_it_had(diary: Path, elsewhere: Path) -> None:
    (diary / "a.txt").hardlink_to(elsewhere / "a.txt")
    write_file(diary / "a.txt", b"ours", below=diary)
    assert (elsewhere / "a.txt").read_text() == "theirs"
    assert (diary / "a.txt").read_bytes() == b"ours"


@pytest.mark.parametrize("target", ["a.txt", "not there"])
def test_a_link_in_place_of_the_file_is_refused(diary: Path, elsewhere: Path, target: str) -> None:
    (diary / "a.txt").symlink_to(elsewhere / target)
    with pytest.raises(LinkInTheWay) as told:
        write_file(diary / "a.txt", b"ours", below=diary)
    assert str(told.value) == TOLD.format(diary / "a.txt")
    with pytest.raises(FileExistsError):
        create_file(diary / "a.txt", b"ours", below=diary)
    assert (diary / "a.txt").is_symlink()
    assert names(elsewhere) == ["a.txt"]
    assert (elsewhere / "a.txt").read_text() == "theirs"


@pytest.mark.parametrize("write", [write_file, create_file, add_file])
@pytest.mark.parametrize("link", ["one", "one/two"])
def test_a_link_in_place_of_a_folder_is_refused(diary: Path, elsewhere: Path, link: str, write: Write) -> None:
    (diary / link).parent.mkdir(exist_ok=True)
    (diary / link).symlink_to(elsewhere, target_is_directory=True)
    with pytest.raises(LinkInTheWay) as told:
        write(diary / "one" / "two" / "a.txt", b"ours", below=diary)
    assert str(told.value) == TOLD.format(diary / link)
    assert names(elsewhere) == ["a.txt"]


def test_a_link_to_the_trusted_folder_itself_is_its_owners_choice(diary: Path, elsewhere: Path) -> None:
    (diary / "named").symlink_to(elsewhere, target_is_directory=True)
    write_file(diary / "named" / "b.txt", b"ours", below=diary / "named")
    assert names(elsewhere) == ["a.txt", "b.txt"]


def test_names_that_were_used_before_for_what_is_being_written_lead_nowhere(diary: Path, elsewhere: Path) -> None:
    (diary / "a.txt").write_text("old")
    planted = (".a.txt.new", "a.txt.new", f".a.txt.{os.getpid()}", ".a.txt.tmp")
    for name in planted:
        (diary / name).symlink_to(elsewhere / "a.txt")
    write_file(diary / "a.txt", b"ours", below=diary)
    assert (elsewhere / "a.txt").read_text() == "theirs"
    assert names(diary) == sorted(["a.txt", *planted])


def test_the_name_beside_cannot_be_taken_even_by_who_guesses_it(
    diary: Path, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("secrets.token_hex", lambda _length: "guessed")
    (diary / ".guessed.new").symlink_to(elsewhere / "a.txt")
    with pytest.raises(OSError, match="link"):
        write_file(diary / "a.txt", b"ours", below=diary)
    assert (elsewhere / "a.txt").read_text() == "theirs"
    assert not (diary / "a.txt").exists()


def test_what_cannot_be_finished_leaves_the_old_file_and_nothing_beside(
    diary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    (diary / "a.txt").write_text("old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left") as told:
        write_file(diary / "a.txt", b"new", below=diary)
    assert told.value.filename == str(diary / "a.txt")
    assert names(diary) == ["a.txt"]
    assert (diary / "a.txt").read_text() == "old"


@needs_posix_files
def test_what_is_no_ordinary_file_is_left_alone(diary: Path) -> None:
    os.mkfifo(diary / "pipe")
    (diary / "folder").mkdir()
    for name in ("pipe", "folder"):
        with pytest.raises(OSError, match="this is no ordinary file; take it away"):
            write_file(diary / name, b"ours", below=diary)
    (diary / "a.txt").write_text("a file")
    with pytest.raises(NotADirectoryError):
        write_file(diary / "a.txt" / "b.txt", b"ours", below=diary)


def test_a_link_that_comes_between_looking_and_making_is_seen(
    diary: Path, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = os.mkdir

    def race(path: str, mode: int = 0o777, *, dir_fd: int | None = None) -> None:
        if Path(path).name == "one":
            (diary / "one").symlink_to(elsewhere, target_is_directory=True)
        make(path, mode, dir_fd=dir_fd)

    monkeypatch.setattr(os, "mkdir", race)
    with pytest.raises(LinkInTheWay):
        write_file(diary / "one" / "b.txt", b"ours", below=diary)
    assert names(elsewhere) == ["a.txt"]


def test_a_folder_that_somebody_else_makes_meanwhile_is_used(diary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make = os.mkdir

    def race(path: str, mode: int = 0o777, *, dir_fd: int | None = None) -> None:
        make(path, mode, dir_fd=dir_fd)
        make(path, mode, dir_fd=dir_fd)

    monkeypatch.setattr(os, "mkdir", race)
    write_file(diary / "one" / "b.txt", b"ours", below=diary)
    assert names(diary) == ["one", "one/b.txt"]


def test_links_are_refused_wherever_they_stand_below_a_folder(diary: Path, elsewhere: Path) -> None:
    (diary / "one").mkdir()
    refuse_links(diary / "one" / "not there" / "at all", below=diary)
    (diary / "one" / "two").symlink_to(elsewhere, target_is_directory=True)
    for place in ("one/two", "one/two/a.txt"):
        with pytest.raises(LinkInTheWay) as told:
            refuse_links(diary / place, below=diary)
        assert str(told.value) == TOLD.format(diary / "one" / "two")


@pytest.mark.parametrize(
    ("place", "home"),
    [("/diary/.cache/of", "/diary"), ("/diary/../etc/of", "/diary/../etc"), ("/var/kept/of", "/var/kept")],
)
def test_what_lies_in_a_home_is_reached_from_there(place: str, home: str) -> None:
    assert home_of(Path(place), Path("/elsewhere"), Path("/diary")) == Path(home)


@pytest.mark.parametrize("has_links", [True, False], ids=["a disk", "FAT"])
def test_a_new_file_has_its_name_when_it_is_whole_and_takes_nobody_elses(
    diary: Path, monkeypatch: pytest.MonkeyPatch, has_links: bool
) -> None:
    if not has_links:

        def refused(*_names: object, **_folders: object) -> None:
            raise PermissionError(1, "Operation not permitted")

        monkeypatch.setattr(os, "link", refused)
    add_file(diary / "new/a.txt", b"ours", below=diary)
    with pytest.raises(FileExistsError):
        add_file(diary / "new/a.txt", b"theirs", below=diary)
    assert [(file.name, file.read_bytes()) for file in (diary / "new").iterdir()] == [("a.txt", b"ours")]
