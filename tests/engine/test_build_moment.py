"""Whoever asks what time it is asks in one place, and can be told another time."""

import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from plugins.engine.build_moment import MomentRefused, build_moment
from plugins.workbench.paths import CHECKOUT

LONDON = ZoneInfo("Europe/London")


def test_without_a_moment_in_the_environment_it_is_now() -> None:
    before = datetime.now(UTC)
    assert before <= build_moment(LONDON, {}) <= datetime.now(UTC)
    assert build_moment(LONDON, {"DIARY_NOW": ""}).tzinfo == LONDON


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2016-07-01T10:00", "2016-07-01T10:00:00+01:00"),
        ("2016-12-01T10:00", "2016-12-01T10:00:00+00:00"),
        ("2016-07-01T10:00+00:00", "2016-07-01T11:00:00+01:00"),
        ("2026-05-10T23:30:00Z", "2026-05-11T00:30:00+01:00"),
        ("2016-07-01", "2016-07-01T00:00:00+01:00"),
    ],
)
def test_a_moment_is_shown_by_the_clocks_of_the_diary(written: str, moment: str) -> None:
    assert build_moment(LONDON, {"DIARY_NOW": written}).isoformat() == moment


def test_a_moment_that_is_none_is_told() -> None:
    with pytest.raises(MomentRefused) as refused:
        build_moment(LONDON, {"DIARY_NOW": "tomorrow"})
    assert str(refused.value) == (
        'DIARY_NOW is "tomorrow"; write a moment such as 2016-10-10T10:00 or 2016-10-10T10:00+01:00.'
    )


def test_nobody_else_asks_the_clock_what_day_it_is() -> None:
    asks = re.compile(r"\b(datetime\.(now|utcnow|today)|date\.today)\(|\"DIARY_NOW\"")
    modules = sorted((CHECKOUT / "plugins").rglob("*.py"))
    asking = [path.relative_to(CHECKOUT).as_posix() for path in modules if asks.search(path.read_text("utf-8"))]
    assert asking == ["plugins/engine/build_moment.py"]
