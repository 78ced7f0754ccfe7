"""Each folder of `tests/sites` is a diary with the pages, or the findings, that it must give.

`findings.txt` holds every finding of a diary that must not be published, `left-out.txt` what is told where it is published
without what has findings, and `published.txt` the pages then. `pages/` holds pages of one that is,
byte for byte. After a change that is meant, write them anew with `DIARY_WRITE_EXPECTED=1` and read the difference.
"""

import os
import re
import shutil
from pathlib import Path

import pytest

from tests.support.builds import build, built, every_byte

SITES = Path(__file__).parent / "sites"
WRITING = bool(os.environ.get("DIARY_WRITE_EXPECTED"))
NOW = {
    "comments": "2031-07-05T12:00",
    "four-workshops": "2031-06-01T12:00",
    "photographs": "2031-06-01T12:00",
    "upcoming": "2031-02-20T12:00",
}


def sites_with(name: str) -> list[str]:
    return sorted(path.parent.name for path in SITES.glob(f"*/{name}"))


def without_hashes(page: str) -> str:
    """The page as it is whatever the style sheets hold, and however pictures are encoded."""
    page = re.sub(r"(static/[\w-]+)\.[0-9a-f]{8}\.", r"\1.", page)
    return re.sub(r"(pictures/)[0-9a-f]{16}|(fill=\")#[0-9a-f]{6}", r"\1\2…", page)


def environment(site: str, folder: Path) -> dict[str, str]:
    """The clock, and comments where the site has an archive: a copy, since none is read out of a repository."""
    clock = {"DIARY_NOW": NOW.get(site, "2017-01-01T12:00")}
    archive = SITES / site / "archive.json"
    if not archive.exists():
        return clock
    shutil.copy(archive, folder)
    kept = str(folder / archive.name)
    return {**clock, "DIARY_COMMENTS_SERVICE": "https://comments.example.org/", "DIARY_COMMENTS_ARCHIVE": kept}


@pytest.mark.parametrize("site", sites_with("findings.txt"))
def test_a_diary_with_mistakes_is_not_published_and_every_mistake_is_told(site: str, tmp_path: Path) -> None:
    run = build(SITES / site / "content", tmp_path / "output", environment=environment(site, tmp_path))
    expected = SITES / site / "findings.txt"
    if WRITING:
        expected.write_text(run.stderr, encoding="utf-8", newline="\n")
    assert run.stderr == expected.read_text("utf-8")
    assert run.returncode == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("site", sites_with("left-out.txt"))
def test_a_diary_with_mistakes_is_published_without_them_where_that_is_asked_for(site: str, tmp_path: Path) -> None:
    output = tmp_path / "output"
    leave = ("-e", "DIARY_LEAVE_OUT=true")
    run = build(SITES / site / "content", output, *leave, environment=environment(site, tmp_path))
    assert run.returncode == 0, run.stdout + run.stderr
    pages = "".join(f"{path}\n" for path in every_byte(output) if path.endswith((".html", ".ics")))
    for expected, found in ((SITES / site / "left-out.txt", run.stderr), (SITES / site / "published.txt", pages)):
        if WRITING:
            expected.write_text(found, encoding="utf-8", newline="\n")
        assert found == expected.read_text("utf-8")


@pytest.mark.parametrize("site", sites_with("pages"))
def test_a_diary_gives_the_pages_that_were_agreed(site: str, tmp_path: Path) -> None:
    output = built(SITES / site / "content", tmp_path / "output", environment=environment(site, tmp_path))
    pages = SITES / site / "pages"
    found = every_byte(output)
    for expected in sorted(path for path in pages.rglob("*") if path.is_file()):
        name = expected.relative_to(pages).as_posix()
        if WRITING:
            expected.write_bytes(found[name])
        assert without_hashes(found[name].decode()) == without_hashes(expected.read_bytes().decode()), name
