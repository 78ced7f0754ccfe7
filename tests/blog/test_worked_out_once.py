"""Chronology, calendar, sections of comments and cards of posts are worked out once in a build, whoever asks."""

import sys
from collections import Counter
from pathlib import Path
from types import FrameType

from plugins.blog.pages.cards import card
from plugins.blog.sections import Sections
from plugins.blog.site_building import Making, whole
from plugins.comments.archive import merged, read_archive
from plugins.comments.discussion import Discussion
from plugins.photos.pipeline import Pipeline
from plugins.timeline.calendar_event import calendar_event
from plugins.timeline.chronology import chronology
from plugins.workshops.intake import read_contents
from tests.blog.test_comments import CONTENT, NOW, SITE
from tests.support.looks import site_of
from tests.support.pages import settings_of, site_model_of, taking_comments

WATCHED = {each.__code__ for each in (Sections.__init__, chronology, calendar_event, card, Discussion.thread)}
"""A section is made of a thread, which it asks for; a calendar event of a workshop's place in the series."""


def test_a_build_works_out_the_chronology_each_calendar_event_card_and_section_once(tmp_path: Path) -> None:
    calls: Counter[tuple[str, str]] = Counter()

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code in WATCHED:
            place = frame.f_locals.get("place")
            entry = place.entry if place else frame.f_locals.get("entry")
            calls[frame.f_code.co_name, entry.source if entry else frame.f_locals.get("key", "")] += 1

    threads = merged([read_archive((SITE / "archive.json").read_bytes())])
    settings = settings_of(CONTENT, now=NOW)
    contents = read_contents(settings.content, zone=settings.zone, now=settings.now)
    make = Making(settings, tmp_path / "output", Pipeline(), taking_comments(CONTENT, threads))
    sys.setprofile(note)
    try:
        made, problems = whole(contents, make)
        site = site_of(made)
    finally:
        sys.setprofile(None)
    assert [str(problem) for problem in problems if problem.stops] == []
    assert b'class="comments__list"' in site["workshops/first/index.html"]
    assert {name for name, _ in calls} == {"__init__", "thread", "chronology", "calendar_event", "card"}
    assert len(calls) > 5
    assert set(calls.values()) == {1}


def test_a_model_with_another_discussion_has_the_sections_of_that_one() -> None:
    assert site_model_of(CONTENT, now=NOW).sections == {}
    threads = merged([read_archive((SITE / "archive.json").read_bytes())])
    assert len(site_model_of(CONTENT, now=NOW, discussion=taking_comments(CONTENT, threads)).sections) > 3
