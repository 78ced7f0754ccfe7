"""Everything that git stores of a repository, whether anything leads to it or not: commits, folders, texts."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from plugins.records import dataclass
from plugins.withdrawal.repository import CannotTell, GitObject, asked, objects

_LONGEST_TEXT = 1 << 20
"""No post is as long; most pictures are."""
_FOLDER_MODE = b"40000"


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit: its folder, the commits before it, when it was made (seconds), and all that it says."""

    name: str
    tree: str
    parents: tuple[str, ...]
    moment: int
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands in a folder under one name."""

    name: str
    stored: str
    is_folder: bool


@dataclass(frozen=True, slots=True)
class Store:
    """Objects by their names; `texts` are files that are no pictures, and what annotated tags say."""

    commits: Mapping[str, Commit]
    trees: Mapping[str, tuple[Entry, ...]]
    texts: Mapping[str, str]
    is_partial: bool

    def files(self) -> frozenset[tuple[str, str]]:
        """Every file of every commit: its path and its object, each pair once."""
        seen = {("", commit.tree) for commit in self.commits.values()}
        waiting, found = list(seen), set[tuple[str, str]]()
        while waiting:
            below, tree = waiting.pop()
            for entry in self.trees.get(tree, ()):
                if not entry.is_folder:
                    found.add((below + entry.name, entry.stored))
                elif (folder := (f"{below}{entry.name}/", entry.stored)) not in seen:
                    seen.add(folder)
                    waiting.append(folder)
        return frozenset(found)

    def holding(self, stored: Collection[str]) -> frozenset[str]:
        """The commits in which one of these objects stands."""
        known: dict[str, bool] = dict.fromkeys(stored, True)

        def holds(tree: str) -> bool:
            if tree not in known:
                known[tree] = any(holds(entry.stored) for entry in self.trees.get(tree, ()))
            return known[tree]

        return frozenset(commit.name for commit in self.commits.values() if holds(commit.tree))

    def before(self, commits: Iterable[str]) -> frozenset[str]:
        """These commits, and all that lead up to them."""
        return _reached(commits, {commit.name: commit.parents for commit in self.commits.values()})

    def after(self, commits: Iterable[str]) -> frozenset[str]:
        """These commits, and all that are built on them."""
        children: dict[str, list[str]] = {}
        for commit in self.commits.values():
            for parent in commit.parents:
                children.setdefault(parent, []).append(commit.name)
        return _reached(commits, children)


def _reached(commits: Iterable[str], ways: Mapping[str, Iterable[str]]) -> frozenset[str]:
    waiting = list(commits)
    found = set(waiting)
    while waiting:
        further = set(ways.get(waiting.pop(), ())) - found
        found |= further
        waiting.extend(further)
    return frozenset(found)


def read_store(content: Path) -> Store:
    """The store of the repository that `content` lies in; raises CannotTell."""
    question = (
        "cat-file",
        "--batch-all-objects",
        "--unordered",
        "--batch-check=%(objecttype) %(objectsize) %(objectname)",
    )
    listed = asked(content, *question)
    if listed is None:
        raise CannotTell(f"The folder {content.name} lies in no git repository.")
    wanted: list[str] = []
    for line in listed.decode().splitlines():
        kind, size, name = line.split(" ")
        if kind != "blob" or int(size) <= _LONGEST_TEXT:
            wanted.append(name)
    commits: dict[str, Commit] = {}
    trees: dict[str, tuple[Entry, ...]] = {}
    texts: dict[str, str] = {}
    for stored in filter(None, objects(content, wanted)):
        if stored.kind == "tree":
            trees[stored.name] = tuple(_entries(stored))
        elif stored.kind == "commit":
            commits[stored.name] = _commit(stored)
        elif b"\0" not in stored.content:
            texts[stored.name] = stored.content.decode("utf-8", "replace")
    shallow = (asked(content, "rev-parse", "--is-shallow-repository") or b"").strip() == b"true"
    has_all = all(entry.stored in trees for tree in trees.values() for entry in tree if entry.is_folder)
    return Store(commits, trees, texts, is_partial=shallow or not has_all)


def _entries(tree: GitObject) -> Iterator[Entry]:
    """A folder as git writes it: mode, space, name, nought, the name of the object in bytes."""
    position, width = 0, len(tree.name) // 2
    while position < len(tree.content):
        space = tree.content.index(b" ", position)
        end = tree.content.index(b"\0", space)
        stored = tree.content[end + 1 : end + 1 + width].hex()
        name = tree.content[space + 1 : end].decode("utf-8", "surrogateescape")
        yield Entry(name, stored, is_folder=tree.content[position:space] == _FOLDER_MODE)
        position = end + 1 + width


def _commit(stored: GitObject) -> Commit:
    text = stored.content.decode("utf-8", "replace")
    said = [line.split(" ") for line in text.partition("\n\n")[0].splitlines()]
    tree = next(line[1] for line in said if line[0] == "tree")
    moment = next(int(line[-2]) for line in said if line[0] == "committer")
    return Commit(stored.name, tree, tuple(line[1] for line in said if line[0] == "parent"), moment, text)
