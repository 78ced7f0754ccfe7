"""A whole evening written in the author's desk without a line of YAML: without a script, and by keyboard alone."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page, expect

from plugins.author.server import EditorServer
from plugins.workbench.paths import CHECKOUT
from tests.browser.hands import Hand, Keyboard, Mouse, Pick, Tick, Value

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
    "photos": [
        {"file": Pick("a.jpg"), "alt": "A round table", "people": Pick("none")},
        {"file": Pick("b.jpg"), "alt": "Hands with dots", "people": Pick("not-recognisable")},
        {
            "file": Pick("c.jpg"),
            "alt": "Two people at a wall",
            "people": Pick("recognisable"),
            "consent": Tick("C-02"),
            "blur": [{"x": "0.1", "y": "0.2", "w": "0.2", "h": "0.3"}],
        },
    ],
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
    "story:photo": Pick("![A round table](a.jpg)"),
}
CLICKS, TYPED = 125, 425
GUIDE = (CHECKOUT / "docs/for-authors/first-post.md").read_text("utf-8")
FILE = """\
---
title: Dots and lamps
date: 2099-06-01 09:00
summary: We voted on lamps and bells.
milestones:
  - when: 2017-05
    title: The lamp is lit
photos:
  - file: a.jpg
    alt: A round table
    people: none
  - file: b.jpg
    alt: Hands with dots
    people: not-recognisable
  - file: c.jpg
    alt: Two people at a wall
    people: recognisable
    consent: [C-02]
    blur:
      - {x: 0.1, y: 0.2, w: 0.2, h: 0.3}
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

![A round table](a.jpg)
"""


@pytest.fixture
def editor(tmp_path: Path) -> Iterator[EditorServer]:
    content = tmp_path / "content"
    (content / "workshops" / "first").mkdir(parents=True)
    (content / "workshops" / "first" / "index.md").write_text(EARLIER, "utf-8")
    (content / "consent.yml").write_text(CONSENTS, "utf-8")
    server = EditorServer(0, content, ZoneInfo("Europe/London"))
    server.start()
    yield server
    server.stop()


def written(hand: Hand, editor: EditorServer, content: Path) -> str:
    """What somebody writes who begins with an empty desk, and what lies in the file then."""
    page = hand.page
    page.goto(editor.address)
    hand.press(page.get_by_role("link", name="Write a new post"))
    hand.type(page.get_by_label("Its title"), "Dots and lamps")
    hand.type(page.get_by_label("When the workshop starts"), "10 October 2016, 10am")
    hand.press(page.get_by_role("button", name="Make a draft"))
    hand.typed += len("Dots and lamps") + len("10 October 2016, 10am")
    folder = content / "workshops" / "dots-and-lamps"
    expect(page.get_by_text("It is a draft")).to_be_visible()
    for name in ("a.jpg", "b.jpg", "c.jpg"):
        (folder / name).write_bytes(b"\xff\xd8")  # As if they had been copied there.
    hand.write(EVENING)
    hand.press(page.locator('button[value="story:photo"]'))
    hand.press(page.get_by_role("button", name="Save").first)
    expect(page.get_by_text("Saved.", exact=True)).to_be_visible()
    return (folder / "index.md").read_text("utf-8")


def test_without_a_script_an_evening_is_written_in_so_many_clicks(
    browser: Browser, editor: EditorServer, tmp_path: Path
) -> None:
    context = browser.new_context(java_script_enabled=False)
    hand = Mouse(context.new_page())
    text = written(hand, editor, tmp_path / "content")
    context.close()
    assert text == FILE
    assert (hand.clicks, hand.typed) == (CLICKS, TYPED)
    assert f"{CLICKS} clicks and {TYPED} typed letters" in " ".join(GUIDE.split())


def test_by_keyboard_alone_the_same_evening_is_written(page: Page, editor: EditorServer, tmp_path: Path) -> None:
    hand = Keyboard(page)
    text = written(hand, editor, tmp_path / "content")
    assert text == FILE
    assert hand.typed == TYPED
