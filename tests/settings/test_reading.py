"""`content/diary.yml`: what it says, and the sentence that answers a mistake in it."""

from pathlib import Path

import pytest

from plugins.frontmatter import Mapping
from plugins.settings import DIARY_FILE, DiaryFile, read_diary_file, with_diary_file
from plugins.settings.record import EVERYTHING_IS_SMALL, SmallGroups
from tests.support.diaries import without_code

WHOLE = """\
name: Our Diary
description: What it is.
introduction: Who we are.
headline: We meet.
address: https://diary.our-council.gov.uk/
zone: Europe/Dublin
language: cy
menu: [about, privacy]
accent: "#7A1F5C"
contact: us@example.org
organisation: {name: Our Council, url: https://our-council.gov.uk/}
series: 6
outputs: {easy_read: false}
comments:
  provider: mastodon
  mastodon: {server: "https://social.example.org/", account: us, posts: {workshops/first/: "1"}, approved: [a]}
small_groups: {room: 20, side: 8}
search_engines: no
"""


def file_of(folder: Path, text: str) -> DiaryFile:
    content = folder / "content"
    content.mkdir(exist_ok=True)
    (content / "diary.yml").write_text(text, encoding="utf-8")
    return read_diary_file(content)


def told(folder: Path, text: str, *, environ: dict[str, str] | None = None, **settings: object) -> dict[str, object]:
    """What of Pelican's settings the file changes."""
    file_of(folder, text)
    given = {"PATH": str(folder / "content"), **settings}
    made = with_diary_file(given, environ or {})
    return {name: value for name, value in made.items() if name not in ("PATH", DIARY_FILE)}


def test_what_the_file_says_stands_under_the_names_that_pelican_knows(tmp_path: Path) -> None:
    assert told(tmp_path, WHOLE, DEFAULT_PAGINATION=10) == {
        "DEFAULT_PAGINATION": 10,
        "SITENAME": "Our Diary",
        "SITEURL": "https://diary.our-council.gov.uk/",
        "TIMEZONE": "Europe/Dublin",
        "DEFAULT_LANG": "cy",
        "DIARY_DESCRIPTION": "What it is.",
        "DIARY_INTRODUCTION": "Who we are.",
        "DIARY_HEADLINE": "We meet.",
        "DIARY_MENU": ("about", "privacy"),
        "DIARY_ACCENT": "#7a1f5c",
        "DIARY_CONTACT": "us@example.org",
        "DIARY_ORGANISATION": {"name": "Our Council", "url": "https://our-council.gov.uk/"},
        "DIARY_SERIES": 6,
        "DIARY_OUTPUTS": {
            **dict.fromkeys(("hand_outs", "search", "cards", "open_data"), True),
            **dict.fromkeys(("easy_read", "book"), False),
        },
        "DIARY_COMMENTS": {
            "provider": "mastodon",
            "mastodon": {
                "server": "https://social.example.org/",
                "account": "us",
                "posts": {"workshops/first/": "1"},
                "approved": ["a"],
            },
        },
        "DIARY_SMALL_GROUPS": {"room": 20, "side": 8},
        "DIARY_SEARCH_ENGINES": False,
    }


def test_what_it_leaves_out_stays_as_it_was(tmp_path: Path) -> None:
    found = told(tmp_path, "name: Ours\n", SITEURL="https://a.example.org", DIARY_MENU=("about",), SITENAME="Theirs")
    assert (found["SITENAME"], found["SITEURL"], found["DIARY_MENU"]) == ("Ours", "https://a.example.org", ("about",))


@pytest.mark.parametrize(("one", "other"), [("description", "introduction"), ("introduction", "description")])
def test_a_sentence_that_is_left_out_is_said_by_the_other(tmp_path: Path, one: str, other: str) -> None:
    found = told(tmp_path, f"name: Ours\n{one}: We work together.\n")
    assert found[f"DIARY_{other.upper()}"] == "We work together."


def test_a_menu_can_be_empty(tmp_path: Path) -> None:
    assert told(tmp_path, "name: Ours\nmenu: []\n", DIARY_MENU=("about",))["DIARY_MENU"] == ()


def test_the_environment_and_the_preview_know_the_address_best(tmp_path: Path) -> None:
    here = "http://localhost:8000"
    assert told(tmp_path, WHOLE, SITEURL=here, environ={"DIARY_SITE_URL": "x"})["SITEURL"] == here
    assert told(tmp_path, WHOLE, SITEURL=here, DIARY_PREVIEW=True)["SITEURL"] == here


def test_a_folder_without_the_file_changes_nothing(tmp_path: Path) -> None:
    file = read_diary_file(tmp_path)
    assert (file.settings, file.is_there, file.problems, file.tree) == (None, False, (), Mapping((), 0))
    settings = {"PATH": str(tmp_path), "SITENAME": "Theirs"}
    assert with_diary_file(settings, {}) == {**settings, DIARY_FILE: file}


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("nmae: Ours", "1: there is no field “nmae” here; did you mean “name”?"),
        ("menu: about", "1: Name: this is missing; add a line “name: …” with what the diary is called"),
        (
            "name: Ours\nzone: Europe/Londno",
            '2: Zone: found "Europe/Londno"; write a time zone, such as Europe/London; did you mean “Europe/London”?',
        ),
        (
            "name: Ours\nzone: London",
            '2: Zone: found "London"; write a time zone, such as Europe/London; did you mean “Europe/London”?',
        ),
        ("name: Ours\nzone: Bedford town", '2: Zone: found "Bedford town"; write a time zone, such as Europe/London'),
        ("name: Ours\nlanguage: en-UK", '2: Language: found "en-UK"; write a language tag, such as en-GB or cy'),
        (
            "name: Ours\naddress: diary.example.org",
            '2: Address: found "diary.example.org"; write https://diary.example.org',
        ),
        (
            "name: Ours\naddress: https://me@example.org/?a#b",
            '2: Address: found "https://me@example.org/?a#b"; write it without ?, # and @, such as '
            "https://diary.example.org",
        ),
        ("name: Ours\nsmall_groups: {room: 9}", '2: Small groups, room: found "9"; write a whole number from 10 to 1000000'),
        ("name: Ours\nsmall_groups:\n  side: 4", '3: Small groups, side: found "4"; write a whole number from 5 to 1000000'),
        ("name: Ours\nsearch_engines: never", '2: Search engines: found "never"; write one of yes or no'),
        (
            "name: Ours\ncontact: us@example.org or Sam",
            '2: Contact: found "us@example.org or Sam"; write one e-mail address, such as diary@example.org',
        ),
        (
            "name: Ours\ncontact: www.example.org",
            '2: Contact: found "www.example.org"; write https://www.example.org',
        ),
        (
            "name: Ours\naccent: teal",
            '2: Accent: found "teal"; write a colour between quotes, such as "#0b5a5e"',
        ),
        (
            "name: Ours\nmark: ../mark.svg",
            '2: Mark: found "../mark.svg"; write the name of a file that lies beside diary.yml, such as mark.svg',
        ),
        (
            "name: Ours\nmark: https://example.org/mark.svg",
            '2: Mark: found "https://example.org/mark.svg"; write the name of a file that lies beside diary.yml, such as mark.svg',
        ),
        ("name: Ours\ncomments: isso", "2: Comments: write its fields below it"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line_and_what_to_write(tmp_path: Path, text: str, answer: str) -> None:
    assert f"content/diary.yml:{answer}" in map(without_code, file_of(tmp_path, text).problems)


def test_what_has_something_to_mend_counts_as_not_written(tmp_path: Path) -> None:
    found = file_of(tmp_path, "name: Ours\nzone: Nowhere\nlanguage: cy\nsmall_groups: {room: 20}\n").settings
    assert found is not None
    assert (found.name, found.zone, found.language) == ("Ours", "Europe/London", "cy")
    assert (found.small_groups, found.search_engines) == (SmallGroups(room=20), "yes")


@pytest.mark.parametrize(
    "doubtful",
    [
        "name: Ours\noutputs: {open_data: flase}",
        "name: Ours\noutputs: {open_dta: false}",
        "name: Ours\noutputs: no",
        "name: Ours\nsmall_groups: {rom: 20}",
        "search_engines: nein",
        "smal_groups: {room: 20}",
        "name: [",
        "- a",
    ],
)
def test_a_slip_never_tells_more_than_was_meant(tmp_path: Path, doubtful: str) -> None:
    found = file_of(tmp_path, doubtful).settings
    assert found is not None
    assert (found.small_groups, found.search_engines) == (EVERYTHING_IS_SMALL, "no")
    assert (found.outputs.open_data, found.outputs.easy_read) == (False, False)


def test_a_name_that_cannot_be_read_leaves_the_neutral_one(tmp_path: Path) -> None:
    assert told(tmp_path, "name: [a, b]\n", SITENAME="Neutral")["SITENAME"] == "Neutral"


def test_a_link_in_its_place_is_not_followed(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (content / "diary.yml").symlink_to(tmp_path / "elsewhere.yml")
    assert [without_code(each) for each in read_diary_file(content).problems] == [
        "content/diary.yml: this is a link to another place; put the file itself here"
    ]
