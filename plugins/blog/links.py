"""Where a link or a picture in a story leads: another post, a photo of this one, or nowhere, and then why."""

import posixpath
import re
from collections.abc import Mapping
from functools import cached_property
from itertools import groupby
from urllib.parse import unquote, urlsplit

from plugins.blog.pictures import photo_number
from plugins.blog.publication import Publication
from plugins.contract.addresses import completed
from plugins.contract.site_paths import address_of_file
from plugins.files.names import name_key, post_name, slug
from plugins.problems import nearest
from plugins.records import dataclass
from plugins.story import Figure, Resolved, Unresolved, heading_anchor, in_story
from plugins.workshops.checks.agenda import HANDED_OUT
from plugins.workshops.checks.files import files_meant, is_alike, nowhere
from plugins.workshops.checks.names import named_things
from plugins.workshops.diary import Diary, DiaryEntry

_WORD = re.compile(r"\.(?:docx?|odt|rtf|pages)$", re.IGNORECASE)


@dataclass(frozen=True)
class DiaryLinks:
    """Resolves the relative links of stories against the diary, and pictures against the post's folder."""

    diary: Diary
    publication: Publication
    root: str
    usual_language: str

    def link(self, source: str, href: str) -> Resolved | Unresolved | None:
        """The address of the post that `href`, written in `source`, leads to; None when that post is left out."""
        target = self.target(source, href)
        if target in self.diary.left_out:
            return None
        entry = self.diary.by_source.get(target)
        if entry is None:
            whole = completed(href)
            return Unresolved(f"write {whole}" if whole else self._nowhere(target, source), "link-to-nothing")
        if self.publication.is_public(source) and not self.publication.is_public(target):
            return Unresolved(
                f"“{entry.post.title}” is not published yet, so this link would lead nowhere; "
                "take the link out until then",
                "link-to-hidden",
            )
        return Resolved(f"{self.root}{entry.address}{_fragment(entry, urlsplit(href).fragment)}")

    def target(self, source: str, href: str) -> str:
        """The file that `href`, written in `source`, leads to, there or not; the one that is spelt nearly so."""
        path = unquote(urlsplit(href).path).replace("\\", "/")
        target = posixpath.normpath(posixpath.join(posixpath.dirname(source), path)) if path else source
        alike = self._alike.get(name_key(post_name(target)), ())
        return alike[0] if len(alike) == 1 and target not in self.diary.by_source else target

    @cached_property
    def _alike(self) -> Mapping[str, tuple[str, ...]]:
        """The files of posts by what people write for their names."""
        known = (*self.diary.by_source, *self.diary.left_out)

        def key(source: str) -> str:
            return name_key(post_name(source))

        return {name: tuple(each) for name, each in groupby(sorted(known, key=key), key=key)}

    def file(self, source: str, name: str) -> str:
        """The file of the post with this title or address, from `source`; else one beside it that may be meant."""
        wanted = slug(name)
        files = (
            entry.source
            for entry in self.diary.entries
            if wanted in (slug(entry.post.title), posixpath.basename(entry.address.rstrip("/")))
        )
        return posixpath.relpath(next(files, f"{posixpath.dirname(source)}/{wanted}.md"), posixpath.dirname(source))

    def language(self, source: str) -> str:
        """The language in which a post is written."""
        return self.diary.by_source[source].post.lang or self.usual_language

    def picture(self, source: str, file: str, alt: str) -> Figure | Unresolved | None:
        """The place of one of the post's photos; nothing for one that is no longer agreed to."""
        entry: DiaryEntry = self.diary.by_source[source]
        meant = files_meant(entry.folder, file) or [each for each in entry.left_out if is_alike(each, file)]
        if entry.left_out.intersection(meant):
            return None
        if len(meant) != 1:
            return Unresolved(nowhere(entry.folder, file, "picture"), "missing-file")
        number = photo_number(entry, meant[0])
        if number is None:
            advice = "this picture is not under “photos”; add it there, with what it shows and who is in it"
            return Unresolved(advice, "picture-unlisted")
        return Figure(number, alt)

    @cached_property
    def _moved(self) -> Mapping[str, str]:
        """The files of posts by each address that they had before."""
        return {address: entry.source for entry in self.diary.entries for address in entry.former_addresses}

    def _nowhere(self, target: str, source: str) -> str:
        if target.partition("/")[0] != source.partition("/")[0]:
            return "this leads out of the content folder; link to a post inside it"
        folder = posixpath.dirname(source)
        moved = self._moved.get(address_of_file(target.partition("/")[2]))
        if moved:
            return f"“{posixpath.relpath(target, folder)}” is now “{posixpath.relpath(moved, folder)}”; write that"
        name = posixpath.relpath(target, folder)
        if posixpath.splitext(name)[1].casefold() in HANDED_OUT:
            return (
                f"a hand-out gets its link by the agenda; name “{name}” under “materials” there, and take this link out"
            )
        if _WORD.search(name):
            return "save it as PDF, name that under “materials” in the agenda, and take this link out"
        guess = nearest(target, [each for each in self.diary.by_source if each != source])
        hint = f"; did you mean “{posixpath.relpath(guess, folder)}”?" if guess else ""
        return f"no post lies there{hint}"


def _fragment(entry: DiaryEntry, name: str) -> str:
    """The place on the page: something of the post's own by its id, else a heading of its story.

    However it is spelt: `#Tŷ%20a%20gŵyl`, as other programs do, is `#ty-a-gwyl`.
    """
    if not name:
        return ""
    name = unquote(name)
    own = {named.id for named in named_things(entry.post)}
    return f"#{name}" if name in own else f"#{in_story(heading_anchor(name))}"
