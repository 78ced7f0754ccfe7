"""A diary's own settings in a build: its name on every page, and what is told where they do not fit its pages."""

from datetime import datetime
from pathlib import Path

import pytest

from plugins.blog.diary_file import diary_file_findings
from plugins.blog.settings import blog_settings
from plugins.publishing.lastlook.look import LookSettings, look
from plugins.settings import DIARY_FILE, with_diary_file
from plugins.words import diary as words
from plugins.workbench.paths import CHECKOUT
from plugins.workshops.intake import read_diary
from tests.support.builds import build, built
from tests.support.diaries import LONDON, without_code, written

PAGES = {
    "posts__hello": "---\ntitle: Hello\ndate: 2016\n---\nWords.\n",
    "pages__about": "---\ntitle: About\n---\nUs.\n",
}
NAMELESS = (
    "content/diary.yml: there is no such file, so this diary has no name of its own; write one with the line “name: …” "
    "in it (docs/for-web-officers/diary-settings.md has all that can stand there)"
)
BASE = {
    "SITENAME": words.UNNAMED,
    "DIARY_DESCRIPTION": words.DESCRIPTION,
    "DIARY_INTRODUCTION": words.INTRODUCTION,
    "DEFAULT_LANG": "en-GB",
    "TIMEZONE": "Europe/London",
    "DEFAULT_PAGINATION": 10,
    "SITEURL": "https://diary.example.org",
    "THEME": str(CHECKOUT / "theme"),
}


def findings(folder: Path, text: str | None, **settings: object) -> list[tuple[str, bool]]:
    content = written(folder, **PAGES)
    if text is not None:
        (content / "diary.yml").write_text(text, encoding="utf-8")
    told = with_diary_file({**BASE, "PATH": str(content), **settings}, {})
    site = blog_settings(told, {"DIARY_NOW": "2016-10-12"})
    diary, _ = read_diary(content, zone=site.zone, now=site.now)
    return [(without_code(each), each.stops) for each in diary_file_findings(told[DIARY_FILE], site, diary.entries)]


@pytest.mark.parametrize(
    ("address", "answer"),
    [
        ("git:site#gh-pages", ""),
        ("gti:site", 'write first which kind of place it is (git, s3, rsync, sftp, folder), then a colon, as in git:origin#gh-pages. Did you mean an address such as git:origin#gh-pages?'),
        ("sftp://me:secret@host/", "an address holds no password and no token, for others could read it; write an address such as sftp:me@server.example.org/htdocs"),
        ("git:https://ghp_secret@host.example/a.git#b", "an address holds no password and no token, for others could read it; write an address such as git:origin#gh-pages"),
        ("{kind: sftp, password: secret}", "write its address on one line, such as git:origin#gh-pages; passwords and tokens stay in the environment (docs/for-web-officers/publishing.md)"),
    ],
)  # fmt: skip
def test_where_it_is_published_is_looked_at_before_anybody_publishes(tmp_path: Path, address: str, answer: str) -> None:
    found = findings(tmp_path, f"name: Ours\ncontact: us@example.org\npublish_to:\n  live: {address}\n")
    told = f"content/diary.yml:4: Publish to, live: {answer}"
    assert found == ([(told, True)] if answer else [])


def test_the_address_in_the_file_is_where_the_site_lies_unless_the_environment_names_another(tmp_path: Path) -> None:
    content = written(tmp_path, **PAGES)
    (content / "diary.yml").write_text(
        "name: Ours\ncontact: us@example.org\naddress: https://ours.example.org/diary\n", "utf-8"
    )
    for environ, address in (
        ({}, "https://ours.example.org/diary"),
        ({"DIARY_SITE_URL": "https://ci.example.org"}, "https://ci.example.org"),
    ):
        site = built(content, tmp_path / "output", environment={"DIARY_NOW": "2016-10-12", **environ})
        assert f"Sitemap: {address}/sitemap.xml" in (site / "robots.txt").read_text("utf-8")


def test_a_diary_that_asks_not_to_be_found_asks_so_everywhere_and_may_go_out(tmp_path: Path) -> None:
    content = written(tmp_path, **PAGES)
    (content / "diary.yml").write_text("name: Ours\ncontact: us@example.org\nsearch_engines: no\n", "utf-8")
    site = built(content, tmp_path / "output", environment={"DIARY_NOW": "2016-10-12"})
    pages = {file.name: file.read_text("utf-8") for file in site.rglob("*.html")}
    assert [name for name, text in pages.items() if '<meta name="robots" content="noindex">' not in text] == []
    assert (site / "robots.txt").read_text("utf-8") == "User-agent: *\nDisallow: /\n"
    assert "/*\n" in (site / "_headers").read_text("utf-8")
    assert "  X-Robots-Tag: noindex\n" in (site / "_headers").read_text("utf-8")
    assert not (site / "sitemap.xml").exists()
    settings = LookSettings(now=datetime(2016, 10, 12, tzinfo=LONDON), zone=LONDON)
    assert [str(each) for each in look(site, settings, content=content) if each.stops] == []


def test_a_build_stops_for_what_is_to_be_mended_in_the_file_and_tells_it_all(tmp_path: Path) -> None:
    content = written(tmp_path, **PAGES)
    (content / "diary.yml").write_text(
        "name: Ours\ncontact: us@example.org\nzone: Londn\ncomments:\n  provider: email\n  email:\n    adress: us@example.org\nmenu: [abuot]\n",
        "utf-8",
    )
    run = build(content, tmp_path / "output")
    assert run.stderr.splitlines()[:-2] == [
        "3 findings to mend before the diary can be published:",
        "",
        'content/diary.yml:3: Zone: found "Londn"; write a time zone, such as Europe/London; did you mean “Europe/London”? [not-a-choice]',
        "content/diary.yml:7: Comments, email, adress: there is no field “adress” here; did you mean “address”? [comments-unavailable]",
        'content/diary.yml:8: Menu, number 1: found "abuot"; there is no page of this name; did you mean “about”? [link-to-nothing]',
    ]
    assert run.returncode == 1


def test_a_build_that_may_leave_out_goes_on_with_what_can_be_read(tmp_path: Path) -> None:
    content = written(tmp_path, **PAGES)
    (content / "diary.yml").write_text(
        "name: Ours\ncontact: us@example.org\nsmall_groups: {room: 20, sdie: 8}\n", "utf-8"
    )
    site = built(content, tmp_path / "output", "-e", "DIARY_LEAVE_OUT=true", environment={"DIARY_NOW": "2016-10-12"})
    assert ">Ours</a>" in (site / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("settings", "stops"),
    [
        ({}, False),
        ({"SITEURL": "http://127.0.0.1:8000"}, False),
        ({"SITEURL": "https://diary.our-council.gov.uk"}, True),
        ({"SITEURL": "https://diary.our-council.gov.uk", "DIARY_PREVIEW": True}, False),
    ],
)
def test_a_diary_without_a_name_is_told_and_refused_where_readers_would_find_it(
    tmp_path: Path, settings: dict[str, object], stops: bool
) -> None:
    assert findings(tmp_path, None, **settings) == [(NAMELESS, stops)]


def test_a_diary_that_pelicans_own_settings_name_is_not_told(tmp_path: Path) -> None:
    assert findings(tmp_path, None, SITENAME="Ours") == []


def test_a_menu_may_only_name_pages_that_there_are(tmp_path: Path) -> None:
    assert findings(tmp_path, "name: Ours\ncontact: us@example.org\nmenu: [about]\n") == []
    assert findings(tmp_path, "name: Ours\ncontact: us@example.org\nmenu: [about, help]\n") == [
        (
            'content/diary.yml:3: Menu, number 2: found "help"; there is no page of this name; write one, pages/help.md, or take '
            "it out of the menu",
            True,
        )
    ]


@pytest.mark.parametrize(
    ("contact", "foot"),
    [
        ("us@example.org", '<a href="mailto:us@example.org">us@example.org</a>'),
        ("https://example.org/ask?a=1&b=2", '<a href="https://example.org/ask?a=1&amp;b=2">https://example.org/ask?a=1&amp;b=2</a>'),
        ("01234 567890, or <Sam>", "01234 567890, or &lt;Sam&gt;"),
        ("javascript:alert(1)", "javascript:alert(1)"),
    ],
)  # fmt: skip
def test_every_page_says_at_its_foot_how_to_ask_for_something_to_be_taken_down(
    tmp_path: Path, contact: str, foot: str
) -> None:
    content = written(tmp_path, **PAGES)
    (content / "diary.yml").write_text(f'name: Ours\ncontact: "{contact}"\n', "utf-8")
    site = built(content, tmp_path / "output", environment={"DIARY_NOW": "2016-10-12"})
    pages = {file: file.read_text("utf-8") for file in site.rglob("*.html")}
    asked = f"<p>Is this about you? Ask us to take it down: {foot}</p>"
    assert [file.name for file, text in pages.items() if asked not in text] == []
    settings = LookSettings(now=datetime(2016, 10, 12, tzinfo=LONDON), zone=LONDON)
    assert [str(each) for each in look(site, settings, content=content) if each.stops] == []


def test_a_diary_whose_people_nobody_can_reach_is_told(tmp_path: Path) -> None:
    assert findings(tmp_path, "name: Ours\n") == [
        (
            "content/diary.yml:1: Contact: nobody can ask you to take something down, since no page says how you are "
            "reached; write it, such as contact: diary@example.org",
            False,
        )
    ]


def test_an_accent_that_could_not_be_read_well_is_a_finding_that_names_one_that_can(tmp_path: Path) -> None:
    assert findings(tmp_path, 'name: Ours\ncontact: us@example.org\naccent: "#7a1f5c"\n') == []
    ((told, stops),) = findings(tmp_path, 'name: Ours\ncontact: us@example.org\naccent: "#e05d9f"\n')
    assert told.startswith(
        'content/diary.yml:3: Accent: found "#e05d9f", which is too pale to be read; the nearest that is not is "#'
    )
    assert stops
    nearest = told.rpartition("#")[2][:6]
    assert findings(tmp_path, f'name: Ours\ncontact: us@example.org\naccent: "#{nearest}"\n') == []
