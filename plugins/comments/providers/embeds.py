"""Comments that other companies show in the page, once the reader has pressed a button that names them.

What is said of them here is what their own pages say. The recipe is followed by `comment-embed.js`.
"""

import json
from typing import Any
from urllib.parse import urlencode

from plugins.comments.providers.interface import CommentedPage, Provider, Sources, Widgets
from plugins.comments.providers.settings_fields import address, text
from plugins.comments.views import EmbedView
from plugins.comments.web_address import origin_of
from plugins.records import dataclass
from plugins.words import comment_providers

_REPOSITORY = r"[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+"
_WORDS = r"[^\n\r]{1,200}"


def _embed_widgets(
    *, company: str, hosts: tuple[str, ...], more: str, recipe: dict[str, Any], link: str = ""
) -> Widgets:
    embed = EmbedView(
        company=company,
        sees=(*comment_providers.sees(company, hosts), more),
        button=comment_providers.load(company),
        recipe=json.dumps(recipe, ensure_ascii=False, sort_keys=True),
        link=link,
        link_label=comment_providers.read_at(company),
    )
    return Widgets(embed=embed, scripts=("comment-embed.js",))


@dataclass(frozen=True, slots=True, kw_only=True)
class Giscus(Provider):
    """`giscus`: discussions of a repository at GitHub; giscus.app shows these values when it is set up."""

    repo: str = text(_REPOSITORY, "owner/repository")
    repo_id: str = text(r"[\w=-]+", "R_kgDOExample")
    category: str = text(_WORDS, "Announcements")
    category_id: str = text(r"[\w=-]+", "DIC_kwDOExample")

    @property
    def sources(self) -> Sources:
        return dict.fromkeys(("script-src", "style-src", "frame-src"), ("https://giscus.app",))

    def widgets(self, place: CommentedPage) -> Widgets:
        """The discussion whose title is the page's key."""
        return _embed_widgets(
            company="GitHub",
            hosts=("giscus.app", "GitHub"),
            more=comment_providers.GITHUB,
            link=f"https://github.com/{self.repo}/discussions?{urlencode({'discussions_q': place.thread})}",
            recipe={
                "script": {
                    "src": "https://giscus.app/client.js",
                    "data-repo": self.repo,
                    "data-repo-id": self.repo_id,
                    "data-category": self.category,
                    "data-category-id": self.category_id,
                    "data-mapping": "specific",
                    "data-term": place.thread,
                    "data-strict": "1",
                    "data-reactions-enabled": "0",
                    "data-emit-metadata": "0",
                    "data-input-position": "bottom",
                    "data-theme": "preferred_color_scheme",
                    "data-lang": place.language.partition("-")[0],
                }
            },
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterances(Provider):
    """`utterances`: issues of a repository at GitHub."""

    repo: str = text(_REPOSITORY, "owner/repository")

    @property
    def sources(self) -> Sources:
        return dict.fromkeys(("script-src", "frame-src"), ("https://utteranc.es",))

    def widgets(self, place: CommentedPage) -> Widgets:
        """The issue whose title is the page's key."""
        return _embed_widgets(
            company="GitHub",
            hosts=("utteranc.es", "GitHub"),
            more=comment_providers.GITHUB,
            link=f"https://github.com/{self.repo}/issues?{urlencode({'q': place.thread})}",
            recipe={
                "script": {
                    "src": "https://utteranc.es/client.js",
                    "repo": self.repo,
                    "issue-term": place.thread,
                    "theme": "preferred-color-scheme",
                }
            },
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Disqus(Provider):
    """`disqus`: a forum at Disqus, by its short name."""

    shortname: str = text(r"[a-z0-9-]+", "our-diary")

    @property
    def sources(self) -> Sources:
        """Its scripts, frames, styles and pictures come from two families of hosts."""
        families = ("https://*.disqus.com", "https://*.disquscdn.com")
        names = ("script-src", "style-src", "img-src", "connect-src")
        return {**dict.fromkeys(names, families), "frame-src": ("https://disqus.com",)}

    def widgets(self, place: CommentedPage) -> Widgets:
        """The discussion whose identifier is the page's key."""
        return _embed_widgets(
            company="Disqus",
            hosts=("Disqus",),
            more=comment_providers.DISQUS,
            recipe={
                "script": {"src": f"https://{self.shortname}.disqus.com/embed.js"},
                "element": {"name": "div", "id": "disqus_thread"},
                "page": {"identifier": place.thread, "url": place.address, "title": place.title},
            },
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark42(Provider):
    """`remark42`: a service that somebody runs; `run_by` tells readers who."""

    host: str = address()
    run_by: str = text(_WORDS, "the council")
    site: str = text(r"[\w.-]+", "remark", usual="remark")

    @property
    def sources(self) -> Sources:
        """Everything of it comes from one host."""
        return dict.fromkeys(("script-src", "frame-src", "connect-src"), (origin_of(self.host),))

    def widgets(self, place: CommentedPage) -> Widgets:
        """The discussion of the page's first address."""
        settings = {
            "host": self.host.rstrip("/"),
            "site_id": self.site,
            "url": place.first_address,
            "components": ["embed"],
            "no_footer": True,
        }
        return _embed_widgets(
            company=self.run_by,
            hosts=(origin_of(self.host).partition("://")[2],),
            more=comment_providers.REMARK42,
            recipe={
                "script": {"src": f"{self.host}web/embed.mjs", "type": "module"},
                "element": {"name": "div", "id": "remark42"},
                "settings": {"remark_config": settings},
            },
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Comentario(Provider):
    """`comentario`: a service on PostgreSQL that somebody runs, on one machine or several."""

    host: str = address()
    run_by: str = text(_WORDS, "the council")

    @property
    def sources(self) -> Sources:
        """Everything of it comes from one host."""
        return dict.fromkeys(("script-src", "style-src", "img-src", "connect-src"), (origin_of(self.host),))

    def widgets(self, place: CommentedPage) -> Widgets:
        """The discussion of the page's path."""
        return _embed_widgets(
            company=self.run_by,
            hosts=(origin_of(self.host).partition("://")[2],),
            more=comment_providers.COMENTARIO,
            recipe={
                "script": {"src": f"{self.host}comentario.js", "defer": ""},
                "element": {"name": "comentario-comments", "page-id": f"/{place.thread}"},
            },
        )
