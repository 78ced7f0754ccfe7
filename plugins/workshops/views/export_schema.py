"""The JSON Schema [2020-12] of what a record becomes as data: the fields that others may have, and no others."""

from plugins.contract.shape import Choice, Kind, Leaf, Many, Part, Scores, WordOrPart, shape_of

_NUMBERS = {"Count": "integer", "int": "integer", "float": "number", "bool": "boolean"}


def record_schema(record: type) -> dict[str, object]:
    """The schema of one record, with what is marked for export; what is empty is left out, so nothing is required."""
    public = {name: field for name, field in shape_of(record).fields.items() if field.export is not None}
    properties = {name: {"description": field.means, **_kind(field.kind)} for name, field in public.items()}
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _kind(kind: Kind) -> dict[str, object]:
    match kind:
        case Leaf(type=held):
            return {"type": _NUMBERS.get(getattr(held, "__name__", ""), "string")}
        case Choice(words):
            return {"enum": list(words)}
        case Scores():
            return {"type": "object", "additionalProperties": {"type": "integer"}}
        case Many(of):
            return {"type": "array", "items": _kind(of)}
        case Part(record) | WordOrPart(part=Part(record)):
            return record_schema(record)
        case _:
            return {"type": "string"}
