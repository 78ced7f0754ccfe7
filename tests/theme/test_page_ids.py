"""What the page of a post calls its own parts: an author must not give such a name to something else."""

import re

from plugins.workbench.paths import CHECKOUT
from plugins.workshops.checks.names import PAGE_IDS

_ID = re.compile(r'(?<![\w-])id="([a-z][\w-]*)"')
_OF_OTHER_PAGES = (
    "home",
    "idea",
    "workshops",
    "search",
    "components/timeline",
    "components/comment-form",
)


def test_every_id_of_the_pages_of_posts_is_known_to_the_check() -> None:
    templates = CHECKOUT / "theme" / "templates"
    names = {
        name
        for file in templates.rglob("*.html")
        if file.relative_to(templates).with_suffix("").as_posix() not in _OF_OTHER_PAGES
        for name in _ID.findall(file.read_text("utf-8"))
    }
    assert names == PAGE_IDS
