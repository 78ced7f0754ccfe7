"""The diary's settings: the words a reader sees on every page, and where things lie.

The preview uses this file as it stands; `publishconf.py` adds what a published build needs.
"""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
if str(HERE) not in sys.path:
    sys.path.insert(0, str(HERE))

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

# Where things lie
PATH = str(HERE / "content")
OUTPUT_PATH = str(HERE / "output")
THEME = str(HERE / "theme")
DIARY_PICTURES_KEPT = str(HERE / ".cache" / "photos")  # Rendered pictures, so that the next build need not.
SITEURL = "http://localhost:8000"

PLUGINS = [
    "plugins.problems",
    "plugins.engine",
    "plugins.consent.private_words",
    "plugins.blog",
]

# Our own generator reads the diary and writes its pages; Pelican's are given nothing (docs/decisions/0002).
ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
DIRECT_TEMPLATES: list[str] = []
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
ARCHIVES_SAVE_AS = ""
AUTHORS_SAVE_AS = ""
CATEGORIES_SAVE_AS = ""
TAGS_SAVE_AS = ""
DELETE_OUTPUT_DIRECTORY = False
WITH_FUTURE_DATES = False
