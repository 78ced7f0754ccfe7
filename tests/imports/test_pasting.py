"""What is pasted is Markdown that reads as what was seen where it came from, and nothing that was not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.imports.pasting import pasted
from plugins.imports.pasting.lost import lost_in_words
from plugins.story.teller import StoryTeller
from tests.story.stories import SOURCE, OneOtherPost

MARK = (
    "<![if !supportLists]><span style='mso-list:Ignore'>{}<span style='font:7.0pt'>&nbsp;&nbsp;</span></span><![endif]>"
)
BULLET, CIRCLE = MARK.format("·"), MARK.format("o")


def word_item(words: str, mark: str, level: int = 1) -> str:
    """A paragraph of a list, as Word pastes it."""
    return f"<p class=MsoListParagraph style='text-indent:-18pt;mso-list:l0 level{level} lfo1'>{mark}{words}<o:p></o:p></p>\n"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        # Words, and how they look
        ("<p>Salt &amp; vinegar, 2 * 3, snake_case, AT&amp;T</p>", "Salt & vinegar, 2 * 3, snake_case, AT&T"),
        ("<p>1. April</p><p>- no list</p><p># no heading</p>", "1\\. April\n\n\\- no list\n\n\\# no heading"),
        ("<p>&lt;b&gt; &amp;amp; [x]</p>", "\\<b\\> \\&amp; \\[x\\]"),
        ("<p><b>One</b><b> word</b> and <i>an</i><i>other</i></p>", "**One word** and *another*"),
        ("<p><b><span>One</span></b> <strong>two </strong>three</p>", "**One two** three"),
        ("<p>One<br>two</p><br class='Apple-interchange-newline'>", "One\\\ntwo"),
        ("<p>a&nbsp;&nbsp;b\u200bc</p>", "a bc"),
        ("<blockquote><p>Said</p></blockquote><hr><p>Then</p>", "> Said\n\n---\n\nThen"),
        ("<section>One</section><figure>Two<figcaption>Three</figcaption></figure>", "One\n\nTwo\n\nThree"),
        # Google's editor wraps all in bold that is none
        ("<b style='font-weight:normal' id='docs-internal-guid-1'><p>A <span style='font-weight:700'>b</span></p></b>", "A **b**"),
        ("<p><span style='font-style:italic'>a</span> <span style='text-decoration:line-through'>b</span></p>", "*a* ~~b~~"),
        # Headings begin below the title, and leave none out
        ("<h1>A</h1><h3><b>B</b></h3><h2>C</h2><h4></h4>", "## A\n\n### B\n\n### C"),
        ("<h4>A</h4><p>b</p><h2>C</h2>", "## A\n\nb\n\n## C"),
        ("<p class=MsoTitle>A</p><h1>B</h1>", "## A\n\n## B"),
        # Lists
        ("<ul><li><p>One</p></li><ul><li>Two</li></ul><li>Three</li></ul>", "- One\n  - Two\n- Three"),
        ("<ol start=3><li>Three<li>Four</ol>", "3. Three\n4. Four"),
        ("<ul><ul><li>Deep</li></ul></ul>", "- - Deep"),
        (word_item("Tea", BULLET) + word_item("green", CIRCLE, 2) + word_item("Cake", BULLET), "- Tea\n  - green\n- Cake"),
        (word_item("Three", MARK.format("3.")) + word_item("Four", MARK.format("4.")), "3. Three\n4. Four"),
        (word_item("One", MARK.format("a)")) + "<p>Then</p>" + word_item("Tea", BULLET), "1. One\n\nThen\n\n- Tea"),
        (word_item("One", MARK.format("1.")) + word_item("Tea", BULLET), "1. One\n\n- Tea"),
        (f"<h2 style='mso-list:l0 level1 lfo1'>{MARK.format('1.')}Plan</h2>", "## Plan"),
        (
            "".join(f"<div class='Wrapper'><ul><li data-aria-level='{level}'><p>{words}</p></li></ul></div>" for level, words in [(1, "Tea"), (2, "Tea"), (1, "Cake")]),
            "- Tea\n  - Tea\n- Cake",
        ),
        ("<ol><li data-aria-level='1'>One</li></ol><p>Then</p><ol><li data-aria-level='1'>Two</li></ol>", "1. One\n\nThen\n\n1. Two"),
        # Tables
        ("<table><tr><td>Who<td>Votes<tr><td>a|b<td>3</table>", "| Who | Votes |\n| --- | --- |\n| a\\|b | 3 |"),
        ("<table><tr><td><td>a<td><tr><td><td>b<td><tr><td></table>", "- a\n- b"),
        ("<table><tr><td>a<td>b<tr><td><p>One.</p><p>Two</p><td><ul><li>x<li>y</ul></table>", "| a | b |\n| --- | --- |\n| One. Two | x; y |"),
        ("<table><tr><td>One<br>two<td>b<tr><td>c<td>d</table>", "| One; two | b |\n| --- | --- |\n| c | d |"),
        ("<table><tr><td>a<td>b<tr><td>c</table>", "| a | b |\n| --- | --- |\n| c |  |"),
        ("<table><tr><td colspan=2>Votes<tr><td>a<td>b<tr><td>c<td>d</table>", "Votes\n\n| a | b |\n| --- | --- |\n| c | d |"),
        ("<table><tr><td><table><tr><td>A letter</table></table>", "A letter"),
        ("<table></table>After", "After"),
        # Links
        ("<a href='https://example.org/a (b)'>Shop</a>", "[Shop](https://example.org/a%20%28b%29)"),
        ("<a href='https://example.org/'>https://example.org/</a>", "<https://example.org/>"),
        ("<a href='mailto:me@example.org'>Write</a> <a href='file:///c:/x'>no</a> <a href='#_Toc1'>page</a>", "[Write](mailto:me@example.org) no page"),
        ("<a href='https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2F&data=me%40example.org'>Shop</a>", "[Shop](https://example.org/)"),
        ("<a href='https://www.google.com/url?q=https://example.org/'>a</a> <a href='https://www.google.com/maps'>b</a>", "[a](https://example.org/) [b](https://www.google.com/maps)"),
        ("<a href='https://example.org/'><h2>Title</h2><p>Words</p></a>", "## [Title](https://example.org/)\n\nWords"),
        ("<a href='https://example.org/'><p> </p></a><a href='https://[x'>b</a>", "b"),
        ("<a href='https://example.org/'><div><p></p></div>c</a>", "c"),
    ],
)  # fmt: skip
def test_pasted_html_is_markdown(html: str, text: str) -> None:
    assert pasted(html).text == text


@pytest.mark.parametrize(
    ("html", "text", "lost"),
    [
        ("<p>a</p><img src=x width=9>", "a", "Left behind: pictures (add them under “Photos”)."),
        ("<p>Hi <img alt='🙂'><img width=1 height=1></p>", "Hi 🙂", ""),
        ("<iframe src=x></iframe><video>old</video>a", "a", "Left behind: films and players (put their address in)."),
        ("<p style='color:#ff0000'>a</p><p style='color:rgb(0, 0, 0)'>b</p>", "a\n\nb", "Left behind: colours."),
        ("<p style='color:rgb(1, 2, 3)'>a</p><a style='color:blue'>b</a>", "a\n\nb", ""),
        ("<p>a <span style='background:yellow'>b</span></p>", "a b", "Left behind: colours."),
        (
            "<p>a<a class=msocomanchor href='#_msocom_1'>[J1]</a> <del datetime=x>no</del><span class=msoDel>no</span><ins>yes</ins></p>"
            "<div style='mso-element:comment-list'><p>who?</p></div>",
            "a yes",
            "Left behind: comments and words that somebody had struck out.",
        ),
        ("<p>a<span style='display:none'>b</span><span hidden> </span></p>", "a", "Left behind: words that were hidden."),
        ("<p>a<sup><a href='#cmnt1'>[b]</a></sup></p>", "a", "Left behind: comments."),
        (
            "<table><tr><td>a<td>b<tr><td rowspan=2>c<td>d<tr><td>e</table>",
            "| a | b |\n| --- | --- |\n| c | d |\n| c | e |",
            "The words of a merged cell stand in each cell that it covered.",
        ),
        ("<p>Tea<a href='#_ftn1'>[1]</a>, milk<a href='#_ftn2'>[2]</a></p><div id=ftn1><p><a href='#_ftnref1'>[1]</a> Black.</p></div>", "Tea[^2], milk\n\n[^2]: Black.", "Left behind: footnotes whose words were not copied."),
        ("<p>Tea<a href='#sdfootnote1sym'>1</a><a href='#sdfootnote1sym'>1</a></p><div id=sdfootnote1><p><a href='#sdfootnote1anc'>1</a>Black</p></div>", "Tea[^2][^2]\n\n[^2]: Black", ""),
        ("<script>bad()</script><style>p{}</style><svg><text>no</text></svg><p onclick='x()'>a</p>", "a", ""),
    ],
)  # fmt: skip
def test_what_did_not_come_along_is_told(html: str, text: str, lost: str) -> None:
    found = pasted(html, story="A note[^1]")
    assert (found.text, lost_in_words(found.lost)) == (text, lost)


UNSEEN = {
    "white": "<p>Seen <span style='color:#FFF'>Secret</span></p>",
    "white by an attribute": "<p>Seen <font color=white>Secret</font></p>",
    "nearly white": "<p>Seen <font style='color: rgb(253, 253, 253)'>Secret</font></p>",
    "black on black": "<p>Seen <span style='color:black;background:black'>Secret</span></p>",
    "of the colour around it": "<div style='background-color:#102030'><p>Seen</p><p style='color:#102030'>Secret</p></div>",
}
SEEN = {
    "a dark page": "<p style='color:#fff'>Seen</p><p style='color:white'>Too</p>",
    "white on dark": "<p>Seen</p><p style='color:#ffffff;background-color:rgb(16, 32, 48)'>Too</p>",
    "white in a dark table": "<table style='background:#102030'><tr><td style='color:white'>Seen</td><td>Too</td></tr></table>",
    "white in a row that an attribute colours": "<p>Seen</p><table><tr bgcolor='#102030'><td style='color:#fff'>Too</td></tr></table>",
    "a ground that shows through": "<p style='background:rgba(0,0,0,0);color:#000'>Seen Too</p>",
    "a colour that we do not know": "<p>Seen <b style='color:lavenderblush'>Too</b></p>",
}


@pytest.mark.parametrize("html", UNSEEN.values(), ids=UNSEEN)
def test_pasted_words_that_nobody_sees_stay_behind_and_are_told(html: str) -> None:
    found = pasted(html)
    assert (found.text.strip(), found.lost["hidden words"]) == ("Seen", 1)


@pytest.mark.parametrize("html", SEEN.values(), ids=SEEN)
def test_pasted_words_that_somebody_sees_come_along(html: str) -> None:
    found = pasted(html)
    assert ("Seen" in found.text, "Too" in found.text, found.lost["hidden words"]) == (True, True, 0)


@pytest.mark.parametrize("tag", ["div", "blockquote", "b", "li"])
def test_nothing_of_what_lies_too_deep_comes_along_and_it_is_told(tag: str) -> None:
    found = pasted(f"{f'<ul><{tag}>' * 400}Tea<br><span hidden>no</span>{f'</{tag}></ul>' * 400}")
    assert found.text == ""
    assert lost_in_words(found.lost) == "Left behind: all but the plain words, since it lies too deep."


def test_a_table_of_millions_of_cells_is_cut_short() -> None:
    html = "<table>" + "<tr><td colspan=9999 rowspan=9999>a" * 60 + "</table>"
    assert len(pasted(html).text) < 200_000


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab1 .#*_-+>&<[](){}`~=|!:;\\/^$\"'", min_size=1, max_size=30))
def test_any_words_read_as_they_were_seen(words: str) -> None:
    seen = " ".join(words.split())
    escaped = seen.replace("&", "&amp;").replace("<", "&lt;")
    told = StoryTeller(OneOtherPost()).story(pasted(f"<p>{escaped}</p>").text, source=SOURCE, line=1)[0]
    assert _plain(told.plain) == _plain(seen)


def _plain(text: str) -> str:
    """Without what a printer sets otherwise: quotation marks, dashes, dots."""
    for sign in "'\"’‘“”′″-–—….":
        text = text.replace(sign, "")
    return " ".join(text.split())
