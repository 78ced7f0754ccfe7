"""Nobody writes a file but through `plugins/files`; what stands here instead has its reason beside it."""

import ast
from collections.abc import Iterator

import pytest

from plugins.workbench.paths import CHECKOUT

WRITES = {
    "copy2", "copyfile", "copyfileobj", "copytree", "extract", "extractall", "hardlink_to", "makedirs", "mkdir", "mkfifo",
    "mkstemp", "move", "NamedTemporaryFile", "putfo", "rename", "symlink", "symlink_to", "touch", "truncate", "write_bytes", "write_text",
}  # fmt: skip
EXCEPTIONS = {
    ("author/keeping.py", "mkdir"): "the folder that holds what is kept, for its owner alone",
    (
        "author/rearranging/plan.py",
        "rename",
    ): "whole folders change names, where nothing has the new one; no name is followed",
    ("withdrawal/versions.py", "mkdir"): "an empty folder in one that the system made for this run alone",
    ("workbench/start_diary.py", "mkdir"): "the folder that somebody names for a new diary",
    (
        "workbench/upgrading.py",
        "copytree",
    ): "into a folder that the system made for this comparison alone; links stay links",
    ("comments/server/database.py", "mkdir"): "the folder that the operator names",
    ("engine/staging.py", "mkdir"): "the output's own folder, and the fresh one, which must not be there before",
    ("engine/staging.py", "rename"): "whole folders change names; no name is followed",
    ("engine/mirror.py", "rename"): "whole folders change names, and only where no link is on the way",
    ("problems/console.py", "os.open"): "the null device, where a stream leads that nobody hears",
    ("photos/store.py", "rename"): "a whole folder, out of the way of other builds before it is emptied",
    ("engine/mirror.py", "mkdir"): "the fresh folder again, which must not be there",
    ("engine/cores.py", "fdopen"): "a pipe between a build and its own fork",
    ("engine/lock.py", "os.open"): "a lock is opened and never written; no link is followed",
    ("engine/finalise.py", "os.open"): "opened to wait for the disk, and nothing is written",
    ("publishing/targets/folder.py", "mkdir"): "below .kept, once no link is there, in a folder that is new",
    ("publishing/targets/folder.py", "hardlink_to"): "a second name of a site's own file; never replaces a file",
    ("publishing/targets/rsync.py", "mkdir"): "in a folder that the system made for this publication alone",
    ("publishing/targets/rsync.py", "hardlink_to"): "in that folder",
    ("publishing/targets/rsync.py", "copy2"): "in that folder, where the disk has no second names",
    ("publishing/targets/sftp.py", "mkdir"): "on another computer, whose own program keeps its folders",
    ("publishing/targets/sftp.py", "open"): "on that computer",
    ("publishing/targets/sftp.py", "putfo"): "on that computer",
    ("publishing/targets/sftp.py", "rename"): "on that computer",
}


def calls(code: str) -> Iterator[str]:
    """Every call that writes, makes or moves something on a disk."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call):
            called = node.func
            name = (
                called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""
            )
            owner = called.value.id if isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name) else ""
            if name in WRITES or (
                name == "replace" and isinstance(called, ast.Attribute) and (owner == "os" or len(node.args) == 1)
            ):
                yield name
            elif f"{owner}.{name}" in ("os.open", "os.link", "shutil.copy"):
                yield f"{owner}.{name}"
            elif name in ("open", "fdopen") and _writes(node):
                yield name


def _writes(node: ast.Call) -> bool:
    """Whether something is opened with a mode that writes, in whichever place the mode stands."""
    given = [*node.args, *(keyword.value for keyword in node.keywords if keyword.arg == "mode")]
    modes = [each.value for each in given if isinstance(each, ast.Constant) and isinstance(each.value, str)]
    return any(set(mode) & set("wax+") and set(mode) <= set("rwaxbt+") for mode in modes)


def found() -> set[tuple[str, str]]:
    plugins = CHECKOUT / "plugins"
    paths = [path for path in plugins.rglob("*.py") if path.parent != plugins / "files"]
    everywhere = {(path.relative_to(plugins).as_posix(), path) for path in paths} | {
        ("tasks.py", CHECKOUT / "tasks.py")
    }
    return {(name, call) for name, path in everywhere for call in calls(path.read_text("utf-8"))}


def test_every_file_is_written_through_the_one_room() -> None:
    assert found() - set(EXCEPTIONS) == set()


def test_no_exception_outlives_its_reason() -> None:
    assert set(EXCEPTIONS) - found() == set()


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("Path('a').write_text('b')", ["write_text"]),
        ("place.open('xb')", ["open"]),
        ("place.open(mode='r+')", ["open"]),
        ("open(place, 'a')", ["open"]),
        ("open(place)", []),
        ("place.open('rb')", []),
        ("os.open(place, flags)", ["os.open"]),
        ("os.replace(a, b)", ["replace"]),
        ("fresh.replace(place)", ["replace"]),
        ("'a'.replace('b', 'c')", []),
        ("replace(record, name='x')", []),
        ("replace(record)", []),
        ("shutil.copy(a, b)", ["shutil.copy"]),
        ("names.copy()", []),
        ("tempfile.mkstemp()", ["mkstemp"]),
        ("webbrowser.open(address)", []),
    ],
)
def test_what_writes_is_told_from_what_reads(code: str, names: list[str]) -> None:
    assert list(calls(code)) == names
