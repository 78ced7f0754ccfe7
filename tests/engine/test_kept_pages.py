"""A page that would be the same is the old site's file; it is made again for whatever changes it, and for every doubt."""

import os
from pathlib import Path

import pytest

from tests.engine.kept_site import PAGES, KeptSite
from tests.support.systems import needs_posix_files

pytestmark = needs_posix_files


@pytest.fixture
def site(tmp_path: Path) -> KeptSite:
    site = KeptSite(tmp_path)
    assert site.build("1", "2") == []
    return site


def test_what_would_be_the_same_is_the_same_file(site: KeptSite) -> None:
    before = (site.output / PAGES[0]).stat().st_ino
    assert site.build("1", "3") == [PAGES[0], "site.css"]
    assert (site.output / PAGES[0]).stat().st_ino == before
    assert (site.output / PAGES[1]).read_text() == "<p>3 of S</p>"
    assert site.told() is None
    assert site.build("1", "3") == [*PAGES, "site.css"]


def test_a_page_is_made_again_for_everything_that_it_was_made_of(site: KeptSite) -> None:
    assert site.build("1", "2", site="T") == ["site.css"]
    site.template("<b>{{ page }} of {{ site }}</b>")
    assert site.build("1", "2", site="T") == ["site.css"]
    (site.theme / "templates/more.html").write_text("Some page may include it.")
    assert site.build("1", "2", site="T") == ["site.css"]
    assert site.build("1", "2", site="T", made_by="an older or newer commit") == []
    assert (site.output / PAGES[0]).read_text() == "<b>1 of T</b>"


def test_a_file_that_was_touched_is_made_again(site: KeptSite) -> None:
    (site.output / PAGES[0]).write_text("<p>9 of S</p>")
    assert site.build("1", "2") == [PAGES[1], "site.css"]
    (site.output / PAGES[1]).unlink()
    (site.output / "site.css").chmod(0o600)
    (site.output / PAGES[0]).with_suffix(".old").hardlink_to(site.output / PAGES[0])
    assert site.build("1", "2") == []
    assert (site.output / PAGES[0]).read_text() == "<p>1 of S</p>"
    assert site.told() is None


def test_what_was_tampered_with_under_its_old_time_is_told_before_it_is_published(site: KeptSite) -> None:
    page = site.output / PAGES[0]
    was = page.stat()
    page.write_text("<p>9 of S</p>")
    os.utime(page, ns=(was.st_atime_ns, was.st_mtime_ns))
    assert PAGES[0] in site.build("1", "2")
    assert site.told() == "it is not what the build left there: files were added, changed or lost since"


def test_a_damaged_store_is_thrown_away(site: KeptSite) -> None:
    (kept,) = site.kept.rglob("pages.json")
    kept.write_bytes(kept.read_bytes().replace(PAGES[0].encode(), PAGES[1].encode()))
    assert site.build("1", "2") == []
    assert site.build("1", "2") == [*PAGES, "site.css"]


def test_rows_that_others_might_have_written_are_thrown_away(site: KeptSite) -> None:
    (kept,) = site.kept.rglob("pages.json")
    kept.parent.chmod(0o777)
    assert site.build("1", "2") == []
    assert site.build("1", "2") == [*PAGES, "site.css"]


def test_pages_whose_templates_changed_meanwhile_are_not_kept(site: KeptSite) -> None:
    assert site.build("3", "4", meanwhile=lambda: site.template("<i>{{ page }}</i>")) == ["site.css"]
    assert site.build("3", "4") == ["site.css"]


def test_no_fingerprint_is_joined_to_the_file_of_another_build(site: KeptSite) -> None:
    site.build("3", "4", before_it_saves=lambda: site.build("a word", "taken back"))
    assert site.build("3", "4") == ["site.css"]
    assert (site.output / PAGES[1]).read_text() == "<p>4 of S</p>"
