"""What is answered before Markdown sees it: raw HTML, comments, and inputs that never end."""

import threading

import pytest

from plugins.story import SentenceBudget, Story
from tests.story.stories import findings, holes, html, told

TAGS = [
    ("<script>alert(1)</script>", '10: found "<script>", which could run a program in a reader\'s browser; take it out [html]'),
    ("<SCRIPT\nsrc=x>", '10: found "<SCRIPT", which could run a program in a reader\'s browser; take it out [html]'),
    ("a\n\n<svg/onload=alert(1)>", '12: found "<svg/onload=alert(1)>", which could run a program in a reader\'s browser; take it out [html]'),
    ("<svg>", '10: found "<svg>", which could run a program in a reader\'s browser; take it out [html]'),
    ('<iframe src="https://x.org">', '10: found "<iframe src="https://x.org">", which could run a program in a reader\'s browser; take it out [html]'),
    ("<style>p {}</style>", '10: found "<style>", which could run a program in a reader\'s browser; take it out [html]'),
    ("<p onclick = 'x()'>", '10: found "<p onclick = \'x()\'>", which could run a program in a reader\'s browser; take it out [html]'),
    ("<img src=x ONERROR=alert(1)>", '10: found "<img src=x ONERROR=alert(1)>", which could run a program in a reader\'s browser; take it out [html]'),
    ("<img src=x", '10: found "<img src=x"; write it as Markdown: ![what it shows](photos/name.jpg) [html]'),
    ("<b>bold</b>", '10: found "<b>"; write it as Markdown: **like this** [html]'),
    ("one<br/>two", '10: found "<br/>"; write it as Markdown: two spaces at the end of the line, or in a table another row [html]'),
    ("one<br>two", '10: found "<br>"; write it as Markdown: two spaces at the end of the line, or in a table another row [html]'),
    ("<!DOCTYPE html>", '10: found "<!DOCTYPE html>", which looks like HTML; take it out, or write &lt; for the sign < [html]'),
    ("<?php x ?>", '10: found "<?php x ?>", which looks like HTML; take it out, or write &lt; for the sign < [html]'),
    ("<javascript:alert(1)>", '10: found "<javascript:alert(1)>", which looks like HTML; take it out, or write &lt; for the sign < [html]'),
    ("<data:text/html,x>", '10: found "<data:text/html,x>", which looks like HTML; take it out, or write &lt; for the sign < [html]'),
    ("<robin@localhost>", '10: found "<robin@localhost>", which looks like HTML; take it out, or write &lt; for the sign < [html]'),
    ("## <u>a</u>", '10: found "<u>", which looks like HTML; take it out, or write &lt; for the sign < [html]'),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), TAGS, ids=[text for text, _ in TAGS])
def test_raw_html_is_answered_and_not_passed_on(text: str, said: str) -> None:
    assert findings(text) == [said]
    assert holes(told(text)[0].html.html) == []
    assert "<script" not in told(text)[0].html.html.lower()


def test_an_address_in_pointed_brackets_may_have_spaces_and_is_no_html() -> None:
    assert html("[a](<my%20other.md>)") == '<p><a href="/my%20other.md">a</a></p>'
    assert findings("![A](<a b.jpg>)") == ['10: found the picture "a b.jpg": no such picture lies there [missing-file]']


SHOWN = [
    ("`<script>`", "<p><code>&lt;script&gt;</code></p>"),
    ("``a ` <b>``", "<p><code>a ` &lt;b&gt;</code></p>"),
    ("~~~\n<b>\n~~~", "<pre><code>&lt;b&gt;\n</code></pre>"),
    ("```html\n<b>\n```", '<pre><code class="language-html">&lt;b&gt;\n</code></pre>'),
    ("1 < 2 and <3", "<p>1 &lt; 2 and &lt;3</p>"),
    ("&lt;b&gt; &#60;b&#62;", "<p>&lt;b&gt; &lt;b&gt;</p>"),
    ("</b> text", "<p>text</p>"),
    (
        "<https://example.org/?a&b>",
        '<p><a class="spelt-out" href="https://example.org/?a&amp;b">https://example.org/?a&amp;b</a></p>',
    ),
    ("<robin@example.org>", '<p><a href="mailto:robin@example.org">robin@example.org</a></p>'),
    ("<mailto:robin@example.org>", '<p><a href="mailto:robin@example.org">robin@example.org</a></p>'),
    ('```{#top .css .term onclick="x"}\na\n```', '<pre><code class="language-css">a\n</code></pre>'),
    ("``` {#top}\na\n```", "<pre><code>a\n</code></pre>"),
]


@pytest.mark.parametrize(("text", "page"), SHOWN, ids=[text for text, _ in SHOWN])
def test_signs_that_are_no_html_are_shown(text: str, page: str) -> None:
    assert html(text) == page
    assert holes(page) == []


COMMENTS = [
    ("<!-- secret -->Text", "<p>Text</p>"),
    ("One <!-- secret\n\nsecret --> two", "<p>One</p>\n<p>two</p>"),
    ("<!-- <!-- secret --> shown", "<p>shown</p>"),
    ("## Plan <!-- secret -->", '<h2 id="story-plan">Plan</h2>'),
    ("- a <!-- secret -->\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
    ("\\`<!-- secret -->\\`", "<p>``</p>"),
    ("    <!-- secret -->code", "<pre><code>code\n</code></pre>"),
    ("   ```\n<!-- told -->\n   ```", "<pre><code>&lt;!-- told --&gt;\n</code></pre>"),
    (
        "- ``` html of it\n  <!-- told -->\n  ```",
        '<ul>\n<li>\n<pre><code class="language-html">&lt;!-- told --&gt;\n</code></pre>\n</li>\n</ul>',
    ),
    ("``` a` fence\n\n<!-- secret -->\n\n```\n\n```", "<p>``` a` fence</p>\n<pre><code>\n</code></pre>"),
    ("```a` <!-- told --> `", "<p>```a<code>&lt;!-- told --&gt;</code></p>"),
    ("a <!-- b\n```\nc --> d", "<p>a</p>\n<p>d</p>"),
    ("<!--\n```\n-->\na", "<p>a</p>"),
    ("- a\n<!-- secret -->\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
    ("a\n<!-- secret -->\nb", "<p>a</p>\n<p>b</p>"),
    ("```\n<!-- told to readers -->\n```", "<pre><code>&lt;!-- told to readers --&gt;\n</code></pre>"),
    ("`<!-- told to readers -->`", "<p><code>&lt;!-- told to readers --&gt;</code></p>"),
    ("<\x02!-- secret -->", ""),
    ("a\r\n\r\n```\r\n<!-- told -->\r\n```\r\n", "<p>a</p>\n<pre><code>&lt;!-- told --&gt;\n</code></pre>"),
]


@pytest.mark.parametrize(("text", "page"), COMMENTS, ids=[text for text, _ in COMMENTS])
def test_a_comment_is_left_out_and_shown_only_as_code(text: str, page: str) -> None:
    assert html(text) == page


def test_a_comment_without_an_end_takes_the_rest_along_and_is_told() -> None:
    passage, problems = told("One.\n\n<!-- secret\n\n## More")
    assert passage.html.html == "<p>One.</p>"
    assert [str(problem) for problem in problems] == [
        "posts/a-post.md:12: the comment that begins here is not ended; put --> after it [not-closed]"
    ]


LIKE_CODE = [
    "- `a\n- <!-- secret --> b`",
    "<<!-- -->!-- secret -->",
    '[a](other.md "`<!-- secret -->`")',
    "a | b\n-|-\n`c |\nd | <!-- secret --> `",
    "# `a\n<!-- secret -->`\n",
]


@pytest.mark.parametrize("text", LIKE_CODE)
def test_a_comment_that_only_looks_like_code_is_told_and_nothing_is_shown(text: str) -> None:
    passage, problems = told(text)
    line = 10 + text[: text.rindex("<!--")].count("\n")
    said = "the comment that begins here would be shown to readers; take it out, or put it on lines of its own [hidden-words]"
    assert f"posts/a-post.md:{line}: {said}" in map(str, problems)
    assert passage == Story()


def too_long(count: str, sign: str) -> str:
    return (
        f"10: this post takes too long to turn into a page: the paragraph that begins here has {count} times "
        f"the sign {sign}; take those away that are not needed [too-large]"
    )


DEEP = "10: this is nested more than 12 deep; take signs away from its beginning [too-large]"
ENDLESS = [
    ("[" * 8000, too_long("8,000", "[")),
    ("*" * 20000 + "a", too_long("20,000", "*")),
    ("a " + "_b" * 20000, too_long("20,000", "_")),
    ("`" * 20000, too_long("20,000", "`")),
    ("\\" * 20000, too_long("20,000", "\\")),
    ("<" * 20000, too_long("20,000", "<")),
    ("<!--" * 5000, too_long("5,000", "<")),
    ("![" * 5000, too_long("5,000", "[")),
    ("a\n\n" + ("[" * 1700 + "\n\n") * 100, too_long("1,700", "[").replace("10:", "12:")),
    ("> " * 20000 + "a", DEEP),
    (">" * 20000 + "a", DEEP),
    ("- " * 20000 + "a", DEEP),
    ("1. " * 20000 + "a", DEEP),
    ("1. > - * + 1) > > > > > > > a", DEEP),
    ("".join("\t" * depth + "- a\n\n" for depth in range(600)), "10: this post is nested too deep to turn into a page; take lists out of lists [too-large]"),
    ("a" * 200_001, "10: this story is 200,001 characters long; split it into several posts [too-large]"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), ENDLESS, ids=[text[:9] for text, _ in ENDLESS])
def test_a_story_that_would_take_minutes_is_told_in_seconds_also_where_no_timer_bounds_it(text: str, said: str) -> None:
    answers: list[list[str]] = []
    thread = threading.Thread(target=lambda: answers.append(findings(text)), daemon=True)
    thread.start()
    thread.join(20)
    assert answers == [[said]]


ENDS = [
    "A title\n-------------------------------",
    "* * * * * * * * * * * * * * * * * *",
    "> > > > > > > > > > > > deep",
    "[" * 1700,
    "[" * 1700 + "a](other.md)",
    "[" * 1600 + "\n\n[b]: other.md",
    "a *b*\n\n" * 1500,
    "* " * 1000,
    "](" * 50000,
    "(" * 190_000,
    " " * 190_000 + "a",
    "".join("    " * depth + "- a\n" for depth in range(90)),
    "```\n\n" * 3000,
    "## a\n" * 2000,
    "a | b\n- | -\n" + "c | d\n" * 3000,
    "## a" + " " * 150_000 + "b",
    "a | b\n-" + " " * 150_000 + "-",
    "•" + " " * 150_000 + "a\n" + " " * 1000 + "b",
    "https://a.org/" + ")." * 70_000,
    "{a=" * 60_000,
    "(c\"'" * 50_000,
    "a\tb\n" * 3000,
    "- a\n\n" * 3000,
    "1. a\n  b\n" * 3000,
    "[a]: other.md\n" * 400,
    "> a\n\n" * 3000,
    "•\ta\no\tb\n" * 500,
    "## a\n\n" * 5000,
]


@pytest.mark.parametrize("text", ENDS, ids=[text[:9] for text in ENDS])
def test_much_of_what_looks_endless_is_told(text: str) -> None:
    assert holes(html(text)) == []


def test_sentences_that_take_minutes_together_are_told_once() -> None:
    budget = SentenceBudget()
    told = [budget.fault("[" * 1950) for _ in range(97)]
    assert [fault for fault in told if fault] == [
        "the sentences of this front matter take too long to turn into a page: "
        "this one has 1,950 times the sign [; take those away that are not needed"
    ]
    assert budget.is_spent
    assert not any(SentenceBudget().fault("A plain *sentence* with a [link](a.md).") for _ in range(1000))
