"""What `outputs` turns on is linked where a reader looks for it; what it turns off is gone with every link to it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from plugins.assets import bundle
from plugins.blog.site_building import Making, whole
from plugins.photos.pipeline import Pipeline
from plugins.publishing.lastlook.links import broken_links
from plugins.publishing.lastlook.site import BuiltSite
from plugins.workbench.paths import CHECKOUT
from plugins.workshops.intake import Contents, read_contents
from tests.blog.test_open_data import FOUR, NOW
from tests.support.pages import rendered, settings_of

LINKED = {
    "hand_outs": {"/workshops/meeting/hand-out.pdf": "workshops/meeting/", "/workshops/meeting/hand-out-large.pdf": "workshops/meeting/"},
    "easy_read": {"/easy-read/": "", "/easy-read/meeting.pdf": "easy-read/"},
    "book": {"/diary.pdf": "", "/diary.epub": ""},
    "open_data": {"/decisions.csv": "decisions/", "/asks.csv": "you-said-we-did/", "/diary.json": "decisions/"},
    "search": {"/search/": ""},
}  # fmt: skip
"""Each output with some of its addresses, and a page that leads there."""


@pytest.fixture(scope="module")
def contents() -> Contents:
    settings = settings_of(FOUR, now=NOW)
    return read_contents(FOUR, zone=settings.zone, now=NOW)


def site_with(contents: Contents, tmp_path: Path, *, outputs: bool) -> BuiltSite:
    """The whole site in memory with every output, or with none; documents are planned and not set."""
    has: dict[str, Any] = {f"has_{name}": outputs for name in (*LINKED, "cards")}
    make = Making(replace(settings_of(FOUR, now=NOW), **has), tmp_path, Pipeline(renders=False))
    model, problems = whole(contents, make)
    assert not any(each.stops for each in problems)
    files = {path: text.encode() for path, text in rendered(model).items()}
    assets = bundle(CHECKOUT / "theme" / "static").files
    return BuiltSite("output", {**files, **{asset.path: asset.content for asset in assets}})


def links_of(site: BuiltSite, path: str) -> set[str]:
    return {each.attributes.get("href", "") for each in site.pages[path].all("a")}


def test_each_output_is_linked_where_a_reader_looks_for_it(contents: Contents, tmp_path: Path) -> None:
    site = site_with(contents, tmp_path, outputs=True)
    for addresses in LINKED.values():
        for address, page in addresses.items():
            assert address in links_of(site, f"{page}index.html")
            assert address.removeprefix("/") + ("index.html" if address.endswith("/") else "") in site.files
    assert [*broken_links(site, frozenset())] == []


def test_what_is_turned_off_is_gone_with_every_link_to_it(contents: Contents, tmp_path: Path) -> None:
    site = site_with(contents, tmp_path, outputs=False)
    gone = {address for addresses in LINKED.values() for address in addresses}
    assert [path for path in site.files if f"/{path.removesuffix('index.html')}" in gone] == []
    assert [path for path in site.pages if links_of(site, path) & gone] == []
    assert [*broken_links(site, frozenset())] == []
    named = "".join(text for path, text in site.texts.items() if path in ("sitemap.xml", "feed.xml", "robots.txt"))
    assert [address for address in gone if address in named] == []
