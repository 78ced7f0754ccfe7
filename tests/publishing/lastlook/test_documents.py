"""Hand-outs: whether each is what its name says, what a PDF says of its author, carries inside and does."""

import gzip
import io
import zipfile
from collections.abc import Callable

import pytest

from plugins.publishing.lastlook.look import findings
from tests.publishing.lastlook.sites import site
from tests.support.papers import Paper, locked, owned, paper, revised, said, shown

PROGRAM = "the PDF carries a program inside; print it to PDF again"
FILE = "the PDF carries a file inside; take it out"
ACTION = (
    "something in the PDF leads elsewhere than to a web page, to an e-mail or to a place in it; "
    "take that link or button out, or print it to PDF again"
)


def told(content: bytes, name: str = "a.pdf") -> list[tuple[str, bool]]:
    found = findings(site({name: content}), frozenset())
    return [(problem.message, problem.stops) for problem in found]


def leading(action: bytes, *more: bytes) -> Paper:
    """A paper with a link that does this; further objects begin with 7."""
    made = Paper()
    made.page(shown("A link"), b"/Annots [<< /Type /Annot /Subtype /Link /Rect [9 9 90 20] /A %b >>]" % action)
    for each in more:
        made.add(each)
    return made


def test_a_paper_of_words_alone_has_no_finding() -> None:
    assert told(paper("Hello there").saved()) == []
    assert told(paper("Hello there").packed()) == []


@pytest.mark.parametrize(
    "action",
    [
        b"<< /S /URI /URI (https://example.org/a) >>",
        b"<< /S /URI /URI (HTTP://example.org/a) >>",
        b"<< /S /URI /URI (mailto:mo@example.org) >>",
        b"<< /S /URI /URI 6 0 R >>",
        b"<< /S /GoTo /D [5 0 R /Fit] >>",
        b"<< /S /Named /N /NextPage >>",
    ],
)
def test_links_to_the_web_to_an_e_mail_and_in_the_paper_are_let_be(action: bytes) -> None:
    assert told(leading(action, b"(https://example.org)").saved()) == []


@pytest.mark.parametrize(
    ("action", "finding"),
    [
        (b"<< /S /JavaScript /JS (x) >>", PROGRAM),
        (b"<< /S /J#61vaScript /#4aS (x) >>", PROGRAM),
        (b"<</S/JavaScript/JS(x)>>", PROGRAM),
        (b"6 0 R", PROGRAM),
        (b"<< /S 7 0 R >>", PROGRAM),
        (b"<< /S /Launch /F (calc.exe) >>", PROGRAM),
        (b"<< /S /Rendition /OP 0 >>", PROGRAM),
        (b"<< /S /GoToE /D (a) >>", FILE),
        (b"<< /S /GoToR /F (b.pdf) >>", ACTION),
        (b"<< /S /SubmitForm /F (https://example.org) >>", ACTION),
        (b"<< /S /ImportData /F (a.fdf) >>", ACTION),
        (b"<< /S /ResetForm >>", ACTION),
        (b"<< /S /Hide /T (a) >>", ACTION),
        (b"<< /S /Named /N /Print >>", ACTION),
        (b"<< /S /URI /URI (smb://server/a.txt) >>", ACTION),
        (b"<< /S /URI /URI (javascript:x) >>", ACTION),
        (b"<< /S /URI /URI (\\\\server\\a) >>", ACTION),
        (b"<< /S /URI /URI (tel:07700900123) >>", ACTION),
        (b"<< /S /URI /URI (https:a) >>", ACTION),
        (b"<< /S /GoTo /D [5 0 R /Fit] /Next << /S /Launch >> >>", PROGRAM),
    ],
)
def test_what_a_link_may_not_do_is_told(action: bytes, finding: str) -> None:
    made = leading(
        action, *([b"<< /S /JavaScript /JS (x) >>", b"/JavaScript"] if b" 0 R >>" in action + b" >>" else [])
    )
    for content in (made.saved(), made.packed()):
        assert told(content) == [(finding, True)]


@pytest.mark.parametrize(
    ("catalog", "finding"),
    [
        (b"/OpenAction << /S /JavaScript /JS (x) >>", PROGRAM),
        (b"/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (x) >>] >> >>", PROGRAM),
        (b"/AA << /WC << /S /Launch >> >>", PROGRAM),
        (b"/AcroForm << /XFA (x) >>", PROGRAM),
        (b"/Names << /EmbeddedFiles << /Names [(a) << /EF << /F 4 0 R >> >>] >> >>", FILE),
        (b"/URI << /Base (a/b) >>", ACTION),
    ],
)
def test_what_a_paper_brings_along_is_told(catalog: bytes, finding: str) -> None:
    assert told(paper("Hello", catalog=catalog).saved()) == [(finding, True)]
    assert told(paper("Hello", catalog=catalog).packed()) == [(finding, True)]


def test_what_only_an_earlier_revision_did_is_told() -> None:
    first = paper("Hello", catalog=b"/OpenAction << /S /JavaScript /JS (x) >>").saved()
    assert told(revised(first, {1: b"<< /Type /Catalog /Pages 2 0 R >>"})) == [(PROGRAM, True)]


@pytest.mark.parametrize(
    ("content", "finding", "stops"),
    [
        (owned("Mo"), "the PDF names its author; if readers need not know, save it again without its properties", False),
        (paper("Write to Mo@example.org").saved(), "the PDF names an e-mail address to which no link of it writes; if readers need not know it, take it out", False),
        (locked(), "nobody knows what is in this PDF: it is locked, with a password or against copying; save it as PDF again, without that", True),
        (b"no paper", "this is no PDF, whatever its name says; open it and save it as PDF", True),
        (b"%PDF-1.7\n%%EOF", "nobody knows what is in this PDF: it cannot be read as PDF; save it as PDF again", True),
        (paper("Hello").saved() + b"PK\x05\x06", "something stands behind the end of the PDF; save it as PDF again", True),
    ],
)  # fmt: skip
def test_what_a_paper_is_and_says_is_told(content: bytes, finding: str, stops: bool) -> None:
    assert told(content) == [(finding, stops)]


def test_an_address_to_which_the_paper_itself_links_is_meant() -> None:
    made = leading(b"<< /S /URI /URI (mailto:mo@example.org?subject=Hello) >>")
    made.catalog = b"/Note %b" % said("Write to Mo@example.org")
    assert told(made.saved()) == []


def packed() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return stream.getvalue()


NO_TEXT = "this is no text, whatever its name says; open it and save it as text (UTF-8)"
NO_TEXT_AGAIN = (
    "this is no text, whatever its name says; open it in the program that made it, and save it again as UTF-8"
)
WEB_PAGE = "this is a web page, whatever its name says; open it and save it as text (UTF-8)"


@pytest.mark.parametrize("name", ["a.csv", "a.txt", "A.TXT"])
@pytest.mark.parametrize(
    ("content", "begins"),
    [
        (packed(), "this is a Word document, or another packed file under the name of a text file; "),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "this is a Word document under the name of a text file; "),
        (b"{\\rtf1 Hello}", "this is a rich text document under the name of a text file; "),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "this is a picture under the name of a text file; give it a name that ends in .jpg"),
        (b"\x89PNG\r\n\x1a\n", "this is a picture under the name of a text file; give it a name that ends in .png"),
        (b"RIFF\x24\x00\x00\x00WEBPVP8 \xff\xfe", NO_TEXT_AGAIN),
        (gzip.compress(b"Hello", mtime=0), NO_TEXT_AGAIN),
        (b"\x00\x00\x00\x18ftypheic", NO_TEXT),
        (paper("Hello").saved(), "this is a PDF document under the name of a text file; give it a name that ends in .pdf"),
        (b"\n" + paper("Hello").saved(), NO_TEXT),
        (b"<!DOCTYPE html><p>Hello", WEB_PAGE),
        (b"\xef\xbb\xbf  <HTML>", WEB_PAGE),
        (b"<?xml version='1.0'?><svg/>", WEB_PAGE),
        ("Hello there".encode("utf-16-le"), "this file is saved as UTF-16; save it again as UTF-8 "),
    ],
)  # fmt: skip
def test_a_text_that_is_none_is_told(name: str, content: bytes, begins: str) -> None:
    [(message, stops)] = told(content, name)
    assert message.startswith(begins)
    assert stops


@pytest.mark.parametrize(
    "content", [b"Hello, there", "Café < tea".encode(), b"\xef\xbb\xbfa;b\r\n", b"", b"<3 from us"]
)
def test_a_text_is_let_be(content: bytes) -> None:
    assert told(content, "a.csv") == []


@pytest.mark.parametrize(
    ("content", "begins"),
    [
        ("Héllo".encode("utf-16"), "this file is saved as UTF-16; save it again as UTF-8 "),
        ("One\nCafé".encode("cp1252"), "this line holds “é” as an older program saves it (Windows-1252); save it again as UTF-8 "),
    ],
)  # fmt: skip
def test_an_older_encoding_is_named_and_keeps_nothing_in(content: bytes, begins: str) -> None:
    [(message, stops)] = told(content, "a.csv")
    assert message.startswith(begins)
    assert not stops


def zipped(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return made.getvalue()


WHOLE = zipped({"book/a.xhtml": b"<p>Some words of a book</p>" * 9})


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"no book", "it is damaged or locked; save it as EPUB again"),
        (b"", "it is damaged or locked; save it as EPUB again"),
        (WHOLE[:40], "it is damaged or locked; save it as EPUB again"),
        (WHOLE[:44] + b"\xff\xff\xff\xff" + WHOLE[48:], "it is damaged or locked; save it as EPUB again"),
        (
            lambda: zipped({f"{number}": b"" for number in range(5_001)}),
            "it holds more than 5,000 files; hand out a part of it",
        ),
        (
            lambda: zipped({name: bytes(50_000_001) for name in "ab"}),
            "it is larger than 100 MB when unpacked; hand out a part of it",
        ),
    ],
    ids=["no zip", "empty", "cut short", "a part is damaged", "many files", "large"],
)
def test_a_book_that_nobody_can_read_is_a_finding(content: bytes | Callable[[], bytes], why: str) -> None:
    book = content if isinstance(content, bytes) else content()
    assert told(book, "diary.EPUB") == [(f"nobody knows what is in this EPUB: {why}", True)]


def test_a_book_that_can_be_read_has_no_finding() -> None:
    assert told(WHOLE, "diary.epub") == []
