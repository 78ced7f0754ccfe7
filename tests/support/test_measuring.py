"""Coverage is measured in every test but those that are long and would count for next to nothing."""

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
        ("withdrawal/test_since.py", True),
        ("comments/server/test_threads.py", False),
        ("browser/test_photos.py", False),
        ("engine/test_killing.py", False),
        ("test_sites.py", True),
    ],
)
def test_all_but_browsers_the_service_and_killed_builds_is_measured(test: str, counted: bool) -> None:
    assert is_counted(PurePosixPath(test)) == counted
