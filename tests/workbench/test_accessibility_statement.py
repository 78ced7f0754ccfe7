"""The accessibility statement says what the test found, and nothing else."""

import json
from pathlib import Path
from typing import Any

import pytest

from plugins.workbench.accessibility_statement import StatementUnfit, filled, main

NONE: dict[str, Any] = {
    "tested": "2031-06-02",
    "tool": "axe-core 4.12.1",
    "browser": "Chromium 156",
    "pages": 27,
    "widths": [320, 1280],
    "schemes": ["light", "dark"],
    "failures": [],
    "undecided": [],
}
CONTRAST = {"rule": "color-contrast", "says": "Text must stand out", "criteria": ["1.4.3"], "pages": ["/", "/posts/"]}
NAMELESS = {"rule": "link-name", "says": "Links must have words", "criteria": ["2.4.4", "4.1.2"], "pages": ["/about/"]}
END = "<!-- end of what is from the test -->"
EMPTY = "".join(f"Before.\n\n<!-- from the test: {name} -->\n{END}\n\n" for name in ("status", "failures", "testing"))


def told(result: dict[str, Any]) -> list[str]:
    lines = filled(EMPTY, result).splitlines()
    return [line for line in lines if line and not line.startswith("<!--") and line != "Before."]


def test_a_test_without_failures_is_no_claim_of_compliance() -> None:
    assert told(NONE) == [
        "On Monday 2 June 2031 a program looked for failures of this standard on all 27 pages. It found none. "
        "A program finds only some failures, so there may be others.",
        "The program found no failure to list here.",
        "This website was last tested on Monday 2 June 2031 by a program: axe-core 4.12.1 in Chromium 156. "
        "It opened all 27 pages at widths of 320 and 1280 pixels, in light and dark colours. "
        "It looked for failures of WCAG 2.0, 2.1 and 2.2 at levels A and AA. "
        "It looked for pages that must be scrolled sideways, too.",
    ]


def test_each_failure_is_listed_with_its_criterion_and_where_it_is() -> None:
    said = told({**NONE, "failures": [CONTRAST, NAMELESS], "undecided": ["color-contrast"]})
    assert said[0].endswith(
        "It found 2 kinds of failure, listed below. So this website does not fully meet the standard."
    )
    assert said[1:3] == [
        "- Text must stand out (color-contrast), on 2 pages, such as /. This fails WCAG success criterion 1.4.3.",
        "- Links must have words (link-name), on the page /about/. This fails WCAG success criterion 2.4.4 and 4.1.2.",
    ]
    assert said[3].endswith("In some places a person has to decide about these rules: color-contrast.")
    assert "one kind of failure" in told({**NONE, "failures": [{**CONTRAST, "criteria": []}]})[0]


def test_filling_it_twice_changes_nothing() -> None:
    once = filled(EMPTY, NONE)
    assert filled(once, NONE) == once
    assert once.count("Before.") == 3


def test_a_statement_without_a_place_for_the_test_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(StatementUnfit):
        filled(EMPTY.replace("status", "other"), NONE)
    statement, result = tmp_path / "pages" / "accessibility.md", tmp_path / "accessibility-test.json"
    statement.parent.mkdir()
    statement.write_text("Nothing.\n", "utf-8")
    result.write_text(json.dumps(NONE), "utf-8")
    assert main(tmp_path) == 1
    assert capsys.readouterr().err == (
        "accessibility.md: the statement needs one place that begins with <!-- from the test: status --> "
        f"and ends with {END}\n"
    )
    assert statement.read_text("utf-8") == "Nothing.\n"


def test_the_statement_is_filled_with_what_was_found_and_stays_so(tmp_path: Path) -> None:
    statement, result = tmp_path / "pages" / "accessibility.md", tmp_path / "accessibility-test.json"
    statement.parent.mkdir()
    statement.write_text(EMPTY, "utf-8")
    result.write_text(json.dumps({**NONE, "failures": [CONTRAST]}), "utf-8")
    for _ in range(2):
        assert main(tmp_path) == 0
        assert statement.read_text("utf-8") == filled(EMPTY, {**NONE, "failures": [CONTRAST]})


def test_a_diary_without_a_statement_is_only_tested(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(tmp_path) == 0
    assert capsys.readouterr().out == "There is no accessibility.md among the pages, so nothing was filled.\n"
