"""A post that has moved: who goes to where it was is led on, and nobody notices otherwise."""

import json
from pathlib import Path
from typing import Any

import pytest

from plugins.blog.lost_threads import lost_threads
from plugins.blog.own_addresses import lost_addresses
from plugins.blog.site_model import site_model
from plugins.comments.archive import ArchivedComment, ArchivedThread
from plugins.workshops.intake import read_contents
from tests.support.diaries import LONDON, NOW, read, written
from tests.support.pages import rendered, settings_of, site_model_of, taking_comments

WORKSHOP = """
    ---
    title: The first evening
    date: 2016-10-10
    {formerly}
    workshop: {{number: 1, name: First, start: 2016-10-10, status: held}}
    ---
    We met.
    """
POST = """
    ---
    title: Our plan
    date: 2016-10-10
    {fields}
    ---
    We wrote it down.
    """


def pages(folder: Path, **files: str) -> dict[str, str]:
    content = written(folder, **files)
    return rendered(site_model_of(content, now=NOW, discussion=taking_comments(content)))


def post(fields: str = "") -> str:
    return POST.format(fields=fields)


def findings(folder: Path, **files: str) -> list[str]:
    return [str(problem) for problem in read(folder, **files)[1]]


def findings_of_the_site(folder: Path, **files: str) -> list[str]:
    model = site_model_of(written(folder, **files), now=NOW)
    return [str(problem) for problem in lost_addresses(model)]


def test_a_page_at_the_old_address_leads_on_and_names_the_new_one(tmp_path: Path) -> None:
    made = pages(tmp_path, posts__our_plan=post("formerly: [posts/plan, /2016/10/plan.html]"))
    for path in ("posts/plan/index.html", "2016/10/plan.html"):
        assert '<meta http-equiv="refresh" content="0; url=/posts/our-plan/">' in made[path]
        assert '<link rel="canonical" href="https://diary.example.org/posts/our-plan/">' in made[path]
        assert '<a href="/posts/our-plan/">Our plan</a>' in made[path]
    assert made["_redirects"] == (
        "/posts/plan/ /posts/our-plan/ 301!\n"
        "/posts/plan/ /posts/our-plan/ 301\n"
        "/2016/10/plan.html /posts/our-plan/ 301!\n"
        "/2016/10/plan.html /posts/our-plan/ 301\n"
    )


def test_no_list_for_programs_names_an_old_address(tmp_path: Path) -> None:
    made = pages(tmp_path, posts__our_plan=post("formerly: posts/plan"))
    assert "posts/plan/" in made["feed.xml"]  # The id, which is to stay.
    assert 'href="https://diary.example.org/posts/plan/"' not in made["feed.xml"]
    assert "posts/plan/" not in made["sitemap.xml"]
    assert "posts/plan/" not in made["index.html"]


@pytest.mark.parametrize("status", ["status: draft", "date: 2030-01-01"])
def test_what_is_not_out_yet_leads_nobody_on_and_leaves_no_trace(tmp_path: Path, status: str) -> None:
    text = POST.replace("    date: 2016-10-10\n", "") if "date" in status else POST
    made = pages(
        tmp_path, posts__our_plan=text.format(fields=f"{status}\n    formerly: posts/plan"), posts__other=post()
    )
    assert not [path for path in made if path.startswith("posts/plan")]
    assert "_redirects" not in made
    assert not [path for path, said in made.items() if "posts/plan" in said]


def test_a_hidden_post_is_led_on_to_and_no_list_tells_of_it(tmp_path: Path) -> None:
    made = pages(tmp_path, posts__our_plan=post("status: hidden\n    formerly: posts/plan"), posts__other=post())
    assert '<meta name="robots" content="noindex">' in made["posts/plan/index.html"]
    assert "refresh" in made["posts/plan/index.html"]
    assert "_redirects" not in made


def test_a_renamed_post_keeps_its_thread_its_event_and_its_ids(tmp_path: Path) -> None:
    before = pages(tmp_path / "before", workshops__one=WORKSHOP.format(formerly=""))
    after = pages(tmp_path / "after", workshops__first=WORKSHOP.format(formerly="formerly: workshops/one"))

    def lines(text: str, begin: str) -> list[str]:
        return [line for line in text.split("\n") if line.strip().startswith(begin)]

    def ids(text: str) -> list[Any]:
        return [item["id"] for item in json.loads(text)["items"]]

    uid = lines(before["workshops.ics"], "UID:")
    assert uid
    assert lines(after["workshops.ics"], "UID:") == uid
    for feed in ("feed", "timeline/feed"):
        assert ids(after[f"{feed}.json"]) == ids(before[f"{feed}.json"]) != []
        found = [text.split("<id>")[1:] for text in (before[f"{feed}.xml"], after[f"{feed}.xml"])]
        assert [each.split("<")[0] for each in found[0]] == [each.split("<")[0] for each in found[1]]
    (thread,) = json.loads(after["comments/threads.json"])["threads"]
    assert (thread["thread"], thread["address"]) == ("workshops/one/", "workshops/first/")
    assert '"workshops/one/"' in after["workshops/first/index.html"]


def test_a_post_that_came_back_leads_nowhere_and_keeps_what_it_was_known_by(tmp_path: Path) -> None:
    made = pages(tmp_path, posts__plan=post("formerly: [posts/plan, posts/our-plan]"))
    assert "refresh" not in made["posts/plan/index.html"]
    assert "url=/posts/plan/" in made["posts/our-plan/index.html"]
    assert "<id>https://diary.example.org/posts/plan/</id>" in made["feed.xml"]


def test_an_old_address_at_which_another_post_stands_is_told(tmp_path: Path) -> None:
    found = findings(tmp_path, posts__our_plan=post("formerly: posts/Plan.md"), posts__plan=post())
    assert found == [
        'content/posts/our-plan.md:4: Formerly: found "/posts/plan/", where content/posts/plan.md stands now; '
        "give that post another name, or take this line out [address-taken]"
    ]


def test_one_old_address_of_two_posts_is_told_at_both(tmp_path: Path) -> None:
    found = findings(
        tmp_path, posts__a=post("formerly: /2016/plan/"), posts__b=post("formerly: [posts/c, /2016/Plan/]")
    )
    assert found == [
        'content/posts/a.md:4: Formerly: found "/2016/plan/", which is under “formerly” in content/posts/b.md too; '
        "keep one of the two [address-taken]",
        'content/posts/b.md:4: Formerly, number 2: found "/2016/Plan/", which is under “formerly” in content/posts/a.md too; '
        "keep one of the two [address-taken]",
    ]


@pytest.mark.parametrize(
    "address", ["/feed.xml", "/timeline/", "/static/site.css", "/Posts/plan/", "/404.html", "/robots.txt/x"]
)
def test_an_address_of_the_diary_itself_is_told(tmp_path: Path, address: str) -> None:
    (found,) = findings_of_the_site(tmp_path, posts__our_plan=post(f"formerly: {address}"))
    shown = address if address.endswith((".html", "/")) else f"{address}/"
    assert found == (
        f'content/posts/our-plan.md:4: Formerly: found "{shown}", where the diary has a page or a file of its own '
        "(some computers see no difference in capitals); take this line out [address-taken]"
    )


def test_a_whole_link_to_an_old_address_still_leads_somewhere(tmp_path: Path) -> None:
    linking = post().replace("We wrote", "[Here](https://diary.example.org/posts/plan/) we wrote")
    assert findings_of_the_site(tmp_path, posts__our_plan=post("formerly: posts/plan"), posts__other=linking) == []


@pytest.mark.parametrize(
    ("fields", "link", "answer"),
    [
        ("formerly: posts/plan", "plan.md", "“plan.md” is now “our-plan.md”; write that"),
        ("formerly: posts/plan.md", "./Plan.md#then", "“Plan.md” is now “our-plan.md”; write that"),
        (
            "formerly: workshops/plan/",
            "../workshops/plan/index.md",
            "“../workshops/plan/index.md” is now “our-plan.md”; write that",
        ),
        ("formerly: /plan/", "../pages/plan.md", "“../pages/plan.md” is now “our-plan.md”; write that"),
        ("formerly: /2016/plan/", "plan.md", "no post lies there; did you mean “our-plan.md”?"),
    ],
)
def test_a_link_to_the_old_file_is_told_the_new_one(tmp_path: Path, fields: str, link: str, answer: str) -> None:
    content = written(
        tmp_path, posts__our_plan=post(fields), posts__other=post().replace("We wrote", f"[Here]({link}) we")
    )
    settings = settings_of(content, now=NOW)
    _, told = site_model(settings, read(tmp_path)[0])
    assert [str(problem) for problem in told] == [
        f'content/posts/other.md:6: found "{link}": {answer} [link-to-nothing]'
    ]


def test_a_reference_by_the_old_name_is_told_the_new_one(tmp_path: Path) -> None:
    asking = post(
        'formerly: posts/plan\n    ideas: [{id: late-library, name: Late library, about: "Open until nine."}]'
    )
    referring = post("prototypes: [{id: late, idea: plan#late-library, status: testing}]")
    assert findings(tmp_path, posts__our_plan=asking, posts__other=referring) == [
        'content/posts/other.md:4: Prototypes, number 1, “late”, idea: found "plan#late-library"; '
        "“plan” is now “our-plan”: write “our-plan#late-library” [link-to-nothing]"
    ]


def comments_at(*keys: str) -> dict[str, ArchivedThread]:
    said = ArchivedComment(id="1", parent=None, name="", created=NOW, edited=None, html="<p>Well done.</p>")
    return {key: ArchivedThread(thread=key, closed=False, comments=(said,)) for key in keys}


def lost(folder: Path, threads: dict[str, ArchivedThread], **files: str) -> list[str]:
    content = written(folder, **files)
    contents = read_contents(content, zone=LONDON, now=NOW)
    return [str(problem) for problem in lost_threads(taking_comments(content, threads), contents)]


def test_comments_whose_post_was_renamed_are_told_with_the_line_that_brings_them_back(tmp_path: Path) -> None:
    threads = comments_at("posts/plan/", "posts/other/", "posts/draft/")
    files = {"posts__other": post(), "posts__draft": post("status: draft")}
    assert lost(tmp_path, threads, posts__our_plan=post(), **files) == [
        "posts/plan/: comments are kept for this address (1), and there is no post; "
        "if it was renamed, write “formerly: posts/plan/” in it, else delete them [comments-without-post]"
    ]
    assert lost(tmp_path, threads, posts__our_plan=post("formerly: posts/plan/"), **files) == []


def test_comments_of_a_later_address_are_told_which_line_comes_first(tmp_path: Path) -> None:
    found = lost(tmp_path, comments_at("posts/our-plan/"), posts__our_plan=post("formerly: /2016/plan/"))
    assert found == [
        "content/posts/our-plan.md:4: Formerly: comments of “posts/our-plan/” are not shown, "
        "since the first address here is another; write “posts/our-plan/” first [comments-without-post]"
    ]
    mended = post("formerly: [posts/our-plan/, /2016/plan/]")
    assert lost(tmp_path, comments_at("posts/our-plan/"), posts__our_plan=mended) == []


def test_while_a_post_cannot_be_read_no_comments_are_called_lost(tmp_path: Path) -> None:
    assert lost(tmp_path, comments_at("posts/plan/"), posts__plan=post("stauts: draft")) == []


def test_the_comments_of_a_renamed_post_stand_below_it_and_its_feed_keeps_its_name(tmp_path: Path) -> None:
    content = written(tmp_path, posts__our_plan=post("formerly: posts/plan/"))
    discussion = taking_comments(content, comments_at("posts/plan/"))
    made = rendered(site_model_of(content, now=NOW, discussion=discussion))
    assert "Well done." in made["posts/our-plan/index.html"]
    assert 'name="thread" value="posts/plan/"' in made["posts/our-plan/index.html"]
    feed = made["posts/our-plan/comments.xml"]
    assert "<id>https://diary.example.org/posts/plan/#comments</id>" in feed
    assert "<id>https://diary.example.org/posts/plan/#comment-1</id>" in feed
    assert 'href="https://diary.example.org/posts/our-plan/#comment-1"' in feed
