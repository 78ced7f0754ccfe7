"""The page of all that is to be mended in the diary, by file, the one that was saved last first; and the mending."""

from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.author.checked import STORY, Checked, address_of
from plugins.author.documents import OpenFile, file_called, opened
from plugins.author.http import Response, redirect
from plugins.author.keeping import Keeping
from plugins.author.mending import mended
from plugins.author.pages import faults_of, form_address, rendered
from plugins.author.views import Fault, FileToMend, ToMendPage
from plugins.files import write_file
from plugins.frontmatter import ContentFile
from plugins.problems import Problem, verdict


def mended_in(content: Path, keeping: Keeping, file: ContentFile, problem: Problem | None) -> Response:
    """The change that a finding asks for made in a file, and the way to its form at that place."""
    post = opened(file)
    new = mended(post, problem) if problem else None
    if problem is None or new is None:
        return redirect(form_address(file.source, done="not-mended"))
    keeping.keep_version(file.source, post.data)
    write_file(file.path, new, below=content)
    at = ".".join(map(str, problem.path)) or STORY
    return redirect(form_address(file.source, done="mended", at=at, line=str(problem.line)))


def to_mend_page(content: Path, checked: Checked, zone: ZoneInfo, *, token: str) -> bytes:
    told: list[FileToMend] = []
    every: list[Problem] = []
    for source in dict.fromkeys(problem.source for problem in checked.problems):
        file = file_called(content, source)
        post = opened(file) if file else None
        problems = checked.of(post, zone) if post else tuple(each for each in checked.problems if each.source == source)
        every += problems
        if problems:
            told.append(_file(source, problems, post))
    sentence = verdict(every) if checked.began else "The diary is being checked. Look again in a moment."
    if checked.failure:
        sentence = f"The diary’s own software failed: {checked.failure}"
    return rendered("mend.html", ToMendPage("To mend", token, sentence, tuple(told)))


def _file(source: str, problems: tuple[Problem, ...], post: OpenFile | None) -> FileToMend:
    shown = {each: _shown(each, post) for each in problems}
    return FileToMend(
        source=source,
        href=address_of(replace(problems[0], path=(), line=0)) if post else "",
        faults=tuple(shown[each] for each in problems if each.stops),
        notices=tuple(shown[each] for each in problems if not each.stops),
    )


def _shown(problem: Problem, post: OpenFile | None) -> Fault:
    if post is None:
        return Fault(problem.place or (f"Line {problem.line}" if problem.line else ""), problem.message)
    fault = faults_of([problem], post, frozenset())[0]
    return replace(fault, place=fault.place or f"Line {problem.line}", href=address_of(problem))
