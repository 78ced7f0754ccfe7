"""What comes from other programs and grows without end is read within bounds, or told why not."""

import gzip
import io
import json
import struct
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from plugins.comments.archive import fetching
from plugins.comments.archive.fetching import NotFetchedError
from plugins.comments.imports import unpacking
from plugins.comments.imports.errors import XmlError
from plugins.comments.imports.xml import read_xml
from plugins.comments.mastodon import read_posts
from plugins.comments.providers.links import Mastodon
from tests.comments.test_import_forms import export, read, refused, zipped
from tests.comments.test_mastodon import reply
from tests.support.answering_host import Answer, Host, answering_host

NO_DOCTYPE = "it declares a document type; an export has none, and one can do harm"
TOO_DEEP = "its elements lie too deep in one another for an export"
TOO_LARGE = "it is larger than this software reads"


@pytest.mark.parametrize("levels", [1, 10, 200])
@pytest.mark.parametrize("kind", ["", "% "])
@pytest.mark.parametrize("form", ["xml", "xml.gz", "zip"])
def test_entities_are_refused_before_one_is_put_in(tmp_path: Path, levels: int, kind: str, form: str) -> None:
    rungs = (f'<!ENTITY {kind}a{level} "{f"&a{level - 1};" * 10}">' for level in range(1, levels + 1))
    text = f'<!DOCTYPE rss [<!ENTITY a0 "lol">{"".join(rungs)}]><rss>&a{levels};</rss>'.encode()
    file = tmp_path / f"export.{form}"
    if form == "zip":
        zipped(file, {"a.xml": text})
    else:
        file.write_bytes(gzip.compress(text) if form == "xml.gz" else text)
    assert refused(file) == NO_DOCTYPE


@pytest.mark.parametrize("depth", [101, 1_000, 100_000])
def test_elements_too_deep_in_one_another_are_told_however_deep(tmp_path: Path, depth: int) -> None:
    (tmp_path / "a.xml").write_text("<rss>" * depth)
    assert refused(tmp_path / "a.xml") == TOO_DEEP


def test_many_attributes_and_names_are_an_element(tmp_path: Path) -> None:
    attributes = " ".join(f"a{number}='b'" for number in range(10_000))
    (tmp_path / "a.xml").write_text(f"<rss {attributes}>{'<b/>' * 10_000}</rss>")
    tree = read_xml(tmp_path / "a.xml")
    assert (len(tree.attrib), len(tree)) == (10_000, 10_000)


def sizes(file: Path) -> Iterator[int]:
    with unpacking.unpacked(file) as files:
        yield from (len(piece) for pieces in files for piece in pieces)


@pytest.mark.parametrize("form", ["gz", "zip"])
def test_what_is_squeezed_a_thousand_to_one_is_unpacked_to_the_bound_and_no_further(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.setattr(unpacking, "LARGEST", 1_000_000)
    file, much = tmp_path / f"a.{form}", bytes(32 * 1024 * 1024)
    taken: list[int] = []
    if form == "gz":
        file.write_bytes(gzip.compress(much))
    else:
        zipped(file, {"a.xml": much})
    assert file.stat().st_size < len(much) / 900
    with pytest.raises(XmlError, match=TOO_LARGE):
        taken.extend(sizes(file))
    assert 900_000 < sum(taken) <= 1_000_000


def overlapping(times: int, content: bytes) -> bytes:
    """A .zip whose directory names one packed file many times."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.xml", content)
    whole = packed.getvalue()
    end = whole.index(b"PK\x05\x06")
    entry = whole[whole.index(b"PK\x01\x02") : end]
    entries = entry * times
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, times, times, len(entries), end - len(entry), 0)
    return whole[: end - len(entry)] + entries + tail


def test_a_zip_that_names_one_file_again_and_again_ends(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(overlapping(1_001, b"<rss/>"))
    assert refused(tmp_path / "a.zip") == TOO_LARGE


@pytest.mark.parametrize("packings", [2, 5])
def test_what_is_packed_again_is_unpacked_once_and_is_no_export(tmp_path: Path, packings: int) -> None:
    content = export().encode()
    for _ in range(packings):
        content = gzip.compress(content)
    (tmp_path / "a.xml.gz").write_bytes(content)
    assert refused(tmp_path / "a.xml.gz") == "line 1: it is not written as XML here; export it again, or mend that line"


def test_names_that_lead_elsewhere_are_read_and_nothing_is_written(tmp_path: Path) -> None:
    names = ["../" * 200 + "a.xml", "/etc/b.xml", "C:\\c.xml", "d/" * 5_000 + "d.xml", "\u202ee.xml"]
    files = {name: export(name[-5:], number=number).encode() for number, name in enumerate(names)}
    assert len(read(zipped(tmp_path / "a.zip", files))) == len(names)
    assert [file.name for file in tmp_path.iterdir()] == ["a.zip"]


@pytest.fixture
def host() -> Iterator[Host]:
    with answering_host() as started:
        yield started


CONTEXT = "/api/v1/statuses/100/context"


def at(host: Host) -> Mastodon:
    return Mastodon(server=host.address, account="our_project", posts=(("posts/hello/", "100"),), approved=())


def test_an_answer_larger_than_any_is_not_read_to_its_end(host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "LONGEST", 1_000_000)
    host.answers[CONTEXT] = Answer(body=b" " * 1_000_001)
    with pytest.raises(NotFetchedError) as told:
        read_posts(at(host), {})
    assert str(told.value) == "its answer is too long"


def test_an_answer_of_fifty_megabytes_is_read(host: Host) -> None:
    replies = [reply(101, who="our_project", content="x" * 50_000_000)]
    host.answers[CONTEXT] = Answer(body=json.dumps({"descendants": replies}).encode())
    (thread,) = read_posts(at(host), {}).archive.threads
    assert len(thread.comments[0].html) < 1_000_000


def test_a_chain_of_replies_is_read_however_deep_and_asked_for_once(host: Host) -> None:
    chain = [reply(number, to=number - 1, who="our_project") for number in range(101, 3_101)]
    host.answers[CONTEXT] = Answer(body=json.dumps({"descendants": chain}).encode())
    replies = read_posts(at(host), {})
    assert len(replies.archive.threads[0].comments) == 3_000
    assert replies.archive.exported > datetime(2031, 3, 4, tzinfo=UTC)
    assert host.paths == [CONTEXT]


def test_pages_that_never_end_are_not_turned(host: Host) -> None:
    """Mastodon names the next page in a header; of one reply, one page of those who marked it is asked for."""
    asked = "/api/v1/statuses/101/favourited_by?limit=80"
    more = {"Link": f'<{host.address[:-1]}{asked}&max_id=1>; rel="next"'}
    host.answers[CONTEXT] = Answer(body=json.dumps({"descendants": [reply(101)]}).encode(), headers=more)
    others = [{"acct": f"ash{number}@example.org"} for number in range(80)]
    host.answers[asked] = Answer(body=json.dumps(others).encode(), headers=more)
    assert read_posts(at(host), {}).archive.threads[0].comments == ()
    assert host.paths == [CONTEXT, asked]


@pytest.mark.parametrize("depth", [1_000, 200_000])
def test_json_too_deep_in_itself_is_told(host: Host, depth: int) -> None:
    host.answers[CONTEXT] = Answer(body=b"[" * depth)
    with pytest.raises(NotFetchedError) as told:
        read_posts(at(host), {})
    assert str(told.value) == "its answer is not JSON"
