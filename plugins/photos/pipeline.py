"""The renditions of photos: as many made at once as there are processors, and each only when it never was before."""

import json
import os
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict, field, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from plugins.engine.loaded_software import loaded_room
from plugins.engine.stages import PHOTOS, Stages
from plugins.photos.picture_kinds import UnreadableError
from plugins.photos.plan import RenditionRequest, RenditionSpec, Size, rendition_specs
from plugins.photos.store import MemoryStore, Store
from plugins.records import dataclass

if TYPE_CHECKING:
    from plugins.photos.imaging import UnencodedRendition

FOLDER = "pictures"
MOST_BYTES = 100_000_000
_MOST_AT_ONCE = 8
_FACTS = "facts.json"
_ENDINGS = {"webp": "webp", "jpeg": "jpg"}
_NO_SIZE = Size(0, 0)


@dataclass(frozen=True, slots=True)
class Rendition:
    """A file of the site: its path below the root (a hash of its content), its size, and its name in the store."""

    path: str
    size: Size
    stored_as: str


@dataclass(frozen=True, slots=True)
class RenderedPhoto:
    """What came of a request: the picture's size and form, its colour and its renditions; or the fault that it has.

    `notices` say what its author should know of a picture that is shown.
    """

    key: str = ""
    size: Size = _NO_SIZE
    kind: str = ""
    colour: str = ""
    renditions: Mapping[RenditionSpec, Rendition] = field(default_factory=dict)
    fault: str = ""
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _PendingPhoto:
    """A picture that is ready but for files still being written."""

    rendered: RenderedPhoto
    waiting: Sequence[tuple["UnencodedRendition", Future[bytes]]] = ()


class Pipeline:
    """Renders pictures and keeps their renditions in a store, in memory when none is given.

    One that does not render is asked only whether pictures can be read.
    """

    def __init__(self, store: Store | None = None, *, renders: bool = True, stages: Stages | None = None) -> None:
        self.store: Store = store or MemoryStore()
        self.renders = renders
        self.stages = stages or Stages()
        self._done: dict[RenditionRequest, RenderedPhoto] = {}
        self.decode_count = 0
        """How many pictures were opened; a build in which nothing changed opens none."""

    def rendered(self, requests: Iterable[RenditionRequest]) -> dict[RenditionRequest, RenderedPhoto]:
        workers = min(os.cpu_count() or 1, _MOST_AT_ONCE)
        done: dict[RenditionRequest, RenderedPhoto] = {}
        running: deque[tuple[RenditionRequest, Future[_PendingPhoto]]] = deque()
        with ThreadPoolExecutor(workers) as pool:
            for request in self.stages.over(PHOTOS, tuple(requests)):
                if len(running) > workers:  # No more are held in memory than are worked on.
                    self._finish(running, done)
                running.append((request, pool.submit(self._begin, pool, request)))
            while running:
                self._finish(running, done)
        self._done.update(done)
        return done

    def content(self, rendition: Rendition) -> bytes:
        """A rendition's bytes, out of the store; made again if another build has thrown them away meanwhile.

        Raises FileNotFoundError if the photo, too, is gone or another.
        """
        content = self.store.get(rendition.stored_as)
        return self._made_again(rendition.stored_as) if content is None else content

    def _made_again(self, name: str) -> bytes:
        key = name.partition("/")[0]
        asked = [request for request, photo in self._done.items() if photo.key == key]
        again = Pipeline()
        again.rendered(asked)
        for other in again.store.names(key):
            self.store.put(f"{key}/{other}", again.store.get(f"{key}/{other}") or b"")
        content = again.store.get(name)
        if content is None:
            raise FileNotFoundError(f"{asked[0].file} was changed meanwhile; build again")
        return content

    def _begin(self, pool: ThreadPoolExecutor, request: RenditionRequest) -> _PendingPhoto:
        try:
            if request.file.stat().st_size > MOST_BYTES:
                return _PendingPhoto(
                    RenderedPhoto(fault=f"this is larger than {MOST_BYTES // 1_000_000} MB; save it smaller")
                )
            content = request.file.read_bytes()
        except OSError as refused:
            return _PendingPhoto(RenderedPhoto(fault=f"this cannot be opened ({refused.strerror}); may you read it?"))
        key = _key(content, request)
        known = self._known(key, request)
        if known is not None:
            return _PendingPhoto(known)
        # Not before: where all pictures are kept, Pillow need not be loaded.
        from plugins.photos.imaging import render

        self.decode_count += 1
        waiting: list[tuple[UnencodedRendition, Future[bytes]]] = []
        try:
            decoded = render(
                content,
                request.blur,
                lambda size: rendition_specs(request.uses, size, request.focus),
                lambda unencoded: waiting.append((unencoded, pool.submit(unencoded.encoded))),
            )
        except UnreadableError as unreadable:
            return _PendingPhoto(self._remembered(RenderedPhoto(key, fault=str(unreadable))))
        rendered = RenderedPhoto(key, decoded.size, decoded.kind, decoded.colour, notices=decoded.notices)
        return _PendingPhoto(self._remembered(rendered), waiting)

    def _known(self, key: str, request: RenditionRequest) -> RenderedPhoto | None:
        """What the store has, when it has all that is wanted."""
        written = self.store.get(f"{key}/{_FACTS}")
        if written is None:
            return None
        facts = json.loads(written)
        if facts["fault"]:
            return RenderedPhoto(key, fault=facts["fault"])
        size = Size(facts["width"], facts["height"])
        names = {name.rpartition("-")[0]: name for name in self.store.names(key)}
        wanted = rendition_specs(request.uses, size, request.focus)
        if any(spec.name not in names for spec in wanted) or (wanted and not facts["colour"]):
            return None
        renditions = {spec: _rendition(spec, key, names[spec.name]) for spec in wanted}
        return RenderedPhoto(key, size, facts["kind"], facts["colour"], renditions, notices=tuple(facts["notices"]))

    def _finish(
        self,
        running: deque[tuple[RenditionRequest, Future[_PendingPhoto]]],
        done: dict[RenditionRequest, RenderedPhoto],
    ) -> None:
        request, future = running.popleft()
        pending = future.result()
        rendered = pending.rendered
        renditions = dict(rendered.renditions)
        for unencoded, encoding in pending.waiting:
            content = encoding.result()
            spec = unencoded.spec
            rendition = _rendition(spec, rendered.key, f"{spec.name}-{sha256(content).hexdigest()[:16]}")
            self.store.put(rendition.stored_as, content)
            renditions[spec] = rendition
        done[request] = replace(rendered, renditions=renditions)

    def _remembered(self, photo: RenderedPhoto) -> RenderedPhoto:
        """The photo; what is known of it but for its renditions goes into the store."""
        facts = {**asdict(photo.size), "kind": photo.kind, "colour": photo.colour, "fault": photo.fault}
        facts["notices"] = photo.notices
        self.store.put(f"{photo.key}/{_FACTS}", json.dumps(facts, ensure_ascii=False).encode())
        return photo


def software() -> str:
    """What decides about the bytes of a rendition, beside the picture and its spec."""
    return loaded_room("photos", "pillow", "pillow-heif")


def _key(content: bytes, request: RenditionRequest) -> str:
    """What decides about every rendition of a picture but its spec."""
    digest = sha256(content)
    digest.update(f"\n{software()}\n{request.blur}".encode())
    return digest.hexdigest()[:32]


def _rendition(spec: RenditionSpec, key: str, name: str) -> Rendition:
    path = f"{FOLDER}/{name.rpartition('-')[2]}.{_ENDINGS[spec.kind]}"
    return Rendition(path, spec.size, f"{key}/{name}")
