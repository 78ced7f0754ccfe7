"""Traces of machines and tools, compressed copies, and weight."""

import pytest

from plugins.publishing.lastlook import budget
from plugins.publishing.lastlook.look import findings
from tests.publishing.lastlook.sites import page, site, told, told_of
from tests.support.diaries import without_code


@pytest.mark.parametrize(
    "folder",
    [
        "/home/mo/diary/content",
        "/Users/mo/diary",
        "/root/x",
        "/builds/diary/x",
        r"C:\Users\mo\diary",
        "file:///srv/diary",
    ],
)
def test_a_folder_of_the_machine_is_told_in_any_file(folder: str) -> None:
    assert told_of(f"<p>{folder}</p>") == [f"10: found “{folder}”, a folder of the machine that built the site"]
    found = f"output/a.pdf:2: found “{folder}”, a folder of the machine that built the site"
    assert found in told({"a.pdf": b"%PDF\n" + folder.encode()})


def test_a_folder_of_this_very_machine_is_told() -> None:
    found = [
        without_code(each)
        for each in findings(site({"a.txt": b"x\n/srv/site/x"}), frozenset(), machine=[b"/srv/site/"])
    ]
    assert found == ["output/a.txt:2: found “/srv/site/”, a folder of the machine that built the site"]


def test_an_address_that_reads_like_a_folder_is_none() -> None:
    assert told_of('<a href="https://elsewhere.example/home/help/">and/or /homework/</a>') == []


@pytest.mark.parametrize(
    ("path", "finding"),
    [
        (".env", "found a hidden file; a site needs none of this name"),
        (".git/config", "found a hidden file; a site needs none of this name"),
        ("posts/.DS_Store", "found a hidden file; a site needs none of this name"),
        ("posts/one/index.md", "found a file of a kind that the diary does not publish"),
        ("a.html~", "found a file of a kind that the diary does not publish"),
        ("static/site.css.map", "found a file of a kind that the diary does not publish"),
    ],
)
def test_files_that_no_reader_needs_are_told(path: str, finding: str) -> None:
    assert told({path: b"x"}) == [f"output/{path}: {finding}"]


def test_files_that_hosts_need_are_no_findings() -> None:
    hosts = {
        ".nojekyll": b"",
        ".well-known/security.txt": b"x",
        ".coproduction-diary": b"x",
        "CNAME": b"x",
        "_headers": b"/*\n",
    }
    assert told({**hosts, ".well-known/x": b"x"}) == []


def test_a_source_map_is_told() -> None:
    assert told({"static/a.js": b"x()\n//# sourceMappingURL=a.js.map"}) == [
        "output/static/a.js:2: found sourceMappingURL=; it leads to how this was written"
    ]


def test_an_e_mail_address_that_no_link_writes_to_is_told() -> None:
    assert told_of("<p>Ask Mo: mo@example.org.</p>") == [
        "10: found “mo@example.org”, to which no link writes; take it out, or make it a link"
    ]
    assert told_of('<p><a href="mailto:Us@example.org?subject=x">us@example.org</a></p>') == []


def test_a_compressed_copy_is_refused_since_publishing_makes_them() -> None:
    """An old one would go on telling what was taken out."""
    packed = {"static/site.css.gz": b"old", "static/site.css.br": b"old", "gone.html.gz": b""}
    assert told(packed) == [
        f"output/{path}: found a file of a kind that the diary does not publish" for path in sorted(packed)
    ]


def test_what_is_heavy_is_a_notice_and_what_no_host_takes_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    noise = "".join(map(chr, (*range(0x4E00, 0x4E00 + 20_000), *range(0xAC00, 0xAC00 + 10_000))))
    heavy = {
        "a.txt": b" " * 5_000_001,
        "b.txt": b" " * 25_000_001,
        "posts/two/index.html": page(noise, head='<link rel="stylesheet" href="/static/site.css">', path="posts/two/"),
    }
    found = {without_code(each): each.stops for each in findings(site(heavy), frozenset())}
    assert found == {
        "output/a.txt: this file is 5000 kB; keep it under 5000 kB": False,
        "output/b.txt: this file is 25 MB; hosts take 25 MB": True,
        "output/posts/two/index.html: the page weighs 60 kB with its styles and scripts; keep it under 40 kB": False,
    }
    monkeypatch.setattr(budget, "SITE_MB", 0)
    monkeypatch.setattr(budget, "FILES", 5)
    assert told() == ["output: the site has 6 files; hosts take 5", "output: the site is 0 MB; hosts take 0 MB"]
