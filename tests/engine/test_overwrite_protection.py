"""Which folder a build may replace: never one that holds what no build made."""

from pathlib import Path

import pytest

from plugins.engine.failure import BuildFailed
from plugins.engine.overwrite_protection import refuse_unsafe_output
from plugins.engine.paths import MARKER
from tests.support.systems import needs_posix_files


def fault(output: Path) -> str:
    """What is said of an output folder in a diary whose folder is the output's, or its parent's."""
    diary = output if output.name == "diary" else output.parent
    with pytest.raises(BuildFailed) as failure:
        refuse_unsafe_output(
            output,
            sources={"the diary's posts": diary / "content", "the diary's theme": diary / "theme"},
            kept={"your own files": diary.parent / "home"},
        )
    sentence, advice = str(failure.value.code).rsplit(" Choose ", 1)
    assert advice == "another output folder, one that is the site's alone."
    return sentence


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    for name in ("diary/content", "diary/theme", "home"):
        (tmp_path / name).mkdir(parents=True)
    return tmp_path / "diary"


def fits(output: Path, diary: Path) -> bool:
    refuse_unsafe_output(output, sources={"the diary's posts": diary / "content"}, kept={"the software": diary})
    return True


def test_a_folder_that_is_not_there_yet_an_empty_one_and_one_that_a_build_made_are_fit(diary: Path) -> None:
    output = diary / "output"
    assert fits(output, diary)
    output.mkdir()
    assert fits(output, diary)
    (output / "index.html").touch()
    (output / MARKER).touch()
    assert fits(output, diary)


def test_a_folder_with_files_that_no_build_made_is_refused(diary: Path) -> None:
    output = diary / "output"
    output.mkdir()
    (output / "letters.txt").touch()
    assert fault(output) == f"{output} holds files that no build of the diary made."


def test_a_folder_with_a_history_is_refused_though_a_build_made_the_rest(diary: Path) -> None:
    output = diary / "output"
    (output / ".git").mkdir(parents=True)
    (output / MARKER).touch()
    assert fault(output) == f"{output} holds .git, which would be lost."


def test_the_posts_themselves_are_refused(diary: Path) -> None:
    content = diary / "content"
    assert fault(content) == f"A build replaces all of {content}, and the diary's posts would be lost with it."


def test_a_folder_above_the_posts_is_refused(diary: Path) -> None:
    assert fault(diary) == f"A build replaces all of {diary}, and the diary's posts would be lost with it."


def test_a_folder_among_the_posts_is_refused(diary: Path) -> None:
    output = diary / "content" / "public"
    with pytest.raises(BuildFailed, match="lies among the diary's posts"):
        refuse_unsafe_output(output, sources={"the diary's posts": diary / "content"}, kept={})


def test_another_spelling_of_the_posts_is_seen_through(diary: Path, tmp_path: Path) -> None:
    (tmp_path / "again").symlink_to(diary)
    with pytest.raises(BuildFailed, match="the diary's posts would be lost"):
        refuse_unsafe_output(tmp_path / "again" / "content", sources={"the diary's posts": diary / "content"}, kept={})


def test_the_home_folder_is_refused(diary: Path) -> None:
    home = diary.parent / "home"
    with pytest.raises(BuildFailed, match="and your own files would be lost"):
        refuse_unsafe_output(home, sources={}, kept={"your own files": home})


def test_a_file_is_refused(diary: Path) -> None:
    (diary / "output").touch()
    assert fault(diary / "output") == f"{diary / 'output'} is a file, not a folder."


def test_a_whole_disk_is_refused() -> None:
    with pytest.raises(BuildFailed, match="is a whole disk"):
        refuse_unsafe_output(Path(Path.cwd().anchor), sources={}, kept={})


@needs_posix_files
def test_a_mount_is_refused() -> None:
    mount = next(path for path in (Path("/proc"), Path("/dev")) if path.is_mount())
    with pytest.raises(BuildFailed, match=r"is a disk of its own \(a mount\), which cannot be replaced in one step"):
        refuse_unsafe_output(mount, sources={}, kept={})


def test_a_link_round_in_a_circle_is_refused(diary: Path) -> None:
    output = diary / "output"
    output.symlink_to(output)
    assert fault(output) == f"{output} is a link that leads round in a circle."
