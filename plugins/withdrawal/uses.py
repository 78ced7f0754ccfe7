"""Every place in the diary that a consent is needed for, in posts that are not published too."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.contract.reading import read_record
from plugins.frontmatter import Document, content_files, line_of, read_document
from plugins.records import dataclass
from plugins.withdrawal.made_files import MadeFile, made_files
from plugins.workshops.checks.files import is_alike, with_files_found
from plugins.workshops.diary import address_of
from plugins.workshops.intake.consented import bound_to_consent
from plugins.workshops.record.post import Post

_PICTURE = re.compile(
    r"""!\[[^\]]*\]\(\s*(?:<([^>\n]+)>|([^)\n"']+?)\s*[)"'])|^ {0,3}\[[^\]]+\]:\s*(?:<([^>\n]+)>|(\S+))""", re.MULTILINE
)
_FIRST_WORDS = 8


@dataclass(frozen=True, slots=True, order=True)
class Use:
    """One place: file, line, what stands there.

    `file` is the photo's own, `words` are those of a quote, `pages` and what is `made` of the post are below the
    site's root.
    """

    source: str
    line: int
    what: str
    file: str = ""
    pages: tuple[str, ...] = ()
    words: str = ""
    made: tuple[MadeFile, ...] = ()

    def __str__(self) -> str:
        """The place on one line, as editors jump to it."""
        return f"{self.source}:{self.line}: {self.what}" if self.line else f"{self.source}: {self.what}"


def uses(content: Path, consent_id: str, *, zone: ZoneInfo) -> tuple[Use, ...]:
    """Every use of a consent, by place. In a file with something to mend, every line that holds its number."""
    return uses_of(content, (consent_id,), zone=zone)[consent_id]


def uses_of(content: Path, consent_ids: Iterable[str], *, zone: ZoneInfo) -> Mapping[str, tuple[Use, ...]]:
    """Every use of each of these consents, in one walk through the diary."""
    found: dict[str, list[Use]] = {consent_id: [] for consent_id in consent_ids}
    for file in content_files(content)[0]:
        if file.kind in ("workshop", "post", "page"):
            document, _ = read_document(file.path, file.source)
            post = read_record(Post, document.front_matter, source=file.source, zone=zone)[0] if document else None
            post = with_files_found(post, file.folder) if post else None
            address = address_of(file.kind, (post.slug if post else None) or file.slug)
            pages = tuple(dict.fromkeys((address, *post.formerly))) if post else ()
            made = tuple(made_files(post, address)) if post and file.kind != "page" else ()
            for consent_id, those in found.items():
                if document and post:
                    own = _in_post(document, post, consent_id)
                    those.extend(replace(use, pages=pages, made=made) for use in own)
                else:
                    those.extend(_in_lines(file.path, file.source, consent_id))
    return {each: tuple(sorted({*those, *_duplicates(content, those)})) for each, those in found.items()}


def _duplicates(content: Path, found: list[Use]) -> Iterator[Use]:
    """Files that hold the very same picture under another name, whatever they are used for."""
    files = {use.file: content.parent / use.file for use in found if use.file}
    pictures = {place.read_bytes() for place in files.values() if place.is_file()}
    sizes = {len(picture) for picture in pictures}
    for file in content_files(content)[0]:
        if file.source not in files and file.path.stat().st_size in sizes and file.path.read_bytes() in pictures:
            yield Use(file.source, 0, "the same picture under another name; delete this one too", file.source)


def _in_post(document: Document, post: Post, consent_id: str) -> Iterator[Use]:
    for bound in bound_to_consent(post):
        if bound.consent_id != consent_id:
            continue
        line = line_of(document.front_matter, bound.path)
        if bound.subject == "photo":
            photo = post.photos[int(bound.path[1])]
            file = posixpath.join(posixpath.dirname(document.source), photo.file)
            yield Use(document.source, line, f"the photo {photo.file}", file)
            yield from _shown(document, post, photo.file)
        elif post.feedback:
            quote = post.feedback.quotes[int(bound.path[2])]
            yield Use(document.source, line, f"the quote “{_beginning(quote.words)}”", words=quote.words)


def _shown(document: Document, post: Post, file: str) -> Iterator[Use]:
    """Where a photo is shown beside its gallery."""
    if post.image == file:
        yield Use(document.source, line_of(document.front_matter, ("image",)), f"{file} as the picture for lists")
    for index, sentence in enumerate(post.easy_read):
        if sentence.picture == file:
            line = line_of(document.front_matter, ("easy_read", index, "picture"))
            yield Use(document.source, line, f"{file} beside a line of the easy read")
    for index, milestone in enumerate(post.milestones):
        if milestone.image == file:
            line = line_of(document.front_matter, ("milestones", index, "image"))
            yield Use(document.source, line, f"{file} at a milestone of the timeline")
    for picture in _PICTURE.finditer(document.story):
        if is_alike(next(filter(None, picture.groups())), file):
            line = document.story_line + document.story.count("\n", 0, picture.start())
            yield Use(document.source, line, f"{file} in the story")


def _in_lines(path: Path, source: str, consent_id: str) -> Iterator[Use]:
    number = consent_number(consent_id)
    text = path.read_bytes().decode("utf-8", "replace")
    for line, words in enumerate(text.splitlines(), start=1):
        if number.search(words):
            yield Use(source, line, f"the number {consent_id}, in a file that has something to mend")


def consent_number(consent_id: str) -> re.Pattern[str]:
    """The number of a consent where a text names it, and no longer number that begins or ends so."""
    return re.compile(rf"(?<![\w-]){re.escape(consent_id)}(?![\w-])")


def _beginning(words: str) -> str:
    first = words.split()
    return " ".join(first[:_FIRST_WORDS]) + (" …" if first[_FIRST_WORDS:] else "")
