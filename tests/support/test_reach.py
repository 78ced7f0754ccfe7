"""A changed file leads to the tests that it can break."""

from functools import cache

import pytest

from plugins.workbench.paths import CHECKOUT
from tests.support.reach import ALWAYS, TABLE, Reach

_READ_BY_PEOPLE_ALONE = {"__init__.py", "guide_pictures.py", "pictures.py", "table.py"}
"""Packages that say what is in them, and programs for whoever draws the pictures of the docs."""


@cache
def reach() -> Reach:
    return Reach(CHECKOUT)


def test_the_test_named_after_a_module_is_nearest_then_what_imports_it_then_the_rest() -> None:
    steps = reach().of(["plugins/publishing/plan.py"])
    assert steps["tests/publishing/test_plan.py"] == 0
    assert steps["tests/publishing/test_in_place.py"] == 1
    assert steps["tests/publishing/test_folder.py"] > 1
    assert "tests/moments/test_when.py" not in steps


def test_the_changed_test_comes_first_and_the_nearest_of_several_changes_counts() -> None:
    steps = reach().of(["plugins/publishing/plan.py", "tests/publishing/test_folder.py"])
    assert steps["tests/publishing/test_folder.py"] == 0
    assert steps["tests/publishing/test_in_place.py"] == 1


@pytest.mark.parametrize(
    ("file", "test"),
    [
        ("plugins/preview/server.py", "tests/browser/test_preview.py"),
        ("plugins/withdrawal/wiring.py", "tests/withdrawal/test_withdrawal.py"),
        ("plugins/problems/wiring.py", "tests/test_sites.py"),
        ("plugins/workbench/site_commands.py", "tests/withdrawal/test_withdrawal.py"),
        ("plugins/author/templates/photo.html", "tests/author/test_photo_editor.py"),
        ("theme/templates/layouts/any.html", "tests/theme/test_components.py"),
        ("theme/static/css/tokens.css", "tests/assets/test_bundle.py"),
        ("tests/sites/upcoming/content/posts/any.md", "tests/timeline/test_calendar.py"),
        ("tests/timeline/timelinejs.schema.json", "tests/timeline/test_data.py"),
        ("tests/engine/conftest.py", "tests/engine/test_killing.py"),
        ("tests/support/browser.py", "tests/browser/test_diary.py"),
        ("docs/any.md", "tests/test_written.py"),
        ("netlify.toml", "tests/publishing/test_workflows.py"),
        ("plugins/moments/a_module_that_is_gone.py", "tests/moments/test_when.py"),
    ],
)
def test_programs_templates_sites_and_settings_lead_to_their_tests(file: str, test: str) -> None:
    assert test in reach().of([file])


def test_every_file_that_the_project_is_made_of_leads_to_a_test() -> None:
    files = [
        path.relative_to(CHECKOUT).as_posix()
        for root in ("plugins", "tests", "theme")
        for path in sorted((CHECKOUT / root).rglob("*"))
        if path.is_file() and path.suffix != ".pyc" and path.name not in _READ_BY_PEOPLE_ALONE
    ]
    assert [file for file in files if file not in ALWAYS and reach().of([file]).keys() == set(ALWAYS)] == []


def test_what_the_table_names_is_there() -> None:
    named = {*TABLE, *(test for tests in TABLE.values() for test in tests)}
    assert sorted(place for place in named if not (CHECKOUT / place).exists()) == []
