"""The rules of the house that no tool knows."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.workbench.paths import CHECKOUT

LONGEST = 250
FOLDERS = ("plugins", "theme", "tests", "benchmarks")
KINDS = {".py", ".css", ".js", ".html"}
DRAWERS = {"utils", "util", "helpers", "helper", "core", "common", "base", "misc"}
PASSED_BY = re.compile(
    r"#\s*(noqa(:\s*[A-Z]+\d+(,\s*[A-Z]+\d+)*)?|type:\s*ignore(\[[\w, -]*\])?|pragma:\s*no \w+|TODO|FIXME)(?P<rest>.*)"
)
PYTHONS_OWN_RECORDS = re.compile(r"from dataclasses import (\([^)]*|.*)\bdataclass\b|\bdataclasses\.dataclass\b")
REASON = re.compile(r"\w+\W+\w+")
SKIPS = re.compile(r"pytest\.(mark\.)?(skip|skipif|xfail)\b(?!.*reason=)")


def written_files(kinds: set[str]) -> list[Path]:
    folders = [CHECKOUT / folder for folder in FOLDERS]
    return [
        path
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.suffix in kinds and path.is_file() and "sites" not in path.relative_to(CHECKOUT).parts
    ]


def lines_of(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines()


def shown(path: Path) -> str:
    return path.relative_to(CHECKOUT).as_posix()


def test_no_file_is_longer_than_a_reader_can_hold() -> None:
    long = {shown(path): len(lines_of(path)) for path in written_files(KINDS) if len(lines_of(path)) > LONGEST}
    assert long == {}


def test_a_room_makes_its_record_classes_without_compiling() -> None:
    """With `dataclass` from plugins.records, which leaves `order=True` to Python's own."""
    rooms = [path for path in written_files({".py"}) if path.is_relative_to(CHECKOUT / "plugins")]
    others = (path for path in rooms if path.parent.name != "records")
    assert [shown(path) for path in others if PYTHONS_OWN_RECORDS.search(path.read_text("utf-8"))] == []


def test_there_is_no_drawer_for_everything() -> None:
    assert [shown(path) for path in written_files({".py"}) if DRAWERS & {path.stem, path.parent.name}] == []


def lacks_a_reason(line: str) -> bool:
    """A gate is passed by, and the line does not say why."""
    passed_by = PASSED_BY.search(line)
    return bool(SKIPS.search(line)) or (passed_by is not None and not REASON.search(passed_by["rest"]))


def unreasoned(path: Path) -> list[str]:
    return [f"{shown(path)}:{number}" for number, line in enumerate(lines_of(path), start=1) if lacks_a_reason(line)]


def test_what_a_system_lacks_is_said_in_one_place() -> None:
    condition = re.compile(r"skipif\(\s*(WINDOWS|not hasattr|sys\.platform|os\.name|platform)")
    found = [shown(path) for path in written_files({".py"}) if condition.search(path.read_text("utf-8"))]
    assert found == ["tests/support/systems.py"]


def test_whoever_passes_a_gate_by_says_why() -> None:
    assert [place for path in written_files({".py"}) if path != Path(__file__) for place in unreasoned(path)] == []


@pytest.mark.parametrize(
    ("line", "lacks_it"),
    [
        ("x = 1  # noqa: S101, A002 - the parent's own name", False),
        ("x = 1  # noqa: S101, A002", True),
        ("x = 1  # type: ignore[attr-defined]", True),
        ("x = 1  # type: ignore[attr-defined]  # Pelican brings no types.", False),
        ("x = 1  # pragma: no cover", True),
        ("@pytest.mark.skip", True),
        ('@pytest.mark.skipif(True, reason="no signals")', False),
        ("x = 1  # an ordinary remark", False),
    ],
)
def test_a_reason_stands_on_the_line(line: str, lacks_it: bool) -> None:
    assert lacks_a_reason(line) == lacks_it


FEWEST_WORDS = 4
PRIVATE = {
    *(
        "darkroom",
        "deed",
        "deeds",
        "desk",
        "door",
        "echo",
        "echoes",
        "edition",
        "errand",
        "errands",
        "fitness",
    ),
    *("settled", "settling", "shelf", "slip", "slips", "stumble", "telling", "told", "twin", "twins"),
}
"""What modules, classes, functions, fields and parameters were once called here, and nobody else calls them."""
SAID_IN_FULL = {"_is_settled"}
"""An ask is settled, as anybody says."""
OF_ONE_DIARY = tuple(word[::-1] for word in ("arual", "revael.?erac", "erihsdrofdeb"))
"""Who and where one diary is, written backwards, since this file may not name them either."""
Named = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def defined(tree: ast.AST) -> Iterator[Named]:
    return (node for node in ast.walk(tree) if isinstance(node, Named))


def names_in(path: Path) -> Iterator[str]:
    """The names by which others know what is in a module; what a function calls its own values is its own."""
    yield path.stem
    for node in defined(ast.parse(path.read_text("utf-8"))):
        yield node.name
        if isinstance(node, ast.ClassDef):
            yield from (
                part.target.id
                for part in node.body
                if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name)
            )
        else:
            yield from (argument.arg for argument in (*node.args.args, *node.args.kwonlyargs))


def is_private(name: str) -> bool:
    words = re.findall(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])", name)
    return name not in SAID_IN_FULL and any(word.lower() in PRIVATE for word in words)


def says_nothing(sentence: str) -> bool:
    """Too short to say more than a name does, and no example."""
    return len(sentence.split()) < FEWEST_WORDS and "`" not in sentence


def product() -> list[Path]:
    return [path for path in written_files({".py"}) if path.is_relative_to(CHECKOUT / "plugins")]


def test_no_name_needs_a_vocabulary_of_our_own() -> None:
    assert [f"{shown(path)}: {name}" for path in product() for name in names_in(path) if is_private(name)] == []


def test_nothing_but_the_diary_itself_names_the_diary_that_is_the_example() -> None:
    words = [option for word in OF_ONE_DIARY for option in ("-e", word)]
    found = git(
        "grep", "--untracked", "--ignore-case", "--perl-regexp", "--line-number", *words, "--", ".", ":!content"
    )
    assert found == ""
    files = git("ls-files", "--cached", "--others", "--exclude-standard", "--", ".", ":!content")
    assert [word for word in OF_ONE_DIARY if re.search(word, files, re.IGNORECASE)] == []


def git(*arguments: str) -> str:
    """What git answers; it reads what no test may read."""
    return subprocess.run(["git", *arguments], cwd=CHECKOUT, capture_output=True, text=True, check=False).stdout


def test_every_docstring_says_more_than_its_name() -> None:
    found = [
        f"{shown(path)}:{node.lineno}: {sentence}"
        for path in product()
        for node in defined(ast.parse(path.read_text("utf-8")))
        if (sentence := ast.get_docstring(node)) and says_nothing(sentence)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("name", "needs_one"),
    [
        ("IdeaTelling", True),
        ("told_elsewhere", True),
        ("PhotoTwins", True),
        ("is_settled_by", True),
        ("_is_settled", False),
        ("kept", False),
    ],
)
def test_a_private_word_is_found_in_a_name(name: str, needs_one: bool) -> None:
    assert is_private(name) == needs_one


@pytest.mark.parametrize(
    ("sentence", "nothing"), [("Keep it.", True), ("`09:30`.", False), ("The last day of it.", False)]
)
def test_a_docstring_of_three_words_says_nothing_but_by_example(sentence: str, nothing: bool) -> None:
    assert says_nothing(sentence) == nothing
