"""Diaries for tests of advice."""

from pathlib import Path

from plugins.blog.advice import advice_by_address
from plugins.blog.site_model import site_model
from plugins.comments.discussion import SILENT, Discussion
from plugins.workshops.intake import read_contents
from tests.support.diaries import NOW, written
from tests.support.pages import settings_of


def advice_on(content: Path, *, discussion: Discussion = SILENT) -> list[str]:
    """The advice on every post of a content folder, as lines without the folder's name."""
    settings = settings_of(content, now=NOW)
    contents = read_contents(content, zone=settings.zone, now=NOW)
    diary, problems = contents.whole()
    assert not any(problem.stops for problem in problems), [str(problem) for problem in problems]
    made, _ = site_model(settings, diary, discussion=discussion)
    advice = advice_by_address(made, contents.entries)
    assert len(advice) == len(list(advice.values()))
    return [
        str(piece).removeprefix("content/").removesuffix(f" [{piece.code}]")
        for pieces in advice.values()
        for piece in pieces
    ]


def advice(folder: Path, **files: str) -> list[str]:
    """The advice on the posts that `files` make."""
    return advice_on(written(folder, **files))


def post(story: str, *fields: str) -> str:
    """A post with a title, a day, more fields and a story."""
    return "\n".join(["---", "title: One", "date: 2016-10-10", *fields, "---", story, ""])
