"""Who came, as far as it was written down."""

import pytest

from plugins.contract.values import Count, Text
from plugins.workshops.record.workshop import Attendance, Workshop


@pytest.mark.parametrize(
    ("counts", "all_together"),
    [([], None), ([None], None), ([3, None], None), ([1], 1), ([0], 0), ([3, 9], 12)],
)
def test_a_total_is_made_of_known_counts_only(counts: list[int | None], all_together: int | None) -> None:
    groups = tuple(Attendance(group=Text("Housing"), count=None if count is None else Count(count)) for count in counts)
    assert Workshop(attendance=groups).room == all_together
