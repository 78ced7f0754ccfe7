"""Coverage is measured first where a room's own branches are taken; in the rest at need."""

import sys
from pathlib import Path

import pytest

from tests.support.measuring import AT_NEED, is_measured, modules, stands_in

TESTS = Path(__file__).parents[1]
FIRST = (
    "workshops/facts/test_tally.py::test_a",
    "theme/test_components.py::test_a",
    "frontmatter/test_any_text.py::test_a_new_one",
)
REST = (
    "story/test_grown_stories.py::test_a",
    "browser/test_photos.py::test_a",
    "comments/server/test_threads.py::test_a",
    "test_house.py::test_a",
    "frontmatter/test_any_text.py::test_what_is_meant_to_harm_is_answered_at_once",
)


@pytest.mark.parametrize(("at_need", "measured"), [("", FIRST), ("yes", (*FIRST, *REST))])
def test_browsers_and_whole_builds_and_thousands_of_inputs_are_measured_at_need(
    monkeypatch: pytest.MonkeyPatch, at_need: str, measured: tuple[str, ...]
) -> None:
    monkeypatch.setenv("DIARY_TEST_MEASURE_ALL", at_need)
    tests = (*FIRST, *REST)
    assert tuple(test for test in tests if is_measured(test)) == measured


@pytest.mark.parametrize("place", AT_NEED)
def test_every_place_that_is_left_out_is_there(place: str) -> None:
    module, _, function = place.partition("::")
    there = [test for test in modules() if stands_in(str(test), (module,))]
    assert there
    assert not function or f"def {function}(" in (TESTS / module).read_text("utf-8")


@pytest.mark.skipif(is_measured("support/test_measuring.py::test_a"), reason="all tests are measured this time")
def test_nothing_slows_a_test_down_that_is_not_measured() -> None:
    assert sys.gettrace() is None
