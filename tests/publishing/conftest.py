"""Servers that are started once for all tests of this room."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.publishing.places import Place, place_of
from tests.publishing.sites import build
from tests.support.builds import built
from tests.support.s3_server import S3Server, s3_server
from tests.support.sshd import SshServer, sshd
from tests.test_sites import NOW, SITES


@pytest.fixture(scope="session")
def ssh_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SshServer]:
    with sshd(tmp_path_factory.mktemp("sshd")) as server:
        yield server


@pytest.fixture(scope="session")
def storage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[S3Server]:
    with s3_server(tmp_path_factory.mktemp("s3")) as server:
        yield server


@pytest.fixture(scope="session")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A whole diary, built."""
    around = {"DIARY_SITE_URL": "https://diary.test", "DIARY_NOW": NOW["four-workshops"]}
    return built(SITES / "four-workshops" / "content", tmp_path_factory.mktemp("diary") / "output", environment=around)


@pytest.fixture
def place(request: pytest.FixtureRequest, tmp_path: Path, ssh_server: SshServer, storage: S3Server) -> Place:
    """A place of the kind that a test names."""
    return place_of(request.param, tmp_path, ssh_server, storage)


@pytest.fixture(autouse=True)
def no_agent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may have keys of their own at hand."""
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """A built site."""
    return build(tmp_path / "output")
