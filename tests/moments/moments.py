"""Any moment that a diary can tell of."""

import calendar

from hypothesis import strategies as st

from plugins.moments import Clock, When

clocks = st.builds(Clock, st.integers(0, 23), st.integers(0, 59))
_years = st.integers(1900, 2200)
_months = st.integers(1, 12)


@st.composite
def _days(draw: st.DrawFn) -> When:
    year, month = draw(_years), draw(_months)
    day = draw(st.integers(1, calendar.monthrange(year, month)[1]))
    return When(year, month, day, draw(st.none() | clocks))


moments = st.builds(When, _years) | st.builds(When, _years, _months) | _days()
