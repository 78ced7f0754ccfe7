"""What a publication changes, in words."""

from pathlib import Path

import pytest

from plugins.publishing.plan import plan
from plugins.publishing.summary import changed_pages, summary
from tests.publishing.sites import site


def page(heading: str) -> str:
    return f"<title>{heading} – The diary</title><h1>{heading}</h1>"


def planned(new: dict[str, str], old: dict[str, str]) -> str:
    return summary(plan(old, new), old)


@pytest.mark.parametrize(
    ("new", "old", "told"),
    [
        ({"index.html": "a"}, {}, "1 page new"),
        ({"index.html": "b", "404.html": "b"}, {"index.html": "a", "404.html": "a"}, "2 pages changed"),
        (
            {"a/index.html": "a", "b/index.html": "a", "index.html": "b", "feed.xml": "b", "x.jpg": "a"},
            {"index.html": "a", "feed.xml": "a", "c/index.html": "a", "y.jpg": "a", "z.jpg": "a"},
            "2 pages new, 1 changed, 1 gone; 1 other file new, 1 changed, 2 gone",
        ),
        ({"feed.xml": "a", "robots.txt": "a"}, {}, "2 other files new"),
        ({}, {"a.jpg": "a"}, "1 other file gone"),
        ({"index.html": "b", "index.html.br": "b", "index.html.gz": "b"}, {"index.html": "a", "index.html.gz": "a"}, "1 page changed"),
        ({}, {"a.html": "a", "a.html.br": "a", "a.html.gz": "a"}, "1 page gone"),
        ({"a.css": "a", "a.css.br": "b"}, {"a.css": "a", "a.css.br": "a", "a.css.gz": "a"}, "only compressed copies of files change"),
        ({"notes.txt.gz": "a"}, {}, "1 other file new"),
    ],
)  # fmt: skip
def test_pages_come_first_then_all_else_and_no_compressed_form(
    new: dict[str, str], old: dict[str, str], told: str
) -> None:
    assert planned(new, old) == told


def test_each_page_is_told_by_its_title_and_its_address(tmp_path: Path) -> None:
    new = {
        "index.html": page("The diary"),
        "posts/cake/index.html": "<h1 class='post__title'>Tea &amp;\n <em>cake</em></h1><h1>Another</h1>",
        "about/index.html": "no heading",
        "404.html": page("Not found"),
        "style.css": "p {}",
    }
    built = site(tmp_path / "output", new)
    old = {"index.html": "other", "404.html": "other", "posts/gone/index.html": "a", "style.css.br": "a"}
    assert list(map(str, changed_pages(plan(old, built.digests), old, built))) == [
        "new      /about/",
        "new      “Tea & cake”, /posts/cake/",
        "changed  “Not found”, /404.html",
        "changed  “The diary”, /",
        "gone     /posts/gone/",
    ]
