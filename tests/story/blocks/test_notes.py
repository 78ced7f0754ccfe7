"""Notes below a story, lists to tick, bare addresses and captions."""

from dataclasses import dataclass

import pytest

from plugins.story import Resolved, Unresolved
from plugins.story.teller import StoryTeller
from tests.story.stories import OneOtherPost, findings, holes, html, told

NOTED = """\
Tea[^1] and cake[^Cake], and more cake[^cake].

[^Cake]: Of *plums*[^plums].

    With cream.
[^1]: Black.
[^plums]: Ours.
"""


def test_notes_stand_below_the_story_in_the_order_in_which_it_refers_to_them() -> None:
    page = html(NOTED)
    assert holes(page) == []
    assert page.startswith(
        '<p>Tea<sup><a aria-label="Note 1" href="#story-posts-a-post-note-1" id="story-posts-a-post-note-1-from" role="doc-noteref">1</a></sup> and cake'
    )
    assert page.partition("<section")[2] == (
        ' aria-label="Notes" role="doc-endnotes">\n<ol>\n'
        '<li id="story-posts-a-post-note-1">\n<p>Black.\u00a0<a aria-label="Back to note 1 in the text" href="#story-posts-a-post-note-1-from" role="doc-backlink">\u21a9\ufe0e</a></p>\n</li>\n'
        '<li id="story-posts-a-post-note-2">\n<p>Of <em>plums</em><sup><a aria-label="Note 3" href="#story-posts-a-post-note-3" id="story-posts-a-post-note-3-from" role="doc-noteref">3</a></sup>.</p>\n'
        '<p>With cream.\u00a0<a aria-label="Back to note 2 in the text" href="#story-posts-a-post-note-2-from" role="doc-backlink">\u21a9\ufe0e</a>'
        '<a aria-label="Back to note 2 in the text, place 2" href="#story-posts-a-post-note-2-from-2" role="doc-backlink">\u21a9\ufe0e</a></p>\n</li>\n'
        '<li id="story-posts-a-post-note-3">\n<p>Ours.\u00a0<a aria-label="Back to note 3 in the text" href="#story-posts-a-post-note-3-from" role="doc-backlink">\u21a9\ufe0e</a></p>\n</li>\n'
        "</ol>\n</section>"
    )


def test_the_notes_of_two_stories_can_stand_on_one_page() -> None:
    teller = StoryTeller(OneOtherPost())
    pages = [teller.story(NOTED, source=source, line=1)[0].html.html for source in ("posts/a.md", "posts/b.md")]
    assert holes("".join(pages)) == []


@dataclass(frozen=True, slots=True)
class OnThePage(OneOtherPost):
    """A diary in which this post has a page, or none yet."""

    page: Resolved | Unresolved

    def link(self, source: str, href: str) -> Resolved | Unresolved:
        return self.page


@pytest.mark.parametrize(
    ("page", "there"), [(Resolved("/posts/a/"), "/posts/a/"), (Unresolved("not published yet", "link-to-hidden"), "")]
)
def test_notes_are_linked_on_the_page_of_their_post_wherever_the_story_is_shown(
    page: Resolved | Unresolved, there: str
) -> None:
    shown = StoryTeller(OnThePage(page)).story(NOTED, source="posts/a.md", line=1)[0].html.html
    assert shown.count(f'href="{there}#story-posts-a-note-') == 8


def test_the_first_paragraph_has_no_number_of_a_note() -> None:
    assert told(NOTED)[0].first_paragraph.text == "Tea and cake, and more cake."


def test_a_note_that_ends_in_a_list_has_its_way_back_below_it() -> None:
    assert html("a[^1]\n\n[^1]:\n    - b").count("</ul>\n<p><a") == 1


def test_a_note_that_nobody_would_read_is_told() -> None:
    said = "nothing refers to the note “1”, so nobody would read it; write [^1] where it belongs [footnote]"
    assert findings("a `[^1]` \\[^1]\n\n> [^1]: b\n") == [f"12: {said}"]


def test_a_reference_to_no_note_is_told_and_the_others_keep_their_numbers() -> None:
    text = "Tea[^b] and cake[^a].\n\n[^a]: Black."
    said = 'found "[^b]", a note without words; write [^1]: and the note on a line of its own [other-program]'
    assert findings(text) == [f"10: {said}"]
    story, _ = told(text)
    assert story.text.startswith("Tea[^b] and cake1.")


def test_a_second_note_of_one_name_is_told() -> None:
    said = "there is another note “a” above, and readers see that one; give this one a name of its own [footnote]"
    assert findings("x[^A]\n\n[^a]: b\n[^a]: c") == [f"13: {said}"]


def test_a_heading_is_named_without_the_number_of_its_note() -> None:
    assert html("## Tea[^1] and *cake*\n\n[^1]: b").startswith('<h2 id="story-tea-and-cake">')


def test_boxes_to_tick_say_what_they_show() -> None:
    done, to_do = '<span aria-label="Done" role="img">☑</span>', '<span aria-label="To do" role="img">☐</span>'
    assert html("- [x] *a*\n- [ ] b\n- [c] d") == (
        f"<ul>\n<li>{done} <em>a</em></li>\n<li>{to_do} b</li>\n<li>[c] d</li>\n</ul>"
    )
    assert html("1. [X] a\n\n   b") == f"<ol>\n<li>\n<p>{done} a</p>\n<p>b</p>\n</li>\n</ol>"
    assert html("☑ a\n☐ b") == f"<ul>\n<li>{done} a</li>\n<li>{to_do} b</li>\n</ul>"
    assert html("- [ ]\n- ## [ ] a").count("span") == 0


def link(shown: str, href: str = "") -> str:
    return f'<a class="spelt-out" href="{href or shown}">{shown}</a>'


ADDRESSES = [
    ("See https://example.org/a_b_c.", f"<p>See {link('https://example.org/a_b_c')}.</p>"),
    ("(www.example.org/a_(b))", f"<p>({link('www.example.org/a_(b)', 'https://www.example.org/a_(b)')})</p>"),
    ("**https://example.org/**, you", f"<p><strong>{link('https://example.org/')}</strong>, you</p>"),
    ("https://example.org/?a=1&amp;b&c;", f"<p>{link('https://example.org/?a=1&amp;b', 'https://example.org/?a=1&amp;b')}&amp;c;</p>"),
    ("[see https://example.org](other.md)", '<p><a href="/other.md">see https://example.org</a></p>'),
    ("`https://example.org` http://x..y www. awww.x.org", "<p><code>https://example.org</code> http://x..y www. awww.x.org</p>"),
    ("HTTPS://EXAMPLE.ORG", f"<p>{link('HTTPS://EXAMPLE.ORG')}</p>"),
    ("WWW.EXAMPLE.ORG", f"<p>{link('WWW.EXAMPLE.ORG', 'https://WWW.EXAMPLE.ORG')}</p>"),
    ("me@example.org", "<p>me@example.org</p>"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "page"), ADDRESSES, ids=[text for text, _ in ADDRESSES])
def test_an_address_of_the_web_is_a_link(text: str, page: str) -> None:
    assert html(text) == page


def test_a_picture_says_in_quotation_marks_what_stands_under_it() -> None:
    (figure,) = told('![](a.jpg "The group\'s *own* table &amp; chairs")')[0].figures
    assert (figure.alt, figure.caption) == ("", "The group’s *own* table & chairs")
