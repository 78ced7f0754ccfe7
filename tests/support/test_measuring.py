"""Coverage is measured first where a room's own branches are taken; in the rest at need."""

import sys
from pathlib import PurePosixPath

import pytest

from tests.support.measuring import AT_NEED, is_measured, modules, stands_in

FIRST = (
    "workshops/facts/test_tally.py",
    "publishing/test_plan.py",
    "comments/test_thread.py",
    "theme/test_components.py",
)
REST = ("story/test_grown_stories.py", "browser/test_photos.py", "comments/server/test_threads.py", "test_house.py")


@pytest.mark.parametrize(("at_need", "measured"), [("", FIRST), ("yes", (*FIRST, *REST))])
def test_browsers_and_whole_builds_and_thousands_of_inputs_are_measured_at_need(
    monkeypatch: pytest.MonkeyPatch, at_need: str, measured: tuple[str, ...]
) -> None:
    monkeypatch.setenv("DIARY_TEST_MEASURE_ALL", at_need)
    tests = (*FIRST, *REST)
    assert tuple(test for test in tests if is_measured(PurePosixPath(test))) == measured


@pytest.mark.parametrize("place", AT_NEED)
def test_every_place_that_is_left_out_is_there(place: str) -> None:
    assert any(stands_in(test, (place,)) for test in modules())


@pytest.mark.skipif(is_measured(PurePosixPath("support/test_measuring.py")), reason="all tests are measured this time")
def test_nothing_slows_a_test_down_that_is_not_measured() -> None:
    assert sys.gettrace() is None
