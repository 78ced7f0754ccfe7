"""What is published is allowed field by field: a field that is added to a record stays at home until somebody marks it."""

from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Annotated, Any

import pytest

from plugins.blog.site_model import SiteModel, site_model
from plugins.comments.archive import archive_text, merged, read_archive
from plugins.contract.values import PUBLIC, Count, Text, Words
from plugins.records import dataclass
from plugins.workbench.paths import CHECKOUT
from plugins.workshops.diary import Diary, DiaryEntry
from plugins.workshops.facts.tally import counted_vote
from tests.support.pages import rendered, site_model_of, taking_comments

SITES = CHECKOUT / "tests" / "sites"
NOW = datetime(2031, 12, 31, tzinfo=UTC)
CANARY = "a canary that nobody let out"
NUMBER = Count(918273645)
ROOMS = ("plugins.workshops.record", "plugins.comments.archive.record")


@cache
def with_fields_more(record: type, *marks: object) -> type:
    """The record as it will be when somebody adds fields to it."""
    fields_more = {
        "words_more": (Annotated[(Words | None, "What somebody added.", *marks)], Words(CANARY)),
        "texts_more": (Annotated[(tuple[Text, ...], "What else was added.", *marks)], (Text(CANARY),)),
        "number_more": (Annotated[(Count | None, "And how many.", *marks)], NUMBER),
    }
    hints = {name: hint for name, (hint, _) in fields_more.items()}
    values = {name: value for name, (_, value) in fields_more.items()}
    more = type(record.__name__, (record,), {**values, "__annotations__": hints, "__module__": record.__module__})
    return dataclass(frozen=True, slots=True, kw_only=True)(more)


def grown(value: Any, *marks: object) -> Any:
    """A record with such fields, and every record inside it."""
    if isinstance(value, tuple):
        return tuple(grown(held, *marks) for held in value)
    if is_dataclass(value) and not isinstance(value, type) and type(value).__module__.startswith(ROOMS):
        held = {each.name: grown(getattr(value, each.name), *marks) for each in fields(value)}
        return with_fields_more(type(value), *marks)(**held)
    return value


def grown_site(site: str, *marks: object) -> tuple[SiteModel, dict[str, str]]:
    content = SITES / site / "content"
    archive = SITES / site / "archive.json"
    threads = merged([grown(read_archive(archive.read_bytes()))]) if archive.exists() else {}
    made = site_model_of(content, now=NOW)

    def entry_grown(entry: DiaryEntry) -> DiaryEntry:
        post = grown(entry.post, *marks)
        return replace(entry, post=post, votes=tuple(counted_vote(vote) for vote in post.votes))

    diary = Diary(tuple(map(entry_grown, made.diary.entries)))
    more, problems = site_model(made.settings, diary, discussion=taking_comments(content, threads))
    assert [str(problem) for problem in problems if problem.stops] == []
    return more, rendered(more)


def with_canary(files: dict[str, str]) -> list[str]:
    return sorted(path for path, text in files.items() if CANARY in text or str(NUMBER) in text)


@pytest.mark.parametrize("site", ["four-workshops", "photographs", "upcoming", "comments"])
def test_a_new_field_of_any_record_is_published_nowhere(site: str) -> None:
    made, files = grown_site(site)
    assert any(CANARY in text for _, text in made.texts.words)
    assert {Path(path).suffix for path in files} >= {".html", ".json", ".xml", ".ics"}
    assert with_canary(files) == []


def test_a_new_field_that_is_marked_is_in_the_data_of_its_workshop_and_nowhere_else() -> None:
    _, files = grown_site("four-workshops", PUBLIC)
    found = [path for path in with_canary(files) if not path.startswith("search/")]
    assert found == sorted(
        [
            "diary.json",
            *(path for path in files if path.startswith("workshops/") and path.endswith(".json")),
        ]
    )


def test_a_new_field_of_a_comment_stays_out_of_the_archive() -> None:
    archive = read_archive((SITES / "comments" / "archive.json").read_bytes())
    assert CANARY not in archive_text(grown(archive))
    assert archive_text(grown(archive)) == archive_text(archive)
