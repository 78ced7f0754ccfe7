"""Stories and sentences as a whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.story import Passage, Story
from plugins.story.teller import StoryTeller
from tests.story.stories import SOURCE, OneOtherPost, holes, html, told
from tests.support.systems import needs_timers


def words(text: str) -> tuple[Passage, list[str]]:
    """A sentence in line 3, and its findings without the name of the file."""
    passage, problems = StoryTeller(OneOtherPost()).words(text, source=SOURCE, line=3, place="Summary")
    return passage, [str(problem).removeprefix(f"{SOURCE}:") for problem in problems]


def test_a_story_knows_its_words_and_its_first_paragraph_without_links() -> None:
    text = (
        "## Plan\n\nWe [met *all*](other.md) & [left](other.md 'b') `<b>`.\n\n```\ncode &lt;\n```\n\n![A table](a.jpg)"
    )
    passage, problems = told(text)
    assert problems == ()
    assert passage.plain == "Plan We met all & left <b>. code &lt;"
    assert passage.word_count == 9
    assert passage.first_paragraph.html.html == "We met <em>all</em> &amp; left <code>&lt;b&gt;</code>."
    assert passage.first_paragraph.text == "We met all & left <b>."


def test_a_story_without_a_paragraph_has_no_first_one() -> None:
    assert told("## Plan")[0].first_paragraph == Passage()


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("![A table](a.jpg)\n\nThe first words.", "The first words."),
        ("We sat.\n![A table](a.jpg)\nThen we left.\n\nAgain.", "We sat."),
        ("![A table](left-out.jpg)\n\n- a\n\n- b", "a"),
        ("> *We* said so.\n\nAgain.", "<em>We</em> said so."),
    ],
)
def test_the_first_paragraph_is_the_first_with_words_and_has_no_picture(text: str, first: str) -> None:
    assert told(text)[0].first_paragraph.html.html == first


def test_a_sentence_is_the_inside_of_a_paragraph() -> None:
    passage, said = words('We [met](other.md), 1 &lt; 2 - "all".\nWell.')
    assert said == []
    assert passage.html.html == 'We <a href="/other.md">met</a>, 1 &lt; 2 – “all”.\nWell.'
    assert passage.plain == "We met, 1 < 2 – “all”. Well."
    assert passage.text == "We met, 1 < 2 – “all”.\nWell."


READ_AS = "3: Summary: this is read as a heading, a list or a table; begin it with a word, and write one paragraph [wrong-shape]"
SENTENCES = [
    ("", READ_AS),
    ("# Big", "3: Summary: “Big” is as large as the title; write ## before it [heading]"),
    ("## Big", READ_AS),
    ("- a", READ_AS),
    ("a | b\n-|-\n1 | 2", READ_AS),
    ("> a", READ_AS),
    ("a\n\nb", READ_AS),
    ("a\n\n- b", READ_AS),
    ("a\n\n    b", READ_AS),
    ("![A table](a.jpg)", '3: Summary: found the picture "a.jpg": a picture has no place here; show it in the story [misplaced-picture]'),
    ("a <!-- secret -->", "3: Summary: take the comment out; it would not be shown [hidden-words]"),
    ("`<!-- secret -->`", "3: Summary: take the comment out; it would not be shown [hidden-words]"),
    ("a <!-- secret", "3: Summary: the comment that begins here is not ended; put --> after it [not-closed]"),
    ("<i>a</i>", '3: Summary: found "<i>"; write it as Markdown: *like this* [html]'),
    ("[" * 8000, "3: Summary: this post takes too long to turn into a page: the paragraph that begins here has 8,000 times the sign [; take those away that are not needed [too-large]"),
    ("- " * 8000 + "a", "3: Summary: this is nested more than 12 deep; take signs away from its beginning [too-large]"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), SENTENCES, ids=[text[:9] for text, _ in SENTENCES])
def test_what_is_not_a_sentence_is_told_and_nothing_is_shown(text: str, said: str) -> None:
    assert words(text) == (Passage(), [said])


def test_a_wrong_link_in_a_sentence_is_told_at_its_field() -> None:
    passage, said = words("a\n[b](x.md)")
    assert said == ['3: Summary: found "x.md": no post lies there [link-to-nothing]']
    assert passage.html.html == "a\n<a>b</a>"


@pytest.mark.parametrize(
    ("seconds", "text", "said"),
    [
        pytest.param(
            0.02, "[" * 1700 + "](a)", "this post takes too long to turn into a page; look for long runs of brackets or stars, and shorten them [too-large]",
            marks=needs_timers,
        ),
        (20.0, "".join("\t" * depth + "- a\n\n" for depth in range(600)), "this post is nested too deep to turn into a page; take lists out of lists [too-large]"),
    ],
    ids=["time", "depth"],
)  # fmt: skip
def test_a_post_that_was_broken_off_leaves_the_next_one_as_it_is(seconds: float, text: str, said: str) -> None:
    teller = StoryTeller(OneOtherPost(), seconds=seconds)
    passage, problems = teller.story(text, source=SOURCE, line=10)
    assert (passage, [str(problem) for problem in problems]) == (Story(), [f"{SOURCE}:10: {said}"])
    next_passage, _ = teller.story("- a\n\n    - b\n\nc", source=SOURCE, line=1)
    assert next_passage == told("- a\n\n    - b\n\nc")[0]


ALONE = [
    ("`a`", "<code>a</code>"),
    (r"\[a", "[a"),
    ("[a](other.md)", '<a href="/other.md">a</a>'),
    ("[a][b]\n\n[b]: other.md", '<a href="/other.md">a</a>'),
    ("[a]\n\n[a]: other.md", '<a href="/other.md">a</a>'),
    ("<https://a.org>", '<a class="spelt-out" href="https://a.org">https://a.org</a>'),
    ("<a@b.org>", '<a href="mailto:a@b.org">a@b.org</a>'),
    ("HTTPS://a.org", '<a class="spelt-out" href="HTTPS://a.org">HTTPS://a.org</a>'),
    ("WWW.a.org", '<a class="spelt-out" href="https://WWW.a.org">WWW.a.org</a>'),
    ("a  \nb", "a<br>\nb"),
    ("a\\\nb", "a<br>\nb"),
    ("*a*", "<em>a</em>"),
    ("_a_", "<em>a</em>"),
    ("~~a~~", "<del>a</del>"),
]


@pytest.mark.parametrize(("text", "inside"), ALONE, ids=[text[:9] for text, _ in ALONE])
def test_a_sign_is_read_where_no_other_sign_stands(text: str, inside: str) -> None:
    assert html(text) == f"<p>{inside}</p>"
    assert html(f"<https://b.org> *c*\n\n{text}").endswith(f"<p>{inside}</p>")


def test_one_story_leaves_nothing_to_the_next() -> None:
    teller = StoryTeller(OneOtherPost())
    teller.story("## A\n\n[b]: other.md\n\n![A table](a.jpg)", source=SOURCE, line=1)
    passage, _ = teller.story("## A\n\n[a][b]", source=SOURCE, line=1)
    assert passage.html.html == '<h2 id="story-a">A</h2>\n<p>[a][b]</p>'


PIECES = [
    "a", "b ", " ", "\n", "\n\n", "    ", "\t", "\r", "\x02", "\x03", "\x00", "&", "&lt;", "&#106;", "&colon;", "&amp;", "<", ">",
    "<!--", "-->", "<script>", "</b>", "<a@b.cc>", "<https://b.cc>", "<x:", "onclick=", "javascript:", "data:", "https://",
    "//", "mailto:", "other.md", "a.jpg", "[", "](", ")", "![", "]: ", '"', "'", "`", "```", "\n```\n", "~~~", "{.a #b}", "*",
    "**", "_", "#", "## ", "\n# ", "\n===\n", "\n---\n", "- ", "1. ", "\n> ", "|", "\n-|-\n", ":   ", "\\", "wzxhzdk:0", "klzzwxh:0000",
    "amp", "ŵ", "\u2028", "[b]", "\n[b]: ",
]  # fmt: skip
stories = st.text(max_size=200) | st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
TELLER = StoryTeller(OneOtherPost())


@given(text=stories)
def test_any_story_tells_allowed_html_or_a_finding_and_no_secrets(text: str) -> None:
    passage, _ = TELLER.story(text, source=SOURCE, line=1)
    assert holes(passage.html.html) == []
    assert holes(passage.first_paragraph.html.html) == []
    assert not {"\x02", "\x03"} & set(passage.html.html + passage.plain)


@given(text=stories)
def test_any_sentence_tells_html_that_fits_into_a_paragraph_or_a_finding(text: str) -> None:
    passage, problems = TELLER.words(text, source=SOURCE, line=1, place="Summary")
    assert passage.html.html or problems
    assert holes(passage.html.html) == []
    assert not any(
        block in passage.html.html for block in ("<p", "</p", "<h", "<ul", "<ol", "<t", "<dl", "<blockquote")
    )


@given(before=stories, after=stories)
def test_no_text_around_a_comment_brings_it_out(before: str, after: str) -> None:
    page = TELLER.story(f"{before}<!-- secret -->{after}", source=SOURCE, line=1)[0].html.html
    outside_code = "".join(part.partition("</code>")[2] for part in f"</code>{page}".split("<code"))
    assert "&lt;!-- secret" not in outside_code
