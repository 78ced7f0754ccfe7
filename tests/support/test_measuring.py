"""Coverage is measured in the tests of the rooms that are counted, and in no other."""

from pathlib import PurePosixPath

import pytest

from tests.support.measuring import is_counted


@pytest.mark.parametrize(
    ("test", "counted"),
    [
        ("workshops/facts/test_tally.py", True),
        ("publishing/test_plan.py", True),
        ("publishing/lastlook/test_links.py", True),
        ("comments/test_thread.py", True),
        ("comments/server/test_threads.py", False),
        ("browser/test_photos.py", False),
        ("engine/test_killing.py", False),
        ("test_sites.py", False),
    ],
)
def test_a_test_of_a_pure_room_or_of_one_around_it_counts(test: str, counted: bool) -> None:
    assert is_counted(PurePosixPath(test)) == counted
