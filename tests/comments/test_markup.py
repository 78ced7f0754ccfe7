"""Whatever nests in a comment however, the page holds its words by HTML's content rules."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.comments.sanitising import clean_html, plain_words
from plugins.publishing.lastlook.site import BuiltSite
from plugins.publishing.lastlook.validity import html_checker
from tests.comments.contents import content_faults, words
from tests.comments.test_sanitising import HOSTILE, is_harmless

REL = 'rel="nofollow ugc noopener noreferrer"'
REBUILT = [
    ("We tried:\n<ul>\n<li>the bus</li>\n</ul>\nBoth.", "<p>We tried:</p><ul><li>the bus</li></ul><p>Both.</p>"),
    ("<ul><br><li>a</li><br></ul>", "<ul><li>a</li></ul>"),
    ("<em><p>x</p></em>", "<p><em>x</em></p>"),
    ("<li>y</li>", "<ul><li>y</li></ul>"),
    ("<li>a</li><li>b</li>c", "<ul><li>a</li><li>b</li></ul><p>c</p>"),
    ("<blockquote><li>a</li></blockquote>", "<blockquote><ul><li>a</li></ul></blockquote>"),
    ("<ul>one<li>two</li>three</ul>", "<ul><li>one</li><li>two</li><li>three</li></ul>"),
    ("<ul><li>a</li><ul><li>b</li></ul></ul>", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
    ("<ul><blockquote>a</blockquote></ul>", "<ul><li><blockquote><p>a</p></blockquote></li></ul>"),
    ("<li><p>a</p><p>b</p></li>", "<ul><li><p>a</p><p>b</p></li></ul>"),
    ("<li>a<div></div>b</li>", "<ul><li>a<br>b</li></ul>"),
    ("<ul> </ul><ol><li> </li></ol><p>&nbsp;</p><blockquote><br></blockquote>", ""),
    ("<p>a<p>b</p></p>", "<p>a</p><p>b</p>"),
    ("<em><ul><li>a</li></ul></em>", "<ul><li><em>a</em></li></ul>"),
    ("<em>a<strong>b<em>c</em></strong></em>", "<p><em>a<strong>bc</strong></em></p>"),
    ("<span><blockquote>q</blockquote></span>", "<blockquote><p>q</p></blockquote>"),
    ("<blockquote>a<p>b</p>c</blockquote>", "<blockquote><p>a</p><p>b</p><p>c</p></blockquote>"),
    ("<table><tr><td>a</td><td>b</td></tr></table>", "<p>a</p><p>b</p>"),
    ("<h2>a</h2>b<hr>c", "<p>a</p><p>b</p><p>c</p>"),
    ("<div>one</div><div>two</div>", "<p>one</p><p>two</p>"),
    ("<p>a <b> b </b> c<br> d<br><br><br>e<br></p>", "<p>a <b>b</b> c<br>d<br><br>e</p>"),
    ("<pre>\n\n  a\n <b>b </b>\n\n</pre>", "<pre>  a\n <b>b</b></pre>"),
    ("<pre>a<br>b<ul><li>c</li><li>d</li></ul>e</pre>", "<pre>a\nb\nc\nd\ne</pre>"),
    ("<pre>a</pre><pre> b</pre>", "<pre>a</pre><pre> b</pre>"),
    ("<a href='https://a.example/x y'>x</a>", f'<p><a href="https://a.example/x%20y" {REL}>x</a></p>'),
    ("<a href='https://a.example'> <img> </a>b", "<p>b</p>"),
    ("<a>a</a><a href=''>b</a><a href='posts/x/'>c</a><a href='#x'>d</a>", "<p>abcd</p>"),
    (
        "<a href='https://a.example'><p>a</p><ul><li>b</li></ul></a>",
        f'<p><a href="https://a.example" {REL}>a</a></p><ul><li><a href="https://a.example" {REL}>b</a></li></ul>',
    ),
    (
        "<a href='https://a.example'>a<table><tr><td><a href='https://b.example'>b</a></td></tr></table></a>",
        f'<p><a href="https://a.example" {REL}>a</a></p><p><a href="https://b.example" {REL}>b</a></p>',
    ),
]


@pytest.mark.parametrize(("html", "expected"), REBUILT)
def test_what_nests_wrongly_is_written_anew(html: str, expected: str) -> None:
    assert clean_html(html).html == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("one\ntwo\n\nthree", "<p>one<br>two</p><p>three</p>"),
        ("one<br>\ntwo<br><br>three", "<p>one<br>two<br><br>three</p>"),
        (
            "We tried:\n<ul>\n<li>the\nbus</li>\n</ul>\nBoth.",
            "<p>We tried:</p><ul><li>the<br>bus</li></ul><p>Both.</p>",
        ),
        ("<b>bold\n\nmore</b>", "<p><b>bold</b></p><p><b>more</b></p>"),
        ("<pre>a\n\nb</pre>\nc", "<pre>a\n\nb</pre><p>c</p>"),
        ("<blockquote>\na\n\nb\n</blockquote>", "<blockquote><p>a</p><p>b</p></blockquote>"),
    ],
)
def test_a_line_end_that_was_typed_is_one_where_text_is_text(typed: str, expected: str) -> None:
    assert clean_html(typed, typed=True).html == expected
    assert clean_html(expected).html == expected


def test_blocks_within_blocks_have_an_end_and_keep_their_words() -> None:
    cleaned = clean_html(
        "<blockquote>" * 40 + "deep<ul><li>a<p>b</p></li></ul>" + "</blockquote>" * 40 + "<p>c</p>"
    ).html
    assert cleaned == "<blockquote>" * 8 + "<p>deep</p><p>a</p><p>b</p>" + "</blockquote>" * 8 + "<p>c</p>"
    assert content_faults(clean_html("<ul><li>" * 60 + "x<b>y").html) == []


def test_the_words_alone_keep_their_distance() -> None:
    assert plain_words("<li>Food<ul><li>Bread</li></ul>more</li>") == "Food Bread more"


TEXTS = st.sampled_from(
    ["a", "bb", " c", "d ", " ", "\n", "\n\n", "e\nf", "&amp;", "&lt;p&gt;", "&nbsp;", "\u200b", "&#8203;", "🩷", "x y"]
)
PLAIN_TAGS = [
    "a",
    "b",
    "blockquote",
    "br",
    "code",
    "em",
    "i",
    "li",
    "ol",
    "p",
    "pre",
    "strong",
    "ul",
    "div",
    "span",
    "h2",
    "dl",
    "dd",
    "hr",
    "u",
]
ODD_TAGS = [
    *PLAIN_TAGS,
    "table",
    "tr",
    "td",
    "caption",
    "select",
    "option",
    "form",
    "button",
    "font",
    "nobr",
    "svg",
    "math",
    "template",
    "body",
]
LINKS = [
    "https://a.example/",
    "https://a.example/x y|z",
    "javascript:alert(1)",
    "java&#8203;script:alert(1)",
    "",
    "#x",
    "posts/",
    "https://b.example/%zz?q=[1]#é",
]


def trees(tags: list[str]) -> st.SearchStrategy[str]:
    """Trees of elements as text: closed, left open, or with an end that belongs to another."""

    def around(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        return st.builds(
            _element, st.sampled_from(tags), st.sampled_from(LINKS), st.lists(inner, max_size=4), st.integers(0, 9)
        )

    return st.recursive(TEXTS, around, max_leaves=25)


def _element(tag: str, href: str, inner: list[str], end: int) -> str:
    start = f'<a href="{href}">' if tag == "a" else f"<{tag} class=x style='color:red' onclick=alert(1)>"
    return start + "".join(inner) + ("" if end == 0 else "</p>" if end == 1 else f"</{tag}>")


@settings(max_examples=400, deadline=None)
@given(trees(ODD_TAGS), st.booleans())
def test_any_tree_comes_out_by_the_rules_harmless_and_the_same_again(html: str, typed: bool) -> None:
    cleaned = clean_html(html, typed=typed).html
    assert content_faults(cleaned) == []
    assert is_harmless(cleaned)
    assert clean_html(cleaned).html == cleaned


@settings(max_examples=300, deadline=None)
@given(st.lists(trees(PLAIN_TAGS), max_size=4), st.booleans())
def test_every_word_is_kept_in_its_order(pieces: list[str], typed: bool) -> None:
    html = "".join(pieces)
    assert words(clean_html(html, typed=typed).html) == words(html).replace("\u200b", "")


def snippets() -> Iterator[str]:
    """What is above, what is hostile, and a thousand texts of random tags."""
    yield from (html for html, _ in REBUILT)
    yield from HOSTILE
    chance = random.Random(11)
    for _ in range(1000):
        tags = [f"<{chance.choice(['', '', '/'])}{chance.choice(ODD_TAGS)}>" for _ in range(12)]
        links = [f'<a href="{chance.choice(LINKS)}">' for _ in range(2)]
        pieces = [*tags, *links, "one", " two ", "three\n\n", "&nbsp;"]
        chance.shuffle(pieces)
        yield "".join(pieces)


def test_the_html_checker_has_nothing_to_say_of_any(tmp_path: Path) -> None:
    comments = [clean_html(html, typed=number % 2 == 0).html for number, html in enumerate(snippets())]
    shown = "\n".join(f'<div dir="auto">{comment}</div>' for comment in comments)
    page = f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>x</title></head><body>{shown}</body></html>'
    (tmp_path / "index.html").write_text(page, "utf-8")
    found = html_checker(tmp_path).findings(BuiltSite("site", {}))
    assert [str(each) for each in found] == []
