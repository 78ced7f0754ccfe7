"""Where git still holds what a consent covered: in which commits, and what leads to them.

A picture is known by its bytes, under whatever name, and by the places where posts of any time had it; a text by the
words of a quote, or by the number of the consent. All that git stores is looked through, what no branch leads to any
more too: a repository keeps that for weeks.
"""

import re
import tempfile
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.consent.word_runs import RUN, words_of
from plugins.files import create_file
from plugins.records import dataclass
from plugins.withdrawal.repository import asked
from plugins.withdrawal.store import Commit, Store, read_store
from plugins.withdrawal.uses import Use, consent_number, uses

_POST = re.compile(r"^(?!(?:.*/)?\.\.?/).*\.(?:md|markdown)$", re.DOTALL | re.IGNORECASE)
"""A path of Markdown that leads nowhere but down."""
_KINDS = {"refs/heads/": "branch", "refs/remotes/": "remote branch", "refs/tags/": "tag"}


@dataclass(frozen=True, slots=True)
class Name:
    """What leads to commits: a `branch`, a `remote branch`, a `tag`, a `stash`, a `checkout` or `other`."""

    kind: str
    name: str
    leads_to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Past:
    """What git holds of a consent: commits, oldest first, and each name that leads to one of them.

    `unnamed` are those commits that no name leads to, `loose` how many files stand in no commit at all. Of a
    repository that `is_partial` this copy has not every commit or file. `pictures` are the paths, from the top of the
    repository, at which a picture ever stood.
    """

    commits: tuple[Commit, ...]
    names: tuple[Name, ...]
    unnamed: tuple[Commit, ...]
    loose: int
    is_partial: bool
    pictures: tuple[str, ...]

    def named(self, kind: str) -> tuple[str, ...]:
        """The names of one kind."""
        return tuple(name.name for name in self.names if name.kind == kind)


def past(content: Path, consent_id: str, found: Sequence[Use], *, zone: ZoneInfo) -> Past:
    """What git holds of all that was `found` in the diary, and of what earlier versions had; raises CannotTell."""
    store = read_store(content)
    files = store.files()
    below = (asked(content, "rev-parse", "--show-prefix") or b"").decode().rstrip("\n")
    number = consent_number(consent_id)
    posts = {file for file in files if file[0].startswith(below) and _POST.search(file[0])}
    naming = {file for file in posts if number.search(store.texts.get(file[1], ""))}
    every = [*found, *_earlier(store, naming, consent_id, below=below, zone=zone)]
    quotes = [words for use in every if len(words := words_of(use.words)) >= RUN]
    pictures = _pictures(content, every, files, below=below)
    held = {stored for _, stored in naming} | pictures
    held |= {name for name, text in store.texts.items() if _says(text, quotes)}
    commits = store.holding(held) | {commit.name for commit in store.commits.values() if _says(commit.text, quotes)}
    names = tuple(_names(content))
    named = {each for name in names for each in name.leads_to}
    leading = store.after(commits) | held
    return Past(
        _in_order(store, commits),
        tuple(name for name in names if not leading.isdisjoint(name.leads_to)),
        _in_order(store, commits - store.before(named)),
        len(held - {stored for _, stored in files} - named),
        store.is_partial,
        tuple(sorted({path for path, stored in files if stored in pictures})),
    )


def _earlier(
    store: Store, naming: Collection[tuple[str, str]], consent_id: str, *, below: str, zone: ZoneInfo
) -> Iterator[Use]:
    """What the consent was needed for in each version of each post."""
    for path, stored in naming:
        with tempfile.TemporaryDirectory(prefix="diary-", ignore_cleanup_errors=True) as folder:
            content = Path(folder) / "content"
            create_file(content / path.removeprefix(below), store.texts[stored].encode(), below=Path(folder))
            yield from uses(content, consent_id, zone=zone)


def _pictures(content: Path, found: Iterable[Use], files: Collection[tuple[str, str]], *, below: str) -> frozenset[str]:
    """The pictures as they are in the folder, and all that ever stood at their places, by the names of their bytes."""
    places = {use.file.partition("/")[2] for use in found if use.file}
    present = [str(place) for place in sorted(places) if (content / place).is_file()]
    names = asked(content, "hash-object", "--no-filters", "--", *present) if present else b""
    return frozenset((names or b"").decode().split()) | {
        stored for path, stored in files if path.startswith(below) and path.removeprefix(below) in places
    }


def _says(text: str, quotes: Iterable[Sequence[str]]) -> bool:
    """Whether all words of a quote stand in a text in their order, however they are wrapped and marked there."""
    said = f" {' '.join(words_of(text))} " if quotes else ""
    return any(f" {' '.join(quote)} " in said for quote in quotes)


def _names(content: Path) -> Iterator[Name]:
    form = "--format=%(objectname) %(*objectname) %(refname) %(symref)"
    for line in _lines(asked(content, "for-each-ref", form)):
        stored, peeled, reference, pointer = line.split(" ")
        if not pointer and reference != "refs/stash":
            kind, prefix = next(
                ((kind, prefix) for prefix, kind in _KINDS.items() if reference.startswith(prefix)), ("other", "")
            )
            yield Name(kind, reference.removeprefix(prefix), tuple(filter(None, (stored, peeled))))
    for number, commit in enumerate(_lines(asked(content, "stash", "list", "--format=%H"))):
        yield Name("stash", f"stash@{{{number}}}", (commit,))
    for block in (asked(content, "worktree", "list", "--porcelain") or b"").decode().split("\n\n"):
        place, *more = block.strip().splitlines() or [""]
        if "detached" in more:
            yield Name("checkout", place.removeprefix("worktree "), (more[0].removeprefix("HEAD "),))


def _lines(answer: bytes | None) -> list[str]:
    return (answer or b"").decode("utf-8", "replace").splitlines()


def _in_order(store: Store, commits: Iterable[str]) -> tuple[Commit, ...]:
    return tuple(sorted((store.commits[name] for name in commits), key=lambda commit: (commit.moment, commit.name)))
