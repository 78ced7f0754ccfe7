"""What is kept from build to build is of use to the very same software alone."""

import sys
from pathlib import Path

import pytest

from plugins.engine.loaded_software import loaded_room, loaded_software

LATER = 4102444800.0
"""Long after any file that a test writes."""


class Code:
    """A folder of code, and one for what is kept; each time that it is asked for is another process's."""

    def __init__(self, below: Path) -> None:
        self.rooms, self.kept, self._since = below / "rooms", below / "kept" / "software", LATER
        (self.rooms / "room").mkdir(parents=True)
        self.write("one.py", "1")

    def write(self, name: str, text: str) -> None:
        (self.rooms / "room" / name).write_text(text, "utf-8")

    def loaded(self, package: str = "markdown") -> str:
        self._since += 1
        return loaded_software(package, rooms=self.rooms, since=self._since, folder=self.kept)


@pytest.fixture
def code(tmp_path: Path) -> Code:
    return Code(tmp_path)


def test_other_code_is_other_software(code: Code) -> None:
    code.write("note.txt", "1")
    first = code.loaded()
    assert first
    assert code.loaded("jinja2") != first
    code.write("note.txt", "2")
    assert code.loaded() == first
    code.write("one.py", "2")
    assert code.loaded() != first
    code.write("one.py", "1")
    assert code.loaded() == first, "As is code that was changed back, or fetched anew."


def test_code_whose_times_are_the_same_is_not_read_again(code: Code, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: Path) -> bytes:
        assert path.parent == code.kept, f"{path} was read again"
        return read(path)

    read, first = Path.read_bytes, code.loaded()
    with monkeypatch.context() as patched:
        patched.setattr(Path, "read_bytes", refused)
        assert code.loaded() == first
    (code.kept / "rooms").write_bytes(b"damaged")
    assert code.loaded() == first


def test_code_that_changed_since_it_was_loaded_is_not_known(code: Code, monkeypatch: pytest.MonkeyPatch) -> None:
    changed = (code.rooms / "room" / "one.py").stat().st_ctime
    assert loaded_software("markdown", rooms=code.rooms, since=changed + 1, folder=code.kept) == ""
    read = Path.read_bytes

    def edited(path: Path) -> bytes:
        if path.name == "one.py":
            code.write("one.py", "edited meanwhile")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", edited)
    assert code.loaded() == ""
    assert not code.kept.exists()


def test_another_version_of_a_package_is_other_software(
    code: Code, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded = []
    for version, record in (
        ("1", "Ready_made-1.dist-info"),
        ("2", "Ready_made-2.dist-info"),
        ("3", "ready_made.egg-info"),
    ):
        place = tmp_path / version / record
        place.mkdir(parents=True)
        (place / ("PKG-INFO" if version == "3" else "METADATA")).write_text(f"Name: ready-made\nVersion: {version}\n")
        monkeypatch.setattr(sys, "path", ["", str(tmp_path / "gone"), str(tmp_path / version), *sys.path])
        loaded.append(code.loaded("ready-made"))
    assert len(set(loaded[:2])) == 2
    monkeypatch.setattr(sys, "path", [str(tmp_path / "3")])
    assert code.loaded("ready-made") not in loaded[:2]


def test_a_room_and_its_packages_are_part_of_what_is_loaded() -> None:
    assert loaded_room("photos", "pillow") == loaded_room("photos", "pillow")
    assert len({loaded_room("photos", "pillow"), loaded_room("photos"), loaded_room("documents")}) == 3
