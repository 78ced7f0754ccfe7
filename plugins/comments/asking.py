"""Comments asked for where they are kept, and kept here.

The build goes on when what keeps comments is down: it may be the build that takes something off the web.
"""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import starmap

from plugins.comments.archive import ArchiveError, archive_text, read_archive
from plugins.comments.archive.fetching import NotFetchedError, fetched
from plugins.comments.archive.folder import MASTODON, MASTODON_CODES, SERVICE, PublicPlaceError
from plugins.comments.mastodon import codes_in, codes_text, read_posts
from plugins.comments.providers.links import Mastodon
from plugins.comments.settings import CommentsSettings
from plugins.problems import Problem

_Told = tuple[bytes, tuple[Problem, ...]]
"""The text of an archive, and what is to be told of it."""
_SOURCE = "comments"


def asked_and_kept(settings: CommentsSettings, *, own: bool, elsewhere: Mastodon | None) -> Iterator[Problem]:
    """What is to be told of asking our own service, and Mastodon `elsewhere`."""
    for name, who, archive in _places(settings, own, elsewhere):
        try:
            text, problems = archive()
            read_archive(text)  # What no build would read must not take the place of the last good archive.
            settings.folder.keep(name, text)
            yield from problems
        except (NotFetchedError, ArchiveError) as error:
            yield _notice(settings, name, who, str(error))
        except (PublicPlaceError, OSError) as error:
            where = settings.folder.place(name)
            message = f"the archive of comments cannot be kept at {where}: {error}"
            yield Problem(_SOURCE, 0, "", message, "comments-unavailable")


def _places(
    settings: CommentsSettings, own: bool, elsewhere: Mastodon | None
) -> Iterator[tuple[str, str, Callable[[], _Told]]]:
    """Whoever is asked: the name of the archive, what a person calls it, and how its text is had."""
    if own:
        yield SERVICE, f"the comments service at {settings.service}", partial(_of_service, settings)
    if elsewhere:
        yield MASTODON, f"Mastodon at {elsewhere.server}", partial(_of_mastodon, settings, elsewhere)


def _of_service(settings: CommentsSettings) -> _Told:
    return fetched(f"{settings.service}archive.json", token=settings.token), ()


def _of_mastodon(settings: CommentsSettings, mastodon: Mastodon) -> _Told:
    """The archive of the replies, and a notice for each that was changed; what was approved is remembered."""
    kept = settings.folder.place(MASTODON_CODES)
    replies = read_posts(mastodon, codes_in(kept.read_bytes()) if kept.exists() else {})
    settings.folder.keep(MASTODON_CODES, codes_text(replies.codes))
    return archive_text(replies.archive).encode(), tuple(starmap(_left_out, replies.left_out.items()))


def _left_out(number: str, code: str) -> Problem:
    message = (
        f"reply {number} at Mastodon was changed, and nobody knows whether it was read before or after, so it is left "
        f'out; read it there, and to show it as it is now write "approved": {{"{number}": "{code}"}} beside "posts"'
    )
    return Problem(_SOURCE, 0, "", message, "comment-left-out", stops=False)


def _notice(settings: CommentsSettings, name: str, who: str, why: str) -> Problem:
    try:
        kept = read_archive(settings.folder.place(name).read_bytes())
        instead = f"this site shows the comments that were kept on {kept.exported:%Y-%m-%d at %H:%M} UTC"
    except (ArchiveError, OSError):
        instead = "no comment was kept before, so this site shows none of them; build again when it answers"
    message = f"{who} gave no comments: {why}; {instead}"
    return Problem(_SOURCE, 0, "", message, "comments-unavailable", stops=False)
