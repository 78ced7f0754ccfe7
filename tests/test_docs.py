"""What the documents quote is there: files, commands with their options, decisions, and the numbers that code holds.

Decisions are history, and their links alone are followed.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from plugins.workbench.bootstrap import every_task
from plugins.workbench.paths import CHECKOUT
from tests.test_house import LONGEST

DECISIONS = CHECKOUT / "docs" / "decisions"
GUIDES = (
    *(CHECKOUT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md")),
    *sorted(
        page
        for page in (CHECKOUT / "docs").rglob("*.md")
        if page.name != "licences.md" and page.parent.name != "decisions"
    ),
)
OURS = ("plugins", "theme", "tests", "benchmarks", "docs", ".ci", ".github")
"""Folders of the software; `content/` is the author's, and examples name posts that nobody has."""
_FENCED = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
_QUOTED = re.compile(r"`([^`\n]+)`")
_PATH = re.compile(r"[\w.-]+(/[\w.-]+)*/?")
_TASK = re.compile(r"(?:python3|py -3) tasks\.py +([a-z][a-z-]*)((?: +(?!&&|\|)[^\s`;|>#)]+)*)")
_MODULE = re.compile(r"python3? -m ((?:plugins|tests|benchmarks)[\w.]*)")
_LINK = re.compile(r"\]\((?!\w+:)([^)#\s]*)(?:#([^)\s]*))?\)")
_HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)


def text(page: Path) -> str:
    return page.read_text("utf-8")


def quoted_paths(page: Path) -> Iterator[str]:
    for quoted in _QUOTED.findall(_FENCED.sub("", text(page))):
        if _PATH.fullmatch(quoted):
            yield quoted


def told(page: Path, what: str) -> str:
    return f"{page.relative_to(CHECKOUT).as_posix()}: {what}"


def test_every_file_of_the_software_that_a_guide_names_is_there() -> None:
    assert [
        told(page, path)
        for page in GUIDES
        for path in quoted_paths(page)
        if path.split("/")[0] in OURS and "/" in path and not (CHECKOUT / path).exists()
    ] == []


def is_in_a_room(path: str) -> bool:
    """A module or folder by its place below `plugins/`, with or without its ending."""
    place = CHECKOUT / "plugins" / path
    return place.exists() or place.with_name(f"{place.name}.py").exists()


def test_every_module_that_the_architecture_names_is_there() -> None:
    page = CHECKOUT / "docs" / "for-developers" / "architecture.md"
    below = [path for path in quoted_paths(page) if "/" in path and path.split("/")[0] not in OURS]
    assert [path for path in below if not is_in_a_room(path)] == []


def test_the_architecture_names_every_room_and_each_imports_only_those_above_it() -> None:
    table = text(CHECKOUT / "docs" / "for-developers" / "architecture.md").split("## Rooms")[1].split("\n## ")[0]
    rows = [row.split("|")[1] for row in table.splitlines() if row.startswith("| `")]
    named = [room for row in rows for room in _QUOTED.findall(row) if "/" not in room]
    assert sorted(named) == sorted(path.parent.name for path in (CHECKOUT / "plugins").glob("*/__init__.py"))
    below = {room: named[place + 1 :] for place, room in enumerate(named)}
    imports = re.compile(r"^from plugins\.(\w+)|^import plugins\.(\w+)", re.MULTILINE)
    assert [
        f"{room} imports {other}"
        for room in named
        for module in sorted((CHECKOUT / "plugins" / room).rglob("*.py"))
        for found in imports.finditer(text(module))
        if (other := found[1] or found[2]) in below[room]
    ] == []


def test_every_step_of_a_build_names_a_signal_that_wiring_takes() -> None:
    steps = (
        text(CHECKOUT / "docs" / "for-developers" / "architecture.md")
        .split("## A build, step by step")[1]
        .split("\n## ")[0]
    )
    wiring = "".join(text(path) for path in sorted((CHECKOUT / "plugins").rglob("wiring.py")))
    named = re.findall(r"\(`(\w+)`\)", steps)
    assert len(named) == len(re.findall(r"^\d\. ", steps, re.MULTILINE))
    assert [name for name in named if not re.search(rf"\b{name}\b", wiring)] == []


@cache
def options_of_tasks() -> dict[str, frozenset[str]]:
    return {
        name: frozenset(f"--{written}" for argument in task.get_arguments() for written in argument.names)
        for name, task in every_task().tasks.items()
    }


def wrong_commands(page: Path) -> Iterator[str]:
    for found in _TASK.finditer(text(page)):
        options = found[2].split(" -- ")[0]
        known = options_of_tasks().get(found[1].replace("_", "-"))
        if known is None:
            yield found[0]
        else:
            wanted = (option.rstrip(".,") for option in re.findall(r"(?<!\S)--[a-z][a-z-]*", options))
            yield from (f"{found[1]} {option}" for option in wanted if option not in known)


def test_every_task_that_a_guide_tells_to_type_knows_its_options() -> None:
    assert [told(page, wrong) for page in GUIDES for wrong in wrong_commands(page)] == []


def test_the_table_of_tasks_has_every_task_and_no_option_that_is_not_there() -> None:
    table = [row for row in text(CHECKOUT / "CONTRIBUTING.md").splitlines() if row.startswith("| `python3 tasks.py")]
    named = [_TASK.search(row) for row in table]
    assert {row[1] for row in named if row} == set(options_of_tasks())
    assert [
        f"{found[1]} {option}"
        for row, found in zip(table, named, strict=True)
        if found
        for option in re.findall(r"`(--[a-z-]+)", row.split("|")[2])
        if option not in options_of_tasks()[found[1]]
    ] == []


def test_every_module_that_a_guide_tells_to_run_is_there() -> None:
    modules = [(page, name) for page in GUIDES for name in _MODULE.findall(text(page))]
    places = [(page, name, CHECKOUT / name.replace(".", "/")) for page, name in modules]
    assert [
        told(page, name)
        for page, name, place in places
        if not place.with_suffix(".py").is_file() and not (place / "__main__.py").is_file()
    ] == []


def test_numbers_that_code_holds_are_told_as_they_are() -> None:
    contributing = text(CHECKOUT / "CONTRIBUTING.md")
    project = tomllib.loads(text(CHECKOUT / "pyproject.toml"))["project"]
    oldest = project["requires-python"].removeprefix(">=")
    assert re.findall(r"no file over (\d+) lines", contributing) == [str(LONGEST)]
    assert {number for page in GUIDES[:2] for number in re.findall(r"Python (3\.\d+)", text(page))} == {oldest}


def anchors(page: Path) -> set[str]:
    """The addresses that a host gives to headings: small letters, hyphens, no punctuation."""
    headings = _HEADING.findall(_FENCED.sub("", text(page)))
    plain = (re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", heading).lower() for heading in headings)
    return {re.sub(r"[^\w\- ]", "", heading).replace(" ", "-") for heading in plain}


def lost_links(page: Path) -> Iterator[str]:
    for href, anchor in _LINK.findall(_QUOTED.sub("", _FENCED.sub("", text(page)))):
        place = (page.parent / href).resolve() if href else page
        if not place.exists() or (anchor and place.suffix == ".md" and anchor not in anchors(place)):
            yield f"{href}#{anchor}" if anchor else href


def test_every_link_of_a_document_leads_to_a_file_and_its_heading() -> None:
    pages = (*GUIDES, CHECKOUT / "CHANGELOG.md", *sorted(DECISIONS.glob("*.md")))
    assert [told(page, link) for page in pages for link in lost_links(page)] == []
