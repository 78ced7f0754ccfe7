"""Whatever is put into the address of a link in a comment, no link leads where none may lead, in a page or in a feed."""

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.comments.sanitising import clean_html
from tests.support.hostile_addresses import harm, hostile_addresses, links, ways_to_write


@given(hostile_addresses(), st.booleans())
@settings(max_examples=600, deadline=None)
def test_no_link_of_a_comment_runs_a_script(address: str, typed: bool) -> None:
    for html in ways_to_write(address):
        cleaned = clean_html(html, typed=typed).html
        assert harm(cleaned) == [], html
        assert all(href.startswith(("https://", "http://")) for href in links(cleaned)), html
        assert clean_html(cleaned, typed=typed).html == cleaned, html


def test_these_tests_know_a_link_that_runs_a_script() -> None:
    assert harm("<a href='java&#10;scr\u200bipt:x'>x</a>")
    assert harm("<a href=' &amp;#106;avascript:x'>x</a>")
    assert harm("<p onclick=x>y</p>")
    assert not harm('<a href="https://example.org/?javascript:x">x</a>')
