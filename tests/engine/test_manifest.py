"""The manifest tells a whole site from half of one, from a changed one and from a preview."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from plugins.engine.manifest import Outlook, digests, fault, outlook
from plugins.engine.paths import MARKER
from plugins.engine.staging import Staging

OUTLOOK = Outlook(datetime(2031, 6, 1, 23, tzinfo=UTC), "Europe/London")


def site(output: Path, *, durable: bool = True, known: Outlook | None = None) -> Path:
    staging = Staging(output, check=lambda _: None, say=print)
    (staging.fresh / "index.html").write_text("home")
    (staging.fresh / "first").mkdir()
    (staging.fresh / "first" / "index.html").write_text("first")
    staging.finish(durable=durable, outlook=known)
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


@pytest.mark.parametrize(
    "known", [OUTLOOK, Outlook(OUTLOOK.next_change, "Europe/London", notices=2, asks_for_comments=True)]
)
def test_the_manifest_says_how_long_the_site_stays_as_it_is(output: Path, tmp_path: Path, known: Outlook) -> None:
    assert told(site(output, known=known)) is None
    assert outlook(output) == known
    assert "\nNext change: 2031-06-01T23:00:00+00:00\n" in (output / MARKER).read_text()
    assert outlook(site(tmp_path / "other")) is None


def test_a_line_that_no_build_writes_is_a_fault(output: Path) -> None:
    marker = site(output, known=OUTLOOK) / MARKER
    marker.write_bytes(marker.read_bytes() + b"Nothing to see here.\n")
    assert told(output) == CHANGED
