"""CHANGELOG.md as versions, the newest first, each told to three audiences; and a new version put on top."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from plugins.records import dataclass

AUDIENCES = ("Authors", "Readers", "Developers")
UNRELEASED = "Unreleased"
_VERSION = re.compile(r"^## ", re.MULTILINE)
_AUDIENCE = re.compile(r"^### (\w+)$\n?(.*?)(?=^### |\Z)", re.MULTILINE | re.DOTALL)
_POINT = re.compile(r"^- ", re.MULTILINE)
_LINK = re.compile(r"\[([^]]*)\]\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Version:
    """One version, or what is not released yet; `points` are those of each audience, as they are written."""

    name: str
    day: str
    points: tuple[tuple[str, ...], ...]


def read(text: str) -> tuple[str, tuple[Version, ...]]:
    """What stands above the versions, and the versions."""
    head, *sections = _VERSION.split(text)
    return head, tuple(map(_version, sections))


def _version(section: str) -> Version:
    heading, _, rest = section.partition("\n")
    name, _, day = heading.partition(" ")
    told = {audience: _POINT.split(points.strip())[1:] for audience, points in _AUDIENCE.findall(rest)}
    points = tuple(tuple(point.rstrip() for point in told.get(audience, ())) for audience in AUDIENCES)
    return Version(name, day.strip("()"), points)


def written(head: str, versions: tuple[Version, ...]) -> str:
    sections = []
    for version in versions:
        told = [
            f"### {audience}\n" + "".join(f"- {point}\n" for point in points)
            for audience, points in zip(AUDIENCES, version.points, strict=True)
        ]
        heading = f"{version.name} ({version.day})" if version.day else version.name
        sections.append("\n".join([f"## {heading}\n", *told]))
    return head + "\n".join(sections)


def released(text: str, name: str, day: date) -> str:
    """The file with what was not released yet as version `name`; one that stands there already gets it on top."""
    head, (new, *rest) = read(text)
    empty = replace(new, points=tuple(() for _ in AUDIENCES))
    if rest and rest[0].name == name:
        older = rest.pop(0).points
        new = replace(new, points=tuple(a + b for a, b in zip(new.points, older, strict=True)))
    return written(head, (empty, Version(name, day.isoformat(), new.points), *rest))


def news(text: str, *, since: str, until: str) -> Iterator[tuple[str, str]]:
    """What changed for authors and readers after one version, up to another: audience and point, the newest first."""
    _, versions = read(text)
    for version in versions:
        if version.name != UNRELEASED and numbers(since) < numbers(version.name) <= numbers(until):
            for audience, points in zip(AUDIENCES[:2], version.points, strict=False):
                yield from ((audience, _plain(point)) for point in points)


def numbers(version: str) -> tuple[int, ...]:
    """By what versions are ordered: 1.10.0 comes after 1.9.0."""
    return tuple(int(number) for number in re.findall(r"\d+", version))


def _plain(point: str) -> str:
    """A point in one line, its links without their addresses."""
    return " ".join(_LINK.sub(r"\1", point).replace("**", "").split())
