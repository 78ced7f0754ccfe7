"""Words from right to left, and what stands in them that is not."""

import pytest

from tests.story.stories import html

SAID = [
    ("نص [a.org/](https://a.org/)", '<p>نص <a class="spelt-out" dir="ltr" href="https://a.org/">a.org/</a></p>'),
    ("نص https://a.org/b/", '<p>نص <a class="spelt-out" dir="ltr" href="https://a.org/b/">https://a.org/b/</a></p>'),
    ("نص [+44 (0)20](tel:+4420)", '<p>نص <a dir="ltr" href="tel:+4420">+44 (0)20</a></p>'),
    ("שלום `a/`", '<p>שלום <code dir="ltr">a/</code></p>'),
    ("نص\n\n```\n  a/\n```", '<p>نص</p>\n<pre dir="ltr"><code dir="ltr">  a/\n</code></pre>'),
    ("نص [نص a](https://a.org)", '<p>نص <a href="https://a.org">نص a</a></p>'),
    (
        "Go to [a.org/](https://a.org/) `b/`",
        '<p>Go to <a class="spelt-out" href="https://a.org/">a.org/</a> <code>b/</code></p>',
    ),
]


@pytest.mark.parametrize(("text", "page"), SAID, ids=[text for text, _ in SAID])
def test_addresses_and_code_keep_their_order_among_words_from_right_to_left(text: str, page: str) -> None:
    assert html(text) == page
