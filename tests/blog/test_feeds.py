"""When the entries of feeds were updated: each at a moment of its own, true as far as it is known."""

import json
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from plugins.workbench.paths import CHECKOUT
from tests.support.diaries import written
from tests.support.pages import rendered, site_model_of

SITES = CHECKOUT / "tests" / "sites"
NOW = datetime(2031, 6, 1, 12, tzinfo=UTC)
ATOM = "{http://www.w3.org/2005/Atom}"
POST = """
    ---
    title: {title}
    date: {date}
    summary: In short.
    {more}
    ---
    Words.
    """


def updates(atom: str) -> dict[str, datetime]:
    """When each entry was updated, by its title, in the order of the feed; and the feed itself, by no title."""
    root = ElementTree.fromstring(atom)
    entries = [("", root), *((entry.findtext(f"{ATOM}title") or "", entry) for entry in root.iter(f"{ATOM}entry"))]
    return {title: datetime.fromisoformat(entry.findtext(f"{ATOM}updated") or "") for title, entry in entries}


def post(title: str, date: str, more: str = "") -> str:
    return POST.format(title=title, date=date, more=more or "author: Sam")


def test_posts_of_one_moment_are_a_second_apart_in_the_order_of_the_feed(tmp_path: Path) -> None:
    content = written(
        tmp_path,
        posts__b=post("B", "2031-03-02"),
        posts__c=post("C", "2031-03-02"),
        posts__a=post("A", "2031-03-02"),
        posts__evening=post("Evening", "2031-03-02 18:30"),
        posts__old=post("Old", "2031-01-01", "updated: 2031-03-04"),
    )
    site = rendered(site_model_of(content, now=NOW))
    day = datetime(2031, 3, 2, tzinfo=UTC)
    said = updates(site["feed.xml"])
    assert said == {
        "": datetime(2031, 3, 4, tzinfo=UTC),
        "Evening": day + timedelta(hours=18, minutes=30),
        "C": day + timedelta(seconds=2),
        "B": day + timedelta(seconds=1),
        "A": day,
        "Old": datetime(2031, 3, 4, tzinfo=UTC),
    }
    assert rendered(site_model_of(content, now=NOW))["feed.xml"] == site["feed.xml"]


@pytest.mark.parametrize("feed", ["feed", "timeline/feed"])
@pytest.mark.parametrize("name", ["four-workshops", "upcoming", "photographs", "other-languages"])
def test_every_entry_is_updated_at_a_moment_of_its_own_in_both_forms(name: str, feed: str) -> None:
    site = rendered(site_model_of(SITES / name / "content", now=NOW))
    root = ElementTree.fromstring(site[f"{feed}.xml"])
    moments = [datetime.fromisoformat(each.findtext(f"{ATOM}updated") or "") for each in root.iter(f"{ATOM}entry")]
    assert len(moments) > 1
    assert len(set(moments)) == len(moments)
    assert datetime.fromisoformat(root.findtext(f"{ATOM}updated") or "") == max(moments)
    items = json.loads(site[f"{feed}.json"])["items"]
    assert [datetime.fromisoformat(item["date_modified"]) for item in items] == moments
    published = [datetime.fromisoformat(item["date_published"]) for item in items]
    assert all(since <= moment for since, moment in zip(published, moments, strict=True))
    assert all(newer >= older for newer, older in pairwise(published))
