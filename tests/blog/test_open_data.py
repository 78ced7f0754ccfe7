"""The diary as data for others: every listed post with the fields that are marked, decisions and asks as tables."""

import csv
import io
import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import jsonschema_rs
import pytest

from plugins.workbench.paths import CHECKOUT
from tests.support.diaries import written
from tests.support.pages import rendered, site_model_of

FOUR = CHECKOUT / "tests" / "sites" / "four-workshops" / "content"
NOW = datetime(2031, 6, 1, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def four() -> dict[str, str]:
    made = site_model_of(FOUR, now=NOW)
    return rendered(replace(made, settings=replace(made.settings, licence="CC-BY-4.0")))


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_whole_diary_is_data_that_its_schema_describes(four: dict[str, str]) -> None:
    diary, schema = json.loads(four["diary.json"]), json.loads(four["diary.schema.json"])
    jsonschema_rs.meta.validate(schema)
    jsonschema_rs.validate(schema, diary)
    assert [diary[name] for name in ("version", "name", "url", "language", "licence")] == [
        2,
        "A diary",
        "https://diary.example.org/",
        "en-GB",
        "CC-BY-4.0",
    ]
    assert diary["$schema"] == "https://diary.example.org/diary.schema.json"
    assert [(post["kind"], post["url"]) for post in diary["posts"]][:2] == [
        ("workshop", "https://diary.example.org/workshops/meeting/"),
        ("workshop", "https://diary.example.org/workshops/walking-through/"),
    ]
    meeting = {name: value for name, value in diary["posts"][0].items() if name != "kind"}
    assert meeting == json.loads(four["workshops/meeting.json"])
    with pytest.raises(jsonschema_rs.ValidationError):
        jsonschema_rs.validate(schema, {**diary, "posts": [{**diary["posts"][0], "consent": ["Q-01"]}]})


def test_drafts_hidden_posts_and_private_numbers_are_in_no_data(four: dict[str, str]) -> None:
    whole = "".join(four[name] for name in ("diary.json", "decisions.csv", "asks.csv"))
    assert "Secret plans" not in whole
    assert "For those with the link" not in whole
    assert "This one was taken back." not in whole
    quiet = next(row for row in table(four["decisions.csv"]) if row["question"] == "Is it a quiet evening?")
    assert quiet == {
        "meeting": "We built it out of paper",
        "date": "2031-03-10T14:00",
        "kind": "vote",
        "question": "Is it a quiet evening?",
        "method": "show-of-hands",
        "outcome": "decided",
        "decided": "It is",
        "how_close": "",
        "ideas": "",
        "url": "https://diary.example.org/decisions/#making.quiet",
    }


def test_decisions_are_a_table_in_order(four: dict[str, str]) -> None:
    rows = table(four["decisions.csv"])
    assert [(row["outcome"], row["decided"], row["how_close"], row["ideas"]) for row in rows][3:5] == [
        ("decided", "Late Library; Text Not Post", "22 to 12", "late-library; text-not-post"),
        ("decided", "Text Not Post", "", "text-not-post"),
    ]
    assert [(row["kind"], row["question"], row["outcome"]) for row in rows][-1] == ("verdict", "Street Tea", "adapted")
    assert [row["outcome"] for row in rows if row["question"] == "A bell or a knocker?"] == ["not-decided"]
    assert four["decisions.csv"].count("\r\n") == len(rows) + 1


def test_asks_are_a_table_with_their_latest_answer(four: dict[str, str]) -> None:
    rows = {row["url"].rpartition(".")[2]: row for row in table(four["asks.csv"])}
    assert rows["lamp-post"]["status"] == "open"
    assert rows["shoes"] == {
        "asked_for": "Bring slippers.",
        "meeting": "We built it out of paper",
        "date": "2031-03-10T14:00",
        "status": "done",
        "answer": "Twenty pairs of slippers came from the charity shop.",
        "answered_in": "We looked back",
        "answered_on": "2031-04-04",
        "url": "https://diary.example.org/you-said-we-did/#making.shoes",
    }


def test_pages_lead_to_the_data_of_what_they_tell_unless_there_is_none(four: dict[str, str]) -> None:
    assert '<a href="/decisions.csv">As a table (CSV)</a> · <a href="/diary.json">' in four["decisions/index.html"]
    assert '<a href="/asks.csv">As a table (CSV)</a> · <a href="/diary.json">' in four["you-said-we-did/index.html"]
    made = site_model_of(FOUR, now=NOW)
    without = rendered(replace(made, settings=replace(made.settings, has_open_data=False)))
    assert {path for path in four if path not in without} == {
        *(f"workshops/{slug}.json" for slug in ("looking-back", "making", "meeting", "walking-through")),
        *("diary.json", "diary.schema.json", "decisions.csv", "asks.csv"),
    }
    assert [path for path, text in without.items() if ".csv" in text or "diary.json" in text] == []


FORMULA = """
---
title: "=1+1"
date: 2030-01-11
workshop: {{start: 2030-01-10, status: held}}
votes: {{id: a, question: {formula}, method: show-of-hands, counts: not-kept, options: [{formula}, B], chosen: {formula}}}
feedback: {{even_better_if: [{{id: b, said: {formula}}}]}}
prototypes: {{id: c, status: dropped}}
---
X.
"""


@pytest.mark.parametrize(
    "formula",
    [
        *("=SUM(A1)", "+44 1", "-2+3", "@SUM(A1)", " =1", "＝1", "﹦1"),
        *("\u00a0=1", "\u2003=1", "\u3000=1", "\u200b=1", "\u00ad=1", "\u200b\u00a0\u2003\u3000+1", "\u00ad\t@1"),
    ],
)
def test_no_cell_begins_as_a_formula(tmp_path: Path, formula: str) -> None:
    content = written(tmp_path, workshops__one=FORMULA.format(formula=json.dumps(formula)))
    files = rendered(site_model_of(content, now=NOW))
    cells = [cell for name in ("decisions.csv", "asks.csv") for row in table(files[name]) for cell in row.values()]
    assert [cell for cell in cells if cell.strip().startswith(("=", "+", "-", "@", "＝"))] == []
    assert cells.count(f"'{' '.join(formula.split())}") == 3
    assert cells.count("'=1+1") == 3
    assert json.loads(files["diary.json"])["licence"] is None


def test_each_cell_is_quoted_whatever_a_spreadsheet_takes_for_a_separator(tmp_path: Path) -> None:
    content = written(tmp_path, workshops__one=FORMULA.format(formula='"1; 2, 3"'))
    files = rendered(site_model_of(content, now=NOW))
    for name in ("decisions.csv", "asks.csv"):
        assert '"1; 2, 3"' in files[name]
        assert [line for line in files[name].splitlines() if not re.fullmatch(r'("([^"]|"")*",?)+', line)] == []
