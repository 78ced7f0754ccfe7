"""What others keep, without quotes that may not be shared: data, tables and calendars."""

import json
import re
from dataclasses import replace

import jsonschema_rs
import pytest

from tests.blog.test_open_data import NOW, table
from tests.support.diaries import written
from tests.support.pages import rendered, site_model_of

KEPT_BACK = """
---
title: Who was never asked that before?
date: 2030-01-11
summary: She said, “I was never asked that before”.
workshop:
  start: 2030-01-10
  status: held
  name: We, was never asked that before
  number: 2
  venue: {name: I was never asked that before, address: Mill Lane, access: She was never asked that before.}
  aims: [Yes, It is cooperative and well known, It is co operative and well-known, It is co‑operative and wellknown, We met on-line, "I was *never* asked that before!"]
  ground_rules: [Listen, I was never, asked that before tonight, Drink tea]
votes:
  - {id: a, question: Who was never asked that before?, method: show-of-hands, counts: not-kept, options: [A, B], chosen: A}
  - {id: b, question: Go on?, method: show-of-hands, present: 30, abstained: 0, options: [{name: "Yes", votes: 20}, {name: "No", votes: 10}]}
  - {id: c, question: And then?, method: show-of-hands, present: 12, counts: agreed, options: [{name: I was never asked that before, votes: 10}, {name: Tea, votes: 2}]}
  - {id: d, question: In a row?, method: show-of-hands, counts: not-kept, options: [Was never asked, that before], chosen: [Was never asked, that before], seats: 2}
answers: [{to: "one#lamp", did: Because I was never asked that before, status: done}]
agenda: [{title: Talk, items: [{title: Round, notes: Somebody was never asked that before tonight}, {title: Tea}]}]
feedback:
  went_well: [I was never asked, that before, Tea]
  even_better_if: [{id: asked, said: I was never asked that before}, {id: tea, said: More tea}, {said: Was never asked}, {said: that before}]
  quotes:
    - {words: I was never asked that before., consent: Q-1}
    - {words: "Yes.", consent: Q-1}
    - {words: Somebody wrote it down at last., consent: Q-2}
    - {words: It is over and done with., consent: Q-3}
    - {words: It is co-operative and well-known, consent: Q-1}
    - {words: We met on line, consent: Q-1}
milestones: [{when: 2030-01-12, title: It is over and done with}]
---
X.
"""


HIDDEN = """
---
title: For those with the link
date: 2030-01-13
status: hidden
workshop: {start: 2030-01-12, status: held}
---
X.
"""
UNSAYABLE = (
    HIDDEN.replace("status: hidden\n", "")
    .replace("For those", "Those")
    .replace("X.", "Who was never asked that before?")
)
NEUTRAL = "(words that are not shared)"


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    content = written(
        tmp_path_factory.mktemp("shared"),
        workshops__one="---\ntitle: One\ndate: 2029-01-01\nworkshop: {start: 2029-01-01, status: held}\nfeedback: {even_better_if: {id: lamp, said: A lamp}}\n---\n",
        workshops__two=KEPT_BACK,
        workshops__three=HIDDEN,
        workshops__was_never_asked_that_before=UNSAYABLE,
    )
    (content / "consent.yml").write_text(
        "Q-1: {covers: quote}\nQ-2: {covers: [quote, share]}\nQ-3: {covers: [quote, share], withdrawn: 2030-02-01}\n"
    )
    made = site_model_of(content, now=NOW)
    said = "Who was never asked that before"
    settings = replace(made.settings, name=said, description=said, introduction=said)
    return rendered(replace(made, settings=settings))


def test_what_others_keep_has_no_quote_without_share_and_nothing_that_repeats_one(shared: dict[str, str]) -> None:
    """A quote of a word takes nothing but itself: the option of a vote is nobody's words."""
    made = ("diary.json", "timeline.json", "workshops/two.json", "decisions.csv", "asks.csv")
    kept = {name: shared[name].replace("\r\n ", "") for name in (*made, "workshops.ics", "workshops/two.ics")}
    assert {name: re.findall("never.*|asked that.*|over and done", text) for name, text in kept.items()} == {
        name: [] for name in kept
    }
    diary = json.loads(kept["diary.json"])
    jsonschema_rs.validate(json.loads(shared["diary.schema.json"]), diary)
    assert (diary["name"], diary["description"]) == ("Our diary", "")
    post = diary["posts"][1]
    assert post["workshop"] == {
        "number": 2,
        "start": "2030-01-10",
        "venue": {"address": "Mill Lane"},
        "status": "held",
        "aims": ["Yes"],
        "ground_rules": ["Listen", "Drink tea"],
    }
    assert post["feedback"]["went_well"] == [{"said": "Tea"}]
    assert post["feedback"]["quotes"] == [{"words": "Somebody wrote it down at last."}]
    assert post["agenda"] == [{"title": "Talk", "items": [{"title": "Tea"}]}]
    assert "milestones" not in post
    page = shared["workshops/two/index.html"]
    assert "I was never asked that before." in page, "A page is ours."


def test_what_was_decided_and_asked_for_keeps_its_figures_where_its_words_are_not_shared(
    shared: dict[str, str],
) -> None:
    post = json.loads(shared["diary.json"])["posts"][1]
    votes = {vote["id"]: vote for vote in post["votes"]}
    assert votes["b"]["options"] == [{"name": "Yes", "votes": 20}, {"name": "No", "votes": 10}]
    assert votes["c"]["options"] == [{"name": NEUTRAL, "votes": 10}, {"name": "Tea", "votes": 2}]
    assert votes["c"]["chosen"] == [NEUTRAL]
    assert votes["d"]["chosen"] == [NEUTRAL, NEUTRAL]
    rows = [(row["question"], row["decided"], row["how_close"]) for row in table(shared["decisions.csv"])]
    assert rows == [
        (NEUTRAL, "A", ""),
        ("Go on?", "Yes", "20 to 10"),
        ("And then?", NEUTRAL, "10 to 2"),
        ("In a row?", NEUTRAL, ""),
    ]
    remarks = [NEUTRAL, "More tea", NEUTRAL, NEUTRAL]
    assert [remark["said"] for remark in post["feedback"]["even_better_if"]] == remarks
    assert post["answers"] == [{"to": "one#lamp", "did": NEUTRAL, "status": "done"}]
    asks = {(row["asked_for"], row["status"], row["answer"]) for row in table(shared["asks.csv"])}
    assert {(NEUTRAL, "open", ""), ("More tea", "open", ""), ("A lamp", "done", NEUTRAL)} <= asks


def test_a_calendar_tells_of_a_workshop_without_the_words_that_are_not_shared(shared: dict[str, str]) -> None:
    said = shared["workshops.ics"].replace("\r\n ", "").split("\r\n")
    for line in (
        "NAME:Our diary",
        "SUMMARY:Workshop 2",
        "LOCATION:Mill Lane",
        "DESCRIPTION:https://diary.example.org/workshops/two/",
        "SUMMARY:Those with the link",
    ):
        assert line in said
    assert len([line for line in said if line.startswith("URL:")]) == 3, "An address can repeat a quote, too."


def test_a_hidden_workshop_has_no_record_as_data(shared: dict[str, str]) -> None:
    assert "workshops/three/index.html" in shared
    assert [path for path, text in shared.items() if "three.json" in path + text] == []
