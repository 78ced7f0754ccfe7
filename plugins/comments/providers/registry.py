"""Every provider by the name that posts and settings call it."""

from collections.abc import Mapping

from plugins.comments.providers.embeds import Comentario, Disqus, Giscus, Remark42, Utterances
from plugins.comments.providers.interface import Provider
from plugins.comments.providers.links import Email, Mastodon, NoProvider
from plugins.comments.providers.own_service import OwnService

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
