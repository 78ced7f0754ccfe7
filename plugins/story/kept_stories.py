"""Stories that were read before are not read again: what they became is kept, with all that was asked meanwhile.

A story depends on its text, and on what the diary answers while it is read: where a link leads, which number a picture
has. What was kept is used only if each of these questions has the same answer now. What had a finding is not kept.
"""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import field
from functools import cached_property
from hashlib import sha256
from itertools import starmap
from sys import intern
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from plugins.problems import Problem
from plugins.records import dataclass
from plugins.story.parts import Figure, Parts
from plugins.story.passage import Passage, Resolved, Resolver, Story, Unresolved

if TYPE_CHECKING:
    from plugins.story.teller import StoryTeller

_FILE = "stories.json"
_SOME = 20
_BEGIN = 8
"""One in 32 posts begins a chunk."""
_KEY = 32
Answer = TypeVar("Answer")
Pieces = dict[str, Sequence[Any]]
"""What was asked and what came of it, by the digest of the text: as it was read from JSON, or what is to be kept."""


class Store(Protocol):
    """Keeps bytes by name, and forgets all but the keys that it is told."""

    def get(self, name: str) -> bytes | None: ...
    def put(self, name: str, content: bytes) -> None: ...
    def keep_only(self, keys: Collection[str]) -> None: ...


class KeptStories:
    """What was read in earlier builds of the same software (`made_by`), and what is read in this one, by source."""

    def __init__(self, store: Store, made_by: str) -> None:
        self._store = store
        self._made_by = made_by
        self._before: dict[str, Pieces] = {}
        self._now: dict[str, Pieces] = {}
        self._learnt: dict[str, Pieces | bytes | None] = {}
        self._chunks: dict[str, str] = {}
        self._open: tuple[str, dict[str, bytes]] = ("", {})

    def keep_together(self, sources: Iterable[str]) -> None:
        """Keep what follows on one another in chunks: a file for each post takes longer than all that is in it.

        Where a chunk begins is told by a source itself, so that a new post or one that is gone changes the chunk in
        which it is, and seldom the next.
        """
        chunk = _key("")
        for source in sources:
            key = _key(source)
            self._chunks[source] = chunk = key if int(key[:2], 16) < _BEGIN else chunk

    def recalled(self, source: str, digest: str, resolver: Resolver) -> Any:
        """What a text became before, if it would become the same now."""
        if source not in self._before:
            self._before[source] = self.pieces(source)
        piece = self._before[source].get(digest)
        if piece is None or not Listener(resolver).would_hear(piece[0]):
            return None
        self._now.setdefault(source, {})[digest] = piece
        return piece[1]

    def keep(self, source: str, digest: str, asked: list[Any], passage: Passage) -> None:
        self._now.setdefault(source, {})[digest] = (tuple(asked), passage)

    def new_of(self, source: str) -> Pieces | None:
        """What is to be kept of a post, all of which was read; None where that is what was kept before."""
        now, before = self._now.pop(source, {}), self._before.pop(source, {})
        return now if now != before else None

    def pieces(self, source: str) -> Pieces:
        """What was kept of stories under this name."""
        text = self.text(source)
        pieces: Pieces = json.loads(text.decode("utf-8", "surrogatepass")) if text else {}
        return pieces

    def text(self, source: str) -> bytes:
        """What was kept under this name, as it was learnt."""
        return self._rows(self._chunk(source)).get(_key(source), b"")

    def about_unknown(self, sources: Sequence[str]) -> int:
        """Of about how many sources nothing is kept: what is so of some of them."""
        some = sources[:: len(sources) // _SOME + 1]
        return sum(not self.pieces(source) for source in some) * len(sources) // max(len(some), 1)

    def learn(self, source: str, made: Pieces | bytes | None) -> None:
        """Take in what is new of a post, which may have been read in another process; or what is kept as it stands."""
        self._learnt[source] = made

    def save(self, sources: Collection[str]) -> None:
        """Keep what this build has used of these sources, and nothing else; raises OSError."""
        used = {source: made for source, made in self._learnt.items() if source in sources and (made or made is None)}
        chunks: dict[str, list[str]] = {}
        for source in used:
            chunks.setdefault(self._chunk(source), []).append(source)
        self._store.keep_only(chunks)  # First: what cannot be written keeps nothing here that is no more.
        for chunk, together in chunks.items():
            before = self._rows(chunk)
            made = ((_key(source), _row(used[source], before.get(_key(source), b""))) for source in together)
            rows = {key: row for key, row in made if row}
            if rows != before:
                text = b"\0".join(key.encode() + row for key, row in rows.items())
                self._store.put(f"{chunk}/{_FILE}", self._digest(chunk, text) + text)

    def _chunk(self, source: str) -> str:
        return self._chunks.get(source) or _key(source)

    def _rows(self, chunk: str) -> dict[str, bytes]:
        """What is kept in a chunk, by key; one is open at a time, since all together fill the memory."""
        if self._open[0] != chunk:
            kept = self._store.get(f"{chunk}/{_FILE}") or b""
            text = kept[32:]
            # Else there is none, or it is damaged, another's, or made by other software.
            rows = text.split(b"\0") if text and kept[:32] == self._digest(chunk, text) else []
            self._open = chunk, {row[:_KEY].decode(): row[_KEY:] for row in rows}
        return self._open[1]

    def _digest(self, chunk: str, text: bytes) -> bytes:
        return sha256(f"{self._made_by}\0{chunk}\0".encode() + text).digest()


@dataclass(slots=True)
class Listener:
    """Asks the diary for a teller, and writes down what it answers."""

    resolver: Resolver
    asked: list[Any] = field(default_factory=list)

    def would_hear(self, asked: Iterable[Any]) -> bool:
        """Whether the diary answers now what it answered before."""
        return all(_answer(self.resolver, *question) == answer for *question, answer in asked)

    def link(self, source: str, href: str) -> Resolved | Unresolved | None:
        return self._note(self.resolver.link(source, href), "link", source, href)

    def file(self, source: str, name: str) -> str:
        return self._note(self.resolver.file(source, name), "file", source, name)

    def language(self, source: str) -> str:
        return self._note(self.resolver.language(source), "language", source)

    def picture(self, source: str, file: str, alt: str) -> Figure | Unresolved | None:
        return self._note(self.resolver.picture(source, file, alt), "picture", source, file, alt)

    def _note(self, answer: Answer, *question: str) -> Answer:
        noted = (*question, _plain_answer(answer))
        if noted not in self.asked:
            self.asked.append(noted)
        return answer


class RememberingTeller:
    """A StoryTeller that reads only Markdown that was not read before; where there is none, Markdown is not loaded."""

    def __init__(self, resolver: Resolver, kept: KeptStories) -> None:
        self._kept = kept
        self._listener = Listener(resolver)

    @cached_property
    def _teller(self) -> "StoryTeller":
        from plugins.story.teller import StoryTeller

        return StoryTeller(self._listener)

    def story(self, text: str, *, source: str, line: int) -> tuple[Story, tuple[Problem, ...]]:
        digest = _digest_of("story", text)
        recalled = self._kept.recalled(source, digest, self._listener.resolver)
        if recalled is not None:
            *parts, words = recalled
            return Story(_parts(*parts), words), ()
        self._listener.asked = []
        story, problems = self._teller.story(text, source=source, line=line)
        self._keep(source, digest, story, problems)
        return story, problems

    def words(self, text: str, *, source: str, line: int = 0, place: str = "") -> tuple[Passage, tuple[Problem, ...]]:
        digest = _digest_of("words", text)
        recalled = self._kept.recalled(source, digest, self._listener.resolver)
        if recalled is not None:
            return Passage(_parts(*recalled)), ()
        self._listener.asked = []
        passage, problems = self._teller.words(text, source=source, line=line, place=place)
        self._keep(source, digest, passage, problems)
        return passage, problems

    def _keep(self, source: str, digest: str, passage: Passage, problems: Iterable[Problem]) -> None:
        if not problems:
            self._kept.keep(source, digest, self._listener.asked, passage)


def _row(made: Pieces | bytes | None, before: bytes) -> bytes:
    """What is to be kept of a post; None where that is what was kept before."""
    if made is None:
        return before
    return made if isinstance(made, bytes) else _as_json(made)


def _parts(pieces: list[str], figures: list[list[Any]]) -> Parts:
    pieces[1::2] = map(intern, pieces[1::2])
    return Parts(tuple(pieces), tuple(starmap(Figure, figures)))


def _as_json(pieces: Pieces) -> bytes:
    return json.dumps(pieces, ensure_ascii=False, default=_plain).encode("utf-8", "surrogatepass")


def _plain(passage: Passage) -> Any:
    """A passage as JSON keeps it."""
    parts = passage.parts
    kept = [parts.pieces, list(map(_plain_answer, parts.figures))]
    return [*kept, passage.word_count] if isinstance(passage, Story) else kept


def _key(source: str) -> str:
    return sha256(source.encode("utf-8", "surrogateescape")).hexdigest()[:_KEY]


def _digest_of(what: str, text: str) -> str:
    return sha256(f"{what}\0{text}".encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _answer(resolver: Resolver, what: str, *question: str) -> Any:
    return _plain_answer(getattr(resolver, what)(*question))


def _plain_answer(answer: Any) -> Any:
    """An answer as JSON keeps it; one that leads to a finding is never kept."""
    match answer:
        case Resolved(href):
            return [href]
        case Figure(number, alt, caption):
            return [number, alt, caption]
        case Unresolved(message):
            return {"finding": message}
    return answer
