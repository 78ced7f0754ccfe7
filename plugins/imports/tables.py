"""Tables of a story that look like an agenda or a vote: what they would be as fields of the post.

It is an offer. Whether a number is a count of votes, and how people voted, somebody has to say who was there.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from plugins.files.names import slug
from plugins.frontmatter.changes import Change, Item, Wanted
from plugins.moments.clock import Clock, MomentError
from plugins.moments.clock_parsing import parse_clock
from plugins.records import dataclass
from plugins.workshops.record.vote import METHOD_NOT_KNOWN

_CELL = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"\|(?:\s*:?-+:?\s*\|)+\s*")
_TIME = r"(?:\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?|noon|midday)"
_TIMES = re.compile(rf"({_TIME})(?:\s*(?:-|–|—|to|until)\s*({_TIME}))?", re.IGNORECASE)
_COUNT = re.compile(r"(\d{1,4})(?: (?:votes?|hands?|dots?|people))?", re.IGNORECASE)
_MINUTES = re.compile(r"(\d{1,3})(?: ?(?:m|min|mins|minutes)\.?)?", re.IGNORECASE)
_COUNTED = re.compile(r"\b(?:votes?|hands|dots|tally|counts?|number|how many|total)\b", re.IGNORECASE)
_LASTING = re.compile(r"\b(?:minutes|mins?|duration|how long|length)\b", re.IGNORECASE)
_LEADING = re.compile(r"\b(?:who|leads?|led by|facilitators?|by)\b", re.IGNORECASE)
_TITLED = re.compile(r"\b(?:what|item|activity|session|topic|title|agenda|programme|part)\b", re.IGNORECASE)
_MARKS = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~&-])|\*{1,2}|(?<!\w)_+|_+(?!\w)")
_HEADING = re.compile(r"#{1,6} (.+)")
Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class Offer:
    """A table, from one line of the story to before another, as an item or items of a field."""

    field: str
    items: tuple[Mapping[str, Wanted], ...]
    first: int
    end: int


def offers(story: str, signs: Collection[str] = ()) -> tuple[Offer, ...]:
    """Every table that looks like an agenda or a vote, in the order of the story; the first agenda alone is one.

    A table with one of these `signs` in it, each of a picture, is none: a field has no place for it.
    """
    found: list[Offer] = []
    for first, rows, heading in _tables(story.split("\n")):
        if any(sign in cell for sign in signs for row in rows for cell in row):
            continue
        agenda, vote = _agenda(rows), _vote(rows, heading)
        if agenda and not any(offer.field == "agenda" for offer in found):
            found.append(Offer("agenda", agenda, first, first + len(rows) + 1))
        elif vote:
            found.append(Offer("votes", (vote,), first, first + len(rows) + 1))
    return tuple(found)


def taken_up(story: str, those: Sequence[Offer]) -> tuple[Change, str]:
    """The fields that the tables become, and the story without them."""
    fields: dict[str, tuple[Item, ...]] = {}
    ids: set[str] = set()
    lines = story.split("\n")
    for offer in those:
        for item in offer.items:
            new = _with_own_id(item, ids) if offer.field == "votes" else item
            fields[offer.field] = (*fields.get(offer.field, ()), Item(new))
    for offer in reversed(those):
        del lines[offer.first : offer.end]
    return fields, re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def _with_own_id(vote: Mapping[str, Wanted], ids: set[str]) -> Mapping[str, Wanted]:
    name = str(vote["id"])
    own = next(
        each for number in range(1, len(ids) + 2) if (each := f"{name}-{number}" if number > 1 else name) not in ids
    )
    ids.add(own)
    return {**vote, "id": own}


def _tables(lines: Sequence[str]) -> Iterator[tuple[int, list[Row], str]]:
    """Where each table begins, its rows, and the heading above it."""
    heading, place = "", 0
    while place < len(lines):
        found = _HEADING.fullmatch(lines[place])
        heading = _plain(found[1]) if found else heading
        if lines[place].startswith("|") and place + 1 < len(lines) and _RULE.fullmatch(lines[place + 1]):
            end = next((at for at in range(place + 2, len(lines)) if not lines[at].startswith("|")), len(lines))
            yield place, [_cells(line) for at, line in enumerate(lines[place:end]) if at != 1], heading
            place = end
        else:
            place += 1


def _cells(line: str) -> Row:
    return [cell.strip() for cell in _CELL.split(line.strip())[1:-1]]


def _plain(cell: str) -> str:
    """The words of a cell without the marks of Markdown."""
    return " ".join(_MARKS.sub(lambda found: found[1] or "", cell).split())


def _column(rows: Sequence[Row], number: int) -> list[str]:
    return [_plain(row[number]) if number < len(row) else "" for row in rows]


def _agenda(rows: Sequence[Row]) -> tuple[Mapping[str, Wanted], ...]:
    titles, width = [_plain(cell) for cell in rows[0]], len(rows[0])
    when = next((column for column in range(width) if _are_times(_column(rows[1:], column))), None)
    if when is None or width < 2:
        return ()
    body = rows if _TIMES.fullmatch(titles[when]) else rows[1:]
    names = [""] * width if body is rows else titles
    others = [column for column in range(width) if column != when]
    lead = next((column for column in others if _LEADING.search(names[column])), None)
    lasting = next((column for column in others if _LASTING.search(names[column])), None)
    free = [column for column in others if column not in (lead, lasting)] or others
    what = next((column for column in free if _TITLED.search(names[column])), free[0])
    notes = [column for column in free if column != what]
    return tuple(
        {
            "title": title,
            **_time(_plain(row[when])),
            **(
                {"minutes": found[1]}
                if lasting is not None and (found := _MINUTES.fullmatch(_plain(row[lasting])))
                else {}
            ),
            **({"lead": words} if lead is not None and (words := _plain(row[lead])) else {}),
            **({"notes": words} if (words := " ".join(filter(None, (row[column] for column in notes)))) else {}),
        }
        for row in body
        if len(row) == width and (title := _plain(row[what]))
    )


def _are_times(cells: Sequence[str]) -> bool:
    times = [cell for cell in cells if cell]
    return bool(times) and len(times) * 2 >= len(cells) and all(map(_TIMES.fullmatch, times))


def _time(cell: str) -> Mapping[str, Wanted]:
    """When a part begins, as it was typed where that has to be asked about, and how long it lasts."""
    found = _TIMES.fullmatch(cell)
    if not found:
        return {}
    start, end = (_clock(written) if written else None for written in found.groups())
    if start is None:
        return {"start": found[1]}
    lasts = {"minutes": str(end.minutes - start.minutes)} if end and end > start else {}
    return {"start": start.iso, **lasts}


def _clock(written: str) -> Clock | None:
    try:
        return parse_clock(written)
    except MomentError:
        return None


def _vote(rows: Sequence[Row], heading: str) -> Mapping[str, Wanted] | None:
    titles, body = [_plain(cell) for cell in rows[0]], rows[1:]
    columns = range(len(titles))
    counts = next(
        (each for each in columns if _COUNTED.search(titles[each]) and _are_counts(_column(body, each))), None
    )
    options = next((each for each in columns if each != counts), None)
    if counts is None or options is None or len(body) < 2:
        return None
    names = _column(body, options)
    if not all(names) or all(map(_COUNT.fullmatch, names)):
        return None
    question = heading or titles[options]
    answers = zip(names, _column(body, counts), strict=True)
    return {
        "id": slug(question)[:40].strip("-") or "vote",
        "question": question or "Vote",
        "method": METHOD_NOT_KNOWN,
        "options": tuple(
            Item({"name": name, "votes": found[1]})
            for name, count in answers
            if (found := _COUNT.fullmatch(count)) and name.casefold() not in ("total", "all", "sum")
        ),
    }


def _are_counts(cells: Sequence[str]) -> bool:
    return len(cells) > 1 and all(map(_COUNT.fullmatch, cells))
