"""Two tasks that set up at once take turns."""

from pathlib import Path
from threading import Event, Thread

from plugins.workbench.turn import own_turn


def test_the_second_waits_and_says_so(tmp_path: Path) -> None:
    file = tmp_path / "requirements.lock"
    file.touch()
    waiting, had_its_turn = Event(), Event()

    def second() -> None:
        with own_turn(file, meanwhile=waiting.set):
            had_its_turn.set()

    with own_turn(file, meanwhile=lambda: None):
        thread = Thread(target=second)
        thread.start()
        assert waiting.wait(5)
        assert not had_its_turn.is_set()
    thread.join(5)
    assert had_its_turn.is_set()


def test_the_first_does_not_wait(tmp_path: Path) -> None:
    file = tmp_path / "requirements.lock"
    file.touch()
    told: list[str] = []
    with own_turn(file, meanwhile=lambda: told.append("waiting")):
        assert told == []
