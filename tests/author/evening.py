"""One evening as somebody writes it down at the desk: what is put into its fields, and the file that comes of it."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias
from zoneinfo import ZoneInfo

from plugins.author.server import EditorServer
from tests.support.photographs import file_of, photograph


@dataclass(frozen=True)
class Pick:
    """What is picked of a list, by its value."""

    value: str


@dataclass(frozen=True)
class Tick:
    """A box that is ticked, by its value."""

    value: str


Value: TypeAlias = "str | Pick | Tick | Sequence[Mapping[str, Value]]"
SOURCE = "content/workshops/dots-and-lamps/index.md"
TITLE, STARTS = "Dots and lamps", "10 October 2016, 10am"
CONSENTS = "C-01: {covers: quote, withdrawn: 2016-11-01}\nC-02: {covers: [quote, photo]}\n"
EARLIER = """\
---
title: First
date: 2016-10-03
workshop: {status: held}
feedback: {even_better_if: [{id: more-tea, said: There was more tea}]}
---
Hi.
"""
EVENING: Mapping[str, Value] = {
    "date": "1 June 2099, 9am",
    "status": Pick(""),
    "summary": "We voted on lamps and bells.",
    "workshop.status": Pick("held"),
    "workshop.venue.name": "Boat house",
    "agenda": [
        {"title": "Welcome", "kind": Pick("welcome"), "minutes": "15"},
        {"title": "Dots on the wall", "kind": Pick("vote")},
        {"title": "Lunch", "kind": Pick("meal")},
    ],
    "votes": [
        {
            "question": "Which service first?",
            "method": Pick("ranked"),
            "options": [{"name": "A lamp"}, {"name": "A bell"}],
            "ballots": [
                {"ranking": "A lamp\nA bell", "count": "8"},
                {"ranking": "A bell\nA lamp", "count": "8"},
            ],
            "counting": Pick("instant-runoff"),
        },
        {
            "question": "Where do we put it?",
            "method": Pick("dots"),
            "dots_each": "3",
            "options": [{"name": "Hall", "votes": "30"}, {"name": "Stairs", "votes": "18"}],
        },
    ],
    "feedback.ratings": [
        {
            "question": "How was it?",
            "scale.least": "1",
            "scale.most": "5",
            "counts.5": "9",
            "counts.4": "7",
        }
    ],
    "feedback.quotes": [
        {"words": "I was heard.", "consent": Tick("C-01")},
        {"words": "Lamps matter.", "consent": Tick("C-02")},
    ],
    "answers": [{"to": Pick("first#more-tea"), "did": "There are two pots now.", "status": Pick("done")}],
    "personas": [{"name": "Sam", "composite": Pick("true"), "needs": "A light on the stairs"}],
    "journeys": [
        {
            "title": "Coming home",
            "persona": Pick("sam"),
            "stages": [{"name": "Bus"}, {"name": "Street"}, {"name": "Door"}, {"name": "Stairs"}],
        }
    ],
    "milestones": [{"when": "May 2017", "title": "The lamp is lit"}],
    "agenda.n2.vote": Pick("where-do-we-put-it"),
    "story": "It was warm.",
}
PHOTOS: Sequence[tuple[str, Mapping[str, Value]]] = (
    ("photos/a.jpg", {"alt": "A round table", "people": Pick("none")}),
    ("photos/b.jpg", {"alt": "Hands with dots", "people": Pick("not-recognisable")}),
    ("photos/c.jpg", {"alt": "Two people at a wall", "people": Pick("recognisable"), "consent": Tick("C-02")}),
)
BLURRED, BOX = "photos/c.jpg", (40, 40, 20, 20)
"""A face in the middle: left, top, width and height in per cent of the picture."""
STORY_PHOTO = "![A round table](photos/a.jpg)"
FILE = """\
---
title: Dots and lamps
date: 2099-06-01 09:00
summary: We voted on lamps and bells.
milestones:
  - when: 2017-05
    title: The lamp is lit
photos:
  - file: photos/a.jpg
    alt: A round table
    people: none
  - file: photos/b.jpg
    alt: Hands with dots
    people: not-recognisable
  - file: photos/c.jpg
    alt: Two people at a wall
    people: recognisable
    consent: [C-02]
    blur:
      - {x: 0.4, y: 0.4, w: 0.2, h: 0.2}
workshop:
  status: held
  start: 2016-10-10 10:00
  venue: Boat house
agenda:
  - title: Welcome
    kind: welcome
    minutes: 15
  - title: Dots on the wall
    kind: vote
    vote: where-do-we-put-it
  - title: Lunch
    kind: meal
votes:
  - id: which-service-first
    question: Which service first?
    method: ranked
    options:
      - name: A lamp
        id: a-lamp
      - name: A bell
        id: a-bell
    ballots:
      - ranking: [a-lamp, a-bell]
        count: 8
      - ranking: [a-bell, a-lamp]
        count: 8
    counting: instant-runoff
  - id: where-do-we-put-it
    question: Where do we put it?
    method: dots
    dots_each: 3
    options:
      - name: Hall
        votes: 30
      - name: Stairs
        votes: 18
feedback:
  ratings:
    - question: How was it?
      scale: {least: 1, most: 5}
      counts: {5: 9, 4: 7}
  quotes:
    - words: I was heard.
      consent: [C-01]
    - words: Lamps matter.
      consent: [C-02]
answers:
  - to: first#more-tea
    did: There are two pots now.
    status: done
personas:
  - id: sam
    name: Sam
    composite: true
    needs:
      - A light on the stairs
journeys:
  - id: coming-home
    title: Coming home
    persona: sam
    stages:
      - name: Bus
      - name: Street
      - name: Door
      - name: Stairs
---

It was warm.

![A round table](photos/a.jpg)
"""


@contextmanager
def editor_before(folder: Path) -> Iterator[EditorServer]:
    """The desk as it is found that evening: one earlier workshop, with something that was asked for."""
    content = folder / "content"
    (content / "workshops" / "first").mkdir(parents=True)
    (content / "workshops" / "first" / "index.md").write_text(EARLIER, "utf-8")
    (content / "consent.yml").write_text(CONSENTS, "utf-8")
    server = EditorServer(0, content, ZoneInfo("Europe/London"))
    server.start()
    yield server
    server.stop()


def photos_of_a_phone(folder: Path) -> list[Path]:
    """Three photos as they lie on a phone."""
    places = [folder / f"{name}.jpg" for name in "abc"]
    for seed, place in enumerate(places):
        place.write_bytes(file_of(photograph(200, 150, seed=seed)))
    return places
