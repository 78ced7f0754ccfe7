"""The published build: nothing that is not public, the same bytes everywhere, at the time of the diary's own clock."""

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

from plugins.engine.manifest import Outlook, outlook
from plugins.workbench.paths import CHECKOUT
from tests.support.builds import build, built, every_byte
from tests.support.diaries import written
from tests.support.photographs import file_of, photograph, put

NOT_YET = Path(__file__).parents[1] / "sites" / "not-yet" / "content"
BEFORE = {"DIARY_NOW": "2016-10-12T12:00"}


def traces(site: dict[str, bytes], word: str) -> list[str]:
    return [path for path, content in site.items() if word in path.casefold() or word.encode() in content.lower()]


def test_drafts_and_posts_to_come_leave_no_trace_in_any_byte(tmp_path: Path) -> None:
    site = every_byte(built(NOT_YET, tmp_path / "output", environment=BEFORE))
    assert traces(site, "all may read this")
    assert traces(site, "canary") == []


def test_a_published_build_says_when_time_alone_changes_it(tmp_path: Path) -> None:
    run = build(NOT_YET, tmp_path / "output", environment=BEFORE)
    assert run.stdout.splitlines()[1:] == ["Time alone changes the site next on Thursday 13 October 2016, 12 midnight."]
    midnight = datetime.fromisoformat("2016-10-13T00:00+01:00")
    assert outlook(tmp_path / "output") == Outlook(midnight, "Europe/London")


def test_a_scheduled_post_appears_with_its_day_in_british_winter_time(tmp_path: Path) -> None:
    # The clocks went back on 30 October 2016: midnight in London is midnight in Greenwich again.
    before = built(NOT_YET, tmp_path / "before", environment={"DIARY_NOW": "2016-10-30T23:59:59+00:00"})
    after = built(NOT_YET, tmp_path / "after", environment={"DIARY_NOW": "2016-10-31T00:00:00+00:00"})
    assert traces(every_byte(before), "canary") == []
    assert (after / "posts/canary-later/index.html").exists()


def test_the_preview_setting_shows_drafts_marked(tmp_path: Path) -> None:
    site = built(NOT_YET, tmp_path / "output", "-e", "DIARY_PREVIEW=true", environment=BEFORE)
    draft = (site / "workshops/secret/index.html").read_text("utf-8")
    scheduled = (site / "posts/canary-later/index.html").read_text("utf-8")
    assert 'class="mark__word">Draft.' in draft
    assert 'class="mark__word">Scheduled.' in scheduled


def test_two_builds_are_equal_byte_for_byte_whatever_the_machine_is_set_to(tmp_path: Path) -> None:
    places = [
        ("one", {"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "1"}),
        ("another place/ü", {"TZ": "America/New_York", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"}),
    ]
    sites = [
        every_byte(built(NOT_YET, tmp_path / name / "output", environment={**BEFORE, **setting}))
        for name, setting in places
    ]
    assert sites[0] == sites[1]


def test_a_link_to_a_post_that_is_not_public_is_told(tmp_path: Path) -> None:
    posts = tmp_path / "content/posts"
    posts.mkdir(parents=True)
    (posts / "one.md").write_text("---\ntitle: One\ndate: 2016\n---\nSee [two](two.md).\n", "utf-8")
    (posts / "two.md").write_text("---\ntitle: Two\ndate: 2016\nstatus: draft\n---\nWords.\n", "utf-8")
    run = build(tmp_path / "content", tmp_path / "output", environment=BEFORE)
    assert run.returncode == 1
    assert (
        'content/posts/one.md:5: found "two.md": “Two” is not published yet, '
        "so this link would lead nowhere; take the link out until then"
    ) in run.stderr


def test_a_content_folder_without_posts_is_told(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    run = build(tmp_path / "content", tmp_path / "output", environment=BEFORE)
    assert run.returncode == 1
    assert "content: there is no post in this folder; write one, such as posts/welcome.md" in run.stderr
    assert not (tmp_path / "output").exists()


def test_a_check_writes_nothing(tmp_path: Path) -> None:
    run = build(NOT_YET, tmp_path / "output", "-e", "DIARY_CHECK_ONLY=true", environment=BEFORE)
    hint = "1 piece of advice as well: python3 tasks.py check --advice\n"
    assert (run.returncode, run.stdout) == (0, f"No findings: the diary can be published.\n{hint}")
    assert list(tmp_path.iterdir()) == []


def checked_with_advice(**environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "tasks.py", "check", "--advice", "--content", str(NOT_YET)],
        cwd=CHECKOUT,
        env=os.environ | BEFORE | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_a_check_that_is_asked_gives_advice_and_builds_nothing() -> None:
    run = checked_with_advice()
    assert (run.returncode, run.stdout) == (
        0,
        "1 piece of advice, and none of it stops a build:\n\n"
        "content/workshops/held/index.md:5: Workshop: “Held” has no easy read; say in three to ten short sentences what "
        "happened, one idea each, under “easy_read” [look-again]\n"
        "1 notice: the diary can be published.\n",
    )


def test_advice_is_told_without_private_words(tmp_path: Path) -> None:
    words = tmp_path / "words.txt"
    words.write_text("Held\n", "utf-8")
    run = checked_with_advice(DIARY_PRIVATE_WORDS=str(words))
    assert run.returncode == 1
    assert "has no easy read; say in three to ten short sentences what happened" in run.stdout
    assert "held" not in run.stdout.lower()


def test_where_no_picture_can_be_kept_a_build_that_leaves_out_makes_each_anew(tmp_path: Path) -> None:
    """The folder of kept pictures is a link, or a file: an ordinary build says so and stops."""
    photos = "photos: [{file: photos/a.jpg, alt: A lamp, people: none}]\n"
    content = written(tmp_path, posts__one=f"---\ntitle: One\ndate: 2016-10-10\n{photos}---\nWords.\n")
    put(content / "posts", "photos/a.jpg", file_of(photograph(400, 300)))
    kept, output = tmp_path / "kept", tmp_path / "output"
    kept.write_text("This is no folder.", "utf-8")
    here = ("-e", f"DIARY_PICTURES_KEPT={str(kept)!r}".replace("'", '"'))
    stopped = build(content, output, *here)
    assert stopped.returncode == 1
    assert stopped.stderr.endswith("Nothing was published: what was there before is still there.\n")
    assert not output.exists()
    made = built(content, output, *here, "-e", "DIARY_LEAVE_OUT=true")
    assert list((made / "pictures").iterdir())


def test_a_site_below_a_path_links_below_it(tmp_path: Path) -> None:
    where = {"DIARY_SITE_URL": "https://example.org/diary/", **BEFORE}
    site = every_byte(built(NOT_YET, tmp_path / "output", environment=where))
    home = site["index.html"].decode()
    assert 'href="/diary/workshops/held/"' in home
    assert 'href="https://example.org/diary/"' in home
    assert 'href="/workshops' not in home


def test_a_feed_reader_follows_whole_links(tmp_path: Path) -> None:
    after = {"DIARY_NOW": "2016-11-01T12:00", "DIARY_SITE_URL": "https://example.org/diary/"}
    feed = every_byte(built(NOT_YET, tmp_path / "output", environment=after))["feed.xml"].decode()
    assert 'href="https://example.org/diary/workshops/held/"' in feed.replace("&quot;", '"')
