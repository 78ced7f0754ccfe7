"""Drafts, posts to come and hidden posts leave no trace in the timeline and in all that is made of it."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.support.pages import rendered, site_model_of
from tests.test_sites import SITES
from tests.timeline.timelines import model, workshop

CONTENT = SITES / "upcoming" / "content"
NOW = datetime(2031, 2, 20, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def site() -> dict[str, str]:
    return rendered(site_model_of(CONTENT, now=NOW))


def test_a_canary_is_in_no_file_but_the_hidden_page_itself(site: dict[str, str]) -> None:
    traces = {path for path, text in site.items() if "canary" in f"{path}{text}".casefold()}
    assert traces == {"posts/hidden-away/index.html"}


def test_the_preview_shows_drafts_on_the_timeline_and_in_no_calendar() -> None:
    preview = rendered(site_model_of(CONTENT, now=NOW, preview=True))
    for told in ("Canary draft", "Canary scheduled", "Canary milestone", "Canary question?", "Canary answer."):
        assert told in preview["timeline/index.html"], told
    assert [path for path, text in preview.items() if path.endswith(".ics") and "Canary" in text] == []
    assert "workshops/canary-draft.ics" not in preview


def test_a_vote_whose_counts_are_withheld_tells_what_was_chosen_and_no_figure_anywhere() -> None:
    four = rendered(site_model_of(SITES / "four-workshops" / "content", now=datetime(2031, 6, 1, 12, tzinfo=UTC)))
    events = {event["unique_id"]: event for event in json.loads(four["timeline.json"])["events"]}
    lines = re.findall(r"<li>(.*?)</li>", events["at-making-votes"]["text"]["text"])
    told = [re.sub(r"<a [^>]*>.*?</a> ", "", line) for line in lines]
    assert "We chose It is." in told
    assert [line for line in told if not re.fullmatch(r"We (chose [A-Za-z ]+|did not choose)\.", line)] == []
    items = json.loads(four["timeline/feed.json"])["items"]
    assert not re.search(r"[0-9]+ (votes|people|hands)|%", "".join(item["content_html"] for item in items))


def test_every_workshop_with_a_day_has_a_file_and_only_one_to_come_shows_how_to_add_it(site: dict[str, str]) -> None:
    files = {path.removeprefix("workshops/").removesuffix(".ics") for path in site if path.endswith(".ics")}
    assert files == {"workshops", "seeds", "beds", "paths", "pond", "open-weekend"}
    shows = {
        slug for slug in (*files, "harvest") if "Add to your calendar" in site.get(f"workshops/{slug}/index.html", "")
    }
    assert shows == {"beds", "open-weekend"}


def test_a_workshop_whose_date_has_passed_is_not_offered_to_a_calendar_and_needs_no_script(tmp_path: Path) -> None:
    made = model(tmp_path, workshops__a=workshop("start: 2031-05-31, status: planned"))
    site = rendered(made)
    page = site["workshops/a/index.html"]
    assert "Add to your calendar" not in page
    assert "The date of this workshop has passed. We have not written yet how it went." in page
    assert "workshops/a.ics" in site


@pytest.mark.parametrize(("fields", "needed"), [("start: 2031-06-30", True), ("status: planned", False)])
def test_the_script_comes_only_where_a_date_can_pass(tmp_path: Path, fields: str, needed: bool) -> None:
    site = rendered(model(tmp_path, workshops__a=workshop(fields)))
    for path in ("index.html", "timeline/index.html", "workshops/index.html", "workshops/a/index.html"):
        assert bool(re.search(r'<script type="module" src="/static/next\.', site[path])) == needed, path
