"""The preview's own pages: the templates of this folder, filled in as those of the diary are; one tells of findings."""

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import TypeAlias
from urllib.parse import quote

from plugins.engine.page import Page
from plugins.engine.rendering import Renderer
from plugins.preview.build_events import BuildEvent
from plugins.preview.page_state import PageState, page_state
from plugins.preview.views import Addresses, FindingLine, FindingsPage, FramePage, Overlay
from plugins.problems import Problem, verdict

ADDRESSES = Addresses()
Form: TypeAlias = Callable[[Problem], str]
"""The address of a finding's field at the desk; empty for a file that has no form."""


def rendered(template: str, view: object = None) -> bytes:
    return _renderer().render(Page(template, template, view))


@cache
def _renderer() -> Renderer:
    """Keeps compiled templates; they do not change while the preview runs."""
    return Renderer(Path(__file__).parent, ADDRESSES)


def findings_page(event: BuildEvent, form: Form) -> bytes:
    stops = finding_lines(event, form, stops=True)
    title, sentence = _summary(event, stops)
    shown = () if event.failure else stops
    notices = finding_lines(event, form, stops=False)
    advice = tuple(_lines(sorted(piece for pieces in event.advice.values() for piece in pieces), form))
    return rendered("findings.html", FindingsPage(title, sentence, shown, notices, advice, event.number))


def _summary(event: BuildEvent, stops: tuple[FindingLine, ...]) -> tuple[str, str]:
    if event.failure:
        return "The diary’s own software failed", event.failure
    if stops:
        return "Something is to be mended", verdict(event.problems)
    if event.number == 0:
        return "The diary is being built", "This page changes by itself in a moment."
    return "Nothing is to be mended", verdict(event.problems)


def finding_lines(event: BuildEvent, form: Form, *, stops: bool) -> tuple[FindingLine, ...]:
    """What stops the build, or else what is good to know, in the order in which it was told."""
    return tuple(_lines((problem for problem in event.problems if problem.stops is stops), form))


def overlay(event: BuildEvent, address: str, form: Form, content: bytes) -> bytes:
    """What is put into the page of this address below the root of the diary, which has this content."""
    advice = _advice(event, address, form)
    view = Overlay(good_builds=event.good_builds, advice=advice, state=page_state(content, advice).digest)
    return rendered("overlay.html", view)


def state_at(event: BuildEvent, address: str, form: Form, content: bytes) -> PageState:
    """What the page of this address says."""
    return page_state(content, _advice(event, address, form))


def _advice(event: BuildEvent, address: str, form: Form) -> tuple[FindingLine, ...]:
    return tuple(_lines(event.advice.get(address, ()), form))


def frame_page(template: str, title: str, page: str, *, query: str = "") -> bytes:
    """The page of this address below the root of the diary in a frame."""
    where = f"/{quote(page)}"
    return rendered(template, FramePage(title, where, f"{where}{query}"))


def _lines(problems: Iterable[Problem], form: Form) -> Iterable[FindingLine]:
    for problem in problems:
        where = f"{problem.source}, line {problem.line}" if problem.line else problem.source
        yield FindingLine(where, problem.place, f"{problem.message} [{problem.code}]", form(problem))
