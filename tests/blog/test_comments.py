"""Comments in the pages of a diary that was made up to show them."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import feedparser
import pytest

from plugins.blog.site_model import site_model
from plugins.comments.archive import merged, read_archive
from plugins.comments.discussion import Discussion
from plugins.comments.settings import comments_settings
from plugins.workshops.intake import read_diary
from tests.support.builds import build
from tests.support.pages import rendered, settings_of, site_model_of, taking_comments
from tests.test_sites import SITES

SITE = SITES / "comments"
CONTENT = SITE / "content"
NOW = datetime(2031, 7, 5, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def site() -> dict[str, str]:
    threads = merged([read_archive((SITE / "archive.json").read_bytes())])
    return rendered(site_model_of(CONTENT, now=NOW, discussion=taking_comments(CONTENT, threads)))


def comments_on(site: dict[str, str], path: str) -> str:
    page = site[f"{path}index.html"]
    found = re.search(r'<section class="section comments".*?</section>', page, re.DOTALL)
    return found[0] if found else ""


def test_comments_off_and_hidden_posts_and_pages_have_none(site: dict[str, str]) -> None:
    for path in ("posts/quiet/", "posts/with-the-link/", "about/"):
        assert comments_on(site, path) == "", path
        assert "comment-form" not in site[f"{path}index.html"], path
    assert "with-the-link" not in site["comments/threads.json"]
    assert "quiet" not in site["comments/threads.json"]


def test_drafts_are_in_the_list_of_threads_in_the_preview_alone(site: dict[str, str]) -> None:
    assert "not-yet" not in site["comments/threads.json"]
    preview = rendered(site_model_of(CONTENT, now=NOW, preview=True, discussion=taking_comments(CONTENT)))
    assert "posts/not-yet/" in preview["comments/threads.json"]


def test_after_the_last_day_the_page_says_that_comments_are_closed(site: dict[str, str]) -> None:
    over = comments_on(site, "posts/over/")
    assert "Comments are closed." in over
    assert "Pancakes." in over
    assert "What would you cook?" not in over
    assert "<form" not in over
    assert "Reply" not in over
    assert "Comments are closed." in comments_on(site, "workshops/second/")


def test_a_comment_from_elsewhere_is_shown_and_cannot_be_answered(site: dict[str, str]) -> None:
    first = comments_on(site, "workshops/first/")
    assert "This was said under the old website." in first
    assert "parent=w4" not in first
    assert "parent=17" in first


def test_hostile_words_and_names_are_shown_as_words_everywhere(site: dict[str, str]) -> None:
    whole = "\n".join(site.values())
    assert "<script>alert" not in whole
    assert "onclick" not in whole
    assert "javascript:" not in whole
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in comments_on(site, "workshops/first/")


def test_a_post_is_counted_in_lists_and_for_machines(site: dict[str, str]) -> None:
    assert '<a class="card__comments" href="/workshops/first/#comments">6 comments</a>' in site["posts/index.html"]
    assert '"commentCount": 6' in re.sub(r"\s*:\s*", ": ", site["workshops/first/index.html"])
    assert "commentCount" not in site["posts/hello/index.html"]


def test_a_posts_feed_has_its_comments_the_newest_first(site: dict[str, str]) -> None:
    feed = feedparser.parse(site["workshops/first/comments.xml"])
    assert not feed.bozo
    assert [entry.id.rpartition("#")[2] for entry in feed.entries] == [
        "comment-22",
        "comment-21",
        "comment-19",
        "comment-18",
        "comment-17",
        "comment-w4",
    ]
    assert feed.entries[4].summary == "A good evening has biscuits. And somebody who listens."
    assert (
        'title="Comments on Our first evening" href="/workshops/first/comments.xml"'
        in site["workshops/first/index.html"]
    )
    assert "workshops/second/comments.xml" not in site


def test_the_policy_is_wider_only_where_a_form_is(site: dict[str, str]) -> None:
    wide = [
        path for path, text in site.items() if path.endswith(".html") and "form-action &#39;self&#39; https" in text
    ]
    assert sorted(wide) == ["posts/hello/index.html", "workshops/first/index.html"]


def test_the_service_is_told_when_a_post_closes(site: dict[str, str]) -> None:
    told = json.loads(site["comments/threads.json"])
    assert told["site"] == {"name": "A diary", "address": "https://diary.example.org/", "language": "en-GB"}
    threads = {thread["thread"]: thread for thread in told["threads"]}
    assert threads["workshops/first/"]["closes"] == "2031-12-06T00:00:00+00:00"
    assert threads["workshops/first/"]["prompt_html"] == "What would make an evening <em>good</em> for you?"
    assert [key for key, thread in threads.items() if not thread["open"]] == ["workshops/second/"]


def test_a_diary_asks_for_no_answers_while_nobody_takes_them() -> None:
    pages = rendered(site_model_of(CONTENT, now=NOW))
    assert "comment-form" not in "".join(pages.values())
    assert "What would make an evening" not in "".join(pages.values())
    assert "comments/threads.json" not in pages


def test_a_post_whose_comments_are_elsewhere_is_no_thread_of_our_service(tmp_path: Path) -> None:
    (tmp_path / "content/posts").mkdir(parents=True)
    head = "---\ntitle: One\ndate: 2016\n"
    (tmp_path / "content/posts/ours.md").write_text(f"{head}---\nWords.\n", "utf-8")
    (tmp_path / "content/posts/theirs.md").write_text(f"{head}comments: {{provider: email}}\n---\nWords.\n", "utf-8")
    given = {"PATH": str(tmp_path / "content"), "DIARY_COMMENTS": {"email": {"address": "diary@example.org"}}}
    settings = comments_settings(given, {"DIARY_COMMENTS_SERVICE": "https://comments.example.org/"})
    made = site_model_of(tmp_path / "content", now=NOW, discussion=Discussion(settings, {}))
    threads = json.loads(rendered(made)["comments/threads.json"])["threads"]
    assert [thread["thread"] for thread in threads] == ["posts/ours/"]


def test_every_post_that_names_a_provider_which_is_not_set_up_is_told(tmp_path: Path) -> None:
    (tmp_path / "content/posts").mkdir(parents=True)
    (tmp_path / "content/posts/one.md").write_text(
        "---\ntitle: One\ndate: 2016\ncomments: {provider: email}\n---\nWords.\n", "utf-8"
    )
    settings = settings_of(tmp_path / "content", now=NOW)
    diary, _ = read_diary(settings.content, zone=settings.zone, now=settings.now)
    _, problems = site_model(settings, diary, discussion=taking_comments(tmp_path / "content"))
    assert [(problem.source, problem.line, problem.place) for problem in problems] == [
        ("content/posts/one.md", 4, "Comments, provider")
    ]


def test_a_provider_that_is_not_set_up_is_told_where_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "content/posts").mkdir(parents=True)
    text = "---\ntitle: One\ndate: 2016\ncomments:\n  provider: email\n---\nWords.\n"
    (tmp_path / "content/posts/one.md").write_text(text, "utf-8")
    run = build(tmp_path / "content", tmp_path / "output", environment={"DIARY_NOW": "2016-10-12T12:00"})
    assert run.returncode == 1
    assert (
        "content/posts/one.md:5: Comments, provider: “comments” in content/diary.yml has no “email” for the provider of this "
        "name; write there what it needs"
    ) in run.stderr
