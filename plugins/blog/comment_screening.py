"""Which comments this build shows: no comment, approved or not, keeps the diary off the web.

What no page may say is left out and told; a link into the diary that leads to no page of it is words alone.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from plugins.blog.publication import Publication
from plugins.blog.settings import BlogSettings
from plugins.comments.archive import ArchivedThread
from plugins.comments.discussion import Discussion
from plugins.comments.gate import Gate, let_through
from plugins.comments.sanitising import clean_html, without_links
from plugins.consent.disclosures import machine_folders
from plugins.consent.private_words import PrivateWords
from plugins.consent.register import read_register
from plugins.problems import Problem
from plugins.publishing.lastlook.withheld import Audit
from plugins.workshops.diary import DiaryEntry

_KEPT_BY = {"w": "in imported.json", "d": "in imported.json", "m": "at Mastodon"}


def fit_to_show(
    discussion: Discussion,
    publication: Publication,
    settings: BlogSettings,
    *,
    written: Sequence[DiaryEntry],
    private: PrivateWords | None,
    output: Path,
) -> tuple[Discussion, tuple[Problem, ...]]:
    """The discussion with the comments that may be shown on published pages, and a notice for each that may not.

    `written` is every entry of the content folder, also those that this site goes without.
    """
    shown = {entry.first_address for entry in publication.entries}
    threads = {key: thread for key, thread in discussion.threads.items() if key in shown and thread.comments}
    if not threads:
        return discussion, ()
    gate = _gate(settings, written, private, output)
    listed = frozenset(place for entry in publication.listed for place in (entry.address, *entry.former_addresses))
    is_lost = partial(_is_lost, settings.address, listed | {""})
    passed = {key: let_through(_linked(thread, is_lost), gate) for key, thread in threads.items()}
    notices = [problem for key, (_, kept_back) in passed.items() for problem in _notices(key, kept_back)]
    fit = {**discussion.threads, **{key: thread for key, (thread, _) in passed.items()}}
    return replace(discussion, threads=fit), tuple(notices)


def _gate(settings: BlogSettings, written: Sequence[DiaryEntry], private: PrivateWords | None, output: Path) -> Gate:
    """What the last look will look for in what this build makes."""
    content = settings.content
    register, _ = read_register(content / "consent.yml", source="content/consent.yml", zone=settings.zone)
    kept = Audit(content, register, settings.now, settings.zone).kept_back(written)
    return Gate(
        consents=frozenset(register.consents) if register.is_readable else None,
        private=private,
        machine=machine_folders(output.resolve().parent, content),
        withheld=tuple((each.what, each.runs) for each in kept if each.runs and not each.unshared),
    )


def _linked(thread: ArchivedThread, is_lost: Callable[[str], bool]) -> ArchivedThread:
    comments = (replace(each, html=without_links(clean_html(each.html), is_lost).html) for each in thread.comments)
    return replace(thread, comments=tuple(comments))


def _is_lost(site: str, listed: frozenset[str], address: str) -> bool:
    """Whether an address is one of the diary's host and no page that a reader finds there."""
    here, there = urlsplit(site), urlsplit(address)
    if (there.scheme, there.netloc) != (here.scheme, here.netloc.lower()):
        return False
    return (
        bool(there.fragment) or there.path.removeprefix(here.path) not in listed or not there.path.startswith(here.path)
    )


def _notices(key: str, kept_back: Mapping[str, tuple[str, ...]]) -> Iterator[Problem]:
    for number, reasons in kept_back.items():
        where = _KEPT_BY.get(number[:1], "at the moderators' desk")
        message = f"comment {number} is left out, since it holds {' and '.join(reasons)}; change or delete it {where}"
        yield Problem(key, 0, "", message, "comment-left-out", stops=False)
