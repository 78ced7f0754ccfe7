"""Links, pictures and headings, as an author types them and as they are answered."""

from xml.etree.ElementTree import Element, SubElement

import pytest

from plugins.story import Story
from plugins.story.elements import ElementRefused, Look
from tests.story.stories import SOURCE, OneOtherPost, findings, holes, html, shown, told

LINKS = [
    ("[a](other.md)", "/other.md"),
    ("[a](other.md 'a \" onclick=x')", '/other.md" title="a &quot; onclick=x'),
    ("[a][b]\n\n[b]: other.md", "/other.md"),
    ("[a](https://example.org/?a=1&copy=2)", "https://example.org/?a=1&amp;copy=2"),
    ("[a](HTTP://example.org/)", "HTTP://example.org/"),
    ("[a](https://example.org/&quot;onclick=x)", "https://example.org/%22onclick=x"),
    ("[a](https://example.org/a|b?{c}#d#e%zz)", "https://example.org/a%7Cb?%7Bc%7D#d%23e%25zz"),
    ("[a](https://münchen.example:8080/ü?ü#ü)", "https://münchen.example:8080/ü?ü#ü"),
    ("[a](http://[::1]/)", "http://[::1]/"),
    ("[a](mailto:%zz<kim@example.org>)", "mailto:%25zz%3Ckim@example.org%3E"),
    ("[a](#part)", "#part"),
    ("[a](mailto:robin@example.org)", "mailto:robin@example.org"),
    ("[a](tel:+441234)", "tel:+441234"),
    ("[a](&amp;#106;avascript:x/other.md)", "/&amp;#106;avascript:x/other.md"),
]


@pytest.mark.parametrize(("text", "href"), LINKS, ids=[text for text, _ in LINKS])
def test_a_link_leads_where_it_says(text: str, href: str) -> None:
    assert html(text) == f'<p><a href="{href}">a</a></p>'


BARE = "an address has no spaces and no backslashes; write %20 for a space and / for \\ [not-a-web-address]"
ONLY = "link to a post by its .md file, or to the web with https:// in front [link-to-nothing]"
REFUSED = [
    ("[a](javascript:alert(1))", f'10: found "javascript:alert(1)": {ONLY}'),
    ("[a](JaVaScRiPt:alert(1))", f'10: found "JaVaScRiPt:alert(1)": {ONLY}'),
    ("[a](java&#115;cript:x)", f'10: found "javascript:x": {ONLY}'),
    ("[a](&#x6A;avascript:x)", f'10: found "javascript:x": {ONLY}'),
    ("[a](javascript&colon;x/other.md)", f'10: found "javascript:x/other.md": {ONLY}'),
    ("[a](java&Tab;script:x)", f'10: found "java script:x": {BARE}'),
    ("[a](java\tscript:x)", f'10: found "java script:x": {BARE}'),
    ("[a](&#1;javascript:x)", '10: found "&#1;", which stands for no character; take it out [html]'),
    ("[a](data:text/html,x)", f'10: found "data:text/html,x": {ONLY}'),
    ("[a](vbscript:x)", f'10: found "vbscript:x": {ONLY}'),
    ("[a](ftp://example.org)", f'10: found "ftp://example.org": {ONLY}'),
    ("a\n\n[a][b]\n\n[b]: javascript:x", f'14: found "javascript:x": {ONLY}'),
    ("[a](//example.org/other.md)", f'10: found "//example.org/other.md": {ONLY}'),
    ("[a](/other.md)", f'10: found "/other.md": {ONLY}'),
    ("[a]()", f'10: found "": {ONLY}'),
    ("[a](\\\\\\\\example.org)", f'10: found "\\\\example.org": {BARE}'),
    ("[a](my other)", f'10: found "my other": {BARE}'),
    ("[a](my other.md?x=y z)", f'10: found "my other.md?x=y z": {BARE}'),
    ("[a](https:example.org)", '10: found "https:example.org": the address is not whole; write it with its host, www.example.org [not-a-web-address]'),
    ("[a](https://[1)", '10: found "https://[1": this is no address; write one such as https://www.example.org/page [not-a-web-address]'),
    ("[a](http://example.org:99999/)", '10: found "http://example.org:99999/": this is no address; write one such as https://www.example.org/page [not-a-web-address]'),
    ("[a](http://example.org:port/)", '10: found "http://example.org:port/": this is no address; write one such as https://www.example.org/page [not-a-web-address]'),
    ("[a](http://example..org/)", '10: found "http://example..org/": this is no address; write one such as https://www.example.org/page [not-a-web-address]'),
    ("[a](http://ex%20ample.org/)", '10: found "http://ex%20ample.org/": this is no address; write one such as https://www.example.org/page [not-a-web-address]'),
    ("[a](http://xn--a/)", '10: found "http://xn--a/": this is no address; write one such as https://www.example.org/page [not-a-web-address]'),
    ("[a](https://kim:secret@example.org/)", '10: found "https://kim:secret@example.org/": this is no address; write one such as https://www.example.org/page [not-a-web-address]'),
    ("[a](https://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.org/)", '10: found "https://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.org/": this is no address; write one such as https://www.example.org/page [not-a-web-address]'),
    ("[a](../outside.md)", '10: found "../outside.md": no post lies there [link-to-nothing]'),
    ("Text.\n\n[a](x.md)\n[a](x.md)", '12: found "x.md": no post lies there [link-to-nothing]'),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), REFUSED, ids=[text for text, _ in REFUSED])
def test_a_link_that_leads_nowhere_good_is_told_and_loses_its_address(text: str, said: str) -> None:
    assert findings(text)[0] == said
    assert "href" not in told(text)[0].html.html


def test_the_second_of_two_equal_links_is_told_at_its_own_line() -> None:
    assert findings("[a](x.md)\n\n[a](x.md)") == [
        '10: found "x.md": no post lies there [link-to-nothing]',
        '12: found "x.md": no post lies there [link-to-nothing]',
    ]


@pytest.mark.parametrize("words", ["", "  \n"])
def test_a_link_without_words_is_told(words: str) -> None:
    said = 'the link to "other.md" has no words; write [the words](other.md)'
    assert [problem.message for problem in told(f"[{words}](other.md)")[1]] == [said]


def test_an_explanation_of_nothing_is_told() -> None:
    said = "a line that begins with : explains the words in the line above it, and there are none; take : away [lost-shape]"
    assert findings("## A\n\n: x\n\n: y") == [f"12: {said}"]
    assert findings("Tea\n: A drink\n: A meal") == []


def test_a_link_inside_a_link_is_told() -> None:
    assert findings("[see <https://example.org/>](other.md)") == [
        '10: the link to "other.md" has another link in its words; keep one [link-words]'
    ]


@pytest.mark.parametrize("heading", ["##", "## ##", "## &nbsp;", "## ` `", "> ##"])
def test_a_heading_without_words_is_told_at_its_line(heading: str) -> None:
    assert findings(f"Words.\n\n## Part 2\n\n{heading}\n\nMore.")[0] == (
        "14: this heading has no words; write some behind the #, or take it out [heading]"
    )


def test_a_heading_of_signs_is_one() -> None:
    assert findings("## 🩷\n\n## ?!\n\n## 日本") == []


SHOWN = [
    ("![A table](a.jpg)", "<figure>A photo</figure>"),
    ("![](a.jpg)", "<figure>A photo</figure>"),
    ("- ![A table](a.jpg)", "<ul>\n<li><figure>A photo</figure></li>\n</ul>"),
    ("See ![A table](a.jpg) here", "<p>See</p><figure>A photo</figure><p>here</p>"),
    ("*See* ![A table](a.jpg)", "<p><em>See</em></p><figure>A photo</figure>"),
    ("![A table](&#97;.jpg)", "<figure>A photo</figure>"),
    ("![A table](left-out.jpg)", ""),
    ("![A table](left-out.jpg 'Of oak')", ""),
    ("![A table][t]\n\n[t]: left-out.jpg", ""),
    ("Here\n\n![A table](left-out.jpg)\n\nThere", "<p>Here</p>\n\n<p>There</p>"),
    ("See ![A table](left-out.jpg)here", "<p>See here</p>"),
    ("[![A table](left-out.jpg)](other.md 'Of oak')", ""),
    ("[*![A table](left-out.jpg)*](other.md) there", "<p>there</p>"),
    ("[![A table](left-out.jpg) more of it](other.md)", '<p><a href="/other.md"> more of it</a></p>'),
    ("* ![A table](left-out.jpg)", ""),
    ("## ![A table](left-out.jpg)", ""),
    ("a | b\n- | -\n![A table](left-out.jpg) | 2", None),
]


@pytest.mark.parametrize(("text", "page"), SHOWN, ids=[text for text, _ in SHOWN])
def test_a_picture_becomes_what_the_diary_makes_of_it(text: str, page: str | None) -> None:
    if page is not None:
        assert html(text) == page
    assert "A table" not in html(text)
    assert "oak" not in html(text)


def test_a_cell_keeps_its_place_when_its_picture_is_left_out() -> None:
    assert html("a | b\n- | -\n![A table](left-out.jpg) | 2").count("<td>") == 2


OUTSIDE = "a picture lies beside the post; copy it there and write ![what it shows](photos/name.jpg) [missing-file]"
ALONE = "a picture stands on a line of its own, in no heading, link or table, and not in bold [misplaced-picture]"
PICTURES = [
    ("![b.jpg](photos/b.jpg)", '10: found the picture "photos/b.jpg": the square brackets hold the file\'s name; say what the picture shows [missing-description]'),
    ("![A table](b.jpg)", '10: found the picture "b.jpg": no such picture lies there [missing-file]'),
    ("![A table](https://example.org/a.jpg)", f'10: found the picture "https://example.org/a.jpg": {OUTSIDE}'),
    ("![A table](//example.org/a.jpg)", f'10: found the picture "//example.org/a.jpg": {OUTSIDE}'),
    ("![A table](http://[1)", f'10: found the picture "http://[1": {OUTSIDE}'),
    ("![A table](javascript:x)", f'10: found the picture "javascript:x": {OUTSIDE}'),
    ("![A table](java&#115;cript&colon;x)", f'10: found the picture "javascript:x": {OUTSIDE}'),
    ("![A table](data:image/svg+xml,x)", f'10: found the picture "data:image/svg+xml,x": {OUTSIDE}'),
]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "## See ![A table](a.jpg)",
        "**See ![A table](a.jpg)**",
        "[See ![A table](a.jpg)](other.md)",
        "A | B\n--|--\n1 | ![A table](a.jpg)",
    ],
)
def test_a_picture_amid_other_things_is_told(text: str) -> None:
    (said,) = findings(text)
    assert said.endswith(f'found the picture "a.jpg": {ALONE}')
    assert "figure" not in told(text)[0].html.html


def test_words_for_a_picture_that_could_be_better_are_a_notice() -> None:
    story, (notice,) = told("![Photo of a table](a.jpg)")
    assert shown(story.parts) == "<figure>A photo</figure>"
    assert (
        str(notice)
        == "posts/a-post.md:10: “Photo of” is heard with every picture already; begin with what it shows [description-to-better]"
    )
    assert not notice.stops


@pytest.mark.parametrize(("text", "said"), PICTURES, ids=[text for text, _ in PICTURES])
def test_a_picture_that_cannot_be_shown_is_told(text: str, said: str) -> None:
    assert findings(text) == [said]
    assert told(text)[0] == Story()


HEADINGS = [
    ("# Plan", "10: “Plan” is as large as the title; write ## before it [heading]"),
    ("a\n\nPlan\n====", "12: “Plan” is as large as the title; write ## before it [heading]"),
    ("### Plan", "10: “Plan” skips a level of heading; write ## before it [heading]"),
    ("## A\n\n#### B", "12: “B” skips a level of heading; write ### before it [heading]"),
    ("# R&amp;D", "10: “R&D” is as large as the title; write ## before it [heading]"),
]


@pytest.mark.parametrize(("text", "said"), HEADINGS, ids=[text for text, _ in HEADINGS])
def test_a_heading_at_the_wrong_level_is_told(text: str, said: str) -> None:
    assert findings(text) == [said]


def test_headings_that_go_down_by_one_and_up_by_any_are_fine() -> None:
    assert html("## A\n### B\n#### C\n##### D\n###### E\n## F").count("<h2") == 2


ANCHORS = [
    ("## What we heard!", ["story-what-we-heard"]),
    ("## A\n\n## A\n\n## A", ["story-a", "story-a-2", "story-a-3"]),
    ("## A\n\n## A\n\n## A 2", ["story-a", "story-a-2", "story-a-2-2"]),
    ("## A 2\n\n## A\n\n## A", ["story-a-2", "story-a", "story-a-3"]),
    ("## Cŵn & R&amp;D", ["story-cwn-r-d"]),
    ("## 汉字", ["story-汉字"]),
    ("## ماذا بعد؟\n\n## ኣኼባና", ["story-ماذا-بعد", "story-ኣኼባና"]),
    ("## पहली कार्यशाला है\n\n## Our 第一 day", ["story-पहली-कार्यशाला-है", "story-our-第一-day"]),
    ("## 🎉\n\n## 🍵\n\n## ?!", ["story-1f389", "story-1f375", "story-3f-21"]),
    ("## A\n\n## 👩\u200d👧 🎉\n\n## 🎉", ["story-a", "story-1f469-1f467-1f389", "story-1f389"]),
]


@pytest.mark.parametrize(("text", "names"), ANCHORS, ids=[text for text, _ in ANCHORS])
def test_every_heading_has_an_anchor_of_its_own(text: str, names: list[str]) -> None:
    page = html(text)
    assert [part.partition('"')[0] for part in page.split('id="')[1:]] == names
    assert holes(page) == []


def test_a_table_says_what_its_columns_are_and_brings_no_style() -> None:
    page = html("a | b\n:-: | -\n1 | 2")
    assert page.count('<th scope="col">') == 2
    assert "style" not in page


@pytest.mark.parametrize(("tag", "attribute"), [("script", ""), ("p", "onclick"), ("a", "target")])
def test_an_element_that_markdown_must_not_make_breaks_the_build(tag: str, attribute: str) -> None:
    root = Element("div")
    SubElement(root, tag, {attribute: "x"} if attribute else {})
    with pytest.raises(ElementRefused, match=f"^<{tag} {attribute}> in posts/a-post.md$"):
        Look(source=SOURCE, resolver=OneOtherPost()).over(root)
