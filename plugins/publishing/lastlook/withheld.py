"""What the content folder holds and the site must not show: drafts, posts to come, and what nobody agreed to any more.

It is worked out here once more and in another way than the build does it, from the files as they were written: an
auditor that asks the bookkeeper finds nothing.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.consent.disclosures import consent_references
from plugins.consent.quoted_words import phrases
from plugins.consent.register import Cover, Register, read_register
from plugins.consent.word_runs import RUN, Run, distinctive_runs, runs, runs_in, words_in_file
from plugins.contract.reading import read_record
from plugins.frontmatter import read_document
from plugins.pdf import Unreadable, document
from plugins.problems import Problem
from plugins.publishing.lastlook.boilerplate import boilerplate_runs, common_words
from plugins.publishing.lastlook.files_kept_back import files_kept_back, fingerprint
from plugins.publishing.lastlook.kept_pictures import PostPhoto, kept_picture_faults
from plugins.publishing.lastlook.public_texts import public_texts, texts_to_keep
from plugins.publishing.lastlook.site import BuiltSite, line_at
from plugins.records import dataclass
from plugins.unicode import without_unseen
from plugins.workshops.checks.files import material_files
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.intake import read_diary
from plugins.workshops.record.post import Post

_NOT_OF_POSTS = (".css", ".js")
_TAG_NAME = re.compile(r"</?[A-Za-z][A-Za-z0-9]*")
_TO_KEEP = re.compile(r".*\.(csv|epub|ics|pdf|txt)|(diary|timeline|workshops/[^/]*)\.json", re.IGNORECASE)
"""What is made to be kept or shown by others: documents, data, calendars. Feeds and the search belong to the pages."""
_SHORTEST_TITLE, _SHORTEST_QUOTE = 3, 2
_WITHDRAWN_QUOTE = "a quote that nobody agreed to any more"
_UNSHARED = "that readers may not keep without `share` in its consents"
_QUOTES = (_WITHDRAWN_QUOTE, f"a quote {_UNSHARED}")


@dataclass(frozen=True, slots=True)
class WithheldText:
    """Something that is kept back: `what` it is, where it is written, and the runs of words that give it away.

    `address` is that of a whole post that is not out yet; `unshared` are words that may stand on pages, and not in
    files that others keep.
    """

    what: str
    source: str
    runs: frozenset[Run]
    address: str = ""
    unshared: str = ""


@dataclass(frozen=True, slots=True)
class Withheld:
    """Everything that is kept back; `files` are fingerprints of files that must not go out, each with the reason.

    `handed_out` are the hand-outs of published posts: a draft may use their words, and its folder may hold a copy.
    `photos` are all of published posts, each with why others may not keep it.
    """

    texts: tuple[WithheldText, ...]
    consents: frozenset[str]
    files: Mapping[str, str]
    handed_out: frozenset[str] = frozenset()
    photos: tuple[PostPhoto, ...] = ()


def withheld(content: Path, *, now: datetime, zone: ZoneInfo, own: tuple[str, ...] = ()) -> Withheld:
    """What the content folder keeps back at `now`; `own` are texts that the site shows whatever is in it."""
    diary, _ = read_diary(content, zone=zone, now=now)
    register, _ = read_register(content / "consent.yml", source="content/consent.yml", zone=zone)
    audit = Audit(content, register, now, zone, own)
    hidden = {entry.source for entry in diary.entries if audit.why_hidden(entry)}
    shown = [entry for entry in diary.entries if entry.source not in hidden]
    folders = {entry.folder for entry in diary.entries if entry.source in hidden} - {entry.folder for entry in shown}
    handed_out = frozenset(f"{entry.address}{name}" for entry in shown for name in material_files(entry.post))
    return Withheld(
        audit.kept_back(diary.entries),
        frozenset(register.consents),
        dict(files_kept_back(content, folders)),
        handed_out,
        tuple(photo for entry in shown for photo in audit.photos(entry)),
    )


def withheld_faults(site: BuiltSite, hidden: Withheld) -> Iterator[Problem]:
    """Where the site shows what is kept back."""
    for each in hidden.texts:
        if each.address and any(path.startswith(each.address) for path in site.files):
            yield site.finding(each.address, 0, f"found a page of {each.what} ({each.source})", "withheld")
    yield from _published_words(site, hidden)
    yield from kept_picture_faults(site, hidden.photos)
    for path, text in site.texts.items():
        if not path.endswith(_NOT_OF_POSTS):
            yield from _references(site, path, text, hidden.consents)
    for path, content_of in site.files.items():
        why = hidden.files.get(fingerprint(content_of)) if path not in hidden.handed_out else None
        if why:
            yield site.finding(path, 0, why, "withheld")


def _published_words(site: BuiltSite, hidden: Withheld) -> Iterator[Problem]:
    kept = dict.fromkeys(path for path in site.files if _TO_KEEP.fullmatch(path))
    to_keep = [each for each in hidden.texts if each.unshared or each.what != _WITHDRAWN_QUOTE]
    yield from _words_in(site, hidden, kept, to_keep)
    anywhere = [each for each in hidden.texts if not each.unshared]
    yield from _words_in(site, hidden, [path for path in site.files if path not in kept], anywhere)


def _words_in(
    site: BuiltSite, hidden: Withheld, paths: Iterable[str], texts: Sequence[WithheldText]
) -> Iterator[Problem]:
    lengths = {len(run) for each in texts for run in each.runs}
    for path, units in _words_in_files(site, paths) if lengths else ():
        found = runs_in(units, lengths)
        for each in texts:
            if each.runs & found and not (each.address and path in hidden.handed_out):
                words = " ".join(min(each.runs & found))
                yield site.finding(path, 0, f"found “{words}”: words of {each.what} ({each.source})", "withheld")


def _words_in_files(site: BuiltSite, paths: Iterable[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What those files say that hold words, hand-outs too; one that cannot be read is told by a rule of its own."""
    for path in paths:
        content = site.files[path]
        if path in site.texts:
            yield path, tuple(words_in_file(path, site.texts[path]))
        elif path.lower().endswith(".pdf"):
            try:
                read = document(content)
                texts = (*read.pages, *read.strings)
                yield path, (*texts, *(line for text in texts for line in text.splitlines()))
            except Unreadable:
                continue


def _references(site: BuiltSite, path: str, text: str, consents: frozenset[str]) -> Iterator[Problem]:
    said = without_unseen(_TAG_NAME.sub(" ", text))
    for found in consent_references(said, consents):
        message = f"found “{found[0]}”, a consent's reference; readers must not see it"
        yield site.finding(path, line_at(said, found.start()), message, "not-for-readers")


@dataclass(frozen=True, slots=True)
class Audit:
    """Works out what is kept back, from the files as they were written."""

    content: Path
    register: Register
    now: datetime
    zone: ZoneInfo
    own: tuple[str, ...] = ()

    def kept_back(self, entries: Sequence[DiaryEntry]) -> tuple[WithheldText, ...]:
        """What no reader may read of what was written, each with the runs of words that nothing public has."""
        hidden = {entry.source: why for entry in entries if (why := self.why_hidden(entry))}
        shown = [entry for entry in entries if entry.source not in hidden]
        kept = [_post(entry, hidden[entry.source]) for entry in entries if entry.source in hidden]
        kept += [each for entry in shown for each in self.unconsented(entry)]
        unshared = defaultdict[str, set[str]](set)
        for each in kept:
            unshared[each.source].add(each.unshared)
        quoted = phrases((each.unshared, each.source) for each in kept if each.what in _QUOTES)
        own = (text for text in self.own if not quoted.sources(text))
        on_pages = (text for entry in shown for text in public_texts(entry))
        to_keep = (text for entry in shown for text in texts_to_keep(entry, unshared[entry.source] - {""}, quoted))
        return (
            *_given_away([each for each in kept if not each.unshared], (*self.own, *on_pages)),
            *_given_away([each for each in kept if each.unshared], (*own, *to_keep)),
        )

    def why_hidden(self, entry: DiaryEntry) -> str:
        if entry.post.status == "draft":
            return "a draft"
        if entry.post.date is not None and entry.post.date.first(self.zone) > self.now:
            return "a post that is still to come"
        return ""

    def unconsented(self, entry: DiaryEntry) -> Iterator[WithheldText]:
        """The file is read anew: the diary has parted from these words already."""
        document, _ = read_document(self.content.parent / entry.source, entry.source)
        written = document.front_matter if document else entry.tree
        post, _ = read_record(Post, written, source=entry.source, zone=self.zone)
        for photo in post.photos if post else ():
            if self._fails(photo.consent, "photo"):
                words = (text for text in (photo.alt, photo.caption, photo.credit) if text)
                found = frozenset[Run]().union(*map(_traces, words))
                yield WithheldText("a photograph that nobody agreed to any more", entry.source, found)
            elif photo.alt and photo.people != "none" and self._is_unshared(photo.consent):
                yield _unshared("photograph", photo.alt, entry)
        for quote in post.feedback.quotes if post and post.feedback else ():
            if self._fails(quote.consent, "quote"):
                found = _traces(quote.words)
                yield WithheldText(_WITHDRAWN_QUOTE, entry.source, found)
                yield WithheldText(_WITHDRAWN_QUOTE, entry.source, found, unshared=quote.words)
            elif self._is_unshared(quote.consent):
                yield _unshared("quote", quote.words, entry)

    def photos(self, entry: DiaryEntry) -> Iterator[PostPhoto]:
        """The photos beside a post, with why others may not keep them."""
        for file in sorted(entry.left_out):
            yield PostPhoto(entry.address, entry.source, entry.folder / file, "that nobody agreed to any more")
        for photo in entry.post.photos:
            is_unshared = photo.people != "none" and self._is_unshared(photo.consent)
            yield PostPhoto(entry.address, entry.source, entry.folder / photo.file, _UNSHARED if is_unshared else "")

    def _is_unshared(self, ids: tuple[str, ...]) -> bool:
        return not ids or self._fails(ids, "share")

    def _fails(self, ids: tuple[str, ...], subject: Cover) -> bool:
        return any(self.register.status(each, subject, now=self.now, zone=self.zone) != "holds" for each in ids)


def _traces(text: str) -> frozenset[Run]:
    """The runs by which the words of a person or a picture are known; a few common ones are known by nothing."""
    found = distinctive_runs(text, shortest=_SHORTEST_QUOTE)
    return frozenset(run for run in found if len(run) == RUN or not common_words().issuperset(run))


def _unshared(what: str, words: str, entry: DiaryEntry) -> WithheldText:
    return WithheldText(f"a {what} {_UNSHARED}", entry.source, _traces(words), unshared=words)


def _given_away(kept: Sequence[WithheldText], public: Sequence[str]) -> Iterator[WithheldText]:
    """What is kept back, by the runs alone that no public text has, and that the site does not say by itself."""
    wanted = frozenset[Run]().union(*(each.runs for each in kept))
    lengths = {len(run) for run in wanted}
    said = frozenset[Run]().union(*(runs(text, length) for text in public for length in lengths))
    said |= boilerplate_runs(wanted - said)
    return (replace(each, runs=each.runs - said) for each in kept)


def _post(entry: DiaryEntry, what: str) -> WithheldText:
    found = frozenset[Run]().union(*(runs(text) for text in public_texts(entry)))
    title = distinctive_runs(entry.post.title, shortest=_SHORTEST_TITLE)
    return WithheldText(what, entry.source, found | title, entry.address)
