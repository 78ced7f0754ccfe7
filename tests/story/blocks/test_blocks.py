"""Blocks other than lists: headings, code, quotes, tables, links with a name, words that are explained."""

import pytest

from tests.story.stories import findings, html, told

TABLE = "<table>\n<thead>\n<tr>\n{}\n</tr>\n</thead>\n<tbody>\n<tr>\n{}\n</tr>\n</tbody>\n</table>"
A_TABLE = TABLE.format('<th scope="col">a</th>\n<th scope="col">b</th>', "<td>1</td>\n<td>2</td>")
SENTENCE = "<p>Who came:</p>\n"

BLOCKS = [
    ("Plan\n---", '<h2 id="story-plan">Plan</h2>'),
    ("## Plan ##", '<h2 id="story-plan">Plan</h2>'),
    ("    #code\n\n\n    more\n\n", "<pre><code>#code\n\n\nmore\n</code></pre>"),
    ("a\n    b", "<p>a\nb</p>"),
    ("````\n```\n````", "<pre><code>```\n</code></pre>"),
    ("~~~ py of it\na\n~~~~", '<pre><code class="language-py">a\n</code></pre>'),
    ("  ```\n  a\n   b\n  ```", "<pre><code>a\n b\n</code></pre>"),
    ("a\n***\nb", "<p>a</p>\n<hr>\n<p>b</p>"),
    ("> a\nb\n\n> > c", "<blockquote>\n<p>a\nb</p>\n</blockquote>\n<blockquote>\n<blockquote>\n<p>c</p>\n</blockquote>\n</blockquote>"),
    (">a", "<blockquote>\n<p>a</p>\n</blockquote>"),
    ("[a]: other.md 'b'\n[c]: <other.md>\n[a] [c]", '<p><a href="/other.md" title="b">a</a> <a href="/other.md">c</a></p>'),
    ("[a]: other.md\n'b\n\n[a]", '<p>\'b</p>\n<p><a href="/other.md">a</a></p>'.replace("'", "’")),
    ("[a]: other.md\n===\n\n[a]", '<p>===</p>\n<p><a href="/other.md">a</a></p>'),
    ("[a]: other.md", ""),
    ("[ ]: other.md", "<p>[ ]: other.md</p>"),
    ("[Ada]: Yes.\n[Bea]: No", "<p>[Ada]: Yes.\n[Bea]: No</p>"),
    ("[a] is none", "<p>[a] is none</p>"),
    ("| a | b |\n|---|:-:|\n| 1 | 2 |", A_TABLE),
    ("Who came:\na | b\n-|-\n1 | 2", SENTENCE + A_TABLE),
    ("Who came:\n| a | b |\n|---|---|\n| 1 | 2 |\n\nc", f"{SENTENCE}{A_TABLE}\n<p>c</p>"),
    ("a | b\n-|-\n1 | 2\n> c", f"{A_TABLE}\n<blockquote>\n<p>c</p>\n</blockquote>"),
    ("a | b\n-|-\n1 | 2\n- c", f"{A_TABLE}\n<ul>\n<li>c</li>\n</ul>"),
    ("a | b\n-|-\n\\|1 | `2\\|`", TABLE.format('<th scope="col">a</th>\n<th scope="col">b</th>', "<td>|1</td>\n<td><code>2|</code></td>")),
    ("a | b\n-|-\n1 |", TABLE.format('<th scope="col">a</th>\n<th scope="col">b</th>', "<td>1</td>\n<td></td>")),
    ("a | b\n-|-", A_TABLE.partition("\n<tbody>")[0] + "\n</table>"),
    ("Who came:\na\tb\n1\t2\n\nc", f"{SENTENCE}{A_TABLE}\n<p>c</p>"),
    ("\ta\n1 2", "<pre><code>a\n</code></pre>\n<p>1 2</p>"),
    ("\ta\tb\nc\t1\t2", TABLE.format('<th scope="col"></th>\n<th scope="col">a</th>\n<th scope="col">b</th>', "<td>c</td>\n<td>1</td>\n<td>2</td>")),
    ("\ta\tb\n\t1\t2", "<pre><code>a\tb\n1\t2\n</code></pre>"),
    ("10am\t5 came\n2pm\t7 came", "<table>\n<tbody>\n<tr>\n<td>10am</td>\n<td>5 came</td>\n</tr>\n<tr>\n<td>2pm</td>\n<td>7 came</td>\n</tr>\n</tbody>\n</table>"),
    ("a\tb\nc", "<p>a\tb\nc</p>"),
    ("Tea\n: A drink\n: A meal\n\nCoffee\n: Another", "<dl>\n<dt>Tea</dt>\n<dd>A drink</dd>\n<dd>A meal</dd>\n<dt>Coffee</dt>\n<dd>Another</dd>\n</dl>"),
    ("Tea\n\n: A drink\n\n  With milk", "<dl>\n<dt>Tea</dt>\n<dd>\n<p>A drink</p>\n<p>With milk</p>\n</dd>\n</dl>"),
    ("Tea\n: A drink\n\nAnd so on.", "<dl>\n<dt>Tea</dt>\n<dd>A drink</dd>\n</dl>\n<p>And so on.</p>"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "page"), BLOCKS, ids=[text for text, _ in BLOCKS])
def test_a_block_is_read_as_it_is_meant(text: str, page: str) -> None:
    assert html(text) == page


MANY = "this row of the table has 3 cells and its heading 2; write \\| for a bar in words [lost-shape]"
NONE = "a line that begins with : explains the words in the line above it, and there are none; take : away [lost-shape]"
SLIPS = [
    ("- a\n  : b\n\n## Plan\n: c", f"14: {NONE}"),
    ("a\n\n```\nb", "12: the code that begins here is not ended; put ``` on a line of its own behind it [not-closed]"),
    (
        "- ~~~~\n  a\n\nb",
        "10: the code that begins here is not ended; put ~~~~ on a line of its own behind it [not-closed]",
    ),
    ("a | b\n-|-\n1 | 2\n1 | 2 | 3", f"13: {MANY}"),
    ("- a\n\n  b | c\n  -|-\n  1 | 2 | 3", f"14: {MANY}"),
]


@pytest.mark.parametrize(("text", "said"), SLIPS, ids=[text for text, _ in SLIPS])
def test_what_would_lose_its_shape_is_told_at_its_line(text: str, said: str) -> None:
    assert findings(text) == [said]


def test_the_words_of_a_cell_too_many_are_shown_in_the_preview() -> None:
    assert "<td>3</td>" in told("a | b\n-|-\n1 | 2 | 3")[0].html.html


INLINE = [
    ("We don\\'t \\& \\&amp; \\| \\~ \\< know\\.", "<p>We don’t &amp; &amp;amp; | ~ &lt; know.</p>"),
    ("a\\\nb  \nc \nd", "<p>a<br>\nb<br>\nc \nd</p>"),
    ("~~a~~ and ~5", "<p><del>a</del> and ~5</p>"),
    ("`` a ` b `` ` `", "<p><code>a ` b</code> <code> </code></p>"),
    ("`` a`", "<p>`` a`</p>"),
    ("\\`a`b`", "<p>`a<code>b</code></p>"),
    ("[a][b] ![A table][c]\n\n[b]: other.md\n[c]: a.jpg", '<p><a href="/other.md">a</a></p><figure>A photo</figure>'),
]


@pytest.mark.parametrize(("text", "page"), INLINE, ids=[text for text, _ in INLINE])
def test_signs_in_a_paragraph_are_read_as_they_are_meant(text: str, page: str) -> None:
    assert html(text) == page


@pytest.mark.parametrize("sign", ["\u2028", "\u3000", "\x1c"])
@pytest.mark.parametrize("text", ["    {}", "- a\n\n      {}", "```\n{}\n```"])
def test_code_of_a_sign_that_python_takes_for_a_blank_is_code(text: str, sign: str) -> None:
    assert f"<pre><code>{sign}\n</code></pre>" in html(text.replace("{}", sign))
