"""Every component with its examples, made into pages: an example is a view in YAML, with the view's own fields.

`python -m tests.theme.gallery FOLDER` writes the gallery, to look at.
"""

import importlib
import pkgutil
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from pathlib import Path
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

import plugins.blog.views
import plugins.comments.views
import plugins.photos.views
import plugins.timeline.views
import plugins.workshops.views
from plugins import words
from plugins.assets import bundle
from plugins.story.html import Html, escaped
from plugins.workbench.paths import CHECKOUT

TEMPLATES = CHECKOUT / "theme" / "templates"
EXAMPLES = CHECKOUT / "tests" / "theme" / "components"
_TAKES = re.compile(r"(\w+): (?:tuple of )?([A-Z]\w+)")
_MACRO = re.compile(r"{% macro (\w+)\((\w+)")


@dataclass(frozen=True)
class Example:
    """One example of one component: keyword arguments for its macro."""

    component: str
    name: str
    arguments: Mapping[str, Any]


def components() -> list[str]:
    return sorted(path.stem for path in (TEMPLATES / "components").glob("*.html"))


def examples(component: str) -> Iterator[Example]:
    """The examples of a component, with `view` made into what the template says it takes."""
    source = (TEMPLATES / "components" / f"{component}.html").read_text("utf-8")
    found = _MACRO.search(source)
    assert found, component
    first = found[2]
    takes = dict(_TAKES.findall(source.split("#}")[0]))
    for written in yaml.safe_load((EXAMPLES / f"{component}.yaml").read_text("utf-8")):
        given = {first: written["view"], **written.get("with", {})}
        arguments = {name: _made(value, takes[name]) if name in takes else value for name, value in given.items()}
        yield Example(component, written["name"], arguments)


def _made(value: Any, name: str) -> Any:
    if isinstance(value, list):
        return tuple(_made(held, name) for held in value)
    if value is None:
        return None
    return escaped(value) if name == "Html" else _view(value, views()[name])


@cache
def views() -> dict[str, type]:
    found: dict[str, type] = {}
    rooms = (
        plugins.blog.views,
        plugins.comments.views,
        plugins.photos.views,
        plugins.timeline.views,
        plugins.workshops.views,
    )
    for package in rooms:
        inside = pkgutil.iter_modules(getattr(package, "__path__", ()), f"{package.__name__}.")
        for module in (package, *(importlib.import_module(each.name) for each in inside)):
            found.update({name: thing for name, thing in vars(module).items() if isinstance(thing, type)})
    return found


def _view(value: Any, hint: Any) -> Any:
    """A value of the type that a view's field has; TypeError when the example is not what the view is."""
    arms = [arm for arm in get_args(hint) if arm is not NoneType]
    if NoneType in get_args(hint):
        return None if value is None else _view(value, arms[0])
    if get_origin(hint) is tuple:
        return tuple(_view(held, arms[0]) for held in value)
    if hint is Html:
        return escaped(value)
    if is_dataclass(hint) and isinstance(hint, type):
        hints = get_type_hints(hint)
        unknown = set(value) - {field.name for field in fields(hint)}
        assert not unknown, f"{hint.__name__} has no {', '.join(unknown)}"
        return hint(**{name: _view(held, hints[name]) for name, held in value.items()})
    assert value in arms if get_origin(hint) is Literal else isinstance(value, hint), f"{value!r} is no {hint}"
    return value


def rendered(example: Example) -> str:
    """The markup of one example, under the rules that pages are made by."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    environment.globals["words"] = words
    macro = example.component.replace("-", "_")
    call = ", ".join(f"{name}=given.{name}" for name in example.arguments)
    text = f'{{% from "components/{example.component}.html" import {macro} %}}{{{{ {macro}({call}) }}}}'
    return environment.from_string(text).render(given=example.arguments)


def write_gallery(folder: Path) -> None:
    """A page for each example, named as its component and its number, beside the style sheets of the theme."""
    assets = bundle(CHECKOUT / "theme" / "static")
    for file in assets.files:
        (folder / file.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / file.path).write_bytes(file.content)
    sheets = "".join(
        f'<link rel="stylesheet" href="/{assets.address(name)}">'
        for name in (
            "site.css",
            "home.css",
            "workshop.css",
            "record.css",
            "timeline.css",
            "calendar.css",
            "comments.css",
            "photos.css",
        )
    )
    for component in components():
        for number, example in enumerate(examples(component), start=1):
            page = (
                f'<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>{component}</title>'
                '<meta name="viewport" content="width=device-width, initial-scale=1">'
                f'{sheets}</head><body><main class="page">'
                f"<h1>{component}</h1><h2>{escaped(example.name)}</h2>{rendered(example)}</main></body></html>"
            )
            (folder / f"{component}-{number}.html").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    write_gallery(Path(sys.argv[1]))
