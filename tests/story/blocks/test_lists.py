"""Lists as CommonMark reads them, as people indent them, and as Word and phones leave them in a text."""

import re

import pytest

from tests.story.stories import findings, html, told

A_B = "<ul><li>a</li><li>b</li></ul>"
ONE_TWO = "<ol><li>a</li><li>b</li></ol>"
NESTED = "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"
COUNTED = "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>"


def flat(text: str) -> str:
    """The HTML without the line ends between its blocks."""
    return re.sub(r"\n?(</?(?:ul|ol|li|p|pre|blockquote|dl|dt|dd|hr|h2)\b[^>]*>)\n?", r"\1", html(text))


LISTS = [
    ("We need:\n- a\n- b", f"<p>We need:</p>{A_B}"),
    ("We need:\n1. a\n2. b", f"<p>We need:</p>{ONE_TWO}"),
    ("We need:\n1) a\n2) b", f"<p>We need:</p>{ONE_TWO}"),
    ("Of 1984.\n3. a\n4. b", '<p>Of 1984.</p><ol start="3"><li>a</li><li>b</li></ol>'),
    ("We met in\n2019. It rained.", "<p>We met in\n2019. It rained.</p>"),
    ("We sat\n-\n", '<h2 id="story-we-sat">We sat</h2>'),
    ("We sat\n*\n", "<p>We sat\n*</p>"),
    ("* a\n* b", A_B),
    ("We need:\n\t- a\n\t- b", f"<p>We need:</p>{A_B}"),
    ("We need:\n     - a\n\n     - b", "<p>We need:</p><ul><li><p>a</p></li><li><p>b</p></li></ul>"),
    ("We need:\n    1. a\n       - b\n    2. c\n\nWords", f"<p>We need:</p>{COUNTED}<p>Words</p>"),
    ("- a\n            - b\n- c", NESTED),
    ("We need:\n\n    - a", "<p>We need:</p><pre><code>- a\n</code></pre>"),
    ("+ a\n+ b", A_B),
    ("-\ta\n-\tb", A_B),
    ("-\u00a0a\n-\u00a0b", A_B),
    ("- a\n\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
    ("- a\n-\n- b", "<ul><li>a</li><li></li><li>b</li></ul>"),
    ("-\n\n  a", "<ul><li></li></ul><p>a</p>"),
    ("- [a]: other.md\n- [a]", '<ul><li></li><li><a href="/other.md">a</a></li></ul>'),
    ("- - [a]: other.md\n- c", "<ul><li><ul><li></li></ul></li><li>c</li></ul>"),
    ("- a\n---", "<ul><li>a</li></ul><hr>"),
    ("- a\n- b\n\n---\n\nc", f"{A_B}<hr><p>c</p>"),
    ("- a\nb", "<ul><li>a\nb</li></ul>"),
    ("7. a\n8. b", '<ol start="7"><li>a</li><li>b</li></ol>'),
    ("0) a", '<ol start="0"><li>a</li></ol>'),
    ("- a\n+ b", "<ul><li>a</li></ul><ul><li>b</li></ul>"),
    *[(f"- a\n{' ' * wide}- b\n- c", NESTED) for wide in (2, 3, 4)],
    *[(f"-   a\n{' ' * wide}- b\n-   c", NESTED) for wide in (2, 3, 4)],
    *[(f"1. a\n{' ' * wide}- b\n2. c", COUNTED) for wide in (2, 3, 4)],
    ("- a\n\t- b\n- c", NESTED),
    ("10. a\n  - b", '<ol start="10"><li>a<ul><li>b</li></ul></li></ol>'),
    ("1. a\n  1. b\n  2. c\n2. d", "<ol><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ol>"),
    ("1. a\n\n  2. b\n\n   3. c", "<ol><li><p>a</p></li><li><p>b</p></li><li><p>c</p></li></ol>"),
    ("- a\n - b", A_B),
    ("- a\n    - b\n        - c", "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li></ul>"),
    ("1. a\n\n   b\n\n2. c", "<ol><li><p>a</p><p>b</p></li><li><p>c</p></li></ol>"),
    ("1. a\n\n  b\n\n2. c", "<ol><li><p>a</p><p>b</p></li><li><p>c</p></li></ol>"),
    ("- a\n\n  b\n- c", "<ul><li><p>a</p><p>b</p></li><li><p>c</p></li></ul>"),
    ("- a\n\n      b", "<ul><li><p>a</p><pre><code>b\n</code></pre></li></ul>"),
    ("- a\n  ```\n  b\n  ```\n  c", "<ul><li>a<pre><code>b\n</code></pre>c</li></ul>"),
    ("- a\n  > b\n  >\n- c", "<ul><li>a<blockquote><p>b</p></blockquote></li><li>c</li></ul>"),
    ("> - a\n>\n> - b", "<blockquote><ul><li><p>a</p></li><li><p>b</p></li></ul></blockquote>"),
    ("> - a\nb\n\nc", "<blockquote><ul><li>a\nb</li></ul></blockquote><p>c</p>"),
    ("- ## a\n- b", '<ul><li><h2 id="story-a">a</h2></li><li>b</li></ul>'),
    ("- - a", "<ul><li><ul><li>a</li></ul></li></ul>"),
    ("-     a", "<ul><li><pre><code>a\n</code></pre></li></ul>"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "page"), LISTS, ids=[text for text, _ in LISTS])
def test_a_list_is_read_as_it_is_meant(text: str, page: str) -> None:
    assert flat(text) == page


OFFICE = [
    ("We need:\n\n•\ta\n•\tb", f"<p>We need:</p>{A_B}"),
    ("We need:\n•\ta\n•\tb", f"<p>We need:</p>{A_B}"),
    ("• a\n• b", A_B),
    ("•a\n•b", A_B),
    ("·         a\n·\u00a0\u00a0\u00a0b", A_B),
    ("\uf0b7\ta\n\uf0b7\tb", A_B),
    ("▪\ta\n▪\tb", A_B),
    ("–\ta\n–\tb", A_B),
    ("•\ta\no\tb\n•\tc", NESTED),
    ("•\ta\no\tb\no\tc\n•\td", "<ul><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ul>"),
    ("1)\ta\na)\tb\nb)\tc\ni)\td\nii)\te\n2)\tf", '<ol><li>a<ol type="a"><li>b</li><li>c<ol type="i"><li>d</li><li>e</li></ol></li></ol></li><li>f</li></ol>'),
    ("•\ta\n\to\tb\n•\tc", NESTED),
    ("•\ta\no\tb\n▪\tc\n•\td", "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ul>"),
    ("1)\ta\n2)\tb", ONE_TWO),
    ("1.\ta\na)\tb\n2.\tc", '<ol><li>a<ol type="a"><li>b</li></ol></li><li>c</li></ol>'),
    ("a)\ta\nb)\tb", '<ol type="a"><li>a</li><li>b</li></ol>'),
    ("(a)\ta\n(b)\tb", '<ol type="a"><li>a</li><li>b</li></ol>'),
    ("(1)\ta\n(2)\tb", ONE_TWO),
    ("C.\ta\nD.\tb", '<ol start="3" type="A"><li>a</li><li>b</li></ol>'),
    ("i.\ta\nii.\tb\niii.\tc\niv.\td", '<ol type="i"><li>a</li><li>b</li><li>c</li><li>d</li></ol>'),
    ("IX)\ta\nX)\tb", '<ol start="9" type="I"><li>a</li><li>b</li></ol>'),
    ("h)\ta\ni)\tb", '<ol start="8" type="a"><li>a</li><li>b</li></ol>'),
    ("o tempora", "<p>o tempora</p>"),
    ("a) here", "<p>a) here</p>"),
    ("Ŵ\ta", "<p>Ŵ\ta</p>"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "page"), OFFICE, ids=[text for text, _ in OFFICE])
def test_what_word_and_phones_leave_of_a_list_is_one(text: str, page: str) -> None:
    assert flat(text) == page


def test_lists_in_lists_have_a_bound() -> None:
    text = "".join("  " * depth + "- a\n" for depth in range(120))
    assert findings(text) == [
        "10: this post is nested too deep to turn into a page; take lists out of lists [too-large]"
    ]
    assert told(text)[0].html.html == ""
