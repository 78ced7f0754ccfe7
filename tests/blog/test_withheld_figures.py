"""What is withheld is in no byte of the site: no page, list, feed, timeline, idea's story or record has it."""

import re
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from tests.support.diaries import written
from tests.support.pages import rendered, site_model_of

NOW = datetime(2020, 1, 1, tzinfo=ZoneInfo("Europe/London"))
BAR = re.compile(r'<rect width="[\d.]+%" height="100%"/>')
"""Bars of figures that are told, as those of the second workshop are; the longest is as wide as can be."""
FIRST = """\
---
title: First
date: 2016-05-10
workshop: {number: 1, start: 2016-05-09, status: held}
ideas: [{id: tea, name: Tea, about: A cup.}]
votes:
  - {id: hands, question: Hands?, method: show-of-hands, present: 4321, abstained: 0, spoiled: 3, options: [
     {name: Tea, idea: tea, votes: 4318}, {name: Milk, votes: 0}]}
  - {id: tie, question: Tie?, method: show-of-hands, present: 8642, options: [{name: Red, votes: 4321}, {name: Blue,
     votes: 4321}], counts: withheld, chosen: Red, tie_break: By 4321 straws.}
  - {id: dots, question: Dots?, method: dots, dots_each: 1, present: 4321, options: [{name: Sun, votes: 4317}, {name: Rain, votes: 3}]}
  - {id: score, question: Score?, method: score, scale: {least: 1, most: 5}, present: 4321, options: [
     {name: High, scores: {5: 4320}}, {name: Low, scores: {1: 4321}}]}
  - {id: ranked, question: Ranked?, method: ranked, counting: borda, present: 4321, options: [
     {name: East, id: east}, {name: West, id: west}, {name: North, id: north}], ballots: [
     {ranking: [east, west, north], count: 4317}, {ranking: [west, east, north], count: 4}]}
feedback:
  ratings: [{question: Good?, scale: {least: 1, most: 5}, counts: {5: 4320, 1: 1}}]
  went_well: [{said: The soup., count: 4320}]
  mood: [{feeling: glad, count: 4317}, {feeling: sad, count: 4}]
---
We met.
"""
SECOND = """\
---
title: Second
date: 2016-06-10
workshop: {number: 2, start: 2016-06-09, status: held, attendance: {group: All, count: 40}}
votes: [{id: told, question: Told?, method: show-of-hands, present: 40, options: [{name: Up, votes: 33}, {name: Down, votes: 7}]}]
feedback: {ratings: [{question: Good?, scale: {least: 1, most: 5}, counts: {5: 33, 1: 7}}]}
---
We met again.
"""


def test_no_byte_of_the_site_has_a_withheld_figure(tmp_path: Path) -> None:
    found = rendered(site_model_of(written(tmp_path, workshops__first=FIRST, workshops__second=SECOND), now=NOW))
    withheld = (
        "4321",
        "4320",
        "4318",
        "4317",
        "8642",
        "8634",
        "99.9",
        "99%",
        "100%",
        "straws",
        "It was a tie",
        "4.99",
        "All 4",
    )
    told = {path: text if "first" in path else BAR.sub("", text) for path, text in found.items()}
    assert [(path, each) for path, text in told.items() for each in withheld if each in text] == []
    page = found["workshops/first/index.html"]
    assert page.count("We keep these numbers private, so that nobody can be picked out.") == 6
    assert "<strong>Tea.</strong>" in page
    assert "Low" in page
    assert "33 of 40 people gave it 5" in found["workshops/index.html"]
