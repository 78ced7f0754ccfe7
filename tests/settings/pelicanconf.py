"""The settings of an invented diary, as the preview reads them."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from plugins.blog.pelican_settings import *  # noqa: F403 - a Pelican settings file is built on another by its names

SITENAME = "The Riverbend Diary"
DIARY_DESCRIPTION = (
    "The diary of an invented project, in which young carers and librarians redesign a library together."
)
DIARY_INTRODUCTION = (
    "We are young carers and librarians, and we make a better library together. "
    "This diary tells what we do in our workshops, and what comes of it."
)
DIARY_HEADLINE = "We design better services together"
DIARY_MENU = ("about",)
DEFAULT_LANG = "en-GB"
TIMEZONE = "Europe/London"
DEFAULT_PAGINATION = 10
DIARY_OUTPUTS = {
    "hand_outs": False,
    "cards": False,
}  # Typesetting takes its time; sites that test it turn it on in their diary.yml.
DIARY_COMMENTS: dict[str, object] = {}
