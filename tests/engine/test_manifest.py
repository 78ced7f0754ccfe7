"""The manifest tells a whole site from half of one, from a changed one and from a preview."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from plugins.engine.manifest import digests, fault, next_change
from plugins.engine.paths import MARKER
from plugins.engine.staging import Staging

CHANGE = datetime(2031, 6, 1, 23, tzinfo=UTC)


def site(output: Path, *, durable: bool = True, change: datetime | None = None) -> Path:
    staging = Staging(output, check=lambda _: None, say=print)
    (staging.fresh / "index.html").write_text("home")
    (staging.fresh / "first").mkdir()
    (staging.fresh / "first" / "index.html").write_text("first")
    staging.finish(durable=durable, next_change=change)
    staging.swap_in()
    return output


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "output"


def told(folder: Path) -> str | None:
    return fault(folder, digests(folder))


def test_a_finished_site_has_no_fault(output: Path) -> None:
    assert told(site(output)) is None


def test_two_builds_of_one_site_have_one_manifest(output: Path, tmp_path: Path) -> None:
    assert (site(output) / MARKER).read_bytes() == (site(tmp_path / "other") / MARKER).read_bytes()


def test_a_preview_says_so(output: Path) -> None:
    assert told(site(output, durable=False)) == "it is a preview, which shows what is not public"


def test_a_folder_without_a_manifest_is_no_whole_site(output: Path) -> None:
    (site(output) / MARKER).unlink()
    assert told(output) == "no build made it, or a build was stopped half-way"


CHANGED = "it is not what the build left there: files were added, changed or lost since"


def test_a_changed_site_is_told(output: Path) -> None:
    (site(output) / "index.html").write_text("hoax")
    assert told(output) == CHANGED


def test_a_site_with_a_file_more_is_told(output: Path) -> None:
    (site(output) / "notes.txt").write_text("private")
    assert told(output) == CHANGED


def test_a_site_with_a_file_less_is_told(output: Path) -> None:
    (site(output) / "first" / "index.html").unlink()
    assert told(output) == CHANGED


def test_the_manifest_says_when_time_alone_changes_the_site(output: Path, tmp_path: Path) -> None:
    assert told(site(output, change=CHANGE)) is None
    assert next_change(output) == CHANGE
    assert (output / MARKER).read_text().splitlines()[-1] == "Next change: 2031-06-01T23:00:00+00:00"
    assert next_change(site(tmp_path / "other")) is None


def test_a_line_that_no_build_writes_is_a_fault(output: Path) -> None:
    marker = site(output, change=CHANGE) / MARKER
    marker.write_bytes(marker.read_bytes() + b"Nothing to see here.\n")
    assert told(output) == CHANGED
