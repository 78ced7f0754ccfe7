"""Two publications to one place are kept apart, and one that died keeps nobody out for long."""

from pathlib import Path

import pytest

from plugins.publishing import lease
from plugins.publishing.failure import PublishingStopped
from plugins.publishing.lease import NAME, Lease, holder_of
from tests.publishing.test_in_place import Memory


class Place(Memory):
    """A place whose clock a test sets."""

    aged = 0.0

    def age(self, path: str) -> float | None:
        return self.aged if path in self.files else None


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setattr(lease, "_BETWEEN_LOOKS", 0.0)
    monkeypatch.setattr(lease, "_PATIENCE", 0.05)
    return []


def test_a_lease_is_given_back(said: list[str]) -> None:
    place = Place()
    with Lease(place, holder=b"me", say=said.append):
        assert place.files == {NAME: b"me"}
    assert (place.files, said) == ({}, [])


def test_whoever_comes_second_waits_and_then_gives_up(said: list[str]) -> None:
    place = Place()
    place.put(NAME, b"somebody else")
    with pytest.raises(PublishingStopped) as stopped, Lease(place, holder=b"me", say=said.append):
        pass
    assert str(stopped.value) == "Another publication has been under way there for long. Nothing was published."
    assert said == ["Another publication is under way there; waiting for it to finish …"]
    assert place.files == {NAME: b"somebody else"}


def test_a_lease_that_nobody_renews_runs_out(said: list[str]) -> None:
    place = Place()
    place.put(NAME, b"somebody who died")
    place.aged = lease.RUNS_OUT + 1
    with Lease(place, holder=b"me", say=said.append):
        assert place.files == {NAME: b"me"}


def test_whoever_runs_it_again_goes_on_at_once(said: list[str]) -> None:
    place = Place()
    place.put(NAME, b"me")
    with Lease(place, holder=b"me", say=said.append):
        pass
    assert said == []


def test_where_the_last_one_wins_only_the_last_one_has_the_lease(said: list[str]) -> None:
    class Careless(Place):
        def create(self, path: str, content: bytes) -> bool:
            self.put(path, b"somebody else, a moment later")
            return True

    with pytest.raises(PublishingStopped), Lease(Careless(), holder=b"me", say=said.append):
        pass


def test_a_lease_is_renewed_now_and_then(said: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    place = Place()
    with Lease(place, holder=b"me", say=said.append) as held:
        held.renew()
        monkeypatch.setattr(lease, "_RENEWED_EVERY", 0.0)
        held.renew()
    assert place.done == [f"put {NAME}", f"put {NAME}", f"remove {NAME}"]


def test_a_lease_that_cannot_be_given_back_hides_no_other_trouble(said: list[str]) -> None:
    place = Place()
    held = Lease(place, holder=b"me", say=said.append).__enter__()
    place.breaks_at = len(place.done)
    held.__exit__(ValueError, ValueError("the trouble"), None)
    place.files.clear()
    place.breaks_at = -1
    with pytest.raises(PublishingStopped, match="The connection broke"), Lease(place, holder=b"me", say=said.append):
        place.breaks_at = len(place.done)


def test_a_holder_is_the_same_every_time_and_names_nobody() -> None:
    here = holder_of(Path("output"))
    assert here == holder_of(Path("output"))
    assert here != holder_of(Path("elsewhere"))
    assert len(here) == 65
