"""What is written for people holds together: changelog and decisions are whole, every page is found from the first."""

import re
import tomllib
from collections import Counter
from pathlib import Path

from plugins.workbench.paths import CHECKOUT

_PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
DECISIONS = CHECKOUT / "docs" / "decisions"
_EXAMPLE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
_LINK = re.compile(r"\]\(([\w./-]+\.md)(?:#[^)]*)?\)")


def test_the_changelog_tells_nothing_twice_and_is_not_torn() -> None:
    text = (CHECKOUT / "CHANGELOG.md").read_text("utf-8")
    begun = Counter(line[:40] for line in text.splitlines() if line.startswith("- "))
    assert [start for start, times in begun.items() if times > 1] == []
    assert re.findall(r"\n\n- .*", text) == []


def test_every_page_is_found_from_the_first_one() -> None:
    found = {CHECKOUT / "README.md"}
    looked_at: set[Path] = set()
    while new := found - looked_at:
        page = new.pop()
        looked_at.add(page)
        found |= {(page.parent / href).resolve() for href in _LINK.findall(_EXAMPLE.sub("", page.read_text("utf-8")))}
    assert sorted({*(CHECKOUT / "docs").rglob("*.md")} - found) == []
    assert [str(page) for page in found if not page.is_file()] == []


def test_the_changelog_is_told_in_versions() -> None:
    heads = re.findall(r"^##+ .*", (CHECKOUT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    versions, rest = heads[::4], [head for place, head in enumerate(heads) if place % 4]
    released = [re.fullmatch(r"## (\d+\.\d+\.\d+) \(\d{4}-\d\d-\d\d\)", version) for version in versions[1:]]
    assert versions[0] == "## Unreleased"
    assert rest == ["### Authors", "### Readers", "### Developers"] * len(versions)
    assert next(version and version[1] for version in released) == _PROJECT["version"]
    assert all(released)


def test_the_index_of_decisions_has_every_decision_with_its_number_and_title() -> None:
    rows = re.findall(
        r"^\| (\d+) \| \[(.*)\]\((.*)\) \| (.+) \|$", (DECISIONS / "README.md").read_text("utf-8"), re.MULTILINE
    )
    titles = [(page.name, page.read_text("utf-8").partition("\n")[0]) for page in sorted(DECISIONS.glob("0*.md"))]
    assert [(name, f"# {number}. {title}") for number, title, name, _ in rows] == titles
    assert [number for number, *_ in rows] == [str(int(name[:4])) for name, _ in titles]
