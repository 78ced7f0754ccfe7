"""Links between posts, references to what is not published, and pages of lists."""

from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

import pytest

from plugins.blog.settings import blog_settings
from plugins.blog.site_model import site_model
from plugins.workshops.intake import read_diary
from tests.blog.test_settings import USUAL
from tests.support.diaries import written
from tests.support.pages import rendered, site_model_of, taking_comments

NOW = datetime(2020, 1, 1, tzinfo=UTC)


def post(story: str = "Words.", fields: str = "") -> str:
    return f"---\ntitle: A post\ndate: 2016-10-10\n{fields}---\n{story}\n"


def findings(folder: Path, **files: str) -> list[str]:
    content = written(folder, **files)
    settings = blog_settings({**USUAL, "PATH": str(content)}, {"DIARY_NOW": "2020-01-01T12:00"})
    diary, problems = read_diary(content, zone=settings.zone, now=settings.now)
    _, told = site_model(settings, diary, broken=bool(problems))
    return [str(problem) for problem in (*problems, *told)]


@pytest.mark.parametrize(
    ("story", "answer"),
    [
        ("[there](two.md)", ""),
        ("[there](./two.md#a-part)", ""),
        ("[our own part](#our-own)\n\n## Our own", ""),
        ("`[there](two.md#prat)`", ""),
        ("[there](https://www.example.org/two.md#prat)", ""),
        (
            "[there](./two.md#a-prat)",
            'content/posts/one.md:5: found "./two.md#a-prat": that page has no heading of this name; did you mean “#a-part”? [link-to-nothing]',
        ),
        (
            "Words.\n\n[there][two]\n\n[two]: two.md#nothing-like-it",
            'content/posts/one.md:9: found "two.md#nothing-like-it": that page has no heading of this name [link-to-nothing]',
        ),
        (
            "[there](tow.md)",
            'content/posts/one.md:5: found "tow.md": no post lies there; did you mean “two.md”? [link-to-nothing]',
        ),
        (
            "[there](nothing-like-it-at-all.md)",
            'content/posts/one.md:5: found "nothing-like-it-at-all.md": no post lies there [link-to-nothing]',
        ),
        (
            "[there](www.example.org/page#part)",
            'content/posts/one.md:5: found "www.example.org/page#part": '
            "write https://www.example.org/page#part [link-to-nothing]",
        ),
        (
            "[there](example.co.uk)",
            'content/posts/one.md:5: found "example.co.uk": write https://example.co.uk [link-to-nothing]',
        ),
        (
            "[write to me](me@example.org)",
            'content/posts/one.md:5: found "me@example.org": write mailto:me@example.org [link-to-nothing]',
        ),
        (
            "[the list](handout.pdf)",
            'content/posts/one.md:5: found "handout.pdf": a hand-out gets its link by the agenda; '
            "name “handout.pdf” under “materials” there, and take this link out [link-to-nothing]",
        ),
        (
            "[the list](handout.docx)",
            'content/posts/one.md:5: found "handout.docx": '
            "save it as PDF, name that under “materials” in the agenda, and take this link out [link-to-nothing]",
        ),
        (
            "[there](../../secret.md)",
            'content/posts/one.md:5: found "../../secret.md": '
            "this leads out of the content folder; link to a post inside it [link-to-nothing]",
        ),
        (
            "[there](draft.md)",
            'content/posts/one.md:5: found "draft.md": “Later” is not published yet, '
            "so this link would lead nowhere; take the link out until then [link-to-hidden]",
        ),
        (
            "![A table](photos/none.jpg)",
            'content/posts/one.md:5: found the picture "photos/none.jpg": no such picture lies beside this post [missing-file]',
        ),
    ],
)
def test_a_link_leads_to_a_post_or_is_a_finding(tmp_path: Path, story: str, answer: str) -> None:
    told = findings(
        tmp_path,
        posts__one=post(story),
        posts__two=post("Words.\n\n## A part"),
        posts__draft="---\ntitle: Later\nstatus: draft\n---\nX.\n",
    )
    assert told == ([answer] if answer else [])


def test_words_of_the_front_matter_lead_to_headings_that_are_there(tmp_path: Path) -> None:
    fields = "summary: See [the part](#prat) and [the other](#part).\n"
    assert findings(tmp_path, posts__one=post("Words.\n\n## Part", fields)) == [
        'content/posts/one.md:4: Summary: found "#prat": that page has no heading of this name; did you mean “#part”? [link-to-nothing]'
    ]


def test_a_published_post_may_not_point_at_what_a_draft_holds(tmp_path: Path) -> None:
    draft = "---\ntitle: Later\nstatus: draft\nideas:\n  - {id: tea, name: Tea}\n  - {id: cake, name: Cake}\n---\nX.\n"
    named = post(fields="prototypes:\n  - {id: p, idea: tea, status: designing}\n")
    placed = post(fields="prototypes:\n  - {id: q, idea: draft#cake, status: designing}\n")
    told = "which stands in content/posts/draft.md, and that is hidden or not published yet; publish it first, or take this out [link-to-hidden]"
    assert findings(tmp_path, posts__draft=draft, posts__one=named, posts__two=placed) == [
        f'content/posts/one.md:5: Prototypes, number 1, “p”, idea: found "tea", {told}',
        f'content/posts/two.md:5: Prototypes, number 1, “q”, idea: found "draft#cake", {told}',
    ]


def test_other_findings_leave_references_for_later(tmp_path: Path) -> None:
    assert findings(tmp_path, posts__one=post(fields="titel: x\n")) == [
        "content/posts/one.md:4: there is no field “titel” here; did you mean “title”? [unknown-key]"
    ]
    broken = tmp_path / "content" / "posts" / "broken.md"
    broken.write_bytes(b"")
    assert len(findings(tmp_path)) == 2


def test_a_tag_without_letters_is_a_finding(tmp_path: Path) -> None:
    assert findings(tmp_path, posts__one=post(fields="tags: '!!'\n")) == [
        'content/posts/one.md:4: Tags: found "!!", which no address can be made of; write it with letters or numbers [unusable-address]'
    ]


def test_lists_number_their_pages_from_the_oldest(tmp_path: Path) -> None:
    files = {f"posts__p{number:02}": post().replace("-10\n", f"-{number:02}\n", 1) for number in range(1, 26)}
    pages = rendered(site_model_of(written(tmp_path, **files), now=NOW))
    lists = sorted(path for path in pages if path.startswith("posts/page/"))
    assert lists == ["posts/page/1/index.html"]
    assert "Page 1. Page 1 has the oldest posts." in pages[lists[0]]
    assert 'href="/posts/page/1/"' in pages["posts/index.html"]


def test_an_idea_that_is_only_talked_about_says_how_far_it_came(tmp_path: Path) -> None:
    fields = (
        "ideas:\n  - {id: tea, name: Tea}\n  - {id: cake, name: Cake}\n  - {id: bun, name: Bun}\n"
        "  - {id: pie, name: Pie}\n  - {id: jam, name: Jam}\n"
        "votes:\n  - id: v\n    question: Which?\n    method: not-known\n    counts: not-kept\n    chosen: Tea\n"
        "    options: [{name: Tea, idea: tea}, {name: Cake, idea: cake}]\n"
        "prototypes: {id: old, idea: bun, status: dropped}\n"
        "blueprints: [{service: Lunch, steps: {step: Eat}}, {idea: jam, steps: {step: Stir}}]\n"
    )
    pages = rendered(site_model_of(written(tmp_path, posts__one=post(fields=fields)), now=NOW))
    assert "Not chosen" in pages["ideas/cake/index.html"]
    assert "We chose it" in pages["ideas/tea/index.html"]
    assert "We did not take it further" in pages["ideas/bun/index.html"]
    assert "An idea so far" in pages["ideas/pie/index.html"]
    assert "We drew how it would work" in pages["ideas/jam/index.html"]


def test_a_link_to_a_part_leads_to_a_heading_or_to_what_has_that_id(tmp_path: Path) -> None:
    fields = "ideas: {id: tea, name: Tea}\n"
    story = "## What we heard\n\n[here](#what-we-heard) and [there](two.md#what-we-heard) and [tea](two.md#tea)"
    content = written(tmp_path, posts__one=post(story), posts__two=post("## What we heard\n\nMuch.", fields))
    page = rendered(site_model_of(content, now=NOW))["posts/one/index.html"]
    assert 'id="story-what-we-heard"' in page
    for href in ("/posts/one/#story-what-we-heard", "/posts/two/#story-what-we-heard", "/posts/two/#tea"):
        assert f'href="{href}"' in page


HEADINGS = {
    "ماذا بعد؟": ("ماذا-بعد", "ماذا-بعد؟"),
    "ኣኼባና ሎሚ": ("ኣኼባና-ሎሚ",),
    "पहली कार्यशाला है": ("पहली-कार्यशाला-है",),
    "我们的第一次会议": ("我们的第一次会议",),
    "Tŷ a Gŵyl": ("ty-a-gwyl", "tŷ-a-gŵyl", "Tŷ-a-Gŵyl"),
    "Tea & *ideas*": ("tea-ideas", "tea--ideas"),
    "🎉": ("🎉", "1f389"),
    "?!": ("?!",),
}


@pytest.mark.parametrize(("heading", "spelt"), HEADINGS.items(), ids=list(HEADINGS))
def test_a_heading_of_any_script_is_reached_however_its_name_is_spelt(
    tmp_path: Path, heading: str, spelt: tuple[str, ...]
) -> None:
    links = " ".join(f"[the part](#{each}) [the part](two.md#{each})" for name in spelt for each in (name, quote(name)))
    story = f"## {heading}\n\nSee {links}."
    pages = rendered(site_model_of(written(tmp_path, posts__one=post(story), posts__two=post(story)), now=NOW))
    page = pages["posts/one/index.html"]
    name = page.partition('id="story-')[2].partition('"')[0]
    assert (
        page.count(f'href="/posts/one/#story-{name}"')
        == page.count(f'href="/posts/two/#story-{name}"')
        == 2 * len(spelt)
    )


def test_a_later_verdict_stands_after_an_earlier_report_in_an_ordinary_post(tmp_path: Path) -> None:
    workshop = "---\ntitle: Later\ndate: 2016-12-01\nworkshop: {start: 2016-12-01}\n"
    verdict = f"{workshop}prototypes: {{id: one#p, status: adopted}}\n---\nX.\n"
    begun = post(fields="ideas: {id: tea, name: Tea}\nprototypes: {id: p, idea: tea, status: testing}\n")
    pages = rendered(site_model_of(written(tmp_path, posts__one=begun, workshops__late=verdict), now=NOW))
    assert "It is a service now" in pages["ideas/index.html"]
    assert 'id="p"' in pages["posts/one/index.html"]


def test_a_question_to_readers_is_asked_while_they_can_answer(tmp_path: Path) -> None:
    asked = {
        "open": "comments: {prompt: What do you think?}\n",
        "shut": "comments: {prompt: What do you think?, open: false}\n",
        "over": "comments: {prompt: What do you think?, closes: 2019-12-31}\n",
        "soon": "comments: {prompt: What do you think?, closes: 2020-01-01}\n",
    }
    files = {f"posts__{name}": post(fields=fields) for name, fields in asked.items()}
    content = written(tmp_path, **files)
    pages = rendered(site_model_of(content, now=NOW, discussion=taking_comments(content)))
    shown = [name for name in asked if "What do you think?" in pages[f"posts/{name}/index.html"]]
    assert shown == ["open", "soon"]
    nobody_answers = rendered(site_model_of(content, now=NOW))
    assert "What do you think?" not in "".join(nobody_answers.values())


def test_a_link_of_another_program_is_offered_with_the_file_that_it_means(tmp_path: Path) -> None:
    links = "[[A post]] [[First#Plan|ours]] [[Nowhere]]"
    workshop = "---\ntitle: Our first\ndate: 2016-10-10\nworkshop:\n  start: 2016-10-10\n---\nWords.\n"
    told = findings(tmp_path, posts__one=post(links), workshops__first=workshop)
    assert [finding.partition("; write ")[2] for finding in told] == [
        "[A post](one.md) [other-program]",
        "[ours](../workshops/first/index.md#plan) [other-program]",
        "[Nowhere](nowhere.md) [other-program]",
    ]
