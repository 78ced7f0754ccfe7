"""What docs/for-web-officers/comments.md promises: its settings start, its unit and its proxy are what they should be."""

import re
import shutil
import socket
import subprocess
import tomllib
from contextlib import ExitStack, closing
from dataclasses import replace
from http import HTTPStatus
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from plugins.comments.server.moderation.sessions import IDLE_SECONDS
from plugins.comments.server.settings_file import settings_of
from plugins.workbench.paths import CHECKOUT
from tests.support.comment_services import SECRET, RunningService, password_hash, running, write_threads
from tests.support.nginx import nginx

PAGE = (CHECKOUT / "docs" / "for-web-officers" / "comments.md").read_text("utf-8")


def block(kind: str) -> str:
    found = re.search(rf"```{kind}\n(.*?)```", PAGE, re.DOTALL)
    assert found, kind
    return found[1]


def test_the_settings_of_the_page_start_the_service(tmp_path: Path) -> None:
    file = tmp_path / "comments.toml"
    file.write_text(block("toml").replace("scrypt$…", password_hash()), "utf-8")
    environ = {
        "DIARY_COMMENTS_TOKEN": SECRET,
        "DIARY_COMMENTS_SMTP_PASSWORD": "hush",
        "DIARY_COMMENTS_REBUILD_HEADERS": "Authorization: Bearer …\\nAccept: application/vnd.github+json",
    }
    settings = settings_of(file, environ)
    assert settings.rebuild
    assert [name for name, _ in settings.rebuild.headers] == ["Authorization", "Accept"]
    assert all(f"`{name}`" in PAGE for name in [*environ, "DIARY_COMMENTS_REBUILD_URL"])


def test_the_workflow_listens_for_the_event_that_the_page_sends() -> None:
    body = tomllib.loads(block("toml"))["rebuild"]["body"]
    event = re.search(r'"event_type": "([a-z-]+)"', body)
    assert event
    workflow = (CHECKOUT / ".github" / "workflows" / "publish.yml").read_text("utf-8")
    assert f"types: [{event[1]}]" in workflow


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="only systemd can judge a unit of its own")
def test_systemd_finds_no_fault_with_the_unit(tmp_path: Path) -> None:
    unit = tmp_path / "diary-comments.service"
    text = block("ini").replace("/opt/diary/.venv/bin/python", "/bin/true").replace("/opt/diary", "/tmp")
    unit.write_text(text, "utf-8")
    judged = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(unit)], capture_output=True, encoding="utf-8", check=False
    )
    own = [line for line in judged.stderr.splitlines() if unit.name in line]
    assert own == []
    assert judged.returncode == 0


def test_behind_the_proxy_of_the_page_nobody_can_make_up_a_network_and_no_address_is_written_down(
    tmp_path: Path,
) -> None:
    write_threads(tmp_path)
    (tmp_path / "root").mkdir()
    with running(tmp_path, proxies=("127.0.0.1",)) as service:
        inside = block("nginx").partition("{")[2].rpartition("}")[0]
        lines = [line for line in inside.splitlines() if not line.strip().startswith(("listen", "server_name", "ssl_"))]
        settings = "\n".join(lines).replace("127.0.0.1:8010", f"127.0.0.1:{service.settings.port}")
        with nginx(tmp_path / "nginx", tmp_path / "root", settings, brotli=False) as address:
            port = urlsplit(address).port
            assert port
            through = RunningService(replace(service.settings, port=port), service.process)
            made_up = [f"203.0.113.{number}" for number in range(61)]
            statuses = [through.write(f"From {each}", headers={"X-Forwarded-For": each}).status for each in made_up]
            assert statuses == [303] * 60 + [429]
            assert through.ask("GET", "moderate/").status == 200
            assert through.write("x" * 300_000).status == 413
            assert is_heard_beside_dripping_connections(port)
            service.process.terminate()
            service.process.wait(timeout=20)
            assert through.ask("GET", "moderate/").status == 502
    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert [path.name for path in kept if b"127.0.0.1 - -" in path.read_bytes()] == []
    assert [path.name for path in kept if b"client: " in path.read_bytes()] == []


def is_heard_beside_dripping_connections(port: int) -> bool:
    """Whether a request is answered while 110 others do not come to their end."""
    unfinished = (b"GET / HTTP/1.1\r\nHost: x\r\n", b"POST /answer HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nw")
    with ExitStack() as held:
        for number in range(110):
            connection = held.enter_context(socket.create_connection(("127.0.0.1", port), timeout=20))
            connection.sendall(unfinished[number % 2])
        asking = held.enter_context(closing(HTTPConnection("127.0.0.1", port, timeout=20)))
        asking.request("GET", "/health")
        return asking.getresponse().status == HTTPStatus.OK


def test_the_page_says_when_a_moderator_is_logged_out() -> None:
    assert IDLE_SECONDS == 30 * 60
    assert "after half an hour without a click you are logged out" in PAGE
