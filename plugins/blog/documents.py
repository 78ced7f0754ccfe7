"""The PDFs of a site: each made when it never was before, and kept by what it says.

What cannot be made is left out and told; the site goes on without it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field
from functools import partial

from plugins.documents import Design, Document, NotTypeset, epub, fingerprint, typeset
from plugins.engine.loaded_software import loaded_room
from plugins.engine.page import PlannedFile
from plugins.photos.store import Store
from plugins.problems import Problem
from plugins.records import dataclass
from plugins.workshops.diary import DiaryEntry

TEMPLATE = "documents/document.typ"
"""In the theme."""
_MADE, _REFUSED = "document.pdf", "refused.txt"


@dataclass(frozen=True, slots=True)
class PlannedDocument:
    """A file to be. `what` is its kind; `entry` is None for one of the whole diary."""

    entry: DiaryEntry | None
    what: str
    path: str
    document: Document


@dataclass(frozen=True, slots=True)
class Documents:
    """Every PDF by its path, with the key under which it is kept; `keys` are those of refused ones too."""

    by_path: Mapping[str, str] = field(default_factory=dict)
    keys: frozenset[str] = frozenset()
    content: Callable[[str], bytes] = str.encode

    def files(self) -> Iterator[PlannedFile]:
        return (PlannedFile(path, partial(self.content, key)) for path, key in self.by_path.items())


NO_DOCUMENTS = Documents()


def planned_documents(planned: Iterable[PlannedDocument]) -> Documents:
    """What would be made, for who only asks which files there will be."""
    return Documents({each.path: "" for each in planned}, content=lambda _: b"")


def made_documents(
    planned: Iterable[PlannedDocument], design: Design, store: Store
) -> tuple[Documents, tuple[Problem, ...]]:
    """What came of the plans, and a notice for each that came to nothing."""
    made_by = loaded_room("documents")
    plans = [(f"{fingerprint(each.document, design, made_by)}{_is_epub(each)}", each) for each in planned]
    # One after the other: Typst has threads of its own, and a fork that goes on without them waits for ever.
    by_path: dict[str, str] = {}
    problems: list[Problem] = []
    for key, plan in plans:
        if reason := _refusal(store, key, design, plan):
            message = f"there is no {plan.what} of this: {reason}"
            problems.append(left_out_of_print(plan.entry, message))
        else:
            by_path[plan.path] = key
    by_key = dict(plans)
    return Documents(by_path, frozenset(by_key), partial(_content, store, design, by_key)), tuple(
        dict.fromkeys(problems)
    )


def left_out_of_print(entry: DiaryEntry | None, message: str) -> Problem:
    """A notice of something that is not in a post's files to keep, or in those of the whole diary."""
    if entry:
        return entry.problem_at(("title",), message, "left-out-of-print", stops=False)
    return Problem("content/diary.yml", 0, "", message, "left-out-of-print", stops=False)


def _is_epub(plan: PlannedDocument) -> str:
    return "-epub" if plan.path.endswith(".epub") else ""


def _made(design: Design, plan: PlannedDocument) -> tuple[bytes, str]:
    """The file, and why there is none."""
    try:
        return epub(plan.document) if _is_epub(plan) else typeset(plan.document, design), ""
    except NotTypeset as refused:
        return b"", str(refused)


def _refusal(store: Store, key: str, design: Design, plan: PlannedDocument) -> str:
    """Why there is no file; empty for one that the store had or has now."""
    if store.get(f"{key}/{_MADE}"):
        return ""
    if refused := store.get(f"{key}/{_REFUSED}"):
        return refused.decode()
    content, reason = _made(design, plan)
    store.put(f"{key}/{_REFUSED if reason else _MADE}", reason.encode() if reason else content)
    return reason


def _content(store: Store, design: Design, planned: Mapping[str, PlannedDocument], key: str) -> bytes:
    """Out of the store; made again if another build has thrown it away meanwhile."""
    return store.get(f"{key}/{_MADE}") or _made(design, planned[key])[0]
