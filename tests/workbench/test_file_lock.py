"""Of two tasks that set up at once one waits for the other."""

from pathlib import Path
from threading import Event, Thread

from plugins.workbench.file_lock import file_lock


def test_the_second_waits_and_says_so(tmp_path: Path) -> None:
    file = tmp_path / "requirements.lock"
    file.touch()
    waiting, has_the_lock = Event(), Event()

    def second() -> None:
        with file_lock(file, meanwhile=waiting.set):
            has_the_lock.set()

    with file_lock(file, meanwhile=lambda: None):
        thread = Thread(target=second)
        thread.start()
        assert waiting.wait(5)
        assert not has_the_lock.is_set()
    thread.join(5)
    assert has_the_lock.is_set()


def test_the_first_does_not_wait(tmp_path: Path) -> None:
    file = tmp_path / "requirements.lock"
    file.touch()
    waits: list[str] = []
    with file_lock(file, meanwhile=lambda: waits.append("waiting")):
        assert waits == []
