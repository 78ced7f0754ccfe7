"""The pages of the editor: views filled into the templates of this folder."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from plugins.author.documents import OpenFile
from plugins.author.forms.fields import FieldView, FormContext, record_fields
from plugins.author.forms.state import State
from plugins.author.story_view import StoryView
from plugins.author.views import Addresses, Fault, PostPage, Section
from plugins.engine.page import Page
from plugins.engine.rendering import Renderer
from plugins.problems import Problem
from plugins.workshops.record.post import Post

ADDRESSES = Addresses()
_FIRST = ("title", "date", "status", "summary", "tags", "image")
_PARTS = (
    "workshop",
    "agenda",
    "votes",
    "feedback",
    "answers",
    "photos",
    "easy_read",
    "ideas",
    "personas",
    "journeys",
    "blueprints",
    "prototypes",
    "glossary",
    "milestones",
    "comments",
)
"""What has a section of its own, in the order in which a report of a workshop is written."""


def rendered(template: str, view: object) -> bytes:
    return _renderer().render(Page(template, template, view))


@cache
def _renderer() -> Renderer:
    """Keeps compiled templates; they do not change while the desk runs."""
    return Renderer(Path(__file__).parent, ADDRESSES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a form shows: the fields as they were read or typed, the story, and the version of the file they are of."""

    state: State
    story: str
    version: str
    said: str = ""
    typed_before: bool = False
    at: str = ""


def post_page(
    post: OpenFile,
    shown: Shown,
    context: FormContext,
    *,
    story_view: StoryView,
    token: str,
    problems: Iterable[Problem],
) -> bytes:
    """One post in a form: everything that the contract lets one say of it."""
    state = shown.state if isinstance(shown.state, Mapping) else {}
    sections = _sections(record_fields(Post, state, context), context) if post.front_matter is not None else ()
    names = {each.name for section in sections for each in _all(section.fields)}
    title = state.get("title", "")
    page = PostPage(
        title=title if isinstance(title, str) and title else post.file.source,
        source=post.file.source,
        token=token,
        version=shown.version,
        sections=sections,
        story=shown.story,
        story_view=story_view,
        faults=tuple(_fault(problem, names) for problem in problems),
        said=shown.said,
        typed_before=shown.typed_before,
        is_readable=post.front_matter is not None,
    )
    return rendered("post.html", page)


def _sections(fields: tuple[FieldView, ...], context: FormContext) -> tuple[Section, ...]:
    """What a post is first, then each of its larger parts, then what is seldom needed."""
    named = {each.name: each for each in fields}
    first = tuple(named[name] for name in _FIRST)
    parts = tuple(named[name] for name in _PARTS)
    more = tuple(each for each in fields if each not in first and each not in parts)
    sections = [Section("post", "The post", first, is_open=True, is_filled=True)]
    for each in parts:
        own = each.fields if each.control == "fields" else (each,)
        sections.append(
            Section(
                id=f"section-{each.id}",
                title=each.label,
                fields=own,
                is_open=context.is_in(each.name),
                is_filled=each.is_filled,
            )
        )
    is_filled, is_open = any(each.is_filled for each in more), any(context.is_in(each.name) for each in more)
    return (*sections, Section("more", "More about this post", more, is_open=is_open, is_filled=is_filled))


def _all(fields: Iterable[FieldView]) -> Iterable[FieldView]:
    for each in fields:
        yield each
        yield from _all(each.fields)
        for item in each.items:
            yield from _all(item.fields)


def field_of(problem: Problem) -> str:
    """The name of the form's field that a finding is about."""
    return ".".join(map(str, problem.path))


def _fault(problem: Problem, names: set[str]) -> Fault:
    steps = field_of(problem).split(".")
    there = (".".join(steps[:length]) for length in range(len(steps), 0, -1))
    name = next((name for name in there if name in names), "")
    return Fault(problem.place, problem.message, f"#{name.replace('.', '-')}" if name else "")
