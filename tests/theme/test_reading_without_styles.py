"""Pages read without styles and scripts: facts stand apart, sentences are whole, parts have names of their own."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache

import pytest
from lxml import html
from lxml.html import HtmlElement

from tests.support.pages import rendered, site_model_of, taking_comments
from tests.support.text_browser import lines, run_together
from tests.test_sites import NOW, SITES

SHOWN = ("comments", "four-workshops", "other-languages", "pasted", "photographs", "upcoming")
_NO_SENTENCE = re.compile(r"(?:^|\s)[.,;:!?](?:\s|$)|“”|\(\)")


@cache
def site(name: str) -> Mapping[str, str]:
    """The pages of a scenario site; with comments those that it must give."""
    content, now = SITES / name / "content", datetime.fromisoformat(NOW.get(name, "2017-01-01T12:00"))
    agreed = {str(file): file.read_text("utf-8") for file in (SITES / name / "pages").rglob("*.html")}
    return agreed | rendered(site_model_of(content, now=now, discussion=taking_comments(content)))


def pages(name: str) -> Iterator[tuple[str, HtmlElement]]:
    return ((path, html.fromstring(page)) for path, page in site(name).items() if path.endswith(".html"))


def parsed(words: str) -> HtmlElement:
    return html.fromstring(f"<html><body>{words}</body></html>")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("<p><span>Held</span><time>10 October</time></p>", ["Held|10 October"]),
        ("<p><b>12</b><span>votes</span></p>", ["12|votes"]),
        ("<p><span>Done.</span><a>More</a></p>", ["Done.|More"]),
        ("<p><span>Held</span> <time>10 October</time></p>", []),
        ("<p>un<em>believ</em>able</p>", []),
        ("<ul><li>one</li><li>two</li></ul>", []),
        ("<p>one<br>two</p>", []),
    ],
)
def test_words_that_run_together_are_found(words: str, found: list[str]) -> None:
    assert run_together(parsed(words)) == found


def test_a_text_browser_reads_what_styles_and_scripts_would_hide() -> None:
    page = parsed("<p hidden>You are answering .</p><p>Seen <img alt='a table' src='x'>.</p><template>no</template>")
    assert list(lines(page)) == ["You are answering .", "Seen a table."]


@pytest.mark.parametrize("name", SHOWN)
def test_no_words_run_together(name: str) -> None:
    assert {path: found for path, page in pages(name) if (found := run_together(page))} == {}


@pytest.mark.parametrize("name", SHOWN)
def test_no_sentence_lacks_its_words(name: str) -> None:
    broken = {path: [line for line in lines(page) if _NO_SENTENCE.search(line)] for path, page in pages(name)}
    assert {path: found for path, found in broken.items() if found} == {}


@pytest.mark.parametrize("name", SHOWN)
def test_every_control_works_without_a_script_and_every_picture_has_its_words(name: str) -> None:
    for path, page in pages(name):
        for button in page.iter("button"):
            assert button.get("popovertarget") or button.get("type") == "submit", (path, button.text_content())
        assert all(image.get("alt") is not None for image in page.iter("img")), path
        assert list(page.iter("template")) == [], path


@pytest.mark.parametrize("name", SHOWN)
def test_every_article_and_every_navigation_has_a_name_of_its_own(name: str) -> None:
    for path, page in pages(name):
        for tag in ("article", "nav"):
            named = [_name(part, page) for part in page.iter(tag)]
            assert all(named), (path, tag, named)
            assert len(named) == len(set(named)), (path, tag, named)


def _name(part: HtmlElement, page: HtmlElement) -> str:
    by = part.get("aria-labelledby")
    named = [page.get_element_by_id(each).text_content() for each in by.split()] if by else [part.get("aria-label", "")]
    return " ".join(" ".join(named).split())
