"""Where pictures are developed: as many at once as there are processors, and each only when it never was before."""

import json
import os
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from hashlib import sha256

from plugins.photos.develop import SOFTWARE, Exposure, Frame, UnreadableError, exposed
from plugins.photos.plan import Order, Recipe, Size, recipes
from plugins.photos.store import MemoryStore, Store

FOLDER = "pictures"
MOST_BYTES = 100_000_000
_MOST_AT_ONCE = 8
_VERDICT = "verdict.json"
_ENDINGS = {"webp": "webp", "jpeg": "jpg"}
_NO_SIZE = Size(0, 0)


@dataclass(frozen=True, slots=True)
class Print:
    """One file of the site: where it lies below the root (a hash of its content), its size, and where it is stored."""

    path: str
    size: Size
    place: str


@dataclass(frozen=True, slots=True)
class Developed:
    """What came of an order: the picture's size and form, its colour and its prints; or the fault that it has."""

    key: str = ""
    size: Size = _NO_SIZE
    kind: str = ""
    colour: str = ""
    prints: Mapping[Recipe, Print] = field(default_factory=dict)
    fault: str = ""


@dataclass(frozen=True, slots=True)
class _Verdict:
    """What the store knows of a picture."""

    width: int = 0
    height: int = 0
    kind: str = ""
    colour: str = ""
    fault: str = ""


@dataclass(frozen=True, slots=True)
class _UnderWay:
    """A picture that is ready but for files still being written."""

    developed: Developed
    waiting: Sequence[tuple[Frame, Future[bytes]]] = ()


class Darkroom:
    """Develops pictures and keeps their prints in a store, in memory when none is given.

    One that does not develop is asked only whether pictures can be read.
    """

    def __init__(self, store: Store | None = None, *, develops: bool = True) -> None:
        self.store: Store = store or MemoryStore()
        self.develops = develops
        self.exposures = 0
        """How many pictures were opened; a build in which nothing changed opens none."""

    def developed(self, orders: Iterable[Order]) -> dict[Order, Developed]:
        """What came of each order."""
        workers = min(os.cpu_count() or 1, _MOST_AT_ONCE)
        done: dict[Order, Developed] = {}
        running: deque[tuple[Order, Future[_UnderWay]]] = deque()
        with ThreadPoolExecutor(workers) as pool:
            for order in orders:
                if len(running) > workers:  # No more are held in memory than are worked on.
                    self._finish(running, done)
                running.append((order, pool.submit(self._begin, pool, order)))
            while running:
                self._finish(running, done)
        return done

    def content(self, held: Print) -> bytes:
        """A print's bytes."""
        content = self.store.get(held.place)
        if content is None:
            raise FileNotFoundError(f"the print {held.place} is gone from the store of pictures; build again")
        return content

    def _begin(self, pool: ThreadPoolExecutor, order: Order) -> _UnderWay:
        try:
            if order.file.stat().st_size > MOST_BYTES:
                return _UnderWay(Developed(fault=f"this is larger than {MOST_BYTES // 1_000_000} MB; save it smaller"))
            content = order.file.read_bytes()
        except OSError as refused:
            return _UnderWay(Developed(fault=f"this cannot be opened ({refused.strerror}); may you read it?"))
        key = _key(content, order)
        known = self._known(key, order)
        if known is not None:
            return _UnderWay(known)
        self.exposures += 1
        waiting: list[tuple[Frame, Future[bytes]]] = []
        try:
            exposure = exposed(
                content,
                order.blur,
                lambda size: recipes(order.uses, size, order.focus),
                lambda frame: waiting.append((frame, pool.submit(frame.encoded))),
            )
        except UnreadableError as unreadable:
            self._remember(key, _Verdict(fault=str(unreadable)))
            return _UnderWay(Developed(key, fault=str(unreadable)))
        self._remember(key, _verdict(exposure))
        return _UnderWay(Developed(key, exposure.size, exposure.kind, exposure.colour), waiting)

    def _known(self, key: str, order: Order) -> Developed | None:
        """What the store has, when it has all that is wanted."""
        written = self.store.get(f"{key}/{_VERDICT}")
        if written is None:
            return None
        verdict = _Verdict(**json.loads(written))
        if verdict.fault:
            return Developed(key, fault=verdict.fault)
        size = Size(verdict.width, verdict.height)
        names = {name.rpartition("-")[0]: name for name in self.store.names(key)}
        wanted = recipes(order.uses, size, order.focus)
        if any(recipe.name not in names for recipe in wanted) or (wanted and not verdict.colour):
            return None
        prints = {recipe: _print(recipe, key, names[recipe.name]) for recipe in wanted}
        return Developed(key, size, verdict.kind, verdict.colour, prints)

    def _finish(self, running: deque[tuple[Order, Future[_UnderWay]]], done: dict[Order, Developed]) -> None:
        order, future = running.popleft()
        under_way = future.result()
        developed = under_way.developed
        prints = dict(developed.prints)
        for frame, written in under_way.waiting:
            content = written.result()
            held = _print(frame.recipe, developed.key, f"{frame.recipe.name}-{sha256(content).hexdigest()[:16]}")
            self.store.put(held.place, content)
            prints[frame.recipe] = held
        done[order] = Developed(
            developed.key, developed.size, developed.kind, developed.colour, prints, developed.fault
        )

    def _remember(self, key: str, verdict: _Verdict) -> None:
        self.store.put(f"{key}/{_VERDICT}", json.dumps(asdict(verdict), ensure_ascii=False).encode())


def _verdict(exposure: Exposure) -> _Verdict:
    return _Verdict(exposure.size.width, exposure.size.height, exposure.kind, exposure.colour)


def _key(content: bytes, order: Order) -> str:
    """What decides about every print of a picture but its recipe."""
    digest = sha256(content)
    digest.update(f"\n{SOFTWARE}\n{order.blur}".encode())
    return digest.hexdigest()[:32]


def _print(recipe: Recipe, key: str, name: str) -> Print:
    path = f"{FOLDER}/{name.rpartition('-')[2]}.{_ENDINGS[recipe.kind]}"
    return Print(path, recipe.size, f"{key}/{name}")
