"""Which posts take comments, from a file or from the site."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from plugins.comments.server.threads import Thread, ThreadListError, ThreadSource, thread_list
from tests.support.comment_services import MAKING, MEETING, write_threads
from tests.support.ports import free_port
from tests.support.static_host import serve


def test_the_list_is_read_as_a_build_writes_it(tmp_path: Path) -> None:
    told = thread_list(write_threads(tmp_path, over={"closes": "2026-11-24T12:00:00+00:00"}).read_bytes())
    assert (told.site, told.language) == ("The Lamp Diary", "en-GB")
    assert told.threads["posts/over/"] == Thread(
        key="posts/over/",
        address="posts/over/",
        title="Over",
        is_open=True,
        closes=datetime(2026, 11, 24, 12, tzinfo=UTC),
    )


@pytest.mark.parametrize(
    ("slip", "sentence"),
    [
        ({"version": 2}, "the list of posts has version 2, and this service reads 1"),
        ({"threads": [{"thread": "a/"}]}, "the list of posts is not as a build writes it"),
        ({"site": None}, "the list of posts is not as a build writes it"),
        ({"threads": [{"thread": "a/", "title": "A", "open": True, "closes": "2026-11-24T12:00:00"}]}, "names no time zone"),
        ({"threads": [{"thread": "a/", "title": "A", "open": True, "closes": "soon"}]}, "the list of posts is not as"),
    ],
)  # fmt: skip
def test_a_list_that_is_none_is_told(tmp_path: Path, slip: dict[str, object], sentence: str) -> None:
    whole = json.loads(write_threads(tmp_path).read_bytes())
    with pytest.raises(ThreadListError, match=sentence):
        thread_list(json.dumps({**whole, **slip}))


def test_a_list_from_the_site_is_looked_at_once_a_minute_and_outlives_the_site(tmp_path: Path) -> None:
    site, kept = tmp_path / "site", tmp_path / "kept.json"
    site.mkdir()
    write_threads(site)
    with serve(site) as address:
        source = ThreadSource(f"{address}threads.json", kept)
        first = source.current(1_000.0)
        assert first
        assert set(first.threads) == {MEETING, MAKING}
        write_threads(site, fresh={})
        assert source.current(1_010.0) is first
        second = source.current(1_070.0)
        assert second
        assert "posts/fresh/" in second.threads
    assert source.current(1_200.0) is second
    restarted = ThreadSource(f"{address}threads.json", kept).current(1_200.0)
    assert restarted == second


def test_a_site_that_is_not_there_has_no_list(tmp_path: Path) -> None:
    source = ThreadSource(f"http://127.0.0.1:{free_port()}/threads.json", tmp_path / "kept.json")
    assert source.current(0.0) is None


def test_a_list_without_end_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "threads.json").write_bytes(b" " * (4 * 1024 * 1024 + 1))
    with serve(tmp_path) as address:
        assert ThreadSource(f"{address}threads.json", tmp_path / "kept.json").current(0.0) is None


def test_while_one_looks_for_a_newer_list_the_others_get_what_there_is(tmp_path: Path) -> None:
    source = ThreadSource(str(write_threads(tmp_path)), tmp_path / "kept.json")
    first = source.current(0.0)
    write_threads(tmp_path, fresh={})
    with source._lock:
        assert source.current(0.0) is first
    assert source.current(0.0) != first
