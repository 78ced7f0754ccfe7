"""Pages out of templates. A page is a function of its template, its view and the site: same view, same bytes."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from plugins.engine.page import Page


class Renderer:
    """Renders pages from the templates in a folder; each template is compiled once.

    Content is untrusted: everything is escaped, and a name that a view does not have is an error of ours.
    """

    def __init__(self, templates: Path, site: object) -> None:
        self._site = site
        self._environment = Environment(
            loader=FileSystemLoader(templates),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
        )

    def render(self, page: Page) -> bytes:
        """The bytes of a page: UTF-8 with plain line feeds."""
        template = self._environment.get_template(page.template)
        return template.render(page=page.view, site=self._site).encode()
