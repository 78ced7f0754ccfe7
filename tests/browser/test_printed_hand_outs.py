"""Hand-outs that a browser printed: a private word is found however a style sheet sets it, and no innocent page is refused."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from plugins.pdf import document
from tests.consent.private_words.lists import lines_found

NAME = "Siân Quillfeather"
REST = "was there, and so were all of us, and we said what we would like to see in the house: a kettle, a table to sit at, a lamp."
SET = {
    "letter-spacing": "<p style='letter-spacing: {size}em'>We met {name} there",
    "wide letter-spacing": "<p style='letter-spacing: 1.5em'>{name}",
    "letter-spacing within a line": "<p>We met <b style='letter-spacing: {size}em'>{name}</b> there",
    "small capitals": "<p style='font-variant: small-caps'>We met {name} there",
    "small capitals far apart": "<p style='font-variant: small-caps; letter-spacing: {size}em'>We met {name} there",
    "a drop cap": "<style>p::first-letter {{ float: left; font-size: 3em; line-height: .8 }}</style><p>{name} {rest}",
    "an initial of three lines": "<style>p::first-letter {{ initial-letter: 3 }}</style><p>{name} {rest}",
    "a raised initial": "<style>p::first-letter {{ font-size: 3em }}</style><p>{name} {rest}",
    "a slope": "<p style='transform: rotate(20deg); width: 20em; margin: 9em'>We met {name} there",
    "letters on their side": "<p style='writing-mode: vertical-rl'>We met {name} there",
    "a narrow column": "<div style='columns: 4; text-align: justify; hyphens: auto' lang=en><p>{rest} {soft} {rest}",
    "letters in boxes": "<p>{boxes}",
    "white letters": "<p style='color: white'>{name}",
    "an alternative": "<p>A lamp <svg role=img width=9 height=9 aria-label='{name}'><circle r=4 /></svg>",
    "a table": "<table><tr><td>We met<td>{name}<td>there</table>",
}  # fmt: skip


def printed(page: Page, how: str, name: str, size: float) -> bytes:
    boxes = "".join(f"<span style='display: inline-block; width: 1.4em'>{letter}</span>" for letter in name)
    soft = "".join(f"{letter}&shy;" for letter in name)
    body = SET[how].format(name=name, size=size, rest=REST, boxes=boxes, soft=soft)
    page.set_content(f"<!DOCTYPE html><html lang=en><title>Paper</title><body>{body}")
    return page.pdf(format="A4", tagged=True)


@pytest.mark.parametrize("how", SET)
@pytest.mark.parametrize("size", [0.12, 0.4])
def test_a_private_word_is_found_in_what_a_browser_printed(page: Page, how: str, size: float) -> None:
    content = printed(page, how, NAME, size)
    assert lines_found("a.pdf", content, NAME, "Asif", "Ann", "Ida") == [1]
    assert lines_found("a.pdf", content, "Quillfeather") == [1]


LETTERS = st.text("abdeghknopqsuvxyz", min_size=4, max_size=10).map(str.capitalize)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(word=LETTERS, how=st.sampled_from(sorted(SET)), size=st.floats(0.1, 1))
def test_any_word_is_found_in_what_a_browser_printed(page: Page, word: str, how: str, size: float) -> None:
    assert lines_found("a.pdf", printed(page, how, word, round(size, 2)), word) == [1]


def test_a_plain_page_with_links_and_pictures_has_nothing_to_mend(page: Page) -> None:
    page.set_content(
        "<!DOCTYPE html><html lang=en><title>Paper</title><h1 id=a>Paper</h1><p><a href='#a'>Up</a> "
        "<a href='https://example.org/'>Web</a> <a href='mailto:mo@example.org'>Write</a> 😀 ✓ • “fi” ﬁ"
        "<svg width=9 height=9><circle r=4 /></svg><ul><li>As if</ul>"
    )
    read = document(page.pdf(format="A4", tagged=True, outline=True))
    assert (read.faults, read.for_the_eye, read.names_author) == ((), (), False)
