"""Hostile words: whatever stands in a comment, the page shows words."""

import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.comments.sanitising import clean_html, shown_name

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg/onload=alert(1)>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<a href='javascript:alert(1)'>here</a>",
    "<a href=' JaVaScRiPt&#58;alert(1)'>here</a>",
    "<a href='java\nscript:alert(1)'>here</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>here</a>",
    "<a href='vbscript:x'>here</a>",
    "<a href='https://example.org' onclick='alert(1)' style='position:fixed' target='_blank' id='main'>here</a>",
    "<p style='background:url(https://example.org/seen)'>words</p>",
    "<style>*{display:none}</style>",
    "<link rel=stylesheet href=https://example.org/x.css>",
    "<meta http-equiv=refresh content='0;url=https://example.org'>",
    "<base href='https://example.org/'>",
    "<form action='https://example.org'><input name=password><button>Send</button></form>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<![CDATA[><img src=x onerror=alert(1)>]]>",
    "</article></section></main><h1>Closed by the council</h1>",
    "<object data='x'></object><embed src='x'>",
    "<video src=x onerror=alert(1)></video><audio src=x>",
    "<p class='visually-hidden' hidden>unseen</p>",
    "<textarea></textarea><script>alert(1)</script>",
    "<xmp><script>alert(1)</script></xmp>",
    "<plaintext>all that follows",
    "\x00<scr\x00ipt>alert(1)</scr\x00ipt>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "{{ site.address }}{% raw %}",
    "<p>\u202egnp.exe\u202c</p>",
]
ALLOWED = {"a", "blockquote", "br", "code", "em", "i", "b", "li", "ol", "p", "pre", "strong", "ul"}


class Reader(HTMLParser):
    """Every tag and attribute that a browser would see."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def is_harmless(html: str) -> bool:
    reader = Reader()
    reader.feed(html)
    reader.close()
    for tag, attributes in reader.tags:
        if tag not in ALLOWED or set(attributes) - ({"href", "rel"} if tag == "a" else set()):
            return False
        if urlsplit(attributes.get("href") or "").scheme not in ("", "http", "https"):
            return False
    return "<!" not in html


@pytest.mark.parametrize("html", HOSTILE)
def test_nothing_hostile_is_left(html: str) -> None:
    assert is_harmless(clean_html(html).html)
    assert is_harmless(clean_html(f"<p>{html}</p>").html)
    assert is_harmless(clean_html(clean_html(html).html).html)


@given(st.lists(st.sampled_from([*HOSTILE, "<", ">", '"', "'", "&", "<p>", "</p>", "<a href=", "x"]), max_size=6))
def test_hostile_pieces_do_no_harm_together(pieces: list[str]) -> None:
    assert is_harmless(clean_html("".join(pieces)).html)


def test_words_links_and_lists_stay() -> None:
    html = '<p>Hello <b>all</b>,<br>see <a href="https://example.org/x?a=1&amp;b=2">this</a>.</p><ul><li>one</li></ul>'
    assert clean_html(html).html == (
        '<p>Hello <b>all</b>,<br>see <a href="https://example.org/x?a=1&amp;b=2" '
        'rel="nofollow ugc noopener noreferrer">this</a>.</p><ul><li>one</li></ul>'
    )


@pytest.mark.parametrize(
    "html", ["<p>&#8238;gnp.exe&#x200B;</p>", "<p>&#x2066;&rlm;gnp.exe</p>", "<p>\u202egnp.exe</p>"]
)
def test_no_letter_turns_text_round_however_it_is_spelt(html: str) -> None:
    assert clean_html(html).html == "<p>gnp.exe</p>"


def test_of_thousands_of_tags_within_one_another_the_words_are_left() -> None:
    assert clean_html("<blockquote>" * 15_000 + "words").html == "<p>words</p>"
    assert clean_html("<p>words</p>" * 2_500).html == "<p>words</p>" * 2_500


@pytest.mark.parametrize(
    "href",
    [
        "java&#8203;script:alert(1)",
        "java\u200bscript:alert(1)",
        "java&Tab;script:alert(1)",
        "java&#x00;script:alert(1)",
        "&#8238;javascript:alert(1)",
        "&#x2066;data:text/html,x",
        "&#65279;vbscript:x",
        "https&#8203;:\\\\example.org",
        "//example.org/",
        "https://mo@example.org/",
    ],
)
def test_an_address_is_looked_at_when_no_letter_of_it_hides_any_more(href: str) -> None:
    assert clean_html(f'<a href="{href}">x</a>').html == "<p>x</p>"


def test_a_smiley_that_is_newer_than_the_table_of_letters_stays() -> None:
    assert clean_html("<p>🩷 \U0001fae8 \U0001faff</p>").html == "<p>🩷 \U0001fae8 \U0001faff</p>"
    assert shown_name("🩷") == "🩷"
    assert clean_html("<p>a\ufffe\U0003ffff\ue000b</p>").html == "<p>ab</p>"


def test_what_was_typed_as_code_is_shown_as_typed() -> None:
    assert clean_html("<p>&lt;b&gt;bold&lt;/b&gt; &amp; more</p>").html == "<p>&lt;b&gt;bold&lt;/b&gt; &amp; more</p>"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("", "Anonymous"),
        (" \n\t ", "Anonymous"),
        ("\u202e\u200b", "Anonymous"),
        ("  Mo  \n Lo\n", "Mo Lo"),
        ("Zoë 👩‍👩‍👧", "Zoë 👩‍👩‍👧"),
        ("عالية", "عالية"),
        ("o" * 61, "o" * 59 + "…"),
        ("<b>Mo</b>", "<b>Mo</b>"),
    ],
)
def test_a_name_is_one_line_of_text(name: str, shown: str) -> None:
    assert shown_name(name) == shown


@given(st.text())
def test_no_name_turns_or_hides_text(name: str) -> None:
    assert not re.search("[\u0000-\u001f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]", shown_name(name))
    assert 0 < len(shown_name(name)) <= 60
