"""Every approved comment there is: asked for where it can be, else as it was kept the last time.

The build goes on when what keeps comments is down: it may be the build that takes something off the web.
"""

from collections.abc import Iterator
from typing import Literal

from plugins.comments.archive import Archive, ArchiveError, archive_text, merged, read_archive
from plugins.comments.archive.fetching import NotFetchedError, fetched
from plugins.comments.archive.folder import MASTODON, SERVICE, PublicPlaceError
from plugins.comments.discussion import Discussion
from plugins.comments.mastodon import read_posts
from plugins.comments.providers.links import Mastodon
from plugins.comments.settings import CommentsSettings
from plugins.problems import Problem

Asking = Literal["everybody", "own service", "nobody"]
SOURCE = "comments"


def gathered(settings: CommentsSettings, *, ask: Asking) -> tuple[Discussion, tuple[Problem, ...]]:
    """The discussion as it stands, and what is to be told: what did not answer, what cannot be read."""
    problems: list[Problem] = []
    if ask != "nobody":
        problems.extend(_asked_and_kept(settings, ask))
    archives, broken = settings.folder.archives()
    return Discussion(settings, merged(archives)), (*problems, *broken)


def _asked_and_kept(settings: CommentsSettings, ask: Asking) -> Iterator[Problem]:
    if settings.service and settings.token:
        try:
            settings.folder.keep(SERVICE, _of_service(settings))
        except (NotFetchedError, ArchiveError) as error:
            yield _notice(settings, SERVICE, f"the comments service at {settings.service}", str(error))
        except (PublicPlaceError, OSError) as error:
            yield _not_kept(settings, SERVICE, error)
    mastodon = settings.providers.get("mastodon")
    if isinstance(mastodon, Mastodon) and ask == "everybody":
        try:
            text = archive_text(read_posts(mastodon)).encode()
            read_archive(text)  # What no build would read must not take the place of the last good archive.
            settings.folder.keep(MASTODON, text)
        except (NotFetchedError, ArchiveError) as error:
            yield _notice(settings, MASTODON, f"Mastodon at {mastodon.server}", str(error))
        except (PublicPlaceError, OSError) as error:
            yield _not_kept(settings, MASTODON, error)


def _of_service(settings: CommentsSettings) -> bytes:
    text = fetched(f"{settings.service}archive.json", token=settings.token)
    read_archive(text)  # A page of a proxy must not take the place of the last good archive.
    return text


def _notice(settings: CommentsSettings, name: str, who: str, why: str) -> Problem:
    last = _exported(settings, name)
    instead = (
        f"this site shows the comments that were kept on {last}"
        if last
        else "no comment was kept before, so this site shows none of them; build again when it answers"
    )
    return Problem(SOURCE, 0, "", f"{who} gave no comments: {why}; {instead}", stops=False)


def _exported(settings: CommentsSettings, name: str) -> str:
    try:
        archive: Archive = read_archive(settings.folder.place(name).read_bytes())
    except (ArchiveError, OSError):
        return ""
    return f"{archive.exported:%Y-%m-%d at %H:%M} UTC"


def _not_kept(settings: CommentsSettings, name: str, error: Exception) -> Problem:
    place = settings.folder.place(name)
    return Problem(SOURCE, 0, "", f"the archive of comments cannot be kept at {place}: {error}")
