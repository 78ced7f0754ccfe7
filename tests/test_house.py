"""The rules of the house that no tool knows."""

import re
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
