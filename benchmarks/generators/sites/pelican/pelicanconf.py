"""Pelican as it comes, with the pages that the others make."""  # noqa: INP001 - Pelican reads it, nobody imports it

SITENAME = "A diary"
SITEURL = "https://diary.example.org"
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
TIMEZONE = "Europe/London"
DEFAULT_LANG = "en-GB"
DEFAULT_PAGINATION = 10
PAGINATED_TEMPLATES = {"index": 10}
PAGINATION_PATTERNS = (
    (1, "{name}/", "{name}/index.html"),
    (2, "{name}/page/{number}/", "{name}/page/{number}/index.html"),
)
ARTICLE_PATHS = ["posts"]
ARTICLE_URL = "posts/{slug}/"
ARTICLE_SAVE_AS = "posts/{slug}/index.html"
SLUGIFY_SOURCE = "basename"
PAGE_PATHS = ["pages"]
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = "{slug}/index.html"
TAG_URL = "tags/{slug}/"
TAG_SAVE_AS = "tags/{slug}/index.html"
TAGS_SAVE_AS = "tags/index.html"
INDEX_SAVE_AS = "posts/index.html"
DIRECT_TEMPLATES = ["index", "tags", "home", "sitemap"]
HOME_SAVE_AS = "index.html"
SITEMAP_SAVE_AS = "sitemap.xml"
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = ARCHIVES_SAVE_AS = ""
FEED_ALL_ATOM = "feed.xml"
FEED_MAX_ITEMS = 20
CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
