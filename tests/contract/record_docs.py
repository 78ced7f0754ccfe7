"""A record's shape for editors and for people: JSON Schema [2020-12], and tables in Markdown.

Both are made from the annotations that the reader reads, so that there is one truth.
"""

from collections.abc import Iterator

from plugins.contract.shape import Choice, FieldShape, Kind, Leaf, Many, Moment, Part, Scores, Shape, shape_of
from plugins.contract.values import Count, FilePath, Id, Language, Reference, Text, WebAddress, Words
from plugins.moments import Clock, When

_WHEN = "a date such as `2016`, `2016-10`, `2016-10-10` or `2016-10-10 10:00`"
_CLOCK = "a clock time such as `10:00` or `1.30pm`"
_WORDS: dict[object, str] = {
    Text: "text",
    Words: "words (Markdown in one paragraph)",
    Id: "an id (lower-case words with hyphens)",
    Reference: "an id, or `file-slug#id` from another file",
    FilePath: "a file beside the post",
    WebAddress: "a web address",
    Language: "a language tag such as `en-GB`",
    Count: "a whole number, 0 or more",
    When: _WHEN,
    Clock: _CLOCK,
    bool: "`true` or `false`",
    int: "a whole number",
    float: "a number",
}


def json_schema(record: type, *, title: str) -> dict[str, object]:
    """The schema of a file's front matter.

    Editors read YAML 1.1, in which `2016` is a number and `off` is false: where we take text, they are let through.
    """
    definitions: dict[str, object] = {}
    root = _object(shape_of(record), definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        **root,
        "$defs": dict(sorted(definitions.items())),
    }


def _object(shape: Shape, definitions: dict[str, object]) -> dict[str, object]:
    return {
        "type": "object",
        "properties": {name: _described(field, definitions) for name, field in shape.fields.items()},
        "required": [name for name, field in shape.fields.items() if field.required],
        "additionalProperties": False,
    }


def _described(field: FieldShape, definitions: dict[str, object]) -> dict[str, object]:
    return {"description": field.means, **_kind(field.kind, definitions)}


def _kind(kind: Kind, definitions: dict[str, object]) -> dict[str, object]:  # noqa: PLR0911 - one answer for each kind
    match kind:
        case Leaf():
            return _leaf(kind)
        case Choice():
            return {"enum": list(kind.words)}
        case Moment():
            return {"type": ["string", "number"]}
        case Scores():
            return {"type": "object", "additionalProperties": {"type": "integer", "minimum": 0}}
        case Many():
            one = _kind(kind.of, definitions)
            return {"anyOf": [one, {"type": "array", "items": one}]}
        case Part():
            return _part(kind.record, definitions)
        case _:
            return {"anyOf": [{"enum": [*kind.word.words, False]}, _part(kind.part.record, definitions)]}


def _leaf(leaf: Leaf) -> dict[str, object]:
    span = {"minimum": leaf.between.least, "maximum": leaf.between.most} if leaf.between else {}
    if leaf.type is bool:
        return {"type": "boolean"}
    if leaf.type in (int, Count):
        return {"type": "integer", **({"minimum": 0} if leaf.type is Count else span)}
    if leaf.type is float:
        return {"type": "number", **span}
    return {"type": ["string", "number", "boolean"]}


def _part(record: type, definitions: dict[str, object]) -> dict[str, object]:
    name = record.__name__
    if name not in definitions:
        definitions[name] = {}
        shape = shape_of(record)
        whole = _object(shape, definitions)
        definitions[name] = {"anyOf": [{"type": ["string", "number"]}, whole]} if shape.plain else whole
    return {"$ref": f"#/$defs/{name}"}


def reference(record: type) -> str:
    """A table of the record's fields, then one for each record inside it, in Markdown."""
    return "\n".join(_tables(record, "Every post", set()))


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
        case _:
            return f"{_said(kind.word)}, or fields, see below"


def _inside(kind: Kind) -> type | None:
    if isinstance(kind, Many):
        return _inside(kind.of)
    part = getattr(kind, "part", kind)
    return part.record if isinstance(part, Part) else None
