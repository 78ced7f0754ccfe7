"""Whole addresses of the diary itself, in stories and in front matter: whether they lead to a page of this site.

They are looked up as the last look does it, in the plan of the site instead of the built one.
"""

import re
from collections.abc import Collection, Iterator
from functools import cached_property
from html import escape
from itertools import islice
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from plugins.blog.pages.redirects import redirects
from plugins.blog.pages.site import own_paths
from plugins.blog.site_model import SiteModel
from plugins.blog.taken_addresses import taken_addresses
from plugins.blog.texts import Texts
from plugins.frontmatter import ContentFile
from plugins.problems import FieldPath, Problem
from plugins.publishing.lastlook.destination import destination
from plugins.publishing.lastlook.site import BuiltSite
from plugins.story import Passage, Story
from plugins.workshops.checks.names import named_things
from plugins.workshops.checks.places import TAKEN
from plugins.workshops.checks.references import UnreadPost
from plugins.workshops.diary import DiaryEntry, once_an_entry, written_in

_PLACES_OF_OTHERS = "write the address without what follows the #"


def lost_addresses(model: SiteModel, *, unread: Collection[ContentFile] = ()) -> Iterator[Problem]:
    """A finding for each address of the diary itself at which nothing is published, or nothing more can be.

    What may be published there once the `unread` files are mended is there.
    """
    plan = _Plan(model, tuple(map(UnreadPost.of, unread)))
    if redirects(model.publication):
        yield from taken_addresses(model.publication, plan.own)
    for entry in model.publication.public:
        in_story, in_fields = _own_addresses(entry, *model.texts.of(entry), model.settings.published_at)
        for href in in_story:
            if fault := plan.fault(href):
                place = entry.story.find(href.partition("#")[0])
                message = f'found "{href[:80]}": {fault}'
                yield entry.problem_in_story(max(place, 0), message, "link-to-nothing")
        for path, hrefs in in_fields:
            faults = (f'found "{href[:80]}": {fault}' for href in hrefs if (fault := plan.fault(href)))
            yield from (entry.problem_at(path, message, "link-to-nothing") for message in islice(faults, 1))


@once_an_entry
def _own_addresses(
    entry: DiaryEntry, story: Story, words: tuple[Passage, ...], site: str
) -> tuple[tuple[str, ...], tuple[tuple[FieldPath, tuple[str, ...]], ...]]:
    """The whole addresses of the diary itself in a story, each once, and those in each field that has some."""
    said = Texts.of_one(entry, story, words).words
    in_fields = []
    for written in written_in(entry):
        text = written.value if isinstance(written.value, str) else ""
        passage = said.get((entry.source, text))
        hrefs = tuple(href for href in (text, *(passage.links if passage else ())) if _is_of(site, href))
        in_fields += [(written.path, hrefs)] if hrefs else []
    return tuple(dict.fromkeys(href for href in story.links if _is_of(site, href))), tuple(in_fields)


def _is_of(site: str, href: str) -> bool:
    return f"{href}/".startswith(site) and not re.search(r"\s", href)


class _Plan:
    """The site as it is going to be. It is only planned when somebody asks for a page of it."""

    def __init__(self, model: SiteModel, unread: tuple[UnreadPost, ...]) -> None:
        self._model = model
        self._unread = unread

    def fault(self, href: str) -> str:
        """Why an address of the diary itself leads nowhere; empty where it leads somewhere."""
        where = destination(self._site, "about:blank", href)
        if where.kind != "nowhere" or self._may_come(unquote(urlsplit(href).path)):
            return ""
        lost_place = destination(self._site, "about:blank", href.partition("#")[0]).kind == "here"
        return _PLACES_OF_OTHERS if lost_place else where.why

    def _may_come(self, path: str) -> bool:
        """Whether a post of which not all could be read may make this page or file, or lead on from there."""
        folder, _, below = path.removeprefix(urlsplit(self._model.settings.published_at).path).strip("/").partition("/")
        in_common = folder in TAKEN and not (folder in ("posts", "workshops") and below)
        return bool(self._unread) and (in_common or any(post.may_stand_at(path) for post in self._unread))

    @cached_property
    def own(self) -> frozenset[str]:
        return own_paths(self._model)

    @cached_property
    def _site(self) -> BuiltSite:
        model = self._model
        shown = model.publication
        hidden = {PurePosixPath(entry.address) for entry in shown.entries if not shown.is_public(entry.source)}
        paths = self.own | {redirect.path for redirect in redirects(shown)}
        open_to_all = (path for path in paths if hidden.isdisjoint(PurePosixPath(path).parents))
        files = dict.fromkeys(sorted(open_to_all), b"") | {
            f"{entry.address}index.html": _places(model.texts, entry).encode() for entry in shown.public
        }
        home = f'<link rel="canonical" href="{escape(model.settings.published_at)}">'
        return BuiltSite("", files | {"index.html": home.encode()})


def _places(texts: Texts, entry: DiaryEntry) -> str:
    """The places on a post's page to which links may lead: its headings, and what has an id."""
    anchors = [
        *texts.stories[entry.source].anchors,
        *(each.id for each in named_things(entry.post)),
    ]
    return "".join(f'<p id="{escape(anchor)}">' for anchor in anchors)
