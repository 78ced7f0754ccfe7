"""What the record of a build holds, and what it is made from."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from plugins.engine.staging import Staging
from plugins.workbench.build_record import forget_diary, forget_other_versions, recorded
from plugins.workbench.cleanup import left_behind
from plugins.workbench.file_times import TICK
from plugins.workbench.last_build import made_from
from plugins.workbench.paths import CHECKOUT
from tests.support.systems import needs_posix_files
from tests.support.waiting import wait_until
from tests.workbench.recorded_diary import NOON, OUTLOOK, Diary, built


@pytest.fixture
def diary(tmp_path: Path) -> Diary:
    """A diary that was built, for a test that changes it."""
    return built(Diary(tmp_path))


@pytest.fixture(scope="module")
def same(tmp_path_factory: pytest.TempPathFactory) -> Diary:
    """A diary that was built, for tests that only ask."""
    return built(Diary(tmp_path_factory.mktemp("same")))


def test_the_site_of_another_build_is_not_taken_for_that_of_this_one(diary: Diary) -> None:
    def another() -> int:
        staging = Staging(diary.output, check=lambda _: None, say=print)
        (staging.fresh / "index.html").write_text("As other settings want it.")
        staging.finish(durable=True, outlook=OUTLOOK)
        staging.swap_in()
        return 0

    assert recorded(lambda: diary.write() or another(), diary.content, diary.output, NOON) == 0
    assert diary.said() == ""


def test_a_build_is_recorded_by_what_its_process_found_before_it_began(diary: Diary) -> None:
    def asked_long_after(text: str) -> str:
        diary.post.write_text(text)
        wait_until(lambda: time.time_ns() > diary.post.stat().st_ctime_ns + TICK)
        return diary.said_before_build()

    assert asked_long_after("Two.\n") == ""
    diary.build()
    assert diary.said() == diary.nothing
    assert asked_long_after("Three.\n") == ""
    diary.post.write_text("Four, which nobody has looked at.\n")
    diary.build()
    assert diary.said() == "", "What it was made from is not what this process had found."


def test_a_list_of_private_words_is_known_by_its_times_and_nothing_of_it_is_kept(diary: Diary, tmp_path: Path) -> None:
    words = tmp_path / "words.txt"
    words.write_text("Quillfeather\n")
    environ = {**NOON, "DIARY_PRIVATE_WORDS": f" {words} "}
    assert diary.said(environ) == ""
    diary.build(environ)
    assert diary.said(environ) == diary.nothing
    assert b"words.txt" not in diary.kept
    assert b'"private words": [[' in diary.kept
    assert diary.kept.endswith(b"null]}")
    os.utime(words)
    assert diary.said(environ) == ""


def test_settings_of_another_folder_are_looked_at(diary: Diary, tmp_path: Path) -> None:
    settings = tmp_path / "settings"
    settings.mkdir()
    (settings / "publishconf.py").write_text("SITENAME = 'A'\n")
    environ = {**NOON, "DIARY_SETTINGS": str(settings)}
    diary.build(environ)
    assert diary.said(environ) == diary.nothing
    assert diary.said() == ""
    (settings / "publishconf.py").write_text("SITENAME = 'B'\n")
    assert diary.said(environ) == ""


def test_a_damaged_record_is_none(diary: Diary) -> None:
    record, whole = diary.record, diary.kept
    for damaged in (whole[:-1], whole.replace(b"midnight", b"midnoons"), b"", b"\xff\n" + whole):
        record.write_bytes(damaged)
        assert diary.said() == ""
    record.write_bytes(whole)
    assert diary.said() == diary.nothing


@needs_posix_files
def test_a_record_is_its_owners_alone(diary: Diary) -> None:
    record = diary.record
    assert (record.stat().st_mode & 0o777, record.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    record.chmod(0o644)
    assert diary.said() == ""


SOFTWARE = ("tasks.py", "pelicanconf.py", "publishconf.py", "pyproject.toml", "requirements.lock")
INSIDE = (
    "plugins/blog/links.py",
    "theme/templates/post.html",
    ".venv/bin/python",
    ".venv/diary-stamp.txt",
    ".venv/lib/python3.11/site-packages/pillow-12.0.dist-info/RECORD",
    ".venv/Scripts/python.exe",
)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout in small."""
    for file in (*SOFTWARE, *INSIDE):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text("1")
    return tmp_path


@pytest.mark.parametrize("name", [*SOFTWARE, *INSIDE[:4]])
def test_another_version_of_the_software_is_a_change(same: Diary, checkout: Path, name: str) -> None:
    before = made_from(str(same.content), {}, software=str(checkout))
    (checkout / "plugins/blog/__pycache__").mkdir()
    assert made_from(str(same.content), {}, software=str(checkout)) == before
    (checkout / name).write_text("2 now")
    assert made_from(str(same.content), {}, software=str(checkout)) != before


def test_another_version_of_a_package_is_a_change(same: Diary, checkout: Path) -> None:
    before = made_from(str(same.content), {}, software=str(checkout))
    packages = checkout / ".venv/lib/python3.11/site-packages"
    (packages / "pillow-12.0.dist-info").rename(packages / "pillow-12.1.dist-info")
    assert made_from(str(same.content), {}, software=str(checkout)) != before


@needs_posix_files
def test_an_environment_made_elsewhere_of_the_same_packages_is_no_change(same: Diary, checkout: Path) -> None:
    file = checkout / ".venv/lib/python3.11/site-packages/coverage.pth"
    file.write_text("1")
    before = made_from(str(same.content), {}, software=str(checkout))
    was = file.stat()

    def linked_later() -> bool:
        file.with_suffix(".other").unlink(missing_ok=True)
        file.with_suffix(".other").hardlink_to(file)
        return file.stat().st_ctime_ns > was.st_ctime_ns

    wait_until(linked_later)
    assert made_from(str(same.content), {}, software=str(checkout)) == before
    file.write_text("2")
    assert made_from(str(same.content), {}, software=str(checkout)) != before


def test_the_second_build_says_so_before_anything_is_imported(tmp_path: Path) -> None:
    content, output = CHECKOUT / "tests/sites/not-yet/content", tmp_path / "output"
    environ = {name: value for name, value in os.environ.items() if not name.startswith(("CI", "PYTHONPATH", "DIARY_"))}
    environ |= {"DIARY_NOW": "2016-10-12T12:00", "DIARY_SETTINGS": str(CHECKOUT / "tests/settings")}
    outside = str(getattr(sys, "_base_executable"))  # noqa: B009 - as an author types it, outside the environment
    line = [outside, "tasks.py", "build", f"--content={content}", f"--output={output}"]
    first, second = (
        subprocess.run(line, cwd=CHECKOUT, env={**environ, **more}, capture_output=True, encoding="utf-8", check=True)
        for more in ({}, {"PYTHONPROFILEIMPORTTIME": "1"})
    )
    built, further = first.stdout.split("\n", 1)
    pages = len(list(output.rglob("*.html")))
    assert built.startswith(f"Built {pages} pages into {output} in ")
    assert second.stdout == (
        f"Nothing has changed since the last build: the {pages} pages in {output} are as it left them.\n{further}"
    )
    imported = {line.rpartition("|")[2].strip() for line in second.stderr.splitlines()}
    assert "plugins.workbench.last_build" in imported
    assert not {"invoke", "pelican", "plugins.workbench.bootstrap"} & imported


def test_a_consent_taken_back_leaves_no_record(diary: Diary) -> None:
    assert diary.kept
    stores = [CHECKOUT / ".cache" / name / "of-this-test" for name in ("stories", "pages")]
    for store in stores:
        store.mkdir(parents=True)
    forget_diary(diary.content)
    assert (diary.kept, diary.said()) == (b"", "")
    assert [store.exists() for store in stores] == [False, False]


def test_a_version_of_the_software_that_builds_no_more_keeps_nothing(tmp_path: Path) -> None:
    versions = [tmp_path / ".software" / version for version in ("7.0.0", "7.1.0")]
    elsewhere = tmp_path / "elsewhere"
    for place in (*versions, elsewhere):
        (place / ".cache/pages").mkdir(parents=True)
        (place / ".cache/author").mkdir()
    (tmp_path / ".software/linked").symlink_to(elsewhere)
    forget_other_versions(elsewhere)
    assert (versions[0] / ".cache/pages").exists(), "A checkout of its own has no other versions beside it."
    forget_other_versions(versions[1])
    assert [(place / ".cache/pages").exists() for place in (*versions, elsewhere)] == [False, True, True]
    assert (versions[0] / ".cache/author").exists(), "Nobody's own texts are lost."
    assert [path for path in left_behind(tmp_path) if ".software" in path.parts] == [
        version / ".cache" for version in versions
    ]
