"""Where comments are kept: one interface, and one module for each kind of place."""

from collections.abc import Mapping

from plugins.comments.providers.embeds import Comentario, Disqus, Giscus, Remark42, Utterances
from plugins.comments.providers.interface import CommentedPage, Provider, Widgets
from plugins.comments.providers.links import Email, Mastodon, NoProvider
from plugins.comments.providers.own_service import OwnService

__all__ = ["PROVIDERS", "CommentedPage", "Provider", "Widgets"]

PROVIDERS: Mapping[str, type[Provider]] = {
    "isso": OwnService,
    "giscus": Giscus,
    "utterances": Utterances,
    "disqus": Disqus,
    "remark42": Remark42,
    "comentario": Comentario,
    "mastodon": Mastodon,
    "email": Email,
    "none": NoProvider,
}
"""Every provider by the name that posts and settings call it."""
