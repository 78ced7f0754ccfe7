"""Former addresses of posts at which the diary has something of its own: nothing can lead on from there."""

from collections.abc import Iterable, Iterator

from plugins.blog.pages.redirects import redirects
from plugins.blog.publication import Publication
from plugins.engine.paths import Claims, PagePathError
from plugins.headers.media import HASHED_FOLDER
from plugins.problems import Problem


def taken_addresses(publication: Publication, planned: Iterable[str]) -> Iterator[Problem]:
    """A finding for each; `planned` are the paths of all other pages and files that the diary makes."""
    claims = Claims()
    for path in (HASHED_FOLDER, *planned):
        claims.claim(path)
    for redirect in redirects(publication):
        try:
            claims.claim(redirect.path)
        except PagePathError:
            number = redirect.entry.post.formerly.index(redirect.address)
            message = (
                f'found "/{redirect.address}", where the diary has a page or a file of its own '
                "(some computers see no difference in capitals); take this line out"
            )
            yield redirect.entry.problem_at(("formerly", number), message, "address-taken")
