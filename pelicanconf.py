"""The diary's settings: the words a reader sees on every page, and what readers can do.

The preview uses this file as it stands; `publishconf.py` adds what a published build needs.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from plugins.blog.pelican_settings import *  # noqa: F403 - a Pelican settings file is built on another by its names

# The diary in words
SITENAME = "Care Leavers’ Coproduction Diary"
DIARY_DESCRIPTION = (
    "The diary of the Central Bedfordshire Care Leavers’ Coproduction Project, "
    "in which care leavers and professionals redesign services together."
)
DIARY_INTRODUCTION = (
    "We are care leavers and people from the agencies that work with them, and we design better services together. "
    "This diary tells what we do in each of our four workshops, and what comes of it."
)
DIARY_MENU = ("about",)
DIARY_LANGUAGE = "en-GB"
TIMEZONE = "Europe/London"
DEFAULT_PAGINATION = 10

# Where readers' comments are kept (docs/comments-providers.md). No service is known for this diary yet, so nobody can
# answer in the published one, and no post asks them to.
DIARY_COMMENTS: dict[str, object] = {}
