"""A folder on this computer."""

import gzip
from pathlib import Path

import pytest

from tests.publishing.sites import FILES, PHOTO, READERS_KEEP, WITHDRAWN, build, publish, published, texts


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return build(tmp_path / "output")


@pytest.fixture
def served(tmp_path: Path) -> Path:
    return tmp_path / "srv" / "diary"


def test_the_folder_gets_the_site_and_its_compressed_forms(output: Path, served: Path) -> None:
    said = published(output, f"folder:{served}")
    assert said == (f"{served}: 3 pages new; 4 other files new.\nPublished: {served} shows the new site.\n")
    assert texts(served) == FILES
    assert gzip.decompress((served / "index.html.gz").read_bytes()).decode() == FILES["index.html"]


def test_published_again_nothing_changes(output: Path, served: Path) -> None:
    published(output, f"folder:{served}")
    assert published(output, f"folder:{served}") == f"Nothing to publish: {served} shows this site already.\n"


def test_a_dry_run_says_what_would_change_and_changes_nothing(output: Path, served: Path) -> None:
    published(output, f"folder:{served}")
    before = {path: path.stat().st_mtime_ns for path in served.rglob("*")}
    build(output, {**WITHDRAWN, "about/index.html": "about you", "new.html": "new"})
    assert published(output, f"folder:{served}", "--dry-run") == (
        f"{served}: 1 page new, 2 changed; 1 other file gone.\n"
        "  new      /new.html\n"
        "  changed  /about/\n"
        "  changed  /workshops/first/\n"
        "This was a dry run: nothing was changed.\n"
    )
    assert {path: path.stat().st_mtime_ns for path in served.rglob("*")} == before
    assert [path.name for path in served.parent.iterdir()] == ["diary"]


def test_a_withdrawn_photo_is_gone_with_everything_beside_the_folder(output: Path, served: Path) -> None:
    published(output, f"folder:{served}")
    build(output, WITHDRAWN)
    published(output, f"folder:{served}")
    assert texts(served) == WITHDRAWN
    assert not [path for path in served.parent.rglob("*") if path.name == Path(PHOTO).name]


def test_a_withdrawn_photo_is_gone_from_earlier_sites_that_are_kept(output: Path, served: Path) -> None:
    published(output, f"folder:{served}", "--keep", "2")
    for number in (1, 2):
        build(output, {**FILES, "index.html": f"model {number}"})
        published(output, f"folder:{served}", "--keep", "2")
    build(output, WITHDRAWN)
    published(output, f"folder:{served}", "--keep", "2")
    kept = served.with_name(".diary.kept")
    assert sorted(path.name for path in kept.iterdir()) == ["2", "3"]
    assert not [path for path in served.parent.rglob("*") if path.name == Path(PHOTO).name]


def test_what_readers_keep_goes_from_earlier_sites_when_it_is_made_anew_under_its_name(
    output: Path, served: Path
) -> None:
    unchanged = {"diary.webp": "a logo", "plan.pdf": "a plan"}
    for words in ("a quote", "none"):
        build(output, {**FILES, **unchanged, "index.html": words, **dict.fromkeys(READERS_KEEP, words)})
        published(output, f"folder:{served}", "--keep", "1")
    published(output, f"folder:{served}", "--yes", what="rollback")
    assert texts(served) == {**FILES, **unchanged, "index.html": "a quote"}


def test_a_site_goes_back_to_the_one_before_it_that_was_kept(output: Path, served: Path) -> None:
    published(output, f"folder:{served}")
    build(output, {**FILES, "index.html": "a mistake"})
    published(output, f"folder:{served}", "--keep", "1")
    assert published(output, f"folder:{served}", "--yes", what="rollback") == (
        "The site before may show words that were withdrawn since. Go back to it only for a short time, and publish anew.\n"
        f"{served} shows the site before the last one again.\n"
    )
    assert texts(served) == FILES
    again = publish(output, f"folder:{served}", "--yes", what="rollback")
    assert (again.returncode, again.stderr) == (
        1,
        "No earlier site was kept there, so there is nothing to go back to. Build the diary as it was and publish that; "
        "or publish with --keep 1 from now on.\n",
    )


def test_going_back_is_asked_for(output: Path, served: Path) -> None:
    published(output, f"folder:{served}")
    asked = publish(output, f"folder:{served}", what="rollback")
    assert (asked.returncode, asked.stderr) == (
        1,
        "The site before may show words that were withdrawn since. Go back to it only for a short time, and publish anew. "
        "Nobody is here to be asked: run it again with --yes if it is meant.\n",
    )


def test_a_publication_that_keeps_none_forgets_all(output: Path, served: Path) -> None:
    published(output, f"folder:{served}")
    build(output, {**FILES, "index.html": "two"})
    published(output, f"folder:{served}", "--keep", "5")
    build(output, {**FILES, "index.html": "three"})
    published(output, f"folder:{served}")
    assert [path.name for path in served.parent.iterdir()] == ["diary"]


def test_published_again_without_keeping_forgets_what_was_kept(output: Path, served: Path) -> None:
    published(output, f"folder:{served}")
    build(output, WITHDRAWN)
    published(output, f"folder:{served}", "--keep", "1")
    published(output, f"folder:{served}", "--keep", "1", "--dry-run")
    published(output, f"folder:{served}", "--dry-run")
    assert sorted(path.name for path in served.parent.iterdir()) == [".diary.kept", "diary"]
    assert published(output, f"folder:{served}") == f"Nothing to publish: {served} shows this site already.\n"
    assert [path.name for path in served.parent.iterdir()] == ["diary"]


def test_a_folder_with_somebody_elses_files_is_refused(output: Path, served: Path) -> None:
    served.mkdir(parents=True)
    (served / "letters.txt").write_text("private")
    refused = publish(output, f"folder:{served}")
    assert (refused.returncode, refused.stderr.splitlines()[-1]) == (
        1,
        f"{served} holds files that no build of the diary made. "
        "Choose another output folder, one that is the site's alone.",
    )
    assert texts(served) == {"letters.txt": "private"}


def test_a_file_that_somebody_changed_there_is_put_right(output: Path, served: Path) -> None:
    published(output, f"folder:{served}")
    (served / "index.html").write_text("hoax")
    published(output, f"folder:{served}")
    assert texts(served) == FILES
