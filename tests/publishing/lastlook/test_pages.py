"""A page as it is heard, and what its policy forbids."""

import pytest

from plugins.publishing.lastlook.page import parsed
from tests.publishing.lastlook.sites import POLICY, page, told, told_of


@pytest.mark.parametrize(
    ("body", "finding"),
    [
        ("<h1>Another</h1>", "10: found a second main heading, “Another”; a page has one h1"),
        ("<h3>Deep</h3>", "10: “Deep” is an h3 under an h1; write h2"),
        ("<h2> </h2>", "10: found an empty h2; a heading says something, or goes"),
        ('<a href="/"></a>', "10: found a link without words; write what it does"),
        ('<a href="/"><img src="/static/site.css" alt=""></a>', "10: found a link without words; write what it does"),
        ('<button type="button"></button>', "10: found a button without words; write what it does"),
        ("<details><summary></summary>x</details>", "10: found a fold without words; write what it does"),
        ('<input name="words">', "10: found a field “words” without a label; give it one"),
        ("<textarea></textarea>", "10: found a field “textarea” without a label; give it one"),
        ('<p style="color: red">x</p>', "10: found style= on <p>; the policy forbids it: use a class"),
        ("<style>p {}</style>", "10: found styles in the page; the policy forbids them: put them in a style sheet"),
        ("<script>x()</script>", "10: found a script in the page; the policy forbids it: put it in a file"),
        ('<p onclick="x()">x</p>', "10: found onclick= on <p>; the policy forbids it: listen in a script file"),
    ],
)
def test_what_a_page_must_not_have_is_told(body: str, finding: str) -> None:
    assert told_of(body) == [finding]


@pytest.mark.parametrize(
    "body",
    [
        '<a href="/"><img src="/static/site.css" alt="Home"></a>',
        '<a href="/" aria-label="Home"></a>',
        '<button type="button"><svg aria-label="Close"></svg></button>',
        '<label>Words <input name="words"></label>',
        '<label for="words">Words</label><input id="words">',
        '<input type="hidden" name="thread"><input type="submit" value="Send">',
        '<input aria-label="Words">',
        "<div hidden><h1>Never seen</h1><a href=''></a></div>",
        '<a id="place"></a>',
        '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "Blog", "name": "A"}</script>',
    ],
)
def test_what_is_named_or_never_seen_is_no_finding(body: str) -> None:
    assert told_of(body) == []


def test_a_page_without_a_language_a_main_heading_or_a_main_part_is_told() -> None:
    bare = page(language="").replace(b"<h1>A page</h1>", b"").replace(b"main", b"div")
    assert told({"posts/two/index.html": bare}) == [
        "output/posts/two/index.html: found 0 main parts; a page has one, so that a reader can skip to it",
        "output/posts/two/index.html: there is no main heading (h1); give the page one",
        'output/posts/two/index.html:2: found lang=""; say in which language the page is, such as lang="en-GB"',
    ]


@pytest.mark.parametrize(
    ("policy", "finding"),
    [
        (POLICY + "; script-src 'unsafe-inline'", "4: the content security policy lets “'unsafe-inline'” in (script-src); the settings do not"),
        (POLICY + "; img-src https://cdn.example", "4: the content security policy lets “https://cdn.example” in (img-src); the settings do not"),
        (POLICY + ";; frame-src *", "4: the content security policy lets “*” in (frame-src); the settings do not"),
        ("default-src 'none'; base-uri 'none'", "4: the content security policy does not say form-action"),
    ],
)  # fmt: skip
def test_a_policy_that_lets_too_much_in_is_told(policy: str, finding: str) -> None:
    loose = page(path="posts/two/").replace(POLICY.encode(), policy.encode())
    assert told({"posts/two/index.html": loose}) == [f"output/posts/two/index.html:{finding}"]


def test_a_policy_that_is_missing_or_late_is_told() -> None:
    meta = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'.encode()
    without = page(path="posts/two/").replace(meta, b"")
    late = without.replace(b"</head>", b"\n" + meta + b"</head>")
    assert told({"posts/two/index.html": without}) == [
        "output/posts/two/index.html: there is no content security policy; "
        "every page brings one, for hosts that send no headers"
    ]
    assert told({"posts/two/index.html": late}) == [
        "output/posts/two/index.html:8: the content security policy comes after something it should rule; put it first"
    ]


def test_a_base_address_is_told() -> None:
    assert told_of(head='<base href="/">') == ["6: found <base>; the policy forbids it, and links would lead astray"]


def test_drawings_bring_no_scripts_and_no_traces_of_the_program_that_drew_them() -> None:
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" onload="x()">\n<!-- drawn by -->\n<script>x()</script></svg>'
    assert told({"static/a.svg": drawing}) == [
        "output/static/a.svg:1: found onload= on <svg>; the policy forbids it: listen in a script file",
        "output/static/a.svg:2: found <!-- in a drawing",
        "output/static/a.svg:3: found a script in a drawing; take it out",
    ]


def test_words_belong_to_every_element_that_they_stand_in() -> None:
    read = parsed("<main>\n<p>One <b>two</b><br> three<p>four</main>five</i>")
    assert [(each.tag, each.line, each.text) for each in read.elements] == [
        ("main", 1, "\nOne two threefour"),
        ("p", 2, "One two threefour"),
        ("b", 2, "two"),
        ("br", 2, ""),
        ("p", 2, "four"),
    ]
