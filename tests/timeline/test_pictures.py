"""Small pictures on the timeline: of a workshop and of a milestone, and gone without a trace with their consent."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.support.diaries import written
from tests.support.pages import rendered, site_model_of
from tests.support.photographs import file_of, photograph, put

POST = """
    ---
    title: We met
    date: 2031-01-14
    image: photos/hall.jpg
    milestones: [{when: 2031-01-20, title: The lamp is lit, image: photos/lamp.jpg}]
    photos:
      - {file: photos/hall.jpg, alt: Chairs in a ring, people: none}
      - {file: photos/lamp.jpg, alt: Somebody holds a lamp, people: recognisable, consent: P-1}
    workshop: {number: 1, name: Meeting, start: 2031-01-13}
    ---
    We met.
    """


@pytest.fixture
def content(tmp_path: Path) -> Path:
    made = written(tmp_path, workshops__meeting=POST)
    (made / "consent.yml").write_text("P-1: {covers: [photo, share], until: 2031-03-01}\n", "utf-8")
    for seed, name in enumerate(("photos/hall.jpg", "photos/lamp.jpg")):
        put(made / "workshops" / "meeting", name, file_of(photograph(seed=seed)))
    return made


def test_a_workshop_and_a_milestone_have_their_pictures_and_timelinejs_too(content: Path) -> None:
    site = rendered(site_model_of(content, now=datetime(2031, 2, 1, tzinfo=UTC)))
    page = site["timeline/index.html"]
    assert page.count('class="timeline-point__picture"') == 2
    assert 'alt="Chairs in a ring"' in page
    assert 'alt="Somebody holds a lamp"' in page
    media = {event["unique_id"]: event["media"] for event in json.loads(site["timeline.json"])["events"]}
    assert media["at-meeting"]["alt"] == "Chairs in a ring"
    for held in media.values():
        assert held["url"].removeprefix("https://diary.example.org/") in site
        assert held["thumbnail"] == held["url"]


def test_data_for_other_websites_has_no_photo_of_people_without_their_consent_to_share(content: Path) -> None:
    (content / "consent.yml").write_text("P-1: {covers: [photo]}\n", "utf-8")
    site = rendered(site_model_of(content, now=datetime(2031, 2, 1, tzinfo=UTC)))
    assert 'alt="Somebody holds a lamp"' in site["timeline/index.html"]
    events = {event["unique_id"]: event for event in json.loads(site["timeline.json"])["events"]}
    assert [name for name, event in events.items() if "media" in event] == ["at-meeting"]
    assert "Somebody holds a lamp" not in site["timeline.json"]


def test_a_picture_whose_consent_has_run_out_leaves_no_gap_and_no_word(content: Path) -> None:
    site = rendered(site_model_of(content, now=datetime(2031, 3, 2, tzinfo=UTC)))
    page = site["timeline/index.html"]
    assert page.count('class="timeline-point__picture"') == 1
    assert "The lamp is lit" in page
    assert [path for path, text in site.items() if "Somebody holds a lamp" in text] == []
