"""How tests are shared out among several processes."""

import pytest

from tests.support.workers import turn


def test_what_waits_for_browsers_and_servers_comes_before_what_only_counts() -> None:
    modules = [
        "tests/moments/test_when.py",
        "tests/test_tasks.py",
        "tests/blog/test_pages.py",
        "tests/browser/test_photo_editor.py",
    ]
    assert sorted(modules, key=turn) == [modules[3], modules[1], modules[2], modules[0]]


def test_a_name_that_only_begins_alike_is_another_place() -> None:
    assert turn("tests/blogger/test_x.py") == turn("tests/moments/test_when.py")


def test_a_module_stays_in_one_process_unless_it_says_otherwise(request: pytest.FixtureRequest) -> None:
    """Run in one process alone, there are no groups."""
    group = request.node.get_closest_marker("xdist_group")
    shared_out = hasattr(request.config, "workerinput")
    assert (group.args if group else None) == (("tests/support/test_workers.py",) if shared_out else None)
