"""A record's shape for editors: JSON Schema [2020-12], made from the annotations that the reader reads.

For files that are YAML from end to end; of front matter editors read nothing (decision 157).
"""

from plugins.contract.shape import Choice, Kind, Leaf, Many, Part, Shape, shape_of


def json_schema(record: type, *, title: str) -> dict[str, object]:
    """The schema of a file. Editors read YAML 1.1, in which `2016` is a number and `no` is false."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, **_object(shape_of(record))}


def _object(shape: Shape) -> dict[str, object]:
    return {
        "type": "object",
        "properties": {name: {"description": field.means, **_kind(field.kind)} for name, field in shape.fields.items()},
        "required": [name for name, field in shape.fields.items() if field.required],
        "additionalProperties": False,
    }


def _kind(kind: Kind) -> dict[str, object]:
    match kind:
        case Leaf(between=span) if span:
            return {"type": "integer", "minimum": span.least, "maximum": span.most}
        case Leaf():
            return {"type": ["string", "number", "boolean"]}
        case Choice():
            return {"enum": [*kind.words, *((True, False) if kind.words == ("yes", "no") else ())]}
        case Many():
            one = _kind(kind.of)
            return {"anyOf": [one, {"type": "array", "items": one}]}
        case Part():
            return _object(shape_of(kind.record))
        case _:
            return {"type": "object"}
