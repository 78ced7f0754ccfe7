"""Diaries with something to mend, made without it, for tests."""

from pathlib import Path

from plugins.blog.leaving_out import FitSite, fit_site, unchecked
from plugins.blog.site_building import Making
from plugins.consent.private_words import PrivateWords
from plugins.consent.private_words.entries import entries
from plugins.photos.pipeline import Pipeline
from plugins.workshops.intake import read_contents
from tests.support.diaries import LONDON, NOW, written
from tests.support.pages import settings_of

GOOD = "---\ntitle: {title}\ndate: 2016-10-10\n{fields}---\n{story}\n"
ABOUT = "---\ntitle: About\n---\nUs.\n"


def post(title: str, story: str = "We met.", fields: str = "") -> str:
    return GOOD.format(title=title, story=story, fields=fields)


def made(folder: Path, private: str = "", refused: str = "", **files: str) -> FitSite:
    """What is published of these files, whatever is wrong with some."""
    content = written(folder, **files)
    contents = read_contents(content, zone=LONDON, now=NOW, guarded=True)
    words = PrivateWords(tuple(entries(private))) if private else None
    making = Making(settings_of(content, now=NOW), folder, Pipeline(), words=words)
    return fit_site(contents, making, findings=unchecked(contents, refused))


def shown(site: FitSite) -> list[str]:
    return [entry.source.removeprefix("content/") for entry in site.model.publication.entries]
