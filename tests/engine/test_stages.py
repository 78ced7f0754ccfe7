"""What a build is at."""

from collections.abc import Iterator
from io import StringIO

from rich.console import Console

from plugins.engine.stages import Stages


def stages(*, terminal: bool, seconds: float) -> tuple[Stages, StringIO]:
    """Stages by a clock that goes on by so many seconds each time it is asked."""
    shown = StringIO()

    def times() -> Iterator[float]:
        now = 0.0
        while True:
            yield now
            now += seconds

    console = Console(file=shown, force_terminal=terminal, width=60)
    return Stages(console, clock=times().__next__), shown


def test_a_slow_build_says_what_it_did_and_how_long_it_took() -> None:
    slow, shown = stages(terminal=False, seconds=2)
    assert slow.timed("Reading", lambda: "abc", size=len) == "abc"
    assert [len(batch) for batch in slow.over("Pages", iter(["ab", "c"]), size=len)] == [2, 1]
    assert list(slow.over("Photos", [])) == []
    assert slow.in_words() == " (reading 3 in 2.0 s, pages 3 in 2.0 s)"
    assert shown.getvalue() == "", "Where nobody looks there is no bar."


def test_a_quick_build_says_nothing_of_it_and_shows_no_bar() -> None:
    quick, shown = stages(terminal=True, seconds=0.01)
    assert list(quick.over("Reading", "abc")) == ["a", "b", "c"]
    assert (quick.in_words(), shown.getvalue()) == ("", "")


def test_a_slow_build_has_a_bar_on_a_terminal() -> None:
    slow, shown = stages(terminal=True, seconds=2)
    assert list(slow.over("Reading", "abc")) == ["a", "b", "c"]
    assert "Reading" in shown.getvalue()
    assert "3/3" in shown.getvalue()
