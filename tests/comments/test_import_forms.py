"""An export as it lies on a disk: packed, cut short, in another encoding, with letters that XML does not have."""

import gzip
import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from plugins.comments.imports import unpacking
from plugins.comments.imports.disqus import read_disqus
from plugins.comments.imports.errors import XmlError
from plugins.comments.imports.wordpress import read_wordpress
from plugins.comments.imports.xml import read_xml

COMMENT = (
    "<comment><comment_id>{id}</comment_id><comment_author>{name}</comment_author>"
    "<comment_date_gmt>2016-10-11 10:00:00</comment_date_gmt>"
    "<comment_content><![CDATA[{words}]]></comment_content><comment_approved>1</comment_approved></comment>"
)
WXR = (
    "<rss><channel><wxr_version>1.2</wxr_version><item><link>https://old.example.org/{page}/</link>{comments}</item>"
    "</channel></rss>"
)
BROKEN = "it breaks off or is damaged; export it again, or copy it again"


def export(words: str = "Zoë’s tea", name: str = "Zoë", page: str = "one", number: int = 1) -> str:
    return WXR.format(page=page, comments=COMMENT.format(id=number, name=name, words=words))


def read(file: Path) -> list[tuple[str, str]]:
    taken = read_wordpress(read_xml(file), zone=ZoneInfo("UTC")).taken
    return [(comment.name, comment.html) for comment in taken]


def refused(file: Path) -> str:
    with pytest.raises(XmlError) as told:
        read_xml(file)
    return str(told.value)


def zipped(file: Path, files: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return file


SAYS = [("Zoë", "<p>Zoë’s tea</p>")]


@pytest.mark.parametrize(
    "content",
    [
        export().encode(),
        b"\xef\xbb\xbf" + export().encode(),
        b"\n\r\n " + b'<?xml version="1.0" encoding="UTF-8"?>' + export().encode(),
        b"\xef\xbb\xbf\n" + b"<?xml version='1.0'?>" + export().encode(),
        b'<?xml version="1.0" encoding="windows-1252"?>' + export().encode("cp1252"),
        ('<?xml version="1.0" encoding="UTF-16"?>' + export()).encode("utf-16"),
        ('<?xml version="1.0" encoding="UTF-16"?>' + export()).encode("utf-16-be"),
        ('<?xml version="1.0"?>' + export()).encode("utf-16-le"),
        export().encode("utf-32"),
        b'<?xml version="1.0" encoding="utf-16"?>' + export().encode(),
    ],
)
@pytest.mark.parametrize("packed", [bytes, gzip.compress])
def test_an_export_is_read_in_any_encoding_and_packed_too(tmp_path: Path, content: bytes, packed: object) -> None:
    assert callable(packed)
    (tmp_path / "export.xml").write_bytes(packed(content))
    assert read(tmp_path / "export.xml") == SAYS


def test_all_parts_of_a_zip_are_read_whatever_they_are_called(tmp_path: Path) -> None:
    parts = {
        "../../etc/one.xml": export("one", number=1).encode(),
        "deep/two.XML": export("two", number=2).encode(),
        "three.xml.gz": gzip.compress(export("three", number=3).encode()),
        "__MACOSX/._one.xml": b"\x00\x05\x16\x07",
        "readme.txt": b"not ours",
    }
    found = read(zipped(tmp_path / "export.zip", parts))
    assert [words for _, words in found] == ["<p>one</p>", "<p>two</p>", "<p>three</p>"]
    assert [path.name for path in tmp_path.iterdir()] == ["export.zip"]


def test_a_zip_of_disqus_files_is_one_export(tmp_path: Path) -> None:
    post = "<disqus><post id='{}'><message>x</message><createdAt>2016-10-11T10:00:00Z</createdAt></post></disqus>"
    file = zipped(tmp_path / "a.zip", {"a.xml": post.format(1).encode(), "b.xml": post.format(2).encode()})
    assert len(read_disqus(read_xml(file)).taken) == 2


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ({"readme.txt": b"x"}, "there is no .xml file in it"),
        (
            {"a.xml": b"<rss/>", "b.xml": b"<disqus/>"},
            "there are exports of different kinds in it; unpack it, and bring them in one by one",
        ),
        ({f"{number}.xml": b"<rss/>" for number in range(1_001)}, "it is larger than this software reads"),
    ],
)
def test_a_zip_that_is_no_export_is_told(tmp_path: Path, files: Mapping[str, bytes], why: str) -> None:
    assert refused(zipped(tmp_path / "a.zip", files)) == why


def test_what_grows_without_end_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "LARGEST", 100_000)
    much = f"<rss>{' ' * 60_000}</rss>".encode()
    (tmp_path / "a.xml.gz").write_bytes(gzip.compress(f"<rss>{' ' * 120_000}</rss>".encode()))
    assert refused(tmp_path / "a.xml.gz") == "it is larger than this software reads"
    assert (
        refused(zipped(tmp_path / "a.zip", {"a.xml": much, "b.xml": much})) == "it is larger than this software reads"
    )


def test_a_locked_or_strangely_packed_zip_is_told(tmp_path: Path) -> None:
    content = bytearray(zipped(tmp_path / "a.zip", {"a.xml": b"<rss/>"}).read_bytes())
    directory = content.index(b"PK\x01\x02")
    content[directory + 8] |= 1
    (tmp_path / "a.zip").write_bytes(content)
    assert refused(tmp_path / "a.zip") == "it is locked with a password; unpack it first"
    content[directory + 8] &= ~1
    for place in (directory + 10, content.index(b"PK\x03\x04") + 8):
        content[place] = 97
    (tmp_path / "a.zip").write_bytes(content)
    assert refused(tmp_path / "a.zip") == "it is packed in a way that is not read here; unpack it first"


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_a_file_that_breaks_off_is_told_in_plain_words(tmp_path: Path, share: float) -> None:
    whole = export("word " * 2_000).encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.xml", whole)
    for content in (whole, gzip.compress(whole), packed.getvalue()):
        (tmp_path / "a").write_bytes(content[: int(len(content) * share)])
        told = refused(tmp_path / "a")
        assert told in (BROKEN, f"line 1: {BROKEN}")


def test_a_damaged_gzip_is_told(tmp_path: Path) -> None:
    content = bytearray(gzip.compress(export("word " * 2_000).encode()))
    content[40] ^= 0xFF
    (tmp_path / "a.xml.gz").write_bytes(content)
    assert BROKEN in refused(tmp_path / "a.xml.gz")


@pytest.mark.parametrize(
    "odd",
    ["\x00", "\x08", "\x0b", "\x1b", "\x1f", "￾", "&#0;", "&#8;", "&#x1F;", "&#xD800;", "&#xFFFE;", "&#99999999;"],
)
def test_a_letter_that_xml_has_not_is_dropped_and_the_rest_read(tmp_path: Path, odd: str) -> None:
    text = export().replace("Zoë’s", f"Zo{odd}ë’s").replace("<comment_author>Zoë", f"<comment_author>Z{odd}oë")
    (tmp_path / "a.xml").write_text(text, "utf-8")
    assert read(tmp_path / "a.xml") == SAYS


def test_a_number_of_a_letter_is_read_also_where_two_pieces_meet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = export(name="T&#111;m &amp; J&#8;o 🩷")
    (tmp_path / "a.xml").write_text(text, "utf-8")
    for size in (1, 2, 3, 5, 7):
        monkeypatch.setattr(unpacking, "_A_PIECE", size)
        if size > 2:
            assert read(tmp_path / "a.xml")[0][0] == "Tom & Jo 🩷"


@pytest.mark.parametrize("encoding", ["rot13", "idna", "unicode_escape", "none-such", "base64"])
def test_an_encoding_that_is_none_is_told(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.xml").write_text(f"<?xml version='1.0' encoding='{encoding}'?><rss/>", "ascii")
    assert refused(tmp_path / "a.xml") == "it is in an encoding that is not read here; save it as UTF-8"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_a_document_type_is_refused_in_every_encoding_and_packed(tmp_path: Path, encoding: str) -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "lol"><!ENTITY x SYSTEM "file:///etc/hostname">]><rss>&a;&x;</rss>'
    why = "it declares a document type; an export has none, and one can do harm"
    (tmp_path / "a.xml").write_bytes(bomb.encode(encoding))
    (tmp_path / "a.xml.gz").write_bytes(gzip.compress(bomb.encode(encoding)))
    for file in ("a.xml", "a.xml.gz"):
        assert refused(tmp_path / file) == why
    assert refused(zipped(tmp_path / "a.zip", {"a.xml": bomb.encode(encoding)})) == why
