"""One service in this process for each test, and one program for each module."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.comments.server.assembly import Assembled, assembled
from tests.support.comment_services import Clock, RunningService, running, settings_in, write_threads


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def app(tmp_path: Path, clock: Clock) -> Iterator[Assembled]:
    """A service over an empty database, with a clock that the test turns."""
    write_threads(tmp_path)
    service = assembled(settings_in(tmp_path), clock)
    yield service
    service.close()


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningService]:
    """A service as a program, over real HTTP. Its proxy is this computer: tests come from networks of their own."""
    folder = tmp_path_factory.mktemp("service")
    write_threads(folder, shut={"open": False}, over={"closes": "2020-01-01T00:00:00Z"})
    with running(folder, proxies=("127.0.0.1",)) as started:
        yield started
