"""No comment keeps the diary off the web: the worst ones of every origin, built and looked at as it would go out."""

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from plugins.blog.comment_screening import fit_to_show
from plugins.blog.site_model import SiteModel
from plugins.comments.archive import merged, read_archive
from plugins.comments.discussion import Discussion
from plugins.consent.private_words import given_words
from plugins.problems import Problem
from plugins.publishing.lastlook.look import LookSettings, look
from tests.comments.contents import content_faults, words
from tests.comments.test_markup import REBUILT
from tests.comments.test_sanitising import HOSTILE
from tests.support.builds import build
from tests.support.diaries import LONDON, without_code
from tests.support.pages import site_model_of, taking_comments

QUOTE = "I never knew who would be in the room"
FILES = {
    "consent.yml": "C-07: {covers: [quote], withdrawn: 2026-02-01}\nC-08: {covers: [quote], until: 2026-03-01}\n",
    "pages/about.md": "---\ntitle: About\n---\nAbout this diary.\n",
    "posts/welcome.md": "---\ntitle: Welcome\ndate: 2026-01-02\n---\nHello to all readers.\n",
    "posts/second.md": "---\ntitle: Second\ndate: 2026-01-03\n---\nHello again.\n",
    "posts/to-come.md": "---\ntitle: To come\ndate: 2090-01-03\n---\nThe new house opens its doors in spring.\n",
    "posts/met.md": (
        "---\ntitle: We met\ndate: 2026-01-04\nfeedback:\n  quotes:\n"
        f'    - {{words: "{QUOTE}", who: "Somebody", consent: C-07}}\n'
        '    - {words: "Somebody must tell us these things beforehand", who: "Somebody", consent: C-08}\n---\nWe met.\n'
    ),
}
REFUSED = {
    "<p>Write to mo.lo@example.net about it.</p>": "an e-mail address",
    "<p>Find me: @mo@social.example</p>": "an e-mail address",
    "<p>It is in /home/mo/notes.txt</p>": "a folder of somebody's computer",
    "<p>See C:\\Users\\moritz\\x</p>": "a folder of somebody's computer",
    "<p>They signed C-07, I think.</p>": "a consent's reference",
    "<p>It was Marmaduke who said it.</p>": "line 1 of the private words",
    f"<p>Where is “{QUOTE.lower()}” gone?</p>": "words of a quote that nobody agreed to any more",
    "<p>But somebody MUST tell us <em>these</em> things…</p>": "words of a quote that nobody agreed to any more",
    "<p>The new house opens its doors, I hear.</p>": "words of a post that is still to come",
}
LINKS = {
    '<p><a href="https://diary.example.org/posts/second/">alive</a></p>': True,
    '<p><a href="https://elsewhere.example/posts/gone/">elsewhere</a></p>': True,
    '<p><a href="https://diary.example.org/posts/gone/">gone</a></p>': False,
    '<p><a href="https://diary.example.org/posts/second/#gone">nowhere</a></p>': False,
    '<p><a href="https://diary.example.org/posts/to-come/">secret</a></p>': False,
    '<p><a href="posts/second/">relative</a></p>': False,
    '<p><a href="#comment-1">here</a></p>': False,
}


@dataclass(frozen=True)
class Built:
    output: Path
    content: Path
    told: str

    def page(self, address: str) -> str:
        return (self.output / address / "index.html").read_text("utf-8")


def archive(letter: str, thread: str, comments: list[tuple[str, str]]) -> str:
    """Each answers the one before."""
    numbered = [(f"{letter}{number}", name, html) for number, (name, html) in enumerate(comments, start=1)]
    written = [
        {
            "id": number,
            "parent": numbered[place - 1][0] if place % 3 else None,
            "name": name,
            "created": "2026-01-05T10:00:00Z",
            "edited": None,
            "html": html,
        }
        for place, (number, name, html) in enumerate(numbered)
    ]
    return json.dumps(
        {
            "version": 1,
            "exported": "2026-01-06T10:00:00Z",
            "threads": [{"thread": thread, "closed": False, "comments": written}],
        }
    )


@pytest.fixture(scope="module", params=[(), ("-e", "DIARY_LEAVE_OUT=true")], ids=["whole", "leaving out"])
def diary(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Built as always, and as when somebody is taken off the web while something else is to be mended."""
    folder = tmp_path_factory.mktemp("worst")
    for path, text in FILES.items():
        (folder / "content" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "content" / path).write_text(text, "utf-8")
    kept = folder / "kept"
    kept.mkdir()
    harmless = [html for html, _ in REBUILT]
    refused = [("Mo", html) for html in REFUSED]
    (kept / "archive.json").write_text(
        archive(
            "",
            "posts/welcome/",
            [*refused, ("mo@example.net", "<p>A named one.</p>"), *(("Ann", html) for html in harmless)],
        ),
        "utf-8",
    )
    (kept / "imported.json").write_text(
        archive(
            "w", "posts/welcome/", [*refused, *(("Bo", html) for html in HOSTILE), *(("Cy", html) for html in LINKS)]
        ),
        "utf-8",
    )
    (kept / "mastodon.json").write_text(
        archive("m", "posts/second/", [*refused, *(("🩷", html) for html in harmless)]), "utf-8"
    )
    environment = {"DIARY_COMMENTS_ARCHIVE": str(kept / "archive.json"), "DIARY_PRIVATE_WORDS_LIST": "Marmaduke"}
    run = build(folder / "content", folder / "output", *request.param, environment=environment)
    assert run.returncode == 0, run.stdout + run.stderr
    return Built(folder / "output", folder / "content", run.stdout + run.stderr)


def shown(page: str) -> dict[str, str]:
    """The text of each comment on a page, by its number."""
    return dict(re.findall(r'id="comment-(\w+)" .*?<div class="comment__text" dir="auto">(.*?)</div>', page, re.DOTALL))


def test_the_last_look_has_nothing_against_it(diary: Built) -> None:
    private = given_words({"DIARY_PRIVATE_WORDS_LIST": "Marmaduke"}, published=())
    settings = LookSettings(now=datetime.now(UTC), zone=LONDON, private=private)
    assert list(map(str, look(diary.output, settings, content=diary.content))) == []


@pytest.mark.parametrize(("address", "letter"), [("posts/welcome", ""), ("posts/welcome", "w"), ("posts/second", "m")])
def test_what_may_not_be_said_is_nowhere_and_told_without_a_word_of_it(diary: Built, address: str, letter: str) -> None:
    comments = shown(diary.page(address))
    assert not {f"{letter}{number}" for number in range(1, len(REFUSED) + 1)} & set(comments)
    where = {"": "at the moderators' desk", "w": "in imported.json", "m": "at Mastodon"}[letter]
    for number, reason in enumerate(REFUSED.values(), start=1):
        told = f"{address}/: comment {letter}{number} is left out, since it holds {reason}; change or delete it {where}"
        assert told in diary.told
    published = "".join(
        path.read_text("utf-8") for path in diary.output.rglob("*") if path.suffix in (".html", ".xml", ".json")
    )
    for word in (
        "mo.lo@",
        "social.example",
        "/home/mo",
        "moritz",
        "C-07",
        "Marmaduke",
        "never knew",
        "opens its doors",
    ):
        assert word not in published
        assert not any(word in line for line in diary.told.splitlines() if "comment " in line)


def test_a_name_that_may_not_be_shown_keeps_its_comment_back(diary: Built) -> None:
    number = len(REFUSED) + 1
    assert (
        f"posts/welcome/: comment {number} is left out, since it holds an e-mail address; change or delete it at the moderators' desk"
        in diary.told
    )
    assert "A named one." not in diary.page("posts/welcome")


def test_every_harmless_word_is_on_the_page_and_in_the_feed_in_valid_html(diary: Built) -> None:
    page, feed = diary.page("posts/welcome"), (diary.output / "posts/welcome/comments.xml").read_text("utf-8")
    comments = shown(page)
    for number, (html, rebuilt) in enumerate(REBUILT, start=len(REFUSED) + 2):
        assert comments[str(number)] == rebuilt, html
        assert words(rebuilt) in words(feed)
    assert all(content_faults(text) == [] for text in comments.values())


def test_a_link_leads_to_pages_that_are_listed_or_elsewhere_and_is_words_otherwise(diary: Built) -> None:
    comments = shown(diary.page("posts/welcome"))
    for number, (html, leads) in enumerate(LINKS.items(), start=len(REFUSED) + len(HOSTILE) + 1):
        assert ("<a " in comments[f"w{number}"]) == leads, html
        assert words(comments[f"w{number}"]) == words(html)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    (tmp_path / "content" / "posts").mkdir(parents=True)
    (tmp_path / "content" / "posts" / "welcome.md").write_text(FILES["posts/welcome.md"], "utf-8")
    return tmp_path / "content"


def screened(made: SiteModel, output: Path) -> tuple[Discussion, tuple[Problem, ...]]:
    entries = made.diary.entries
    return fit_to_show(made.discussion, made.publication, made.settings, written=entries, private=None, output=output)


def shown_of(content: Path, comments: list[tuple[str, str]]) -> tuple[list[str], list[str]]:
    """What a site shows of the words below one post, and what is told."""
    threads = merged(
        [read_archive(archive("", "posts/welcome/", comments)), read_archive(archive("", "posts/gone/", []))]
    )
    made = site_model_of(content, now=datetime(2026, 2, 1, tzinfo=UTC), discussion=taking_comments(content, threads))
    fit, told = screened(made, content.parent / "output")
    return [each.html for each in fit.thread("posts/welcome/").comments], list(map(without_code, told))


def test_a_site_without_comments_is_as_it_was(content: Path) -> None:
    made = site_model_of(content, now=datetime(2026, 2, 1, tzinfo=UTC))
    assert screened(made, content) == (made.discussion, ())
    assert shown_of(content, []) == ([], [])


def test_a_site_shows_what_it_may_and_tells_of_the_rest(content: Path) -> None:
    comments = [
        ("", "<p>mo@example.net</p>"),
        ("", "<p>a</p>"),
        ("", f"<p>{content.parent}/x</p>"),
        *(("", html) for html in LINKS),
    ]
    found, told = shown_of(content, comments)
    assert found[0] == "<p>a</p>"
    assert len(found) == 1 + len(LINKS)
    assert told == [
        "posts/welcome/: comment 1 is left out, since it holds an e-mail address; change or delete it at the moderators' desk",
        "posts/welcome/: comment 3 is left out, since it holds a folder of somebody's computer; "
        "change or delete it at the moderators' desk",
    ]


def test_comments_are_counted_without_those_that_are_left_out(diary: Built) -> None:
    assert f"{len(REBUILT)} comments" in diary.page("posts/second")
