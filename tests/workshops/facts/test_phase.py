"""Whether a workshop is told of as something that was, or is to come."""

import pytest

from plugins.workshops.facts.series import Phase, SeriesState, phase


@pytest.mark.parametrize(
    ("state", "is_overdue", "told"),
    [
        ("held", False, "over"),
        ("next", False, "ahead"),
        ("planned", False, "ahead"),
        ("planned", True, "off"),
        ("postponed", False, "off"),
        ("cancelled", False, "off"),
    ],
)
def test_only_what_is_sure_to_come_is_told_as_to_come(state: SeriesState, is_overdue: bool, told: Phase) -> None:
    assert phase(state, is_overdue=is_overdue) == told
