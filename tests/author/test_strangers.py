"""Who asks the desk from elsewhere, or for what is not the author's, gets nothing and changes nothing."""

import socket
import subprocess
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import pytest

from plugins.author.server import EditorServer
from plugins.preview.build_events import BuildEvents
from plugins.preview.server import PreviewServer
from tests.author.editor_forms import Visitor
from tests.support.programs import program
from tests.support.sshd import sshd
from tests.support.systems import needs_whole_loopback
from tests.support.waiting import wait_until

POST = "---\ntitle: One\n---\nHere.\n"
ADDRESSES = (
    *("/post", "/typed", "/new", "/mend", "/consent", "/publish", "/rearrange", "/proof", "/proof/read", "/next"),
)
ADDRESS = "/post?" + urlencode({"source": "content/posts/one.md"})


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    content = tmp_path_factory.mktemp("diary") / "content"
    (content / "posts").mkdir(parents=True)
    (content / "posts" / "one.md").write_text(POST, "utf-8")
    (content.parent / "secret.md").write_text(POST, "utf-8")
    return content


@pytest.fixture(scope="module")
def port(content: Path) -> Iterator[int]:
    server = EditorServer(0, content, ZoneInfo("Europe/London"))
    server.start()
    yield server.port
    server.stop()


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:80", "localhost", "localhost:1", "127.0.0.1.evil.example"]
)
def test_a_name_that_was_made_to_lead_here_is_turned_away(port: int, host: str) -> None:
    assert Visitor(port, host=host).get("/").status == 403
    assert Visitor(port).get("/").status == 200


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://localhost", "http://localhost:8000", "https://localhost"]
)
def test_a_form_of_another_page_writes_nothing(port: int, content: Path, origin: str) -> None:
    pairs = Visitor(port).get(ADDRESS).form.having(title="Two")
    for address in ADDRESSES:
        assert Visitor(port, origin=origin).post(address, pairs).status == 403
    assert (content / "posts" / "one.md").read_text("utf-8") == POST
    assert not (content.parent / ".cache").exists()


@pytest.mark.parametrize("token", ["", "x", "é"])
def test_a_form_without_the_token_of_this_start_writes_nothing(port: int, content: Path, token: str) -> None:
    pairs = Visitor(port).get(ADDRESS).form.having(title="Two", token=token)
    for address in ADDRESSES:
        assert Visitor(port).post(address, pairs).status == 403
    assert (content / "posts" / "one.md").read_text("utf-8") == POST


@pytest.mark.parametrize(
    "source",
    ["secret.md", "../secret.md", "content/../secret.md", "/etc/passwd", "content/posts", "content/consent.yml", ""],
)
def test_no_path_is_taken_from_a_form(port: int, content: Path, source: str) -> None:
    visitor = Visitor(port)
    assert visitor.get("/post?" + urlencode({"source": source})).status == 404
    pairs = visitor.get(ADDRESS).form.having(title="Two", source=source)
    assert visitor.post("/post", pairs).status == 404
    assert visitor.post("/typed", pairs).status == 404
    assert (content.parent / "secret.md").read_text("utf-8") == POST


@pytest.mark.parametrize("name", ["../../secret", "a/b", "..", "", "con", "x" * 300])
def test_a_new_post_lies_in_its_folder_and_nowhere_else(port: int, content: Path, name: str) -> None:
    before = set(content.parent.rglob("*"))
    form = Visitor(port).get("/new").form
    Visitor(port).post("/new", form.having(name=name, kind="post"))
    made = {file for file in set(content.parent.rglob("*")) - before if file.is_file() and ".cache" not in file.parts}
    assert all(file.parent == content / "posts" for file in made)
    for file in made:
        file.unlink()


def test_every_page_says_what_browsers_must_not_do(port: int) -> None:
    for address in ("/", "/new", ADDRESS, "/editor.css", "/nowhere"):
        answer = Visitor(port).get(address)
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'; ")
        assert "unsafe" not in answer.headers["Content-Security-Policy"]
        assert answer.headers["X-Frame-Options"] == "DENY"
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("pairs", [
    [("title.x.y", "1"), ("agenda", "1"), ("agenda.list.list", "x")],
    [("agenda.list", "yes"), ("agenda.0.was", "999999999"), ("agenda.0.title", "x")],
    [("agenda.list", "yes"), *((f"agenda.n{number}.was", "0") for number in range(50))],
    [(".".join("a" * 50), "x"), ("", ""), (".", "."), ("votes.list", ""), ("votes.x.options.list", "")],
    [("feedback.ratings.list", ""), ("feedback.ratings.0.counts.a.b", "1"), ("do", "add:feedback.ratings.0.counts")],
    [("title", "a\x00b"), ("do", "save")],
    [("title", "\u2028"), ("story", "\ud83c"), ("do", "up:agenda.0")],
])  # fmt: skip
def test_strange_forms_are_answered(port: int, content: Path, pairs: list[tuple[str, str]]) -> None:
    visitor = Visitor(port)
    usual = [(name, value) for name, value in visitor.get(ADDRESS).form.pairs if name in ("token", "source", "version")]
    sent = [
        *usual,
        *((name, value.encode("utf-8", "surrogatepass").decode("utf-8", "replace")) for name, value in pairs),
        ("end", "yes"),
    ]
    assert visitor.post("/post", sent).status in (200, 409)
    (content / "posts" / "one.md").write_text(POST, "utf-8")
    visitor.post("/post", [*usual, ("do", "forget")])


def test_a_document_without_the_token_of_this_start_makes_nothing(port: int, content: Path) -> None:
    parts = (("token", "x"), ("kind", "post"), ("file", "We met."))
    body = "".join(f'--b\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n' for name, value in parts)
    before = sorted(content.rglob("*"))
    assert Visitor(port).send("/import", f"{body}--b--\r\n", "multipart/form-data; boundary=b").status == 403
    assert Visitor(port).send("/import", "token=x", "application/x-www-form-urlencoded").status == 400
    assert (
        Visitor(port, origin="http://evil.example").send("/import", body, "multipart/form-data; boundary=b").status
        == 403
    )
    assert sorted(content.rglob("*")) == before


def test_a_document_without_the_token_of_this_start_changes_nothing(port: int, content: Path) -> None:
    body = b'--x\r\nContent-Disposition: form-data; name="source"\r\n\r\ncontent/posts/one.md\r\n--x--\r\n'
    answer = Visitor(port).send("/story/document", body.decode(), "multipart/form-data; boundary=x")
    assert answer.status == 403
    assert (content / "posts" / "one.md").read_text("utf-8") == POST


def reached(address: str, port: int) -> bool:
    """Whether anybody listens there; it is asked for a moment, since a network may say nothing."""
    try:
        socket.create_connection((address, port), timeout=2).close()
    except OSError:
        return False
    return True


@needs_whole_loopback
def test_a_desk_and_its_diary_listen_to_this_computer_alone_and_are_shared_by_ssh(port: int, tmp_path: Path) -> None:
    preview = PreviewServer(0, tmp_path, BuildEvents(), foot=lambda *_: b"", form=lambda *_: "")
    own = {str(each[4][0]) for each in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)} - {"127.0.0.1"}
    others = {"127.0.0.2", *own}
    for each in (port, preview.server_port):
        assert {address for address in others if reached(address, each)} == set()
    preview.server_close()
    elsewhere = f"127.0.0.2:{port}"
    with sshd(tmp_path) as server:
        known = server.environ
        way = (
            *(program("ssh"), "-N", "-F", "none", "-i", known["DIARY_SSH_KEY"], "-p", str(server.port)),
            *("-o", f"UserKnownHostsFile={known['DIARY_SSH_KNOWN_HOSTS']}", "-o", "ExitOnForwardFailure=yes"),
            *("-L", f"{elsewhere}:localhost:{port}", f"{server.user}@127.0.0.1"),
        )
        with subprocess.Popen(way, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as forwarding:
            wait_until(lambda: reached("127.0.0.2", port))
            connection = HTTPConnection("127.0.0.2", port, timeout=30)
            connection.request("GET", ADDRESS, headers={"Host": f"localhost:{port}"})
            answer = connection.getresponse()
            assert (answer.status, b'name="title"' in answer.read()) == (200, True)
            forwarding.terminate()
