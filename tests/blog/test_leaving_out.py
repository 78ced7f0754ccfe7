"""A diary without the posts that have something to mend: which go, which stay, and what becomes of what led to them."""

from pathlib import Path

import pytest

from plugins.blog.site_building import Making, whole
from plugins.frontmatter import ContentFile
from plugins.photos.pipeline import Pipeline
from plugins.workshops.intake import read_contents
from plugins.workshops.intake.duplicate_photos import pictures_named_in
from tests.blog.fit_sites import ABOUT, made, post, shown
from tests.support.diaries import LONDON, NOW, written
from tests.support.pages import rendered, settings_of
from tests.support.photographs import put


def test_a_diary_without_findings_is_published_whole(tmp_path: Path) -> None:
    site = made(tmp_path, posts__a=post("A"), pages__about=ABOUT)
    assert shown(site) == ["pages/about.md", "posts/a.md"]
    assert not site.left_out


def test_a_post_with_a_finding_is_in_no_byte_of_the_site_and_what_led_to_it_is_words(tmp_path: Path) -> None:
    site = made(
        tmp_path,
        posts__a=post("Quillfeather", "The Quillfeather story.", "tags: [quillfeather]\nbogus: 1\n"),
        posts__b=post("B", "See [*the* other](a.md#huge)."),
    )
    assert shown(site) == ["posts/b.md"]
    assert site.left_out.sources == ("content/posts/a.md",)
    assert site.left_out.lines == ("content/posts/a.md:5",)
    pages = rendered(site.model)
    assert "<p>See <em>the</em> other.</p>" in pages["posts/b/index.html"]
    assert [path for path, text in pages.items() if "quillfeather" in (path + text).casefold()] == []


_REFERRING = """\
workshop: {start: 2016-10-10 10:00}
answers:
  - {to: a#tea, did: We bought tea., status: done}
ideas:
  - {id: own, name: Our own, from: [a#late, b-note]}
votes:
  - {id: v, question: Which?, method: show-of-hands, options: [{name: Shed, idea: shed, votes: 1}, {name: Own, idea: own, votes: 3}]}
journeys:
  - {id: b-way, title: A way, persona: a#robin, stages: [{name: First, insights: [{id: b-note, text: We learned.}]}]}
blueprints:
  - {idea: [shed, own], steps: [{step: One, frontstage: [A hello.]}]}
prototypes:
  - {id: a#try, idea: shed, status: adopted, learned: It works.}
"""
_REFERRED_TO = """\
ideas: [{id: shed, name: The Quillfeather shed}]
feedback: {even_better_if: [{id: tea, said: there was tea}]}
personas: [{id: robin, name: Robin, composite: true}]
journeys: [{id: a-way, title: A way, stages: [{name: First, problems: [{id: late, text: Late bus.}]}]}]
prototypes: [{id: try, idea: shed, status: testing}]
"""


@pytest.mark.parametrize("fault", ["bogus: 1\n", "title: Twice\n", "status: draft\n", "date: 2031-01-01\n"])
def test_a_post_is_published_without_its_references_to_one_that_is_not(tmp_path: Path, fault: str) -> None:
    """It is refused with a field that does not exist, cannot be read at all, or is not public."""
    fields = _REFERRED_TO + fault
    other = post("Quillfeather", fields=fields).replace("date: 2016-10-10\n" if "date" in fault else "\0", "")
    site = made(tmp_path, posts__a=other, workshops__b=post("B", "We met.", _REFERRING))
    assert shown(site) == ["workshops/b/index.md"]
    assert site.left_out.sources == (("content/posts/a.md",) if fault[0] in "bt" else ())
    page = rendered(site.model)["workshops/b/index.html"]
    assert "Shed" in page
    assert "Blueprint of Our own" in page
    assert "quillfeather" not in page.casefold()
    assert 'href="/ideas/shed/"' not in page


def test_a_reference_that_leads_nowhere_by_itself_is_a_finding_still(tmp_path: Path) -> None:
    answer = "answers: [{to: c#tea, did: We bought tea., status: done}]\n"
    site = made(
        tmp_path, posts__a=post("A", fields="bogus: 1\n"), posts__b=post("B", fields=answer), posts__c=post("C")
    )
    assert shown(site) == ["posts/c.md"]
    assert [str(finding) for finding in site.left_out.findings if finding.source == "content/posts/b.md"] == [
        'content/posts/b.md:4: Answers, number 1, to: found "c#tea"; there is no thing that was asked for of that id in “c” [link-to-nothing]'
    ]


def test_a_listed_post_is_published_without_its_references_to_one_that_is_hidden(tmp_path: Path) -> None:
    hidden = post("Hidden", "See [B](../workshops/b/index.md).", _REFERRED_TO + "status: hidden\n")
    site = made(tmp_path, posts__a=hidden, workshops__b=post("B", "See [that](../../posts/a.md).", _REFERRING))
    assert shown(site) == ["posts/a.md", "workshops/b/index.md"]
    assert not site.left_out
    pages = rendered(site.model)
    assert '<p>See <a href="/posts/a/">that</a>.</p>' in pages["workshops/b/index.html"]
    assert [path for path, text in pages.items() if "quillfeather" in text.casefold()] == ["posts/a/index.html"]


def test_of_two_posts_with_one_address_or_one_idea_neither_is_published(tmp_path: Path) -> None:
    idea = "ideas: [{id: shed, name: A shed}]\n"
    site = made(
        tmp_path,
        posts__a=post("A"),
        posts__b=post("B", fields="slug: a\n"),
        posts__c=post("C", fields=idea),
        posts__d=post("D", fields=idea),
        posts__e=post("E", "[To A](a.md)"),
    )
    assert shown(site) == ["posts/e.md"]


def test_findings_that_come_up_late_leave_their_post_out_too(tmp_path: Path) -> None:
    site = made(
        tmp_path,
        private="Robin Quillfeather\n",
        posts__a=post("A", "# Huge"),
        posts__b=post("B", "[To C](c.md#lost)"),
        posts__c=post("C", "## Found"),
        posts__d=post("D", "Robin Quillfeather was there."),
        pages__about=post("About", "<script>alert(1)</script>"),
    )
    assert shown(site) == ["posts/c.md"]
    assert len(site.left_out.findings) == 4


def test_a_broken_picture_takes_its_own_post_alone(tmp_path: Path) -> None:
    photo = "photos: [{file: photos/a.jpg, alt: A lamp, people: none}]\nimage: photos/a.jpg\n"
    for name in ("a", "b"):
        put(tmp_path / "content/workshops" / name, "photos/a.jpg")
    (tmp_path / "content/workshops/a/photos/a.jpg").write_bytes(b"no picture")
    fields = "workshop: {start: 2016-10-10}\n" + photo
    site = made(tmp_path, workshops__a=post("A", fields=fields), workshops__b=post("B", fields=fields))
    assert shown(site) == ["workshops/b/index.md"]


def test_where_the_list_of_private_words_cannot_be_used_no_post_is_published(tmp_path: Path) -> None:
    site = made(tmp_path, refused="the list is empty.", posts__a=post("A"), pages__about=ABOUT)
    assert shown(site) == []
    assert "index.html" in rendered(site.model)
    assert {each.message for each in site.left_out.findings} == {
        "the list is empty.",
        "this cannot be searched for private words, since the list of them cannot be used",
    }


def test_a_diary_in_which_everything_is_broken_still_has_its_home_page(tmp_path: Path) -> None:
    site = made(tmp_path, posts__a="no front matter", workshops__b=post("B"), pages__about="---\n")
    assert shown(site) == []
    assert {"index.html", "feed.xml", "sitemap.xml"} <= set(rendered(site.model))


def test_a_draft_with_findings_is_nothing_that_the_site_goes_without(tmp_path: Path) -> None:
    site = made(tmp_path, posts__a=post("A", "# Huge", "status: draft\nimage: nowhere.jpg\n"), posts__b=post("B"))
    assert not site.left_out


_CONSENTED = "photos: [{file: photos/a.jpg, alt: Two people, people: recognisable, consent: C-1}]\n"
_QUOTED = "workshop: {start: 2016-10-10}\nfeedback: {quotes: [{words: I felt heard, consent: C-2}]}\n"


@pytest.mark.parametrize(
    "register",
    ["C-1: {covers: [photo]\n", "C-1: {covers: everything}\nC-2: {covers: [quote], withdrawn: }\n", "- C-1\n", "\0"],
)
def test_a_register_that_cannot_be_read_covers_nothing_and_keeps_nothing_else(tmp_path: Path, register: str) -> None:
    put(tmp_path / "content/workshops/a", "photos/a.jpg")
    (tmp_path / "content/consent.yml").write_text(register, "utf-8")
    site = made(tmp_path, workshops__a=post("A", fields=_QUOTED + _CONSENTED), posts__b=post("B"))
    assert shown(site) == ["posts/b.md", "workshops/a/index.md"]
    assert site.left_out.sources == ()
    assert {each.source for each in site.left_out.findings} == {"content/consent.yml"}
    pages = rendered(site.model)
    assert [path for path, text in pages.items() if "I felt heard" in text or "Two people" in text] == []


def test_one_entry_of_the_register_that_cannot_be_read_leaves_the_others_alone(tmp_path: Path) -> None:
    put(tmp_path / "content/workshops/a", "photos/a.jpg")
    (tmp_path / "content/consent.yml").write_text("C-1: {covers: everything}\nC-2: {covers: [quote]}\n", "utf-8")
    page = rendered(made(tmp_path, workshops__a=post("A", fields=_QUOTED + _CONSENTED)).model)["workshops/a/index.html"]
    assert "I felt heard" in page
    assert "Two people" not in page


def test_a_copy_of_a_picture_that_a_broken_post_names_is_left_out_since_nobody_knows_its_consent(
    tmp_path: Path,
) -> None:
    put(tmp_path / "content/workshops/a", "photos/a.jpg")
    put(tmp_path / "content/workshops/b", "photos/copy.jpg")
    copied = (tmp_path / "content/workshops/a/photos/a.jpg").read_bytes()
    (tmp_path / "content/workshops/b/photos/copy.jpg").write_bytes(copied)
    broken = post("A", fields=_CONSENTED + "title: Twice\n")
    fields = "workshop: {start: 2016-10-10}\nphotos: [{file: photos/copy.jpg, alt: A lamp, people: none}]\n"
    site = made(tmp_path, workshops__a=broken, workshops__b=post("B", fields=fields))
    assert shown(site) == ["workshops/b/index.md"]
    assert not [path for path in rendered(site.model) if path.startswith("pictures/")]


def test_what_a_broken_post_says_is_withdrawn_is_left_out_everywhere(tmp_path: Path) -> None:
    for name in ("a", "b"):
        put(tmp_path / "content/workshops" / name, "photos/a.jpg")
    (tmp_path / "content/consent.yml").write_text("C-1: {covers: [photo], withdrawn: 2016-11-01}\n", "utf-8")
    fields = "workshop: {start: 2016-10-10}\nphotos: [{file: photos/a.jpg, alt: A lamp, people: none}]\n"
    site = made(tmp_path, workshops__a=post("A", "# Huge", _CONSENTED), workshops__b=post("B", fields=fields))
    assert shown(site) == ["workshops/b/index.md"]
    assert not [path for path in rendered(site.model) if path.startswith("pictures/")]


def test_an_ordinary_edition_has_everything_and_tells_every_finding(tmp_path: Path) -> None:
    content = written(tmp_path, posts__a=post("A", "# Huge", "image: nowhere.jpg\n"), posts__b=post("B"))
    contents = read_contents(content, zone=LONDON, now=NOW)
    model, problems = whole(contents, Making(settings_of(content, now=NOW), tmp_path, Pipeline()))
    assert len(model.publication.entries) == 2
    assert [problem.line for problem in problems if problem.stops] == [4, 4, 6]


def test_of_a_post_that_cannot_be_opened_every_file_beside_it_may_be_meant(tmp_path: Path) -> None:
    put(tmp_path / "a", "photos/a.jpg")
    file = ContentFile("content/workshops/a/index.md", tmp_path / "a", "index.md", kind="workshop", slug="a")
    told = "photos/a.jpg in content/workshops/a/index.md"
    assert list(pictures_named_in([file])) == [(tmp_path / "a/photos/a.jpg", told)]


def test_a_name_that_windows_keeps_for_itself_is_a_finding_at_its_line(tmp_path: Path) -> None:
    idea = "ideas: [{id: aux, name: A shed}]\n"
    site = made(
        tmp_path, posts__a=post("A", fields="tags: [Con, b]\n"), posts__b=post("B", fields=idea), posts__con=post("C")
    )
    assert shown(site) == []
    told = "Windows keeps this name for itself, so no folder can have it; write another"
    assert list(map(str, site.left_out.findings)) == [
        f'content/posts/a.md:4: Tags, number 1: found "Con", which no address can be made of; {told} [unusable-address]',
        f'content/posts/b.md:4: Ideas, idea 1, “A shed”, id: found "aux"; {told} [not-an-id]',
        f"content/posts/con.md:2: “con” becomes the page's address: {told} [unusable-address]",
    ]
