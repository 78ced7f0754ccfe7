"""The pages of the editor: views filled into the templates of this folder."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlencode

from plugins.author.checked import STORY, field_of, key_of
from plugins.author.documents import OpenFile
from plugins.author.forms.fields import FieldView, FormContext, record_fields
from plugins.author.forms.state import State
from plugins.author.http import Response, page_response
from plugins.author.meaning_view import Meaning
from plugins.author.mending import mend_of, mended
from plugins.author.story_view import StoryView
from plugins.author.views import Addresses, Fault, Link, MessagePage, PostPage, Section
from plugins.engine.page import Page
from plugins.engine.rendering import Renderer
from plugins.problems import Problem
from plugins.records import dataclass
from plugins.settings.record import DiarySettings
from plugins.workshops.record.post import Post

ADDRESSES = Addresses()
AS_READERS = "readers"
"""How a picture beside a post is asked for with what is blurred in it."""
_THEME = Path(__file__).resolve().parents[2] / "theme"
_UNSEEN = Meaning()


@dataclass(frozen=True, slots=True)
class _Layout:
    """The sections of a form: the fields of the first, and which fields have one of their own, in this order."""

    title: str
    more: str
    first: tuple[str, ...]
    parts: tuple[str, ...]


_LAYOUTS: Mapping[type, _Layout] = {
    Post: _Layout(
        title="The post",
        more="More about this post",
        first=("title", "date", "status", "summary", "tags", "image"),
        parts=(
            *("workshop", "agenda", "votes", "feedback", "answers", "photos", "easy_read", "ideas", "personas"),
            *("journeys", "blueprints", "prototypes", "glossary", "milestones", "comments"),
        ),
    ),
    DiarySettings: _Layout(
        title="The diary",
        more="More about this diary",
        first=("name", "introduction", "contact", "address", "series", "menu"),
        parts=("organisation", "comments", "publish_to", "outputs", "small_groups"),
    ),
}
"""In the order in which a report of a workshop, or a new diary, is written."""


def form_address(source: str, **more: str) -> str:
    """The address of the form of a post."""
    return f"{ADDRESSES.post}?{urlencode({'source': source, **more})}"


def photos_address(source: str) -> str:
    """The address of the page of one post's photos."""
    return f"{ADDRESSES.photos}?{urlencode({'source': source})}"


def rendered(template: str, view: object) -> bytes:
    return _renderer().render(Page(template, template, view))


def message_response(title: str, sentence: str, status: HTTPStatus) -> Response:
    """A page that says one thing, and leads to all posts."""
    page = MessagePage(title, sentence, (Link("All posts", ADDRESSES.posts),))
    return page_response(rendered("message.html", page), status)


@cache
def _renderer() -> Renderer:
    """Keeps compiled templates; they do not change while the desk runs."""
    return Renderer(Path(__file__).parent, ADDRESSES, beside=_THEME)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a form shows: the fields as they were read or typed, the story, and the version of the file they are of.

    `window` is a word for the window that shows it, `came` for what was typed before and is shown in it, and
    `elsewhere` leads to what is typed in others.
    `at` is the field that was worked on last, or asked for; `line` is the line of the file that was.
    """

    state: State
    story: str
    version: str
    window: str
    came: str = ""
    said: str = ""
    elsewhere: tuple[str, ...] = ()
    typed_before: bool = False
    at: str = ""
    line: int = 0
    meaning: Meaning = _UNSEEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What is to be mended in a post, and the advice on it; `is_awaited` where the whole diary is still checked."""

    problems: tuple[Problem, ...] = ()
    advice: tuple[Problem, ...] = ()
    is_awaited: bool = False


def post_page(
    post: OpenFile,
    shown: Shown,
    context: FormContext,
    *,
    story_view: StoryView,
    token: str,
    findings: Findings,
) -> bytes:
    """One post in a form: everything that the contract lets one say of it."""
    state = shown.state if isinstance(shown.state, Mapping) else {}
    fields = record_fields(post.record, state, context)
    names = frozenset(each.name for each in _all(fields))
    faults: dict[str, tuple[str, ...]] = {}
    for problem in findings.problems:
        name = field_of(problem, post, names)
        faults[name] = (*faults.get(name, ()), problem.message)
    context = replace(context, faults=faults, at=_nearest(shown.at, names | set(_items(fields))))
    sections = (
        _sections(_LAYOUTS[post.record], record_fields(post.record, state, context), context)
        if post.front_matter is not None
        else ()
    )
    told = {stops: [each for each in findings.problems if each.stops is stops] for stops in (True, False)}
    page = PostPage(
        title=_title(state, post),
        source=post.file.source,
        href=form_address(post.file.source),
        rearrange=f"{ADDRESSES.rearrange}?{urlencode({'source': post.file.source})}",
        versions=f"{ADDRESSES.versions}?{urlencode({'source': post.file.source})}",
        token=token,
        version=shown.version,
        window=shown.window,
        came=shown.came,
        elsewhere=shown.elsewhere,
        sections=sections,
        story=shown.story,
        story_view=story_view,
        meaning=shown.meaning,
        faults=faults_of(told[True], post, names),
        notices=faults_of(told[False], post, names),
        advice=faults_of(findings.advice, post, names),
        is_awaited=findings.is_awaited,
        story_at=_line_of_story(shown.line, post),
        said=shown.said,
        typed_before=shown.typed_before,
        is_readable=post.front_matter is not None,
        is_next=bool(post.file.page),
        is_post=post.is_post,
    )
    return rendered("post.html", page)


def _title(state: Mapping[str, State], post: OpenFile) -> str:
    title = state.get("title", "")
    return title if isinstance(title, str) and title else post.file.source if post.is_post else "Settings of the diary"


def _sections(layout: _Layout, fields: tuple[FieldView, ...], context: FormContext) -> tuple[Section, ...]:
    """What a file is first, then each of its larger parts, then what is seldom needed."""
    named = {each.name: each for each in fields}
    first = tuple(named[name] for name in layout.first)
    parts = tuple(named[name] for name in layout.parts)
    more = tuple(each for each in fields if each not in first and each not in parts)
    sections = [Section("post", layout.title, first, is_open=True, is_filled=True)]
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
    return (*sections, Section("more", layout.more, more, is_open=is_open, is_filled=is_filled))


def _all(fields: Iterable[FieldView]) -> Iterable[FieldView]:
    for each in fields:
        yield each
        yield from _all(each.fields)
        for item in each.items:
            yield from _all(item.fields)


def _items(fields: Iterable[FieldView]) -> Iterable[str]:
    """The names of items of lists, however deep."""
    return (item.name for each in _all(fields) for item in each.items)


def faults_of(problems: Iterable[Problem], post: OpenFile, names: frozenset[str]) -> tuple[Fault, ...]:
    """Findings as a page shows them: each leads to its field, and has a button where one change mends it."""
    return tuple(_fault(problem, post, names) for problem in problems)


def _fault(problem: Problem, post: OpenFile, names: frozenset[str]) -> Fault:
    name = field_of(problem, post, names)
    can_be_mended = mended(post, problem) is not None
    return Fault(
        place=problem.place or (f"The story, line {_line_of_story(problem.line, post)}" if name == STORY else ""),
        message=problem.message,
        href=f"#{name.replace('.', '-')}" if name else "",
        line=_line_of_story(problem.line, post) if name == STORY else 0,
        mend=str(mend_of(problem)) if can_be_mended else "",
        key=key_of(problem),
    )


def _line_of_story(line: int, post: OpenFile) -> int:
    """A line of the file as one of the story, from 1; 0 above the story."""
    return max(0, line - post.story_line + 1)


def _nearest(at: str, names: frozenset[str]) -> str:
    """The name of this field or item, or of the nearest that it lies in; itself where there is none."""
    steps = at.split(".")
    there = (".".join(steps[:length]) for length in range(len(steps), 0, -1))
    return next((each for each in there if each in names), at)
