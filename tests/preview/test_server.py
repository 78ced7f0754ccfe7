"""What the preview answers to any path: a page of the site, a folder's own address, or that there is no such page."""

from collections.abc import Iterator
from threading import Thread
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from hypothesis import given, settings

from plugins.engine.page import File, Offered
from plugins.preview.build_events import BuildEvents
from plugins.preview.server import PreviewServer
from tests.support.redirects import KNOWN, asked, paths


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """A preview on loopback, over a site with a few pages."""
    site = tmp_path_factory.mktemp("site")
    for name in (
        "index.html",
        "404.html",
        "posts/index.html",
        "posts/hello/index.html",
        "posts/a é%/index.html",
        "css/a.css",
    ):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(f"<body>{name}</body>", "utf-8")
    (site.parent / "private").mkdir()
    (site / "out").symlink_to(site.parent / "private")
    events = BuildEvents()
    events.publish(good=True)
    server = PreviewServer(0, site, events, foot=lambda page: b"<nav>" + page.encode() + b"</nav>", form=lambda _: "")
    server.offered = Offered(
        {
            "late/index.html": lambda: b"<body>made when it was asked for</body>",
            "late/old.html": lambda: b"<body>moved</body>",
            "unfit/index.html": lambda: bytes([1 // 0]),
        },
        lambda: [File("feed/atom.xml", b"<feed/>")],
        {"static/held.css": b"a{}"},
    )
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize(
    ("path", "status", "where"),
    [
        ("/", 200, ()),
        ("/?a=//b", 200, ()),
        ("/posts/", 200, ()),
        ("/posts", 301, ("/posts/",)),
        ("/posts/hello", 301, ("/posts/hello/",)),
        ("/posts/a%20%C3%A9%25", 301, ("/posts/a%20%C3%A9%25/",)),
        ("/posts/hello/index.html", 200, ()),
        ("/late/", 200, ()),
        ("/late", 301, ("/late/",)),
        ("/late/index.html", 200, ()),
        ("/late/old.html", 200, ()),
        ("/late/old.html/", 404, ()),
        ("/late//", 404, ()),
        ("/unfit/", 500, ()),
        ("/css/a.css", 200, ()),
        ("/static/held.css", 200, ()),
        ("/feed/atom.xml", 200, ()),
        ("/feed/atom.xml/", 404, ()),
        ("/css/a.css/", 404, ()),
        ("/out", 404, ()),
        ("/none", 404, ()),
        ("/" + "n" * 5_000, 404, ()),
        ("/_preview/events.js/", 404, ()),
        ("/_preview//overlay.css", 404, ()),
    ],
)
def test_a_path_is_answered_as_it_is_written(port: int, path: str, status: int, where: tuple[str, ...]) -> None:
    answered = asked(port, path)
    assert (answered.status, answered.locations) == (status, where)


@pytest.mark.parametrize("path", KNOWN)
def test_a_path_that_browsers_and_folders_read_in_two_ways_names_no_page(port: int, path: str) -> None:
    answered = asked(port, path)
    assert answered.status in (404, 301)
    assert set(answered.locations) <= {"/evil.example/", "/posts/"}
    assert answered.status == 404 or path.startswith("//")  # Python's server makes `//` one slash [gh-87389].


@given(paths)
@settings(max_examples=400, deadline=None)
def test_no_path_leads_away_and_each_is_answered(port: int, path: str) -> None:
    answered = asked(port, path)
    assert answered.status in (200, 301, 400, 404), path
    assert not answered.leads_elsewhere, path


def test_a_page_is_made_when_it_is_asked_for_and_a_fault_over_it_is_told(port: int) -> None:
    with urlopen(f"http://localhost:{port}/late/") as page:
        content = page.read()
    assert content.startswith(b"<body>made when it was asked for<")
    assert content.endswith(b"<nav>late/</nav></body>")
    with pytest.raises(HTTPError) as fault:
        urlopen(f"http://localhost:{port}/unfit/")
    with urlopen(f"http://localhost:{port}/_preview/findings") as page:
        findings = page.read().decode()
    for told in (fault.value.read().decode(), findings):
        assert "The diary’s own software failed" in told
        assert "ZeroDivisionError: integer division or modulo by zero" in told
