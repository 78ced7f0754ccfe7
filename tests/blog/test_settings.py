"""What the settings may say, and the sentence that answers a slip."""

from typing import Any

import pytest

from plugins.blog.settings import SettingsError, blog_settings
from plugins.workshops.facts.small_groups import SmallGroupRule

USUAL: dict[str, Any] = {
    "PATH": "content",
    "THEME": "theme",
    "SITENAME": "A diary",
    "SITEURL": "https://example.org/diary",
    "TIMEZONE": "Europe/London",
    "DEFAULT_PAGINATION": 10,
    "DIARY_DESCRIPTION": "What we do.",
    "DIARY_INTRODUCTION": "We work together.",
    "DEFAULT_LANG": "en-GB",
}


def test_the_usual_settings_are_read() -> None:
    settings = blog_settings({**USUAL, "DIARY_SMALL_GROUPS": {"room": 20}}, {"DIARY_NOW": "2016-07-01T10:00"})
    assert (settings.address, settings.root) == ("https://example.org/diary/", "/diary/")
    assert settings.now.isoformat() == "2016-07-01T10:00:00+01:00"
    assert settings.small_groups == SmallGroupRule(room=20, side=5)


def test_a_host_is_written_small_as_browsers_write_it() -> None:
    assert blog_settings({**USUAL, "SITEURL": "https://Mo-Council.GitHub.io/Diary"}, {}).address == (
        "https://mo-council.github.io/Diary/"
    )


@pytest.mark.parametrize(
    ("setting", "value", "answer"),
    [
        ("SITENAME", " ", "pelicanconf.py: SITENAME is empty; write it as text between quotes."),
        (
            "TIMEZONE",
            "Bedford",
            'pelicanconf.py: TIMEZONE is "Bedford", which is no time zone; write one such as "Europe/London".',
        ),
        (
            "SITEURL",
            "example.org",
            'The site\'s address is "example.org"; write a whole one, such as https://diary.example.org, '
            "as DIARY_SITE_URL in the environment, or as “address” in content/diary.yml.",
        ),
        (
            "SITEURL",
            "https://me:hush@example.org",
            'The site\'s address has an "@" before its host, and every page would show it; take that out.',
        ),
        (
            "DEFAULT_PAGINATION",
            False,
            "pelicanconf.py: DEFAULT_PAGINATION is how many posts a list shows; write 10.",
        ),
        (
            "DIARY_SMALL_GROUPS",
            {"rooms": 10},
            'pelicanconf.py: DIARY_SMALL_GROUPS is written so: {"room": 10, "side": 5}.',
        ),
        (
            "DIARY_SMALL_GROUPS",
            {"room": 5},
            "pelicanconf.py: DIARY_SMALL_GROUPS can be stricter than 10 and 5, and never laxer.",
        ),
    ],
)
def test_a_setting_that_cannot_be_ends_in_one_sentence(setting: str, value: object, answer: str) -> None:
    with pytest.raises(SettingsError) as told:
        blog_settings({**USUAL, setting: value}, {})
    assert str(told.value) == answer
