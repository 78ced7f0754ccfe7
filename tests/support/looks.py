"""Diaries checked, built and looked at in this process, as `check`, `build` and `look` do it."""

from pathlib import Path

from plugins.assets import bundle
from plugins.blog.pages.site import planned_files, planned_pages, site
from plugins.blog.site_building import Making, whole
from plugins.blog.site_model import SiteModel
from plugins.engine.rendering import Renderer
from plugins.photos.pipeline import Pipeline
from plugins.problems import Problem
from plugins.workbench.paths import CHECKOUT
from plugins.workshops.intake import read_contents
from tests.support.diaries import NOW, without_code
from tests.support.pages import settings_of


def checked(content: Path) -> tuple[SiteModel, tuple[Problem, ...]]:
    """The site of a diary, and every finding and notice."""
    settings = settings_of(content, now=NOW)
    contents = read_contents(settings.content, zone=settings.zone, now=settings.now)
    return whole(contents, Making(settings, content.parent / "output", Pipeline()))


def findings_of(content: Path) -> list[str]:
    """What `check` finds that stops a build, without codes."""
    return [without_code(problem) for problem in sorted(checked(content)[1]) if problem.stops]


def site_of(made: SiteModel) -> dict[str, bytes]:
    """Every file that a build of a site writes."""
    theme = CHECKOUT / "theme"
    assets = bundle(theme / "static")
    renderer = Renderer(theme, site(made, assets))
    pages = {page.path: renderer.render(page) for page in planned_pages(made)}
    files = {file.path: file.content for file in planned_files(made)}
    return {**{asset.path: asset.content for asset in assets.files}, **pages, **files}


def put_out(made: SiteModel, folder: Path) -> Path:
    """The site of a site as a folder."""
    for path, content in site_of(made).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return folder
