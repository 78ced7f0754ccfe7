"""Pages of the service, in the diary's own look: its style sheet, and a small one for forms beside it."""

from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from http import HTTPStatus
from pathlib import Path

from plugins.assets.bundle import Asset, Assets, bundle
from plugins.comments.server.http_messages import Response
from plugins.comments.server.threads import ThreadList, ThreadSource
from plugins.comments.server.views import ServiceSite
from plugins.engine.page import Page
from plugins.engine.rendering import Renderer
from plugins.headers import lifetime, media_type
from plugins.words import LANGUAGE, comment_service

_HERE = Path(__file__).parent
_THEME = Path(__file__).resolve().parents[3] / "theme" / "static"
_SHOWN = {".css", ".svg"}


class Pages:
    """Renders pages; knows the files that they need."""

    def __init__(self, root: str, source: ThreadSource, clock: Callable[[], float]) -> None:
        self.root = root
        self._source, self._clock = source, clock
        diary, own = _bundled()
        files = (*diary.files, *own.files)
        self._files: Mapping[str, Asset] = {file.path: file for file in files if Path(file.path).suffix in _SHOWN}
        self._stylesheets = tuple(root + assets.address("site.css") for assets in (diary, own))
        self._favicon = root + diary.address("favicon.svg")
        self._paper = diary.colour("paper")

    def thread_list(self) -> ThreadList | None:
        """The diary's posts, as far as they are known now."""
        return self._source.current(self._clock())

    def page(self, template: str, view: object, status: HTTPStatus = HTTPStatus.OK) -> Response:
        """A whole page. Before the service has seen a list of posts, it knows no name of the diary."""
        thread_list = self.thread_list()
        site = ServiceSite(
            name=thread_list.site if thread_list else comment_service.SITE,
            address=thread_list.address if thread_list else "",
            language=thread_list.language if thread_list else LANGUAGE,
            root=self.root,
            stylesheets=self._stylesheets,
            favicon=self._favicon,
            paper=self._paper,
        )
        rendered = _renderer(site).render(Page(path=template, template=template, view=view))
        return Response(rendered, status, mimetype="text/html")

    def file(self, path: str) -> Response | None:
        """A style sheet or a picture, which a browser may keep for ever if its address names its content."""
        asset = self._files.get(path)
        if asset is None:
            return None
        return Response(asset.content, content_type=media_type(path), headers={"Cache-Control": lifetime(path)})


@cache
def _bundled() -> tuple[Assets, Assets]:
    """The diary's styles and our own; they do not change while the service runs."""
    return bundle(_THEME), bundle(_HERE / "static")


@lru_cache(maxsize=4)
def _renderer(site: ServiceSite) -> Renderer:
    """Keeps compiled templates; a new one is made when the diary changes its name."""
    return Renderer(_HERE, site)
