"""The one stop of the build, under Pelican itself."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from pelican import signals
from pelican.generators import Generator
from pelican.settings import DEFAULT_CONFIG, read_settings

from plugins.problems import Problem
from plugins.problems.report import advice_hint
from plugins.problems.wiring import BuildStopped, register, stop_once

FOUND = Problem("content/posts/first.md", 3, "date", "this is missing", "missing-field")
NOTICE = Problem("content/posts/first.md", 9, "photos[0]", "this photo is left out", "consent-over", stops=False)


ADVICE = {
    "posts/b/": (replace(NOTICE, source="content/posts/b.md", message="make two sentences of it"),),
    "posts/a/": (replace(NOTICE, source="content/posts/a.md", message="this has no easy read"),),
}


def generator(*problems: Problem, check_only: bool = False, advice: bool = False, asked: bool = False) -> Generator:
    settings = {**read_settings(override=DEFAULT_CONFIG), "DIARY_CHECK_ONLY": check_only, "DIARY_ADVICE": asked}
    context = {**({"problems": list(problems)} if problems else {}), **({"advice": ADVICE} if advice else {})}
    return Generator(context, settings, path=None, theme=settings["THEME"], output_path=None)


def test_a_build_with_nothing_wrong_goes_on_in_silence(capsys: pytest.CaptureFixture[str]) -> None:
    stop_once([generator()])
    assert capsys.readouterr() == ("", "")


def test_a_finding_stops_the_build_and_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(BuildStopped) as stopped:
        stop_once([generator(FOUND, NOTICE)])
    assert (stopped.value.code, stopped.value.problems) == (1, (FOUND, NOTICE))
    assert capsys.readouterr().err == (
        "1 notice, and the build goes on:\n\ncontent/posts/first.md:9: photos[0]: this photo is left out [consent-over]\n\n"
        "1 finding to mend before the diary can be published:\n\ncontent/posts/first.md:3: date: this is missing [missing-field]\n\n"
        "1 finding and 1 notice: the diary cannot be published yet.\n"
    )


def test_a_notice_is_told_and_the_build_goes_on(capsys: pytest.CaptureFixture[str]) -> None:
    stop_once([generator(NOTICE)])
    assert capsys.readouterr().err.startswith("1 notice, and the build goes on:\n")


def test_a_check_ends_well_when_nothing_was_found(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(BuildStopped) as stopped:
        stop_once([generator(check_only=True)])
    assert (stopped.value.code, capsys.readouterr().out) == (0, "No findings: the diary can be published.\n")


def test_a_check_ends_well_when_there_are_only_notices(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(BuildStopped) as stopped:
        stop_once([generator(NOTICE, check_only=True)])
    assert (stopped.value.code, capsys.readouterr().out) == (0, "1 notice: the diary can be published.\n")


TOLD = (
    "2 pieces of advice, and none of it stops a build:\n\n"
    "content/posts/a.md:9: photos[0]: this has no easy read [consent-over]\n\n"
    "content/posts/b.md:9: photos[0]: make two sentences of it [consent-over]\n"
)


def test_a_check_says_that_there_is_advice_and_gives_it_to_whoever_asks(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(BuildStopped) as stopped:
        stop_once([generator(check_only=True, advice=True)])
    hint = "No findings: the diary can be published.\n2 pieces of advice as well: python3 tasks.py check --advice\n"
    assert (stopped.value.code, capsys.readouterr().out) == (0, hint)
    with pytest.raises(BuildStopped) as stopped:
        stop_once([generator(check_only=True, advice=True, asked=True)])
    assert (stopped.value.code, capsys.readouterr().out) == (0, f"{TOLD}No findings: the diary can be published.\n")


def test_advice_is_given_beside_findings_and_stops_nothing_itself(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(BuildStopped) as stopped:
        stop_once([generator(FOUND, check_only=True, advice=True, asked=True)])
    assert (stopped.value.code, stopped.value.problems) == (1, (FOUND,))
    assert capsys.readouterr().out == TOLD
    stop_once([generator(advice=True)])
    assert capsys.readouterr() == ("", "")


def test_one_piece_of_advice_is_one() -> None:
    assert advice_hint([FOUND]) == "1 piece of advice as well: python3 tasks.py check --advice"


def test_a_check_fails_on_a_finding() -> None:
    with pytest.raises(BuildStopped) as stopped:
        stop_once([generator(FOUND, check_only=True)])
    assert stopped.value.code == 1


def test_the_stop_is_connected_once_however_often_the_plugin_is_registered() -> None:
    finalized = signals.all_generators_finalized
    was_connected = stop_once in finalized.receivers_for(None)  # A build in this process registers it, too.
    register()
    register()
    assert list(finalized.receivers_for(None)).count(stop_once) == 1
    if not was_connected:
        finalized.disconnect(stop_once)


FINDING_PLUGIN = """
from pelican import signals
from plugins.problems import Problem

def find(generator):
    message = "found “\N{CJK UNIFIED IDEOGRAPH-66F8}”; write a title"
    finding = Problem("content/posts/a.md", 2, "title", message, "unknown-key")
    generator.context.setdefault("problems", []).append(finding)

def register():
    signals.static_generator_finalized.connect(find)
"""


@pytest.fixture
def pelican_site(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "finding.py").write_text(FINDING_PLUGIN, encoding="utf-8")
    (tmp_path / "conf.py").write_text("PATH = 'content'\nPLUGINS = ['plugins.problems.wiring', 'finding']\n", "utf-8")
    return tmp_path


def test_under_pelican_a_finding_ends_the_run_before_anything_is_written_and_without_a_traceback(
    pelican_site: Path,
) -> None:
    house = str(Path(__file__).parents[2])
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([house, str(pelican_site)]), "PYTHONIOENCODING": "cp1252"}
    command = [sys.executable, "-m", "pelican", "-s", "conf.py", "--fatal", "errors"]
    run = subprocess.run(command, cwd=pelican_site, env=environment, capture_output=True, check=False, timeout=60)
    told = run.stderr.decode("cp1252").replace("\r\n", "\n")
    assert run.returncode == 1
    assert told.endswith(
        "1 finding to mend before the diary can be published:\n\n"
        'content/posts/a.md:2: title: found "?"; write a title [unknown-key]\n\n'
        "1 finding: the diary cannot be published yet.\n"
    )
    assert "Traceback" not in told
    assert not (pelican_site / "output").exists()
