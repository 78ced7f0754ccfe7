"""A record's shape for people: tables in Markdown, made from the annotations that the reader reads."""

from collections.abc import Iterator

from plugins.contract.shape import Choice, Kind, Leaf, Many, Moment, Part, Scores, Table, shape_of
from plugins.contract.values import (
    Contact,
    Count,
    FilePath,
    HexColour,
    Id,
    Label,
    Language,
    MarkFile,
    Reference,
    SiteAddress,
    SitePath,
    Text,
    WebAddress,
    Words,
    Zone,
)
from plugins.moments import Clock, When

_WHEN = "a date such as `2016`, `2016-10`, `2016-10-10` or `2016-10-10 10:00`"
_CLOCK = "a clock time such as `10:00` or `1.30pm`"
_WORDS: dict[object, str] = {
    Text: "text",
    Label: "text without a comma",
    Words: "words (Markdown in one paragraph)",
    Id: "an id (lower-case words with hyphens)",
    Reference: "an id, or `file-slug#id` from another file",
    HexColour: 'a colour between quotes, such as `"#0b5a5e"`',
    FilePath: "a file beside the post",
    MarkFile: "a file beside `diary.yml`",
    SiteAddress: "the whole address of a site, such as `https://diary.example.org`",
    SitePath: "an address on this site",
    WebAddress: "a web address",
    Zone: "a time zone such as `Europe/London`",
    Language: "a language tag such as `en-GB`",
    Contact: "an e-mail address, a web address, or words",
    Count: "a whole number, 0 or more",
    When: _WHEN,
    Clock: _CLOCK,
    bool: "`true` or `false`",
    int: "a whole number",
    float: "a number",
}


def reference(record: type, heading: str) -> str:
    """A table of the record's fields, then one for each record inside it, in Markdown."""
    return "\n".join(_tables(record, heading, set()))


def _tables(record: type, heading: str, seen: set[type]) -> Iterator[str]:
    shape = shape_of(record)
    seen.add(record)
    yield from (f"### {heading}", "", "| field | what you write | what it means |", "|---|---|---|")
    inner: list[tuple[type, str]] = []
    for name, field in shape.fields.items():
        required = " **required**" if field.required else ""
        yield f"| `{name}` | {_said(field.kind)}{required} | {field.means} |"
        inside = _inside(field.kind)
        if inside:
            inner.append((inside, name))
    if shape.plain:
        yield from ("", f"Written as one value, it is its `{shape.plain}`.")
    yield ""
    for inside, name in inner:
        if inside not in seen:
            yield from _tables(inside, f"`{name}`", seen)


def _said(kind: Kind) -> str:  # noqa: PLR0911 - one answer for each kind
    match kind:
        case Leaf():
            span = f" from {kind.between.least} to {kind.between.most}" if kind.between else ""
            return _WORDS[kind.type] + span
        case Choice():
            return " · ".join(f"`{word}`" for word in kind.words)
        case Moment():
            return f"{_WHEN}, or {_CLOCK}"
        case Scores():
            return "each score and how many gave it, such as `{5: 3, 4: 1}`"
        case Many():
            return f"list: {_said(kind.of)}"
        case Part():
            return "fields, see below"
        case Table():
            return "fields"
        case _:
            return f"{_said(kind.word)}, or fields, see below"


def _inside(kind: Kind) -> type | None:
    if isinstance(kind, Many):
        return _inside(kind.of)
    part = getattr(kind, "part", kind)
    return part.record if isinstance(part, Part) else None
