"""The fresh folder, the swap, and what is healed when a build was killed."""

import errno
import os
import stat
from pathlib import Path

import pytest

from plugins.engine.failure import BuildFailed, reported_as_build_failure
from plugins.engine.folder_swap import swapped
from plugins.engine.paths import MARKER
from plugins.engine.staging import Staging
from tests.engine.small_site import tree


def staging(output: Path) -> Staging:
    return Staging(output, check=lambda _: None, say=print)


def publish(output: Path, *, in_one_step: bool = True, **files: str) -> None:
    """Publish a site of these files."""
    build = staging(output)
    for name, text in files.items():
        (build.fresh / name).write_text(text)
    build.finish(durable=True)
    build.swap_in(swapped if in_one_step else lambda *_: False)


def site(output: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in output.iterdir() if path.name != MARKER}


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "public" / "output"


@pytest.mark.parametrize("in_one_step", [True, False])
def test_a_site_takes_the_place_of_the_one_before_it_whole(output: Path, in_one_step: bool) -> None:
    publish(output, in_one_step=in_one_step, index="old", gone="old")
    publish(output, in_one_step=in_one_step, index="new", come="new")
    assert site(output) == {"index": "new", "come": "new"}
    assert [path.name for path in output.parent.iterdir()] == ["output"]


def test_folders_change_places_in_one_step_here(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    assert swapped(tmp_path / "one", tmp_path / "other")
    assert (tmp_path / "one" / "other").exists()


def test_folders_that_cannot_change_places_say_why(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    with pytest.raises(FileNotFoundError):
        swapped(tmp_path / "one", tmp_path / "other")


def test_a_swap_killed_between_its_two_steps_is_healed_by_the_next_build(output: Path) -> None:
    publish(output, index="old")
    build = staging(output)
    (build.fresh / "index").write_text("half")
    output.rename(output.with_name(".output.old"))
    build._lock.release()  # What the kernel does for the killed.
    nextone = staging(output)
    assert site(output) == {"index": "old"}
    nextone.discard()
    assert [path.name for path in output.parent.iterdir()] == ["output"]


def test_when_the_second_step_is_refused_the_first_is_taken_back(output: Path) -> None:
    publish(output, index="old")
    build = staging(output)

    def swap_and_lose_the_fresh_folder(fresh: Path, _output: Path) -> bool:
        (fresh / MARKER).unlink()
        fresh.rmdir()
        return False

    build.finish(durable=False)
    with pytest.raises(BuildFailed):
        build.swap_in(swap_and_lose_the_fresh_folder)
    assert site(output) == {"index": "old"}


def test_whatever_lies_under_the_names_of_a_killed_build_is_removed_and_links_are_not_followed(output: Path) -> None:
    output.parent.mkdir()
    precious = output.parent.parent / "precious"
    precious.mkdir()
    (precious / "letter").touch()
    output.with_name(".output.new").symlink_to(precious)
    output.with_name(".output.old").touch()
    publish(output, index="new")
    assert (precious / "letter").exists()
    assert [path.name for path in output.parent.iterdir()] == ["output"]


def test_a_build_that_is_given_up_leaves_nothing_but_the_old_site(output: Path) -> None:
    publish(output, index="old")
    build = staging(output)
    (build.fresh / "index").write_text("half")
    build.discard()
    build.discard()
    assert site(output) == {"index": "old"}
    assert [path.name for path in output.parent.iterdir()] == ["output"]


def test_modes_are_plain_whatever_the_shell_says(output: Path) -> None:
    before = os.umask(0o077)
    try:
        build = staging(output)
        (build.fresh / "posts").mkdir()
        (build.fresh / "posts" / "index.html").touch()
        build.finish(durable=True)
        build.swap_in()
    finally:
        os.umask(before)
    assert {path: mode for path, (mode, _) in tree(output).items()} == {
        MARKER: "-rw-r--r--",
        "posts": "drwxr-xr-x",
        "posts/index.html": "-rw-r--r--",
    }
    assert stat.S_IMODE(output.stat().st_mode) == 0o755


def test_a_file_that_has_not_changed_keeps_its_time_and_one_that_has_gets_a_new_one(output: Path) -> None:
    publish(output, same="same", other="one")
    for name in ("same", "other"):
        os.utime(output / name, (1_000_000_000, 1_000_000_000))
    publish(output, same="same", other="two")
    assert (output / "same").stat().st_mtime == 1_000_000_000
    assert (output / "other").stat().st_mtime > 1_000_000_000


def test_the_folder_is_checked_again_once_the_lock_is_held(output: Path) -> None:
    """The build before us may have made the folder that was not there when we began to wait."""
    answers = iter([None, BuildFailed("it changed")])

    def check(_: Path) -> None:
        answer = next(answers)
        if answer:
            raise answer

    with pytest.raises(BuildFailed, match="it changed"):
        Staging(output, check=check, say=print)
    assert list(output.parent.iterdir()) == []


STANDS = "Nothing was published: what was there before is still there."
FULL = "There is no room for the new site: the disk, or your share of it, is full. Make room and build again."


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), FULL),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), FULL),
        (OSError(errno.EFBIG, "File too large"), FULL),
        (
            OSError(errno.EROFS, "Read-only file system", "/nowhere/site/.output.new"),
            "/nowhere/site cannot be written to (Read-only file system). Choose another output folder.",
        ),
        (
            PermissionError(errno.EACCES, "Permission denied", "/"),
            "/ cannot be written to (Permission denied). Choose another output folder.",
        ),
        (
            OSError(errno.EBUSY, "Device or resource busy", "/site/.output.new", None, "/site/output"),
            "/site/output cannot be replaced in one step (Device or resource busy). Choose another output folder.",
        ),
        (
            OSError(errno.EIO, "Input/output error"),
            "The new site could not be written ([Errno 5] Input/output error).",
        ),
    ],
)
def test_what_the_operating_system_refuses_is_one_sentence(error: OSError, sentence: str) -> None:
    with pytest.raises(BuildFailed) as failure, reported_as_build_failure():
        raise error
    assert failure.value.code == f"{sentence} {STANDS}"
