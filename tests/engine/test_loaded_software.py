"""What is kept from build to build is of use to the very same software alone."""

from pathlib import Path

from plugins.engine.loaded_software import loaded_room, loaded_software

LATER = 4102444800.0
"""Long after any file that a test writes."""


def test_other_code_is_other_software(tmp_path: Path) -> None:
    (tmp_path / "room").mkdir()
    (tmp_path / "room" / "one.py").write_text("1")
    (tmp_path / "room" / "note.txt").write_text("1")
    first = loaded_software("markdown", rooms=tmp_path, since=LATER)
    assert first
    assert loaded_software("jinja2", rooms=tmp_path, since=LATER) != first
    (tmp_path / "room" / "note.txt").write_text("2")
    assert loaded_software("markdown", rooms=tmp_path, since=LATER + 1) == first
    (tmp_path / "room" / "one.py").write_text("2")
    assert loaded_software("markdown", rooms=tmp_path, since=LATER + 2) != first


def test_code_that_changed_since_it_was_loaded_is_not_known(tmp_path: Path) -> None:
    (tmp_path / "one.py").write_text("1")
    assert loaded_software("markdown", rooms=tmp_path, since=(tmp_path / "one.py").stat().st_ctime + 1) == ""


def test_a_room_and_its_packages_are_part_of_what_is_loaded() -> None:
    assert loaded_room("photos", "pillow") == loaded_room("photos", "pillow")
    assert len({loaded_room("photos", "pillow"), loaded_room("photos"), loaded_room("documents")}) == 3
