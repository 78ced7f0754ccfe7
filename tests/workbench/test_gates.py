"""Every gate is run and every failure is told."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.workbench import gates
from plugins.workbench.branch_coverage import missing_rooms, pure_rooms
from plugins.workbench.gates import Gate

HOLDS = Gate("holds", ("-c", "pass"))
FAILS = Gate("fails", ("-c", "raise SystemExit(3)"))
FAILS_TOO = Gate("fails too", ("-c", "raise SystemExit(1)"))


def test_a_failing_gate_does_not_hide_the_next(capfd: pytest.CaptureFixture[str]) -> None:
    after = Gate("after", ("-c", "print('seen')"))
    assert gates.run([HOLDS, FAILS, after, FAILS_TOO]) == 1
    said = re.sub(r"[\d.]+ s", "… s", capfd.readouterr().out)
    assert said == (
        "\n── holds ──\n   holds: holds (… s)\n"
        "\n── fails ──\n   fails: FAILS (… s)\n"
        "\n── after ──\nseen\n   after: holds (… s)\n"
        "\n── fails too ──\n   fails too: FAILS (… s)\n"
        "\n2 of 4 gates fail, after … s: fails, fails too.\n"
    )


def test_the_last_line_is_the_result(capfd: pytest.CaptureFixture[str]) -> None:
    assert gates.run([HOLDS]) == 0
    assert re.fullmatch(r"Every gate holds: holds. It took \d+ s.", capfd.readouterr().out.splitlines()[-1])


def test_what_comes_after_pytest_is_told_only_when_it_fails(capfd: pytest.CaptureFixture[str]) -> None:
    gates.run([replace(HOLDS, reported=False)])
    assert len(capfd.readouterr().out.splitlines()) == 2
    gates.run([replace(FAILS, reported=False)])
    assert capfd.readouterr().out.startswith("   fails: FAILS")
    assert not gates.ALL[-1].reported


def test_a_gate_beside_the_others_runs_while_they_do_and_is_told_last_when_it_fails(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Each waits for the other's file: one after the other they would wait for ever."""
    waiting = "import pathlib, sys, time; mine, theirs = map(pathlib.Path, sys.argv[1:]); mine.touch()\nwhile not theirs.exists(): time.sleep(0.01)\n"
    one, two = str(tmp_path / "one"), str(tmp_path / "two")
    beside = Gate("beside", ("-c", f"{waiting}sys.exit('found 3 faults')", one, two), in_background=True)
    assert gates.run([beside, Gate("before", ("-c", waiting, two, one))]) == 1
    said = re.sub(r"[\d.]+ s", "… s", capfd.readouterr().out)
    assert said == (
        "\n── before ──\n   before: holds (… s)\n"
        "\n── beside ──\nfound 3 faults\n   beside: FAILS\n"
        "\n1 of 2 gates fail, after … s: beside.\n"
    )


def test_a_gate_beside_the_others_that_holds_stands_in_the_last_line_alone(capfd: pytest.CaptureFixture[str]) -> None:
    assert gates.run([replace(HOLDS, in_background=True), replace(HOLDS, name="after")]) == 0
    said = re.sub(r"[\d.]+ s", "… s", capfd.readouterr().out)
    assert said == "\n── after ──\n   after: holds (… s)\n\nEvery gate holds: holds, after. It took … s.\n"


def test_the_whole_command_reads_all_that_lint_reads() -> None:
    assert {gate.name for gate in gates.READING} < {gate.name for gate in gates.ALL}


def test_what_has_changed_is_read_as_all_is_and_tested_by_the_nearest_tests() -> None:
    assert [gate.name for gate in gates.CHANGED] == [*(gate.name for gate in gates.READING), "pytest"]
    assert gates.CHANGED[-1].command == ("-m", "tests.support.chosen_tests")


def test_chosen_tests_run_without_the_other_gates() -> None:
    assert [gate.name for gate in gates.chosen_tests(["tests/story", "-k", "two words"])] == [
        "a browser",
        "pytest",
    ]
    assert gates.chosen_tests(["-k", "two words"])[-1].command == ("-m", "pytest", "-k", "two words")


def test_a_pure_room_that_is_not_there_is_told(tmp_path: Path) -> None:
    (tmp_path / "plugins" / "moments").mkdir(parents=True)
    pyproject = tmp_path / "pyproject.toml"
    pyproject.write_text('[tool.diary]\npure-rooms = ["plugins/moments", "plugins/momnets"]\n', "utf-8")
    assert missing_rooms(pure_rooms(pyproject), tmp_path) == ("plugins/momnets",)
