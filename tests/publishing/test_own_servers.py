"""The diary as a real nginx and a real Apache serve it, from a folder that was published to, with our task's lines."""

import gzip
import io
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import brotli
import pytest
from hypothesis import given, settings

from plugins.headers import table
from plugins.headers.media import FOR_EVER, FOR_MINUTES
from plugins.headers.rules_file import written_rules
from plugins.publishing.server_settings import main
from tests.publishing.sites import build, published
from tests.support.apache import apache
from tests.support.nginx import nginx, serves_brotli
from tests.support.redirects import KNOWN, paths
from tests.support.redirects import asked as asked_as_written


@pytest.fixture(scope="module")
def output(diary: Path) -> Path:
    """The diary itself; another fixture's name is taken over here."""
    return diary


@pytest.fixture(scope="module", params=["nginx", "apache"])
def address(request: pytest.FixtureRequest, output: Path) -> Iterator[str]:
    served = output.parent / f"served-by-{request.param}"
    published(output, f"folder:{served}")
    with_brotli = request.param == "nginx" and serves_brotli()
    extra = ["--brotli"] if with_brotli else []
    lines = printed("--format", request.param, "--output", str(output), *extra)[1]
    if request.param == "nginx":
        with nginx(output.parent / "nginx", served, lines, brotli=with_brotli) as where:
            yield where
    else:
        with apache(served, lines) as where:
            yield where


def printed(*arguments: str) -> tuple[int, str, str]:
    said, complained = io.StringIO(), io.StringIO()
    with redirect_stdout(said), redirect_stderr(complained):
        code = main(arguments)
    return code, said.getvalue(), complained.getvalue()


def asked(address: str, path: str, accepting: str = "identity") -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection(urlsplit(address).netloc, timeout=20)
    connection.request("GET", path, headers={"Accept-Encoding": accepting})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


def test_no_path_leads_to_another_host(address: str) -> None:
    port = urlsplit(address).port or 0

    @given(paths)
    @settings(max_examples=200, deadline=None)
    def leads_nowhere_else(path: str) -> None:
        assert not asked_as_written(port, path).leads_elsewhere, path

    (where,) = asked_as_written(port, "/about").locations
    assert where.removeprefix(f"http://localhost:{port}") == "/about/"
    assert not [path for path in KNOWN if asked_as_written(port, path).leads_elsewhere]
    leads_nowhere_else()


def hashed_sheet(output: Path) -> str:
    return f"/static/{next((output / 'static').glob('site.*.css')).name}"


def test_every_answer_carries_every_header_errors_too(address: str, output: Path) -> None:
    for path in ("/", "/about/", "/about", hashed_sheet(output), "/nowhere/", "/feed.xml", "/robots.txt"):
        answer, _ = asked(address, path)
        for name, value in table()[0].headers:
            assert answer.getheader(name) == value, (path, name)


def test_what_is_named_by_its_content_is_kept_for_ever_all_else_for_minutes(address: str, output: Path) -> None:
    assert asked(address, hashed_sheet(output))[0].getheader("Cache-Control") == FOR_EVER
    for path in ("/", "/about/", "/feed.xml", "/favicon.svg"):
        assert asked(address, path)[0].getheader("Cache-Control") == FOR_MINUTES
    assert asked(address, "/static/nothing.0123abcd.css")[0].getheader("Cache-Control") is None


def test_what_is_not_there_shows_the_page_that_says_so(address: str, output: Path) -> None:
    answer, body = asked(address, "/nowhere/")
    assert (answer.status, body) == (404, (output / "404.html").read_bytes())


def test_files_of_publishing_itself_are_not_shown(address: str) -> None:
    assert asked(address, "/.coproduction-diary")[0].status == 404


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/feed.xml", "application/xml"),
        ("/workshops.ics", "text/calendar; charset=utf-8"),
        ("/robots.txt", "text/plain; charset=utf-8"),
        ("/favicon.svg", "image/svg+xml"),
        ("/workshops/making.json", "application/json"),
    ],
)
def test_each_file_has_its_kind(address: str, path: str, kind: str) -> None:
    assert asked(address, path)[0].getheader("Content-Type") == kind


def test_compressed_forms_are_served_and_say_the_same(address: str, output: Path) -> None:
    page = (output / "index.html").read_bytes()
    answer, body = asked(address, "/", "gzip")
    assert (answer.getheader("Content-Encoding"), gzip.decompress(body)) == ("gzip", page)
    assert answer.getheader("Content-Type") == "text/html; charset=utf-8"
    assert asked(address, "/")[1] == page
    answer, body = asked(address, "/", "gzip, br")
    plain = {"br": brotli.decompress, "gzip": gzip.decompress}[answer.getheader("Content-Encoding") or ""](body)
    assert plain == page


def test_a_site_below_a_path_lies_below_the_servers_root_under_that_name(tmp_path: Path) -> None:
    rules = written_rules(table("/diary/")).decode()
    files = {"index.html": "home", "404.html": "nowhere", "static/site.0123abcd.css": "p {}", "_headers": rules}
    output = build(tmp_path / "output", files)
    published(output, f"folder:{tmp_path / 'served'}")
    (tmp_path / "www").mkdir()
    (tmp_path / "www" / "diary").symlink_to(tmp_path / "served")
    lines = printed("--output", str(output))[1]
    with nginx(tmp_path / "nginx", tmp_path / "www", lines, brotli=False) as where:
        served_below_a_path(where)
    lines = printed("--format", "apache", "--output", str(output))[1]
    with apache(tmp_path / "www", lines, below="diary", in_site=True) as where:
        served_below_a_path(where)
        assert asked(where, "/diary/.htaccess")[0].status == 404


def served_below_a_path(where: str) -> None:
    for path, status, body in (("/diary/", 200, b"home"), ("/diary/no/", 404, b"nowhere")):
        answer, said = asked(where, path)
        assert (answer.status, said) == (status, body)
    assert asked(where, "/")[0].status in (403, 404)
    for path, life in (("/diary/", FOR_MINUTES), ("/diary/static/site.0123abcd.css", FOR_EVER)):
        answer, _ = asked(where, path)
        assert answer.getheader("Cache-Control") == life
        assert answer.getheader("Content-Security-Policy") == dict(table()[0].headers)["Content-Security-Policy"]


def test_without_a_built_site_there_is_nothing_to_tell(tmp_path: Path) -> None:
    assert printed("--output", str(tmp_path)) == (
        1,
        "",
        f"There is no {tmp_path / '_headers'}: run python3 tasks.py build first.\n",
    )
    (tmp_path / "_headers").write_text("something else")
    assert printed("--output", str(tmp_path))[0] == 1


def test_the_file_for_hosts_is_printed_as_the_build_wrote_it(output: Path) -> None:
    assert printed("--format", "_headers", "--output", str(output))[1] == (output / "_headers").read_text()


@pytest.mark.parametrize("old", ["/posts/a-note-between/", "/2031/03/a-note.html"])
def test_an_earlier_address_leads_to_the_one_of_today(address: str, old: str) -> None:
    answer, _ = asked(address, old)
    assert (answer.status, urlsplit(answer.headers["Location"]).path) == (301, "/posts/between-evenings/")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert asked(address, "/posts/between-evenings/")[0].status == 200
