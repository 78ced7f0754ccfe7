"""The settings that Pelican must have and no diary chooses: where things lie, and which rooms take part.

`pelicanconf.py` begins with these, by name, as one Pelican settings file is built on another.
"""

from pathlib import Path

from plugins.words import diary as words

CHECKOUT = Path(__file__).resolve().parents[2]

# Where things lie
PATH = str(CHECKOUT / "content")
OUTPUT_PATH = str(CHECKOUT / "output")
THEME = str(CHECKOUT / "theme")
DIARY_PICTURES_KEPT = str(CHECKOUT / ".cache" / "photos")  # Rendered pictures, so that the next build need not.
DIARY_STORIES_KEPT = str(CHECKOUT / ".cache" / "stories")  # Stories as Markdown made them, for the same reason.
DIARY_PAGES_KEPT = str(CHECKOUT / ".cache" / "pages")  # What each page was made of, that it need not be made again.
SITEURL = "http://localhost:8000"

# What a diary says of itself stands in content/diary.yml; this holds where it does not (plugins/settings).
SITENAME = words.UNNAMED
DIARY_DESCRIPTION = words.DESCRIPTION
DIARY_INTRODUCTION = words.INTRODUCTION
DIARY_MENU = ("about",)
DEFAULT_LANG = "en-GB"
TIMEZONE = "Europe/London"
DEFAULT_PAGINATION = 10

PLUGINS = [
    "plugins.problems.wiring",
    "plugins.engine.wiring",
    "plugins.consent.private_words.wiring",
    "plugins.blog.wiring",
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
