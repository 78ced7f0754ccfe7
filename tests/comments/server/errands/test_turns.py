"""When an errand is due."""

from dataclasses import dataclass
from threading import Event

from plugins.comments.server.errands.errand import ErrandFailed, Turn
from plugins.comments.server.errands.round import Bell, Round


@dataclass
class Fetching:
    """An errand that a test wants, and lets fail."""

    wished: int | None = None
    fails: bool = False
    breaks: bool = False
    runs: int = 0
    ran: Event | None = None
    trouble: str = "Nothing was fetched."

    def goal(self) -> int | None:
        return self.wished

    def run(self, goal: int) -> None:
        self.runs += 1
        if self.ran:
            self.ran.set()
        if self.breaks:
            raise RuntimeError("broken")
        if self.fails:
            raise ErrandFailed("down")
        self.wished = None


def test_nothing_wished_is_never_due() -> None:
    assert Turn(errand=Fetching()).due(5.0) is None


def test_an_errand_waits_for_a_moment_of_quiet_and_no_longer() -> None:
    turn = Turn(errand=Fetching(wished=1), settle=20)
    assert [turn.due(now) for now in (100.0, 110.0, 130.0)] == [120.0, 120.0, 120.0]


def test_an_errand_rests_after_a_run() -> None:
    errand = Fetching(wished=1)
    turn = Turn(errand=errand, settle=5, pause=600)
    turn.due(0.0)
    turn.ran(10.0)
    assert turn.due(20.0) == 610.0
    assert turn.due(700.0) == 610.0
    errand.wished = None
    assert turn.due(20.0) is None


def test_what_fails_is_tried_again_later_each_time_and_never_given_up() -> None:
    turn = Turn(errand=Fetching(wished=1))
    waits = []
    for _ in range(7):
        turn.due(0.0)
        turn.failed(0.0)
        due = turn.due(0.0)
        assert due is not None
        waits.append(due)
    assert waits == [30, 120, 600, 1_800, 3_600, 3_600, 3_600]
    turn.ran(0.0)
    assert (turn.failures, turn.due(1.0)) == (0, 1.0)


def test_the_round_runs_what_is_wished_when_the_bell_rings() -> None:
    errand, bell = Fetching(ran=Event()), Bell()
    round_of_errands = Round((Turn(errand=errand),), bell)
    round_of_errands.start()
    errand.wished = 1
    for _, ring in bell:
        ring("thread", id=1)
    assert errand.ran is not None
    assert errand.ran.wait(5)
    round_of_errands.stop()
    assert errand.runs == 1
    assert round_of_errands.troubles() == ()


def test_what_fails_or_breaks_stops_no_other_errand_and_is_told() -> None:
    failing, breaking, good = (
        Fetching(wished=1, fails=True),
        Fetching(wished=1, breaks=True),
        Fetching(wished=1, ran=Event()),
    )
    round_of_errands = Round(tuple(Turn(errand=errand) for errand in (failing, breaking, good)), Bell())
    round_of_errands.start()
    assert good.ran is not None
    assert good.ran.wait(5)
    round_of_errands.stop()
    assert round_of_errands.troubles() == ("Nothing was fetched.", "Nothing was fetched.")
    assert (failing.runs, breaking.runs, good.runs) == (1, 1, 1)
