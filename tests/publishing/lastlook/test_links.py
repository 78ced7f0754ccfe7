"""Every link, anchor and picture leads somewhere; nothing is asked of another host."""

import pytest

from plugins.publishing.lastlook.destination import destination
from plugins.publishing.lastlook.site import BuiltSite
from tests.publishing.lastlook.sites import GOOD, page, site, told, told_of

NO_FILE = "no such file is in the site"
FETCH = "a reader's browser would fetch this from https://cdn.example; keep a copy in the site, or link to it"


def test_a_good_site_has_no_finding() -> None:
    assert told() == []


@pytest.mark.parametrize(
    ("body", "finding"),
    [
        ('<a href="/nowhere/">x</a>', f"10: found “/nowhere/”: {NO_FILE}"),
        ('<a href="../nowhere/">x</a>', f"10: found “../nowhere/”: {NO_FILE}"),
        ('<a href="/posts/one">x</a>', "10: found “/posts/one”: this is a folder's page; write a slash at its end"),
        ('<a href="/posts/one/#gone">x</a>', "10: found “/posts/one/#gone”: that page has no place called “gone”"),
        ('<a href="#gone">x</a>', "10: found “#gone”: that page has no place called “gone”"),
        ('<a href="webcal://diary.example.org/x.ics">x</a>', f"10: found “webcal://diary.example.org/x.ics”: {NO_FILE}"),
        ('<a href="javascript:alert(1)">x</a>', "10: found “javascript:alert(1)”: no browser should follow “javascript:”"),
        ('<a href="http://[::1">x</a>', "10: found “http://[::1”: this is no address"),
        ('<img src="/photo.jpg" alt="">', f"10: found “/photo.jpg”: {NO_FILE}"),
        ('<img src="/static/site.css" srcset="/a.jpg 1x, /b.jpg 2x" alt="">', f"10: found “/a.jpg”: {NO_FILE}"),
        ('<svg><use href="/signs.svg#x"></use></svg>', f"10: found “/signs.svg#x”: {NO_FILE}"),
        ('<img src="https://cdn.example/a.jpg" alt="">', f"10: found “https://cdn.example/a.jpg”: {FETCH}"),
        ('<img src="//cdn.example/a.jpg" alt="">', f"10: found “//cdn.example/a.jpg”: {FETCH}"),
        ('<iframe src="https://cdn.example/" title="x"></iframe>', f"10: found “https://cdn.example/”: {FETCH}"),
        ('<img src="data:image/png;base64,AA" alt="">', "10: found “data:image/png;base64,AA”: no browser should follow “data:”"),
        ('<img src="mailto:a@b.example" alt="">', "10: found “mailto:a@b.example”: an e-mail or a call cannot be fetched or posted; make it a link"),
        (
            '<form action="https://forms.example/x"><button>Go</button></form>',
            "10: found “https://forms.example/x”: a form would send a reader's words to https://forms.example, which the settings do not name",
        ),
    ],
)  # fmt: skip
def test_what_leads_nowhere_or_elsewhere_is_told(body: str, finding: str) -> None:
    assert finding in told_of(body)


def test_links_to_other_hosts_letters_and_places_are_no_findings() -> None:
    body = '<a href="https://elsewhere.example/#x">x</a> <a href="tel:+441">y</a> <a href="#top">up</a> <a href="#:~:text=a">t</a>'
    assert told_of(body) == []


@pytest.mark.parametrize(
    ("head", "finding"),
    [
        ('<link rel="stylesheet" href="https://cdn.example/a.css">', f"6: found “https://cdn.example/a.css”: {FETCH}"),
        ('<link rel="preconnect" href="https://cdn.example">', f"6: found “https://cdn.example”: {FETCH}"),
        ('<link rel="alternate" href="/feed.xml">', f"6: found “/feed.xml”: {NO_FILE}"),
        ('<script src="https://cdn.example/a.js"></script>', f"6: found “https://cdn.example/a.js”: {FETCH}"),
        ('<meta property="og:image" content="/card.png">', f"6: found “/card.png”: {NO_FILE}"),
        ('<meta http-equiv="refresh" content="0; url=/gone/">', f"6: found “/gone/”: {NO_FILE}"),
    ],
)
def test_what_a_pages_head_asks_for_is_told(head: str, finding: str) -> None:
    assert finding in told_of(head=head)


def test_a_named_link_of_another_host_is_not_fetched() -> None:
    assert told_of(head='<link rel="license" href="https://licence.example/">') == []


def test_a_service_that_the_settings_name_may_be_asked() -> None:
    body = '<form action="https://comments.example/answer"><button>Send</button></form>'
    page_with_form = {"posts/two/index.html": page(body, path="posts/two/")}
    assert told(page_with_form, services=("https://comments.example",)) == []


def test_style_sheets_scripts_and_drawings_are_read_too() -> None:
    files = {
        "static/a.css": b'/* url(/not.png) */\na { background: url("no.png") }\n@import "https://cdn.example/b.css";',
        "static/a.js": b'import { x } from "./no.js";\nimport("https://cdn.example/y.js");\n'
        b'document.createElementNS("http://www.w3.org/2000/svg", "g"); fetch(`//cdn.example/z?${q}`);',
        "static/a.svg": b'<svg xmlns="http://www.w3.org/2000/svg">\n<image href="https://cdn.example/p.png"/></svg>',
    }
    assert told(files) == [
        f"output/static/a.css:2: found “no.png”: {NO_FILE}",
        f"output/static/a.css:3: found “https://cdn.example/b.css”: {FETCH}",
        f"output/static/a.js:1: found “./no.js”: {NO_FILE}",
        f"output/static/a.js:2: found “https://cdn.example/y.js”: {FETCH}",
        f"output/static/a.js:3: found “//cdn.example/z?”: {FETCH}",
        f"output/static/a.svg:2: found “https://cdn.example/p.png”: {FETCH}",
    ]


def test_the_page_for_what_is_not_there_needs_whole_links() -> None:
    assert told({"404.html": page('<a href="posts/one/">One</a>', path="404.html")}) == [
        "output/404.html:10: found “posts/one/”; this page is shown at any depth, so write whole addresses in it"
    ]


def test_a_site_below_a_path_keeps_its_links_below_it() -> None:
    home = GOOD["index.html"].replace(b"https://diary.example.org/", b"https://example.org/diary/")
    below = BuiltSite("output", {**GOOD, "index.html": home})
    assert destination(below, below.address, "/diary/posts/one/#more").path == "posts/one/index.html"
    assert (
        destination(below, below.address, "/posts/one/").why == "this leads out of the diary, which lies below /diary/"
    )
    assert destination(below, below.address, "https://example.org/diary").kind == "here"
    assert destination(below, below.address, "https://example.org:8443/diary/").kind == "elsewhere"


def test_capitals_in_the_name_of_a_host_mean_nothing() -> None:
    home = GOOD["index.html"].replace(b"https://diary.example.org/", b"https://Diary.Example.org/")
    shouted = BuiltSite("output", {**GOOD, "index.html": home})
    for written in ("/posts/one/", "https://diary.example.org/posts/one/", "https://DIARY.example.org/posts/one/"):
        assert destination(shouted, shouted.address, written).path == "posts/one/index.html"


def test_a_letter_in_an_address_may_be_written_as_its_number() -> None:
    spaced = site({"hand out.txt": b"x"})
    assert destination(spaced, spaced.address, "/hand%20out.txt").path == "hand out.txt"


def test_a_site_that_does_not_say_where_it_is_read_cannot_be_looked_at() -> None:
    assert told({"index.html": b"<h1>Hello</h1>"}) == [
        "output/index.html: the page does not say its own address; write <link rel=canonical>"
    ]
