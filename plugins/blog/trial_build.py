"""The whole site made once, in a folder that is thrown away: what is wrong with it is known then.

Only a build that may leave posts out does this. Any other ends loudly when it stumbles, and is looked at afterwards.
"""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from plugins.blog.pages.site import planned_files, planned_pages, site
from plugins.blog.site_model import SiteModel
from plugins.blog.theme_assets import theme_assets
from plugins.engine.paths import Claims
from plugins.engine.rendering import Renderer
from plugins.files import create_file
from plugins.problems import Problem

LastLook = Callable[[Path], Iterable[Problem]]
"""Looks at a built folder, and says what is wrong with it."""


class SiteRefused(Exception):
    """The last look refuses the site that `model` describes, for these findings."""

    def __init__(self, model: SiteModel, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.model = model
        self.problems = tuple(problems)


def refuse_unfit(model: SiteModel, last_look: LastLook) -> None:
    """Raise SiteRefused, or whatever else keeps this site from being written."""
    claims = Claims()
    with tempfile.TemporaryDirectory(prefix="diary-", ignore_cleanup_errors=True) as place:
        folder = Path(place) / "output"
        for path, content in _files(model):
            claims.claim(path)
            create_file(folder / path, content, below=Path(place))
        try:
            refused = [problem for problem in last_look(folder) if problem.stops]
        except Exception as stumbled:  # It may stumble over one post, and would again when it is asked for the site.
            raise SiteRefused(model, ()) from stumbled
    if refused:
        raise SiteRefused(model, refused)


def _files(model: SiteModel) -> Iterator[tuple[str, bytes]]:
    assets = theme_assets(model.settings)
    for asset in assets.files:
        yield asset.path, asset.content
    renderer = Renderer(model.settings.theme, site(model, assets))
    for page in planned_pages(model):
        yield page.path, renderer.render(page)
    for file in planned_files(model):
        yield file.path, file.content


def culprits(sources: Sequence[str], works: Callable[[Sequence[str]], bool]) -> tuple[str, ...]:
    """The fewest posts that this can tell to be to blame: without them it `works`, as it does without any post.

    Half after half is tried: one among a thousand takes twenty tries.
    """
    kept: list[str] = []
    blamed: list[str] = []
    groups = [tuple(sources)]
    while groups:
        group = groups.pop(0)
        if works((*kept, *group)):
            kept += group
        elif len(group) == 1:
            blamed += group
        else:
            middle = len(group) // 2
            groups[:0] = [group[:middle], group[middle:]]
    return tuple(blamed)
