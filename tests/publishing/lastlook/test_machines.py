"""Feeds, site map, robots.txt, calendars and JSON-LD, as programs read them."""

import json

import pytest

from tests.publishing.lastlook.sites import ADDRESS, GOOD, page, told, told_of

ENTRY = f"""<entry><id>{ADDRESS}posts/one/</id><title>One</title><updated>2016-10-01T00:00:00+01:00</updated>
<link href="{ADDRESS}posts/one/" rel="alternate" />
<content type="html">&lt;p&gt;&lt;a href="{ADDRESS}posts/one/#more"&gt;x&lt;/a&gt;</content></entry>"""
FEED = f"""<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>{ADDRESS}</id><title>A diary</title><updated>2016-10-01T00:00:00Z</updated>
<link href="{ADDRESS}feed.xml" rel="self" /><author><name>We</name></author>{ENTRY}</feed>"""


def told_of_feed(before: str, after: str) -> list[str]:
    assert before in FEED
    return [each.removeprefix("output/feed.xml: ") for each in told({"feed.xml": FEED.replace(before, after).encode()})]


def test_a_whole_feed_has_no_finding() -> None:
    assert told({"feed.xml": FEED.encode()}) == []


@pytest.mark.parametrize(
    ("before", "after", "finding"),
    [
        ("</feed>", "", "this is no XML: no element found: line 5, column 117"),
        ("<feed ", "<!DOCTYPE x><feed ", "found a document type in an XML file; none is needed here, and readers refuse it"),
        ("<title>A diary</title>", "", "the feed has no title"),
        ("<title>One</title>", "", "the entry “None” has no title"),
        ("2016-10-01T00:00:00+01:00", "2016-10-01", "the entry “One” is updated “2016-10-01”; write a whole time with its zone"),
        ("2016-10-01T00:00:00+01:00", "soon", "the entry “One” is updated “soon”; write a whole time with its zone"),
        ("feed.xml", "atom.xml", f"the feed names itself ['{ADDRESS}atom.xml']; write its own address, {ADDRESS}feed.xml"),
        ("<author><name>We</name></author>", "", "the entry “One” has no author, and neither has the feed"),
        (ENTRY, ENTRY + ENTRY, f"two entries have the id {ADDRESS}posts/one/; a feed reader shows one of them"),
        ("#more", "#less", f"found “{ADDRESS}posts/one/#less”: that page has no place called “less”"),
        (f'a href="{ADDRESS}posts/one/#more"', 'a href="/posts/one/"', "found “/posts/one/”: write the whole address"),
        (f'{ADDRESS}posts/one/#more', 'java&amp;#10;script:x', "found “java script:x”: no browser should follow “javascript:”"),
        (f'{ADDRESS}posts/one/#more', 'java\u200bscript:x', "found “java�script:x”: write the whole address"),
        ('#more"', '#more" onclick="x"', "found “onclick” in <a>, which a program that reads feeds may run; take it out"),
        ("x&lt;/a&gt;", "x&lt;/a&gt;&lt;SCRIPT&gt;x&lt;/SCRIPT&gt;", "found <script>, which a program that reads feeds may run; take it out"),
        (f'a href="{ADDRESS}posts/one/#more"', 'img src="https://cdn.example/a.jpg"', "found “https://cdn.example/a.jpg”: a feed reader would fetch this from another host"),
    ],
)  # fmt: skip
def test_what_a_feed_reader_would_stumble_over_is_told(before: str, after: str, finding: str) -> None:
    assert finding in told_of_feed(before, after)


def test_an_entry_has_content_or_a_link() -> None:
    bare = "<entry><id>x:y</id><title>One</title><updated>2016-10-01T00:00:00Z</updated></entry>"
    assert told_of_feed(ENTRY, bare) == ["the entry “One” has neither content nor a link"]


JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "A diary",
    "home_page_url": ADDRESS,
    "feed_url": f"{ADDRESS}feed.json",
    "items": [{"id": "1", "content_text": "Words", "date_published": "2016-10-01T00:00:00Z"}],
}


def told_of_json(**changes: object) -> list[str]:
    written = json.dumps({**JSON_FEED, **changes}).encode()
    return [each.removeprefix("output/feed.json: ") for each in told({"feed.json": written})]


@pytest.mark.parametrize(
    ("changes", "findings"),
    [
        ({}, []),
        ({"version": "https://jsonfeed.org/version/1"}, ["the version is “https://jsonfeed.org/version/1”; write https://jsonfeed.org/version/1.1"]),
        ({"title": ""}, ["the feed has no title"]),
        ({"feed_url": None}, [f"the feed_url is “None”; write {ADDRESS}feed.json"]),
        ({"items": None}, ["the feed has no items; write an empty list if there are none"]),
        ({"items": [{"title": "One"}]}, ["the item “One” has neither content_html nor content_text", "the item “One” has no id"]),
        ({"items": [{"id": "1", "content_text": "", "date_published": "2016"}]}, ["the item “1”: date_published is “2016”; write a whole time with its zone"]),
        ({"items": [{"id": "1", "content_text": ""}] * 2}, ["two items have the id 1"]),
        ({"items": [{"id": "1", "content_html": '<a href="/posts/one/">x</a>'}]}, ["found “/posts/one/”: write the whole address"]),
        ({"items": [{"id": "1", "content_text": "", "url": f"{ADDRESS}gone/"}]}, [f"found “{ADDRESS}gone/”: no such file is in the site"]),
    ],
)  # fmt: skip
def test_a_json_feed_is_held_to_its_standard(changes: dict[str, object], findings: list[str]) -> None:
    assert sorted(told_of_json(**changes)) == sorted(findings)


def test_addresses_in_any_other_json_lead_somewhere() -> None:
    files = {
        "timeline.json": json.dumps({"events": [{"url": f"{ADDRESS}gone/", "@id": f"{ADDRESS}name"}], "n": 1}).encode(),
        "broken.json": b"{",
    }
    assert told(files) == [
        "output/broken.json: this is no JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)",
        f"output/timeline.json: found “{ADDRESS}gone/”: no such file is in the site",
    ]


def told_of_map(places: str, name: str = "urlset") -> list[str]:
    written = f'<{name} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{places}</{name}>'
    return [each.removeprefix("output/sitemap.xml: ") for each in told({"sitemap.xml": written.encode()})]


def test_a_site_map_names_pages_that_may_be_found_each_once() -> None:
    hidden = page(head='<meta name="robots" content="noindex">', path="posts/two/")
    assert told_of_map(f"<url><loc>{ADDRESS}gone/</loc></url>") == [
        f"found “{ADDRESS}gone/”: no such file is in the site"
    ]
    assert told_of_map("<url><loc>https://x.example/</loc></url>") == [
        "found “https://x.example/”: this is not an address of the diary"
    ]
    assert told_of_map(f"<url><loc>{ADDRESS}</loc></url>" * 2) == [f"found “{ADDRESS}” twice"]
    assert told_of_map("", "sitemapindex") == [
        "found <{http://www.sitemaps.org/schemas/sitemap/0.9}sitemapindex>; "
        "a site map is a <urlset> of http://www.sitemaps.org/schemas/sitemap/0.9"
    ]
    listed = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>{ADDRESS}posts/two/</loc></url></urlset>'
    assert told({"posts/two/index.html": hidden, "sitemap.xml": listed.encode()}) == [
        f"output/sitemap.xml: found “{ADDRESS}posts/two/”, and that page asks not to be found; take it out of the site map"
    ]
    assert told({"sitemap.xml": b"<urlset"}) == ["output/sitemap.xml: this is no XML: unclosed token: line 1, column 0"]


def test_a_site_map_is_there_and_not_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plugins.publishing.lastlook.sitemaps._MOST", 1)
    assert told(without="robots.txt") == ["output/robots.txt: this file is missing; every site has one", "output/sitemap.xml: found 2 addresses; a site map holds 1 at most"]  # fmt: skip


def test_robots_txt_holds_rules_that_let_readers_in() -> None:
    written = b"User-agent: * # all\n\nDisallow: /\nHello\nSitemap: https://diary.example.org/gone.xml\n"
    assert told({"robots.txt": written}) == [
        "output/robots.txt:3: found “Disallow: /”: nobody could find the diary by searching",
        "output/robots.txt:4: found “Hello”, which is no rule",
        "output/robots.txt:5: found “https://diary.example.org/gone.xml”: no such site map is in the site",
    ]


def test_a_site_that_asks_not_to_be_found_asks_so_on_every_page_and_has_no_site_map() -> None:
    hidden = '<meta name="robots" content="noindex"><meta property="og:url" content="https://diary.example.org/">'
    files = {"index.html": page(head=hidden, path=""), "robots.txt": b"User-agent: *\nDisallow: /\n"}
    listed = "the home page asks search engines to list nothing, and this page does not; write <meta name=robots>"
    found = told(files, without="sitemap.xml")
    assert found
    assert set(found) == {
        f"output/{path}: {listed}" for path in GOOD if path.endswith(".html") and path != "index.html"
    }


EVENT = "BEGIN:VEVENT\nUID:one@diary.example.org\nDTSTAMP:20160101T000000Z\nDTSTART:20161010T090000Z\nSUMMARY:One\nEND:VEVENT\n"


def told_of_calendar(event: str = EVENT, head: str = "VERSION:2.0\nPRODID:-//A//B//EN\n") -> list[str]:
    text = f"BEGIN:VCALENDAR\n{head}{event}END:VCALENDAR\n".replace("\n", "\r\n")
    return [each.removeprefix("output/workshops.ics") for each in told({"workshops.ics": text.encode()})]


@pytest.mark.parametrize(
    ("before", "after", "finding"),
    [
        ("UID:one@diary.example.org\n", "", ": the event “One” has no UID"),
        ("DTSTAMP:20160101T000000Z\n", "", ": the event “One” has no DTSTAMP"),
        ("SUMMARY:One\n", "SUMMARY:One\nDTEND:20161010T080000Z\n", ": the event “One” ends before it starts"),
        ("SUMMARY:One\n", f"SUMMARY:One\nURL:{ADDRESS}gone/\n", f": the event “One”: found “{ADDRESS}gone/”: no such file is in the site"),
        ("SUMMARY:One\n", "SUMMARY:One\nATTENDEE:mailto:a@b.example\n", ": the event “One” names who comes; take ATTENDEE out"),
        ("SUMMARY:One\n", f"SUMMARY:{'One ' * 30}\n", ":8: a line is 128 bytes long; fold it at 75"),
        ("DTSTART:20161010T090000Z\n", "DTSTART:soon\n", ": the event “One”: DTSTART cannot be read: Expected datetime, date, or time. Got: 'soon'"),
        (EVENT, EVENT + EVENT, ": two events have the UID one@diary.example.org"),
    ],
)  # fmt: skip
def test_what_a_calendar_program_would_stumble_over_is_told(before: str, after: str, finding: str) -> None:
    assert told_of_calendar() == []
    assert finding in told_of_calendar(EVENT.replace(before, after))


def test_a_calendar_is_one_and_says_by_whom() -> None:
    assert told_of_calendar(head="VERSION:2.0\n") == [": the calendar has no PRODID"]
    assert "this is no calendar" in told({"a.ics": b"BEGIN:VCALENDAR\r\nHello\r\n"})[0]
    unix = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//A//B//EN\n{EVENT}END:VCALENDAR\n"
    assert told({"a.ics": unix.encode()})[0] == (
        "output/a.ics:1: a line does not end in CR LF, as every line of a calendar does"
    )


def test_a_part_that_only_points_at_another_needs_no_type() -> None:
    written = '{"@context": "https://schema.org", "@type": "Review", "itemReviewed": {"@id": "https://x.example/#one"}}'
    assert told_of(f'<script type="application/ld+json">{written}</script>') == []


@pytest.mark.parametrize(
    ("written", "finding"),
    [
        ("{", "the JSON-LD is no JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"),
        ('{"@type": "Blog"}', "the JSON-LD has no @context; write https://schema.org"),
        ('[{"@context": "https://schema.org/", "@type": "Blog"}]', "the JSON-LD's Blog has no name"),
        ('{"@context": "https://schema.org", "@type": "Recipe"}', "the JSON-LD has the type “Recipe”, which the last look does not know yet (structured.py)"),
        ('{"@context": "https://schema.org", "@type": "Review", "url": "/posts/one/"}', "the JSON-LD links to “/posts/one/”: write the whole address"),
        ('{"@context": "https://schema.org", "@type": "Review", "itemReviewed": {"name": "x"}}', "the JSON-LD has a part without @type: name"),
    ],
)  # fmt: skip
def test_what_a_search_engine_would_stumble_over_is_told(written: str, finding: str) -> None:
    assert told_of(f'<script type="application/ld+json">{written}</script>') == [f"10: {finding}"]
