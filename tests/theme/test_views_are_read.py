"""Every field of every view is read by a template that a page leads to: a view holds nothing that nobody is shown."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, get_args, get_type_hints

import pytest
from jinja2 import DictLoader, Environment, FileSystemLoader

from plugins.blog.views.frame import Site
from plugins.blog.views.gathered import PointInFeed
from plugins.preview import views as preview
from plugins.workbench.paths import CHECKOUT
from tests.theme.gallery import TEMPLATES, views
from tests.theme.reading import Reading

READ_BY_PROGRAMS = {
    "TimelinePoint.dated": "plugins/timeline/timelinejs.py",
    "AskView.status": "plugins/workshops/views/asks.py",
    "IdeaView.id": "plugins/blog/pages/gathered.py",
}
"""Fields that no template reads, and the one program that does."""


def held(hint: Any) -> Iterator[type]:
    """The views that a hint leads to."""
    if isinstance(hint, type) and is_dataclass(hint) and ".views" in hint.__module__:
        yield hint
    for argument in get_args(hint):
        yield from held(argument)


def reachable(view: type, found: set[type]) -> set[type]:
    """A view, and every view inside it."""
    if view not in found:
        found.add(view)
        for hint in get_type_hints(view).values():
            for inner in held(hint):
                reachable(inner, found)
    return found


def unread(environment: Environment, pages: list[str], roots: set[type], known: dict[str, type]) -> list[str]:
    reading = Reading(environment, known)
    for page in pages:
        reading.page(page)
    seen: set[type] = set()
    for root in roots:
        reachable(root, seen)
    return sorted(
        f"{view.__name__}.{field.name}"
        for view in seen
        for field in fields(view)
        if (view, field.name) not in reading.read
    )


def test_every_field_of_every_view_is_read_by_a_template() -> None:
    environment = Environment(loader=FileSystemLoader(TEMPLATES), trim_blocks=True)
    pages = sorted(path.name for path in TEMPLATES.glob("*.html"))
    known = dict(views())
    roots = {Site, *(view for name, view in known.items() if name.endswith("Page"))}
    assert len(roots) == len(pages) + 1
    feeds = sorted(f"feeds/{path.name}" for path in TEMPLATES.glob("feeds/*.html"))
    assert unread(environment, [*pages, *feeds], {*roots, PointInFeed}, known) == sorted(READ_BY_PROGRAMS)


def test_every_field_of_the_preview_is_read_by_its_templates() -> None:
    environment = Environment(loader=FileSystemLoader(CHECKOUT / "plugins/preview/templates"), trim_blocks=True)
    known: dict[str, type] = {
        "Site": preview.Addresses,
        **{name: view for name, view in vars(preview).items() if isinstance(view, type)},
    }
    pages = ["findings.html", "overlay.html", "phone.html", "printed.html"]
    read_by_the_server = [f"Addresses.{name}" for name in ("bar_styles", "events", "findings", "phone", "printed")]
    assert unread(environment, pages, set(known.values()), known) == read_by_the_server


@pytest.mark.parametrize(("name", "place"), READ_BY_PROGRAMS.items())
def test_what_only_a_program_reads_is_read_there(name: str, place: str) -> None:
    tree = ast.parse((CHECKOUT / place).read_text("utf-8"))
    read = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert name.partition(".")[2] in read


@dataclass(frozen=True)
class Leaf:
    shown: str
    forgotten: str


@dataclass(frozen=True)
class Tree:
    leaves: tuple[Leaf, ...]
    best: Leaf | None
    pairs: tuple[tuple[str, Leaf], ...] = ()


Leaf.__module__ = Tree.__module__ = "tests.views"

FIRST = "{# Takes page: Tree. #}"
MACROS = {"leaf.html": "{% macro leaf(it) %}{{ it.shown }}{% endmacro %}"}


@pytest.mark.parametrize(
    ("body", "missed"),
    [
        ("{{ page.best.shown }}", ["Leaf.forgotten", "Tree.leaves", "Tree.pairs"]),
        ("{% for forgotten in page.leaves %}{{ forgotten.shown }}{% endfor %}", ["Leaf.forgotten", "Tree.best", "Tree.pairs"]),
        ("{% for word, leaf in page.pairs %}{{ leaf.shown }}{{ word.forgotten }}{% endfor %}", ["Leaf.forgotten", "Tree.best", "Tree.leaves"]),
        ("{% from 'leaf.html' import leaf as drawn %}{{ drawn(it=page.best) }}", ["Leaf.forgotten", "Tree.leaves", "Tree.pairs"]),
        ("{% from 'leaf.html' import leaf %}{{ once(leaf, it=page.best) }}", ["Leaf.forgotten", "Tree.leaves", "Tree.pairs"]),
        ("{% import 'leaf.html' as drawn %}{{ drawn.leaf(page.leaves[0]) }}", ["Leaf.forgotten", "Tree.best", "Tree.pairs"]),
        ("{% from 'leaf.html' import leaf %}{{ page.best }}", ["Leaf.forgotten", "Leaf.shown", "Tree.leaves", "Tree.pairs"]),
        ("{% set it = page.best or page.leaves[0] %}{% if it.forgotten %}{{ (it if 1 else it).shown|upper }}{% endif %}", ["Tree.pairs"]),
        ("{% with it = page.best %}{{ it.shown ~ it.forgotten }}{% endwith %}", ["Tree.leaves", "Tree.pairs"]),
    ],
)  # fmt: skip
def test_a_field_that_no_template_reads_is_found(body: str, missed: list[str]) -> None:
    environment = Environment(loader=DictLoader({**MACROS, "tree.html": FIRST + body}))
    assert unread(environment, ["tree.html"], {Tree}, {"Tree": Tree, "Leaf": Leaf, "Site": Site}) == missed
