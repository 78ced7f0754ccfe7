"""Publishing file by file, ended early at every step and run again."""

import io
import threading
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.publishing import lease
from plugins.publishing.failure import PublishingStopped
from plugins.publishing.in_place import RemoteFiles
from plugins.publishing.ledger import NAME, Ledger, read_ledger
from plugins.publishing.plan import plan
from plugins.publishing.progress import Progress
from plugins.publishing.site import Site
from plugins.publishing.targets.target import TargetOptions
from tests.publishing.sites import FILES, PHOTO, WITHDRAWN, site


class Memory(RemoteFiles):
    """A remote in memory, which breaks at a step that a test names; stamps are how often a path was put."""

    at_once = 2

    def __init__(self) -> None:
        super().__init__(TargetOptions(output=Path("output"), environ={}, say=print))
        self.files: dict[str, bytes] = {}
        self.done: list[str] = []
        self.breaks_at = -1
        self._puts = count(1)
        self._stamps: dict[str, str] = {}
        self._one_at_a_time = threading.Lock()

    def stamps(self) -> dict[str, str]:
        return {path: self._stamps[path] for path in self.files}

    def read(self, path: str) -> bytes | None:
        return self.files.get(path)

    def put(self, path: str, content: bytes) -> str:
        with self._one_at_a_time:
            self._step(f"put {path}")
            self.files[path] = content
            self._stamps[path] = str(next(self._puts))
            return self._stamps[path]

    def create(self, path: str, content: bytes) -> bool:
        if path in self.files:
            return False
        self.put(path, content)
        return True

    def age(self, path: str) -> float | None:
        return 0.0 if path in self.files else None

    def remove(self, path: str) -> None:
        self._step(f"remove {path}")
        self.files.pop(path, None)

    def _step(self, what: str) -> None:
        if len(self.done) == self.breaks_at:
            raise PublishingStopped("The connection broke.")
        self.done.append(what)

    def text(self) -> dict[str, str]:
        return {path: content.decode() for path, content in self.files.items() if path != NAME}


def publish(remote: Memory, whole: Site, *, take_over: bool = False) -> None:
    remote.take_over = take_over
    planned = plan(remote.published_state(whole).files, whole.digests)
    if not planned.changes_nothing:
        remote.publish(whole, planned, Progress(io.StringIO()))


def test_the_order_is_ledger_needs_pages_lists_home_removals_ledger(tmp_path: Path) -> None:
    remote = Memory()
    remote.at_once = 1
    publish(remote, site(tmp_path / "one"))
    remote.done.clear()
    publish(remote, site(tmp_path / "two", {**WITHDRAWN, "index.html": "new", "feed.xml": "new", "robots.txt": "new"}))
    assert remote.done == [
        f"put {NAME}",
        "put robots.txt",
        "put workshops/first/index.html",
        "put feed.xml",
        "put index.html",
        f"remove {PHOTO}",
        f"put {NAME}",
    ]


def test_a_publication_that_breaks_at_any_step_and_is_run_again_ends_whole(tmp_path: Path) -> None:
    old, new = site(tmp_path / "old"), site(tmp_path / "new", {**WITHDRAWN, "index.html": "new", "more.html": "more"})
    for step in count():
        remote = Memory()
        publish(remote, old)
        remote.breaks_at = len(remote.done) + step
        try:
            publish(remote, new)
        except PublishingStopped:
            broke = True
        else:
            broke = False
        remote.breaks_at = -1
        publish(remote, new)
        assert remote.text() == {path: file.content().decode() for path, file in new.files.items()}
        publish(remote, new)
        if not broke:
            break
    assert step > 5


def test_a_change_taken_back_after_a_break_is_taken_back_there_too(tmp_path: Path) -> None:
    """What was put before the break is not taken for what the old ledger says."""
    old, new = site(tmp_path / "old"), site(tmp_path / "new", {**FILES, "about/index.html": "about US"})
    remote = Memory()
    publish(remote, old)
    remote.breaks_at = len(remote.done) + 2  # The ledger, the page; then it breaks.
    with pytest.raises(PublishingStopped):
        publish(remote, new)
    assert remote.text()["about/index.html"] == "about US"
    remote.breaks_at = -1
    publish(remote, old)
    assert remote.text() == FILES


CONTENTS = st.dictionaries(st.sampled_from(sorted(FILES)), st.sampled_from(["a", "b"]), min_size=1)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.lists(st.tuples(CONTENTS, st.integers(0, 12)), min_size=1, max_size=4))
def test_whatever_breaks_between_the_last_publication_counts(
    tmp_path: Path, runs: list[tuple[dict[str, str], int]]
) -> None:
    remote = Memory()
    remote.put("notes-of-the-host.txt", b"theirs")
    publish(remote, site(tmp_path / "output"), take_over=True)
    remote.put("theirs-too.txt", b"theirs")
    for files, step in runs:
        remote.breaks_at = len(remote.done) + step
        with suppress(PublishingStopped):
            publish(remote, site(tmp_path / "output", files))
    remote.breaks_at = -1
    publish(remote, site(tmp_path / "output", runs[-1][0]))
    assert remote.text() == {**runs[-1][0], "theirs-too.txt": "theirs"}


def test_a_place_with_files_of_somebody_else_is_refused_until_it_may_be_taken_over(tmp_path: Path) -> None:
    remote = Memory()
    for name in ("a.html", "b.html", "c.html", "d.html", "e.html"):
        remote.put(name, b"theirs")
    with pytest.raises(PublishingStopped) as refused:
        publish(remote, site(tmp_path / "output"))
    assert str(refused.value) == (
        "There are files there that no publication of the diary put there (a.html, b.html, c.html and 2 more). "
        "Choose an empty place; or publish with --take-over: "
        "then everything there is looked at as the diary's, and replaced or deleted."
    )
    publish(remote, site(tmp_path / "output"), take_over=True)
    assert remote.text() == FILES


def test_a_file_that_somebody_changed_there_is_put_again(tmp_path: Path) -> None:
    remote = Memory()
    publish(remote, site(tmp_path / "output"))
    remote.put("index.html", b"hoax")
    publish(remote, site(tmp_path / "output"))
    assert remote.text() == FILES


def test_a_ledger_that_nobody_can_read_is_told() -> None:
    for written in (
        b"{}",
        b"[]",
        b"half a led",
        b'{"version": 2, "files": {}}',
        b'{"version": 1, "files": {"a": 1}}',
        b"\xff",
    ):
        with pytest.raises(PublishingStopped, match=r"cannot be read\. Publish with --take-over"):
            read_ledger(written)


@given(st.dictionaries(st.text(), st.tuples(st.text(), st.text())))
def test_a_ledger_is_read_as_it_was_written(files: dict[str, tuple[str, str]]) -> None:
    assert read_ledger(Ledger(files).written()) == Ledger(files)


def test_whoever_publishes_holds_the_lease_of_the_place() -> None:
    remote = Memory()
    with remote.lock():
        assert list(remote.files) == [lease.NAME]
    assert remote.files == {}
