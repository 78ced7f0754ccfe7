"""Records as JSON, and the very same records again.

A record is an object: the name of its class, and those of its fields that are not as they are when nothing is given.
Lists are tuples, since records hold no others. JSON names classes and makes none: only those are made that the reader
was given.
"""

import json
from collections.abc import Iterable
from dataclasses import fields
from typing import Any

_CLASS = ""
"""The key of a class's name; no field is called so."""


def as_json(record: object) -> str:
    """A record of texts, numbers, tuples and other such records, on one line."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"), default=_given)


def _given(record: Any) -> dict[str, object]:
    """What a record was given; raises TypeError for anything else."""
    values = {field: getattr(record, field.name) for field in fields(record)}
    said = {field.name: value for field, value in values.items() if not _is_same(value, field.default)}
    return {_CLASS: type(record).__name__, **said}


def _is_same(value: object, default: object) -> bool:
    """Equal and of one type: True is equal to 1."""
    return type(value) is type(default) and value == default


class RecordReader:
    """Makes records of these classes again."""

    def __init__(self, classes: Iterable[type]) -> None:
        self._classes = {each.__name__: each for each in classes}
        self._decoder = json.JSONDecoder(object_hook=self._record)

    def record(self, text: str) -> Any:
        """What was written `as_json`."""
        return self._decoder.raw_decode(text)[0]

    def _record(self, said: dict[str, Any]) -> object:
        made = self._classes[said.pop(_CLASS)]
        for name, value in said.items():
            if type(value) is list:
                said[name] = _tuple(value)
        return made(**said)


def _tuple(values: list[Any]) -> tuple[Any, ...]:
    return tuple(_tuple(value) if type(value) is list else value for value in values)
