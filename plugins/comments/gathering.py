"""Every approved comment there is: asked for where it can be, else as it was kept the last time."""

from typing import Literal

from plugins.comments.archive import merged
from plugins.comments.discussion import Discussion
from plugins.comments.providers.links import Mastodon
from plugins.comments.settings import CommentsSettings
from plugins.problems import Problem

Asking = Literal["everybody", "own service", "nobody"]
SOURCE = "comments"


def gathered(settings: CommentsSettings, *, ask: Asking) -> tuple[Discussion, tuple[Problem, ...]]:
    """The discussion as it stands, and what is to be told: what did not answer, what cannot be read."""
    problems: list[Problem] = []
    own, elsewhere = _of_service(settings), _of_mastodon(settings) if ask == "everybody" else None
    if ask != "nobody" and (own or elsewhere):
        from plugins.comments.asking import asked_and_kept  # Late: most builds ask nobody, and need no network.

        problems.extend(asked_and_kept(settings, own=own, elsewhere=elsewhere))
    archives, broken = settings.folder.archives()
    return Discussion(settings, merged(archives)), (*problems, *broken)


def are_asked_for(settings: CommentsSettings) -> bool:
    """Whether a build for readers asks anybody."""
    return _of_service(settings) or _of_mastodon(settings) is not None


def _of_service(settings: CommentsSettings) -> bool:
    return bool(settings.service and settings.token)


def _of_mastodon(settings: CommentsSettings) -> Mastodon | None:
    mastodon = settings.providers.get("mastodon")
    return mastodon if isinstance(mastodon, Mastodon) else None
