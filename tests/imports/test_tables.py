"""Which tables of a story are offered as fields."""

from typing import Any

import pytest

from plugins.frontmatter.changes import Change, changed
from plugins.imports.tables import offers, taken_up


def table(*rows: str) -> str:
    first, *more = rows
    return "\n".join([f"| {first} |", "|" + " --- |" * (first.count("|") + 1), *(f"| {row} |" for row in more)])


def said(fields: Change) -> Any:
    """What fields say."""
    return changed({}, fields)


AGENDAS = {
    "times and what was done": (
        table("Time | What", "10:00 | Welcome", "10.30 | Tea \\| talk"),
        [{"title": "Welcome", "start": "10:00"}, {"title": "Tea | talk", "start": "10:30"}],
    ),
    "no heading row": (
        table("10:00 | Welcome", "11:00 | Tea"),
        [{"title": "Welcome", "start": "10:00"}, {"title": "Tea", "start": "11:00"}],
    ),
    "from, to, who, how long and notes": (
        table(
            "What | When | Led by | Minutes | Notes",
            "**Welcome** | 10am \\- 10.15am | Kim | 15 min | *Ask* all",
            " | noon | | |",
        ),
        None,
    ),
    "a time that has to be asked about": (
        table("Time | What", "2.30 | Welcome", "3.30 | Tea"),
        [{"title": "Welcome", "start": "2.30"}, {"title": "Tea", "start": "3.30"}],
    ),
    "a part without a time": (
        table("Time | What", "10:00 | Welcome", " | Tea", "11:00 | Talk"),
        [{"title": "Welcome", "start": "10:00"}, {"title": "Tea"}, {"title": "Talk", "start": "11:00"}],
    ),
    "who comes first": (
        table("Who | Time", "Kim | 10:00", "Sam | 11:00"),
        [{"title": "Kim", "start": "10:00", "lead": "Kim"}, {"title": "Sam", "start": "11:00", "lead": "Sam"}],
    ),
}


@pytest.mark.parametrize(("story", "items"), AGENDAS.values(), ids=AGENDAS)
def test_a_table_of_times_looks_like_an_agenda(story: str, items: list[dict[str, str]] | None) -> None:
    whole = [{"title": "Welcome", "start": "10:00", "minutes": "15", "lead": "Kim", "notes": "*Ask* all"}]
    found = offers(story)
    assert [each.field for each in found] == ["agenda"]
    assert list(found[0].items) == (whole if items is None else items)


def test_a_table_of_options_and_counts_looks_like_a_vote_under_the_heading_above_it() -> None:
    story = f"## Which *idea*?\n\n{table('Idea | Votes', 'One door | 5', 'A card | 3 votes', 'Total | 8')}\n\nThe end."
    (offer,) = offers(story)
    fields, rest = taken_up(story, (offer,))
    assert said(fields)["votes"] == [
        {
            "id": "which-idea",
            "question": "Which idea?",
            "method": "not-known",
            "options": [{"name": "One door", "votes": "5"}, {"name": "A card", "votes": "3"}],
        }
    ]
    assert rest == "## Which *idea*?\n\nThe end."


def test_two_votes_have_two_ids_and_a_second_agenda_stays_a_table() -> None:
    agenda = table("Time | What", "10:00 | Welcome", "11:00 | Tea")
    vote = table("Idea | Votes", "One door | 5", "A card | 3")
    story = f"{agenda}\n\n{vote}\n\n{agenda}\n\n{vote}"
    found = offers(story)
    assert [each.field for each in found] == ["agenda", "votes", "votes"]
    fields, rest = taken_up(story, found)
    assert [each["id"] for each in said(fields)["votes"]] == ["idea", "idea-2"]
    assert rest == agenda


OTHERS = {
    "numbers that nobody says are counts": table("Idea | Page", "One door | 5", "A card | 3"),
    "a single row": table("Idea | Votes", "One door | 5"),
    "counts that are not whole": table("Idea | Votes", "One door | some", "A card | 3"),
    "an option without a name": table("Idea | Votes", " | 5", "A card | 3"),
    "numbers alone": table("Year | Votes", "2016 | 5", "2017 | 3"),
    "one column": table("Votes", "5", "3"),
    "times alone": table("Time", "10:00", "11:00"),
    "a list of numbers": table("No | What", "1 | Welcome", "2 | Tea"),
    "hardly a time": table("Time | What", "10:00 | Welcome", " | Tea", " | Talk", " | End"),
    "no table": "| 10:00 | Welcome |\n| 11:00 | Tea |",
}


@pytest.mark.parametrize("story", OTHERS.values(), ids=OTHERS)
def test_other_tables_stay_as_they_are(story: str) -> None:
    assert offers(story) == ()
