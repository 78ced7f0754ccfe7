"""A story as letters and tags in turn, and what is worked out from them."""

import re

import pytest

from plugins.story import Figure, Parts, Story, each_element, letters
from plugins.story.parts import attributes_of, name_of, tag
from plugins.story.teller import StoryTeller
from plugins.workbench.paths import CHECKOUT
from tests.story.stories import ALLOWED, SOURCE, OneOtherPost, holes, html, told

READS_HTML = re.compile(
    r"\w+\.(sub|split|find(all|iter)?|search|match|partition|replace)\(.*\.html\b|\.html\.(replace|split|find|partition|count)"
)
"""A pattern, or a search for letters, that is let loose on finished HTML."""
OF_STORIES = ("story", "blog", "timeline", "workshops", "photos")


def test_a_story_is_letters_and_tags_in_turn() -> None:
    story, _ = told("We *met*.\n![A table](a.jpg)\nThen R&D.")
    first = ("", "<p>", "We ", "<em>", "met", "</em>", ".", "</p>", "")
    assert story.parts == Parts((*first, "", "", "<p>", "Then R&amp;D.", "</p>", ""), (Figure(0, "A table"),))
    assert story.figures == (Figure(0, "A table"),)
    assert story.plain == "We met. Then R&D."


@pytest.mark.parametrize(
    "typed",
    [
        "\\</p>\\<p>",
        "&lt;/p&gt;",
        '`</p><a href="/">`',
        "```\n<br>\n</p>\n```",
        '[\\<a href=/](other.md \'" href="/x" id="y\')',
        "> \\<!--",
        "a | \\</td>\n-|-\n\\<td> | `</td>`",
        "A \x00 or \x01",
    ],
)
def test_nothing_that_an_author_types_becomes_a_tag(typed: str) -> None:
    """Every tag is one of the few that we write, whatever it looks like; all else stands among the letters."""
    story, _ = told(typed)
    pieces = story.parts.pieces
    assert len(pieces) % 2 == 1
    assert all("<" not in letters and ">" not in letters for letters in pieces[::2])
    for written in pieces[1::2]:
        name, attributes = name_of(written), attributes_of(written)
        assert attributes.keys() <= ALLOWED[name]
        assert written in (tag(name, attributes.items()), f"</{name}>")
    assert story.anchors == ()
    assert set(story.links) <= {"/other.md"}
    assert holes(story.html.html) == []


def test_a_tag_gives_back_the_attributes_that_it_was_given() -> None:
    given = {"href": "/?a=b c&amp;d", "id": "", "title": " x=&quot;y&quot; id="}
    assert attributes_of(tag("a", given.items())) == given
    assert [name_of(written) for written in (tag("a", given.items()), "</a>", "<hr>", "")] == ["a", "a", "hr", ""]
    assert [attributes_of(written) for written in ("</a>", "<hr>", "")] == [{}, {}, {}]


def test_elements_are_found_in_the_order_in_which_they_begin() -> None:
    story, _ = told("- One ![A](a.jpg)\n  - Two ![B](a.jpg)\n\n---\n\nThree")
    found = [(name, letters(inside).split(), inside.figures) for name, inside in each_element(story.parts, "li", "p")]
    one, two = Figure(0, "A"), Figure(0, "B")
    assert found == [("li", ["One", "Two"], (one, two)), ("li", ["Two"], (two,)), ("p", ["Three"], ())]
    assert [name for name, _ in each_element(story.parts)] == ["ul", "p"]


def test_words_on_both_sides_of_a_picture_stand_apart() -> None:
    assert told("We sat.![A table](a.jpg)Then we left.")[0].word_count == 5


def test_pictures_are_found_at_any_depth_and_are_not_in_the_html() -> None:
    story, _ = told("- See ![A](a.jpg)\n- there\n\n> ![B](a.jpg)")
    assert [figure.alt for figure in story.figures] == ["A", "B"]
    assert story.html.html == "<ul>\n<li>See </li>\n<li>there</li>\n</ul>\n<blockquote>\n\n</blockquote>"


def test_a_line_that_ends_beside_a_picture_leaves_no_empty_line() -> None:
    assert html("![A table](a.jpg)\n![A table](a.jpg)") == "<figure>A photo</figure>" * 2
    assert html("See  \n![A table](a.jpg)  \nthere") == "<p>See</p><figure>A photo</figure><p>there</p>"


def test_links_and_headings_are_known_as_they_are_read() -> None:
    story, _ = told("## A\n\n[b](other.md) [c](https://example.org/?a=1&copy=2)\n\n### B\n\n[d](#story-a)")
    assert story.links == ("/other.md", "https://example.org/?a=1&copy=2", "#story-a")
    assert story.anchors == ("story-a", "story-b")


def test_elsewhere_links_of_the_site_are_whole_and_all_others_as_they_are() -> None:
    story, _ = told('## /A\n\n`href="/"` *[b](other.md "href=/")* [c](https://example.org/) [d](#a)')
    assert isinstance(story.elsewhere("/", "https://diary.example.org/"), Story)
    page = story.elsewhere("/", "https://diary.example.org/").html.html
    assert page == story.html.html.replace('<a href="/', '<a href="https://diary.example.org/')
    assert 'href="https://diary.example.org/other.md" title="href=/"' in page
    sentence = StoryTeller(OneOtherPost()).words("No link", source=SOURCE, line=1)[0]
    assert sentence.elsewhere("/", "https://diary.example.org/") is sentence


def test_a_link_without_an_address_leads_nowhere() -> None:
    assert told("[a](nowhere.md)")[0].links == ()


def test_code_between_fences_is_shown_as_it_was_typed() -> None:
    assert html('```py\nx = "<&lt;"\n```') == '<pre><code class="language-py">x = "&lt;&amp;lt;"\n</code></pre>'
    assert html("~~~ {.js .b #c}\n1\n~~~") == '<pre><code class="language-js">1\n</code></pre>'
    assert html("~~~ {#c}}\n1\n~~~") == "<pre><code>1\n</code></pre>"


def test_no_room_looks_for_anything_in_finished_html_of_a_story() -> None:
    """It is asked of the parts: `links`, `anchors`, `figures`, `text`."""
    rooms = [path for room in OF_STORIES for path in (CHECKOUT / "plugins" / room).rglob("*.py")]
    found = [
        f"{path.relative_to(CHECKOUT).as_posix()}: {line.strip()}"
        for path in rooms
        for line in path.read_text("utf-8").splitlines()
        if READS_HTML.search(line)
    ]
    assert found == []
    assert READS_HTML.search("_HREF.findall(passage.html.html)")
    assert READS_HTML.search('story.html.html.replace("<p>", "")')
