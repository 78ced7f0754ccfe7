"""The diary as data for others: everything as JSON with its schema, decisions and asks as tables.

Only listed posts are in it, and of them only the fields that the record marks: a new field is private until somebody
marks it. Figures are those that pages tell. A quote is in none of these files unless its consent covers `share`, nor
is what repeats one: they are made to be kept by others (docs/decisions/0217).
"""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from plugins.blog.pages.unshared_quotes import shared_name, shared_rows, without_repetitions
from plugins.blog.site_model import SiteModel
from plugins.engine.page import PlannedFile
from plugins.moments import When
from plugins.patterns import lazy_pattern
from plugins.unicode.unseen import UNSEEN
from plugins.words import decisions as words
from plugins.words import diary
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.facts.asks import Ask
from plugins.workshops.facts.decisions import MeetingDecisions
from plugins.workshops.record.post import Post
from plugins.workshops.views.asks import asks_anchor
from plugins.workshops.views.ballot import margin
from plugins.workshops.views.decisions import decision_anchor
from plugins.workshops.views.export import VERSION, ExportContext, post_export
from plugins.workshops.views.export_schema import record_schema
from plugins.workshops.views.idea import day_of

_DIARY, _SCHEMA, _DECISIONS, _ASKS = "diary.json", "diary.schema.json", "decisions.csv", "asks.csv"
DECISION_COLUMNS = ("meeting", "date", "kind", "question", "method", "outcome", "decided", "how_close", "ideas", "url")
ASK_COLUMNS = ("asked_for", "meeting", "date", "status", "answer", "answered_in", "answered_on", "url")
_FORMULA = lazy_pattern(rf"[{UNSEEN}\s]*[=+\-@＝＋－＠﹦﹢﹣﹫\t\r\n]")
"""With what a cell begins that a spreadsheet would work out, or that could hide such a sign [OWASP, CSV injection]."""


def open_data(model: SiteModel) -> Iterator[PlannedFile]:
    """Every file of it; a hidden workshop is in none, and has no record of its own (docs/decisions/0216)."""
    for entry in model.publication.listed:
        if entry.post.workshop:
            yield PlannedFile(f"workshops/{entry.slug}.json", partial(_as_json, partial(_record, model, entry)))
    yield PlannedFile(_DIARY, partial(_as_json, partial(_diary, model)))
    yield PlannedFile(_SCHEMA, partial(_as_json, diary_schema))
    yield PlannedFile(_DECISIONS, partial(_as_table, DECISION_COLUMNS, model, _decisions))
    yield PlannedFile(_ASKS, partial(_as_table, ASK_COLUMNS, model, _asks))


def _record(model: SiteModel, entry: DiaryEntry) -> dict[str, object]:
    """One post as JSON's own types."""
    text = partial(model.texts.text, entry)
    context = ExportContext(address=model.settings.address + entry.address, text=text)
    return without_repetitions(post_export(_sharing(entry), context), model.unshared)


def _sharing(entry: DiaryEntry) -> DiaryEntry:
    """The post with the quotes alone that others may keep."""
    feedback = entry.post.feedback
    if not feedback:
        return entry
    quotes = tuple(quote for quote in feedback.quotes if entry.may_be_kept(quote))
    return replace(entry, post=replace(entry.post, feedback=replace(feedback, quotes=quotes)))


def diary_schema() -> dict[str, object]:
    """What `diary.json` may hold."""
    post = record_schema(Post)
    text = {"type": "string"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": words.SCHEMA,
        "type": "object",
        "required": ["version", "name", "url", "language", "licence", "posts"],
        "additionalProperties": False,
        "properties": {
            **dict.fromkeys(("$schema", "name", "url", "description", "language"), text),
            "version": {"const": VERSION},
            "licence": {"type": ["string", "null"], "description": words.LICENCE},
            "posts": {"type": "array", "items": _with_fields(post, version={"const": VERSION}, url=text, kind=text)},
        },
    }


def _with_fields(schema: dict[str, object], **more: object) -> dict[str, object]:
    properties = schema["properties"]
    return {**schema, "properties": {**more, **properties}} if isinstance(properties, Mapping) else schema


def _diary(model: SiteModel) -> dict[str, object]:
    settings = model.settings
    return {
        "$schema": settings.address + _SCHEMA,
        "version": VERSION,
        "name": shared_name(model),
        "url": settings.address,
        "description": model.unshared.shared(settings.description),
        "language": settings.language,
        "licence": settings.licence or None,
        "posts": [{"kind": entry.kind, **_record(model, entry)} for entry in model.series.entries],
    }


def _decisions(model: SiteModel) -> Iterator[Mapping[str, str]]:
    for meeting in model.decisions:
        yield from _of_meeting(model, meeting)


def _of_meeting(model: SiteModel, meeting: MeetingDecisions) -> Iterator[Mapping[str, str]]:
    entry = meeting.entry
    place = {"meeting": str(entry.post.title), "date": _iso(day_of(entry))}
    for counted in meeting.votes:
        vote, chosen = counted.vote, counted.decided or ()
        ideas = [option.idea.rpartition("#")[2] for option in vote.options if option.idea and option.name in chosen]
        yield {
            **place,
            "kind": "vote",
            "question": str(vote.question),
            "method": vote.method,
            "outcome": "open" if counted.decided is None else "decided" if chosen else "not-decided",
            "decided": "; ".join(model.unshared.shared(each, diary.NOT_SHARED) for each in chosen),
            "how_close": margin(counted) if counted.tally else "",
            "ideas": "; ".join(ideas),
            "url": _url(model, "decisions/", decision_anchor(entry, vote.id)),
        }
    for prototype in meeting.verdicts:
        idea = model.ideas.of_prototype(entry, prototype)
        yield {
            **place,
            "kind": "verdict",
            "question": model.ideas.name(idea) if idea else prototype.id.rpartition("#")[2],
            "outcome": prototype.status,
            "ideas": idea.rpartition("#")[2] if idea else "",
            "url": _url(model, "decisions/", decision_anchor(entry, prototype.id)),
        }


def _asks(model: SiteModel) -> Iterator[Mapping[str, str]]:
    return (_ask(model, ask) for ask in model.series.asks)


def _ask(model: SiteModel, ask: Ask) -> Mapping[str, str]:
    given = ask.answers[-1] if ask.answers else None
    return {
        "asked_for": model.texts.text(ask.entry, ask.remark.said),
        "meeting": str(ask.entry.post.title),
        "date": _iso(ask.asked_on),
        "status": ask.status,
        "answer": model.texts.text(given.entry, given.answer.did) if given else "",
        "answered_in": str(given.entry.post.title) if given else "",
        "answered_on": _iso(given.answer.when or day_of(given.entry)) if given else "",
        "url": _url(model, "you-said-we-did/", asks_anchor(ask)),
    }


def _url(model: SiteModel, page: str, anchor: str) -> str:
    return f"{model.settings.address}{page}#{anchor}"


def _iso(when: When | None) -> str:
    return when.iso if when else ""


def _as_json(make: Callable[[], object]) -> bytes:
    return f"{json.dumps(make(), ensure_ascii=False, indent=2)}\n".encode()


def _as_table(
    columns: tuple[str, ...], model: SiteModel, rows: Callable[[SiteModel], Iterable[Mapping[str, str]]]
) -> bytes:
    """The rows that others may keep, as a table [RFC 4180].

    Each cell is text, for whatever opens it, and quoted, whatever that takes for a separator.
    """
    written = io.StringIO()
    table = csv.writer(written, quoting=csv.QUOTE_ALL)
    table.writerow(columns)
    shared = shared_rows(rows(model), model.unshared)
    table.writerows([_cell(str(row.get(column, ""))) for column in columns] for row in shared)
    return written.getvalue().encode()


def _cell(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text
