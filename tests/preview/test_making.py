"""What a preview makes when it is asked for, and what it tells where that fails."""

from plugins.engine.page import File, Offered
from plugins.preview.build_events import BuildEvents
from plugins.preview.making import made, made_again

NOTHING: dict[str, bytes] = {}


def test_what_fails_when_it_is_made_is_told_once_and_until_a_build_without_it() -> None:
    events = BuildEvents()
    first = Offered(
        {"index.html": lambda: bytes([1 // 0]), "late/index.html": lambda: NOTHING["x"]}, lambda: [File("a", b"A")]
    )
    events.publish(good=True)
    assert made(first, "a", events) == (b"A", "")
    assert made(first, "none", events) == (None, "")
    for _ in range(2):
        made(first, "index.html", events)
        assert made(first, "late/index.html", events) == (None, "KeyError: 'x'")
    by_zero = "ZeroDivisionError: integer division or modulo by zero"
    assert events.latest.failure == f"{by_zero}; KeyError: 'x'"
    assert events.latest.number == 3

    second = Offered({"index.html": lambda: bytes([1 // 0]), "late/index.html": lambda: b"Late."})
    events.publish(good=True)
    made_again(first, second, events)
    assert events.latest.failure == by_zero

    events.publish(good=True)
    made_again(second, Offered({"index.html": lambda: b"Home."}), events)
    assert events.latest.failure == ""


def test_a_file_that_cannot_be_planned_fails_as_one_that_cannot_be_made() -> None:
    events = BuildEvents()
    events.publish(good=True)
    offered = Offered({}, lambda: [File("a", bytes([1 // 0]))])
    assert made(offered, "a", events)[1] == events.latest.failure != ""


def test_the_failure_of_a_build_is_told_before_that_of_the_pages_still_shown() -> None:
    events = BuildEvents()
    events.publish(good=False, failure="The build failed.")
    made(Offered({"index.html": lambda: bytes([1 // 0])}), "index.html", events)
    assert events.latest.failure == "The build failed."


def test_a_failure_is_told_with_what_was_noted_of_it() -> None:
    def home() -> bytes:
        error = ValueError("no such word")
        error.add_note("This happened on the home page.")
        raise error

    told = "ValueError: no such word This happened on the home page."
    assert made(Offered({"index.html": home}), "index.html", BuildEvents()) == (None, told)
