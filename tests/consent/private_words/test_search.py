"""A private word is found however it is spelt, marked up or encoded; nothing else is."""

import json

import pytest

from tests.consent.private_words.lists import lines_found, listed

NAME = "Siân Quillfeather"
SPELT = [
    "Siân Quillfeather",
    "SIAN QUILLFEATHER",
    "sia\u0302n quillfeather",
    "Siân\u00a0\u2009Quillfeather",
    "Siân\n            Quillfeather",
    "Siân-Quillfeather",
    "sian_quillfeather.pdf",
    "Siân “Quillfeather”",
    "Siân Quill\u00adfeather",
    "Siân Quill\u200bfeather",
    "Ｓｉâｎ Ｑｕｉｌｌｆｅａｔｈｅｒ",
    "sianquillfeather@example.org",
    "#SianQuillfeather",
    "Siân Quillfeather’s",
]


@pytest.mark.parametrize("text", SPELT)
def test_capitals_accents_blanks_and_punctuation_do_not_count(text: str) -> None:
    assert lines_found("a.txt", f"We met {text} there.", NAME) == [1]


@pytest.mark.parametrize("text", ["Sian and Quillfeather", "Persian Quillfeather", "Siân Quillfeathers", "Sian"])
def test_a_name_begins_and_ends_where_words_do(text: str) -> None:
    assert lines_found("a.txt", text, NAME) == []


@pytest.mark.parametrize(
    ("entry", "text", "found"),
    [
        ("Jo", "Jo was there", True),
        ("Jo", "Jo's plan, to-jo-day", True),
        ("Jo", "the journey; jot; banjo", False),
        ("Jo", "jo2.jpg", True),
        ("Jo", "IMG_0007_jo", True),
        ("Jo", "JoSmith", True),
        ("Jo", "AnnaJoSmith, BigHTMLPage", True),
        ("Html", "BigHTMLPage", True),
        ("McDuff", "mcduff", True),
        ("McDuff", "Mc Duff and McDuff", True),
        ("Łukasz", "LUKASZ", True),
        ("Strauß", "STRAUSS", True),
        ("O'Dell", "ODell, O’Dell", True),
        ("O'Dell", "to dell", False),
        ("St. Agatha's Close", "st agathas close", True),
        ("12 Larch Row", "12, Larch Row", True),
        ("12 Larch Row", "112 Larch Row", False),
        ("Larch 7", "larch 77", False),
        ("LU5 5ZZ", "lu55zz", True),
        ("北京", "我们在 北京 见面", True),
        ("Ed", "site.ed12345678.css", False),
        ("Ada", "photos/1ada2b3c-360.webp", False),
    ],
)
def test_what_counts_as_the_word(entry: str, text: str, found: bool) -> None:
    assert bool(lines_found("a.txt", text, entry)) == found


NUMBERS = ["07700 900123", "+44 7700 900123", "0044 (0)7700 900 123", "+44 (0) 7700-900-123"]
WRITTEN = [
    "07700900123",
    "0 7700 900 123",
    "07700 900123",
    "+44 7700 900123",
    "+447700900123",
    "tel:+44-7700-900-123",
    "(07700) 900 123",
    "0044 7700 900123",
    "07700\u00a0900\u2009123",
    "07700–900–123",
    "+44 (0)7700 900123",
]


@pytest.mark.parametrize("entry", NUMBERS)
@pytest.mark.parametrize("text", WRITTEN)
def test_a_phone_number_is_its_digits(entry: str, text: str) -> None:
    assert lines_found("a.txt", f"Ring {text} now", entry) == [1]


@pytest.mark.parametrize(
    ("entry", "text", "found"),
    [
        ("07700 900123", "07700 900124", False),
        ("07700 900123", "077009001234", False),
        ("+1 212 555 0100", "(212) 555-0100", True),
        ("+353 20 910 0000", "020 910 0000", True),
        ("900123", "900 123", True),
        ("900123", "7900123", False),
        ("900123", "M9 0 0 1 2 3z", True),
        ("900123", "90 -   0.1  23", False),
        ("000000", "000000", True),
        ("12345", "a 12345 b", True),
        ("12345", "a 123456 b", False),
    ],
)
def test_where_a_number_begins_and_ends(entry: str, text: str, found: bool) -> None:
    assert bool(lines_found("a.txt", text, entry)) == found


JSON = json.dumps({"items": [{"html": "<p>Si\u00e2n <b>Quill</b>feather</p>"}]})
HTML = [
    ("inside a word", "<p>We met Siân Quill<b>feather</b></p>"),
    ("a letter in a colour", "<p>We met S<span class='x'>i</span>ân <em>Quillfeather</em></p>"),
    ("between blocks", "<td>Siân</td><td>Quillfeather</td>"),
    ("beside a term", "<p>Siân Quillfeather<button>Siân</button></p>"),
    ("in alt", '<img alt="Siân Quillfeather" src="x">'),
    ("in a title without quotes", "<p title=Siân&nbsp;Quillfeather>"),
    ("in an address", '<a href="/posts/si%C3%A2n-quillfeather/">there</a>'),
    ("in entities", "<p>Si&acirc;n &#81;uillfeather</p>"),
    ("in a soft hyphen", "<p>Siân Quill&shy;feather</p>"),
    ("in a comment", "<!-- Siân Quillfeather wrote this -->"),
    ("in JSON-LD", '<script type="application/ld+json">{"name": "Si\\u00e2n Quillfeather"}</script>'),
    ("in what is no tag", "<p>She is &lt;Siân Quillfeather&gt;</p>"),
    ("in a tag that is none", "<p>She is <Siân Quillfeather></p>"),
    ("in an id", '<h2 id="story-sian-quillfeather">A</h2>'),
    ("in a tag that is not ended", "<p title='a'>b <b Siân Quillfeather"),
]


@pytest.mark.parametrize(("where", "page"), HTML, ids=[where for where, _ in HTML])
def test_a_name_is_found_in_a_page(where: str, page: str) -> None:
    assert lines_found("index.html", f"<!DOCTYPE html><html><body>{page}</body></html>", NAME) == [1]


FILES: list[tuple[str, str | bytes]] = [
    ("feed.xml", "<feed><title>Siân Quillfeather</title></feed>"),
    ("feed.xml", "<content type='html'>&lt;p&gt;Si&amp;acirc;n &lt;b&gt;Quill&lt;/b&gt;feather&lt;/p&gt;</content>"),
    ("feed.xml", "<content><![CDATA[<p title='Siân Quillfeather'>There</p>]]></content>"),
    ("feed.json", JSON),
    ("feed.json", JSON.replace("<", "\\u003c")),
    ("timeline.json", '{"text": "Siân\\nQuillfeather", broken'),
    ("drawing.svg", "<svg><text>Siân <tspan>Quillfeather</tspan></text></svg>"),
    ("workshops.ics", "SUMMARY:With Si\u00e2n Quill\r\n feather\r\n".encode()),
    ("workshops.ics", "DESCRIPTION:Then\\nSiân\\, Quillfeather\r\n"),
    ("workshops.ics", b"SUMMARY:Si\xc3\r\n \xa2n Quillfeather\r\n"),
    ("list.csv", "Siân;Quillfeather\n".encode("cp1252")),
    ("list.csv", "Siân\tQuillfeather\n".encode("utf-16")),
    ("decisions.csv", '"We met","2031-01-10","vote","Does Siân\u00a0Quillfeather come?"\r\n'),
    ("diary.json", '{"posts": [{"feedback": {"even_better_if": [{"said": "Ask Si\\u00e2n Quillfeather"}]}}]}'),
    ("search/index.json", '{"pages":[{"title":"SIÂN QUILLFEATHER","href":"/posts/a/"}]}'),
    ("search/texts/0123456789abcdef.json", '["We met.","With Siân Quillfeather."]'),
    ("search/words-q.json", '{"sian quillfeather":[1,2]}'),
    ("script.js", 'const who = "Si\\xe2n Qu\\u{69}llfeather";'),
    ("site.css", "/* Siân Quillfeather */"),
    ("handouts/Siân Quillfeather.pdf.txt", ""),
    ("handouts/si%C3%A2n%20quillfeather.txt", ""),
]


@pytest.mark.parametrize(("path", "content"), FILES)
def test_a_name_is_found_in_every_kind_of_file(path: str, content: str | bytes) -> None:
    assert lines_found(path, content, NAME) == [1]


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("index.html", "<p><mark class='max mark'>A</mark></p><svg viewBox='0 0 1 1'><path d='M1'/></svg>"),
        ("feed.xml", "<entry><mark/><content>&lt;mark class='max'&gt;A&lt;/mark&gt; &lt;p&gt;</content></entry>"),
        ("site.css", "mark { max-width: 2em; aria: 1 }"),
        ("_headers", "/*\n  Cache-Control: max-age=60"),
        ("site.js", "const max = Math.max(1); mark(aria);"),
        ("index.html", "<p aria-label='A'>B</p>"),
    ],
)
def test_what_only_machines_read_is_no_name(path: str, content: str) -> None:
    assert lines_found(path, content, "Max", "Mark", "Aria") == []


def test_a_hit_tells_its_line_and_that_of_the_list() -> None:
    words = listed("# People", "Jo", "", "Siân Quillfeather")
    page = "<p\n title='a'>One</p>\n<p>Jo\nand\nSiân\nQuillfeather</p>"
    assert [(hit.line, hit.entry) for hit in words.in_file("index.html", page.encode())] == [(3, 2), (5, 4)]
    assert [(hit.line, hit.entry) for hit in words.in_text("One\njo")] == [(2, 2)]


def test_the_line_of_a_short_word_is_its_own_and_not_that_of_a_longer_one() -> None:
    assert [hit.line for hit in listed("Jo").in_text("journey\nbanjo\nJo")] == [3]
    assert [hit.line for hit in listed("Jo").in_text("journey\nx jo7 y")] == [2]


def test_a_word_that_stands_twice_in_the_list_is_told_by_its_first_line() -> None:
    assert lines_found("a.txt", "Jo", "Jo", "JO") == [1]


def test_a_path_is_shown_without_the_word() -> None:
    words = listed("Jo", "Siân Quillfeather")
    assert words.shown("posts/jo/index.html") == "posts/***/index.html"
    assert words.shown("posts/sian/quillfeather.html") == "***"
    assert words.shown("posts/journey/index.html") == "posts/journey/index.html"
