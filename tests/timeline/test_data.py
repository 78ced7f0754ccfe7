"""Feeds, TimelineJS's JSON and what search engines are told: all of one timeline, and each as its format wants it."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import feedparser
import pytest
from jsonschema_rs import iter_errors

from tests.support import diaries
from tests.support.pages import rendered, site_model_of
from tests.test_sites import SITES
from tests.timeline.timelines import NOW, model, post, workshop

HERE = Path(__file__).parent
DIARIES = {
    "comments": (SITES / "comments" / "content", datetime(2031, 7, 5, 12, tzinfo=UTC)),
    "four": (SITES / "four-workshops" / "content", datetime(2031, 6, 1, 12, tzinfo=UTC)),
    "upcoming": (SITES / "upcoming" / "content", datetime(2031, 2, 20, 12, tzinfo=UTC)),
}
ALL = (*DIARIES, "empty")
ADDRESS = "https://diary.example.org/"


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    empty = model(tmp_path_factory.mktemp("empty"), pages__about="---\ntitle: About\n---\nX.\n")
    made = {name: rendered(site_model_of(content, now=now)) for name, (content, now) in DIARIES.items()}
    return {**made, "empty": rendered(empty)}


def faults(document: object, schema: str) -> list[str]:
    rules = json.loads((HERE / schema).read_text("utf-8"))
    return [f"{error.instance_path}: {error.message[:200]}" for error in iter_errors(rules, document)]


@pytest.mark.parametrize("diary", ALL)
@pytest.mark.parametrize("path", ["feed.json", "timeline/feed.json"])
def test_a_json_feed_is_as_its_specification_tells(sites: dict[str, dict[str, str]], diary: str, path: str) -> None:
    document = json.loads(sites[diary][path])
    assert faults(document, "json-feed-1.1.schema.json") == []
    assert document["feed_url"] == ADDRESS + path
    ids = [item["id"] for item in document["items"]]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("diary", ALL)
@pytest.mark.parametrize("path", ["feed", "timeline/feed"])
def test_both_forms_of_a_feed_tell_the_same(sites: dict[str, dict[str, str]], diary: str, path: str) -> None:
    as_json = json.loads(sites[diary][f"{path}.json"])
    as_atom: Any = feedparser.parse(sites[diary][f"{path}.xml"].encode())
    assert not as_atom.bozo
    assert [entry.id for entry in as_atom.entries] == [item["id"] for item in as_json["items"]]
    assert [entry.title for entry in as_atom.entries] == [item["title"] for item in as_json["items"]]
    assert [entry.published for entry in as_atom.entries] == [item["date_published"] for item in as_json["items"]]
    links = re.findall(r'(?:href|src)="([^"]+)"', "".join(item["content_html"] for item in as_json["items"]))
    assert [link for link in links if not re.match(r"https?://|mailto:|#", link)] == []


def test_the_feed_of_the_timeline_is_in_the_order_of_telling_and_leads_to_its_points(
    sites: dict[str, dict[str, str]],
) -> None:
    document = json.loads(sites["upcoming"]["timeline/feed.json"])
    told = [(item["title"], item["date_published"]) for item in document["items"]]
    assert told[0] == ("Paths", "2031-02-19T00:00:00+00:00")
    assert [date for _, date in told] == sorted((date for _, date in told), reverse=True)
    page = sites["upcoming"]["timeline/index.html"]
    for item in document["items"]:
        assert f'id="{item["id"].rpartition("#")[2]}"' in page
    # Nothing is news whose post has no date and no change.
    assert "Open weekend" not in [title for title, _ in told]


@pytest.mark.parametrize("diary", ALL)
def test_the_json_for_timelinejs_is_as_its_documentation_tells(sites: dict[str, dict[str, str]], diary: str) -> None:
    document = json.loads(sites[diary]["timeline.json"])
    assert faults(document, "timelinejs.schema.json") == []
    ids = [event["unique_id"] for event in document["events"]]
    assert len(ids) == len(set(ids))


def test_timelinejs_gets_dates_as_far_as_they_are_known_and_their_words(sites: dict[str, dict[str, str]]) -> None:
    events = {event["unique_id"]: event for event in json.loads(sites["upcoming"]["timeline.json"])["events"]}
    assert events["at-seeds-milestone-1"]["start_date"] == {"year": 2030}
    assert events["at-seeds-votes"]["start_date"] == events["at-seeds"]["start_date"]
    assert events["at-seeds-votes"]["display_date"] == "Monday 13 January 2031"
    assert events["at-harvest"]["start_date"] == {"year": 2031, "month": 9}
    assert events["at-harvest"]["display_date"] == "some time in September 2031"
    assert events["at-beds"]["end_date"] == {"year": 2031, "month": 2, "day": 24, "hour": 19, "minute": 30}
    assert events["at-open-weekend"]["end_date"] == {"year": 2031, "month": 4, "day": 6}
    assert events["at-paths"]["text"]["text"].startswith("<p>Workshop 3: Called off</p>")
    assert "at-winter" not in events
    assert events["at-beds"]["text"]["headline"] == f'<a href="{ADDRESS}workshops/beds/">We build the beds</a>'


def test_the_workshops_are_an_era_where_they_are_a_span(tmp_path: Path) -> None:
    def eras(name: str, *fields: str) -> object:
        written = {f"workshops__{place}": workshop(each) for place, each in enumerate(fields)}
        made = site_model_of(diaries.written(tmp_path / name, **written), now=NOW)
        return json.loads(rendered(made)["timeline.json"]).get("eras")

    assert eras("two", "start: 2031-01", "start: 2031-02-03 10:00, end: 11:00") == [
        {
            "start_date": {"year": 2031, "month": 1},
            "end_date": {"year": 2031, "month": 2, "day": 3, "hour": 10, "minute": 0},
            "text": {"headline": "Our workshops"},
        }
    ]
    assert eras("one", "start: 2031-01-03, end: 13:00") is None
    assert eras("same", "start: 2031-01", "start: 2031-01") is None


def test_a_workshop_whose_day_nobody_wrote_down_says_so_in_timelinejs_too(tmp_path: Path) -> None:
    site = rendered(model(tmp_path, workshops__a=workshop("status: held", date="2031-02-03")))
    (event,) = json.loads(site["timeline.json"])["events"]
    assert event["start_date"] == {"year": 2031, "month": 2, "day": 3}
    assert event["display_date"] == "We did not write down the day"


def structured(page: str, kind: str) -> dict[str, Any]:
    blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    return next(block for block in map(json.loads, blocks) if block["@type"] == kind)


def test_the_workshops_are_one_series_for_machines(sites: dict[str, dict[str, str]]) -> None:
    site = sites["upcoming"]
    series = structured(site["workshops/index.html"], "EventSeries")
    assert (series["startDate"], series["endDate"]) == ("2031-01-13", "2031-09")
    assert [event["name"] for event in series["subEvent"]] == [
        *("Seeds", "Beds, boots; and a café", "Paths", "A pond", "Open weekend", "Harvest", "Winter"),
    ]
    statuses = {event["name"]: event["eventStatus"].rpartition("/")[2] for event in series["subEvent"]}
    assert statuses["Beds, boots; and a café"] == "EventRescheduled"
    assert statuses["Paths"] == "EventCancelled"
    assert statuses["A pond"] == "EventPostponed"
    beds = structured(site["workshops/beds/index.html"], "Event")
    assert beds["superEvent"]["@id"] == series["@id"]
    assert beds["@id"] == series["subEvent"][1]["@id"]


def test_a_series_without_days_or_workshops_makes_nothing_up(tmp_path: Path) -> None:
    none = rendered(model(tmp_path / "none", posts__a=post("")))
    planned = rendered(model(tmp_path / "planned", workshops__a=workshop("status: planned")))
    assert "subEvent" not in structured(none["workshops/index.html"], "EventSeries")
    assert "startDate" not in structured(planned["workshops/index.html"], "EventSeries")


def test_every_page_names_the_feeds_and_the_calendar(sites: dict[str, dict[str, str]]) -> None:
    for path, text in sites["upcoming"].items():
        if path.endswith(".html"):
            alternates = re.findall(r'<link rel="alternate" type="([^"]+)" title="[^"]+" href="([^"]+)">', text)
            assert alternates == [
                ("application/atom+xml", "/feed.xml"),
                ("application/feed+json", "/feed.json"),
                ("application/atom+xml", "/timeline/feed.xml"),
                ("text/calendar", "/workshops.ics"),
            ], path
    assert f"<loc>{ADDRESS}timeline/</loc>" in sites["upcoming"]["sitemap.xml"]
    assert 'href="/timeline/"' in sites["upcoming"]["404.html"]
