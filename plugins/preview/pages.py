"""The preview's own pages: the templates of this folder, filled in as those of the diary are."""

from functools import cache
from pathlib import Path

from plugins.engine.page import Page
from plugins.engine.rendering import Renderer
from plugins.preview.views import Addresses

ADDRESSES = Addresses()


def rendered(template: str, view: object = None) -> bytes:
    """A page as it is sent."""
    return _renderer().render(Page(template, template, view))


@cache
def _renderer() -> Renderer:
    """Keeps compiled templates; they do not change while the preview runs."""
    return Renderer(Path(__file__).parent, ADDRESSES)
