"""What the build tells the host."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from plugins.blog.pages.data_files import headers_file
from plugins.blog.pages.site import planned_files
from plugins.headers import table
from plugins.headers.rules_file import read_rules
from tests.support.diaries import LONDON, written
from tests.support.pages import site_model_of, taking_comments

NOW = datetime(2031, 6, 1, tzinfo=LONDON)


def test_the_host_is_told_the_table(tmp_path: Path) -> None:
    content = written(tmp_path, posts__a_post="---\ntitle: A post\ndate: 2031-05-01\n---\nHello.\n")
    made = site_model_of(content, now=NOW)
    assert read_rules(headers_file(made.settings, made.discussion).content.decode()) == table()


def test_the_policy_that_the_host_sends_lets_comments_go_to_their_service(tmp_path: Path) -> None:
    content = written(tmp_path, posts__a_post="---\ntitle: A post\ndate: 2031-05-01\n---\nHello.\n")
    made = site_model_of(content, now=NOW, discussion=taking_comments(content))
    policy = dict(read_rules(headers_file(made.settings, made.discussion).content.decode())[0].headers)[
        "Content-Security-Policy"
    ]
    assert "form-action 'self' https://comments.example.org" in policy


def test_a_diary_that_asks_not_to_be_found_has_no_site_map_and_lets_no_program_in(tmp_path: Path) -> None:
    content = written(tmp_path, posts__a_post="---\ntitle: A post\ndate: 2031-05-01\n---\nHello.\n")
    made = site_model_of(content, now=NOW)
    hidden = replace(made, settings=replace(made.settings, search_engines=False))
    files = {file.path: file.content for file in planned_files(hidden)}
    assert files["robots.txt"] == b"User-agent: *\nDisallow: /\n"
    assert "sitemap.xml" not in files
    assert "sitemap.xml" in {file.path for file in planned_files(made)}
