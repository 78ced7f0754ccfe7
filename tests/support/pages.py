"""A site's pages and files, made in this process: what a build would write, by path."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from plugins.assets import bundle
from plugins.blog.pages.site import planned_files, planned_pages, site
from plugins.blog.settings import BlogSettings, blog_settings
from plugins.blog.site_model import SiteModel, site_model
from plugins.comments.archive import ArchivedThread
from plugins.comments.discussion import SILENT, Discussion
from plugins.comments.settings import comments_settings
from plugins.consent.quoted_words import phrases
from plugins.engine.rendering import Renderer
from plugins.workbench.paths import CHECKOUT
from plugins.workshops.intake import read_contents


def site_model_of(content: Path, *, now: datetime, preview: bool = False, discussion: Discussion = SILENT) -> SiteModel:
    """The site of a diary without findings."""
    settings = settings_of(content, now=now, preview=preview)
    contents = read_contents(settings.content, zone=settings.zone, now=settings.now, next_versions=preview)
    diary, problems = contents.whole()
    made, told = site_model(settings, diary, discussion=discussion)
    stopping = [str(problem) for problem in (*problems, *told) if problem.stops]
    assert stopping == [], stopping
    return replace(made, unshared=phrases(contents.unshared_quotes))


def settings_of(content: Path, *, now: datetime, preview: bool = False) -> BlogSettings:
    """Settings for a content folder."""
    return blog_settings(
        {
            "PATH": str(content),
            "THEME": str(CHECKOUT / "theme"),
            "SITENAME": "A diary",
            "SITEURL": "https://diary.example.org",
            "TIMEZONE": "Europe/London",
            "DEFAULT_PAGINATION": 10,
            "DIARY_DESCRIPTION": "What we do.",
            "DIARY_INTRODUCTION": "We work together.",
            "DIARY_MENU": ("about",),
            "DEFAULT_LANG": "en-GB",
            "DIARY_OUTPUTS": {"hand_outs": False, "cards": False},
            "DIARY_PREVIEW": preview,
        },
        {"DIARY_NOW": now.isoformat()},
    )


def taking_comments(content: Path, threads: Mapping[str, ArchivedThread] | None = None) -> Discussion:
    """The discussion of a diary whose comments our own service takes."""
    environ = {"DIARY_COMMENTS_SERVICE": "https://comments.example.org/"}
    return Discussion(comments_settings({"PATH": str(content)}, environ), threads or {})


def rendered(made: SiteModel) -> dict[str, str]:
    """Every page and file of a site as text."""
    theme = CHECKOUT / "theme"
    renderer = Renderer(theme, site(made, bundle(theme / "static")))
    pages = {page.path: renderer.render(page).decode() for page in planned_pages(made)}
    return {**pages, **{file.path: file.content.decode("utf-8", "replace") for file in planned_files(made)}}
