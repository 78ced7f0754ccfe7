"""Hand-outs: what a PDF says of its author, and what it carries inside."""

from io import BytesIO

import pytest
from pypdf import PdfWriter
from pypdf.generic import RectangleObject

from plugins.publishing.lastlook.look import findings
from tests.publishing.lastlook.sites import site


def paper(*, author: str = "", attached: str = "", password: str = "", said: str = "", link: str = "") -> bytes:
    """A PDF of one empty page."""
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    if author:
        writer.add_metadata({"/Author": author})
    if said:
        writer.add_metadata({"/Subject": said})
    if link:
        writer.add_uri(0, link, RectangleObject((0, 0, 90, 20)))
    if attached:
        writer.add_attachment(attached, b"x")
    if password:
        writer.encrypt(password)
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def told(content: bytes) -> list[tuple[str, bool]]:
    found = findings(site({"a.pdf": content}), frozenset())
    return [(problem.message, problem.stops) for problem in found]


def test_an_empty_paper_has_no_finding() -> None:
    assert told(paper()) == []


@pytest.mark.parametrize(
    ("content", "finding", "stops"),
    [
        (paper(author="Mo"), "the PDF names “Mo” as its author; if readers need not know, save it again without its properties", False),
        (paper(said="Write to Mo@example.org"), "the PDF names “Mo@example.org”, to which no link of it writes; if readers need not know it, take it out", False),
        (paper(attached="list.xlsx"), "the PDF carries a file inside, “list.xlsx”; take it out", True),
        (paper().replace(b"/Type /Catalog", b"/OpenAction << /S /JavaScript /JS (x) >> /Type /Catalog"), "the PDF carries a program inside; print it to PDF again", True),
        (paper(password="secret"), "this cannot be read as a PDF; save it as PDF again", True),
        (b"no paper", "this cannot be read as a PDF; save it as PDF again", True),
    ],
)  # fmt: skip
def test_what_a_paper_brings_along_is_told(content: bytes, finding: str, stops: bool) -> None:
    assert told(content) == [(finding, stops)]


def test_an_address_to_which_the_paper_itself_links_is_meant() -> None:
    assert told(paper(said="Write to Mo@example.org", link="mailto:mo@example.org?subject=Hello")) == []
