"""What fits in half a minute is run, the nearest first; the rest is named."""

import subprocess
from pathlib import Path

from tests.support.changed_files import changed_files
from tests.support.chosen_tests import choice


def test_the_nearest_are_taken_and_what_does_not_fit_is_left() -> None:
    chosen = choice({"far": 3, "near": 1, "next": 2}, {"near": 8, "next": 6, "far": 2}, cores=1)
    assert (chosen.taken, chosen.left, chosen.seconds) == (("near", "next"), ("far",), 14)


def test_what_alone_takes_too_long_makes_room_for_the_others() -> None:
    chosen = choice({"long": 0, "short": 5}, {"long": 40, "short": 1}, cores=8)
    assert (chosen.taken, chosen.left) == (("short",), ("long",))


def test_what_was_never_run_is_guessed_and_more_cores_run_more() -> None:
    browsers = {f"tests/browser/test_{number}.py": 1 for number in range(9)}
    assert len(choice(browsers, {}, cores=1).taken) == 2
    assert len(choice(browsers, {}, cores=2).taken) == 5
    assert len(choice({f"tests/moments/test_{number}.py": 1 for number in range(9)}, {}, cores=1).taken) == 9


def git(folder: Path, *arguments: str) -> None:
    around = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}
    names = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.org")
    subprocess.run(["git", *names, *arguments], cwd=folder, env=around, check=True, capture_output=True)


def committed(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--message", "Change")


def test_all_that_a_branch_changes_is_seen_and_nothing_that_main_did_since(tmp_path: Path) -> None:
    git(tmp_path, "init", "--initial-branch=main")
    committed(tmp_path, kept="1", changed="1", removed="1", unsaved="1", _gitignore="")
    git(tmp_path, "switch", "--create", "branch")
    (tmp_path / "removed").unlink()
    committed(tmp_path, changed="2")
    git(tmp_path, "switch", "main")
    committed(tmp_path, kept="2")
    assert changed_files(tmp_path) == ()
    git(tmp_path, "switch", "branch")
    (tmp_path / "unsaved").write_text("2", "utf-8")
    (tmp_path / "älso new.md").write_text("1", "utf-8")
    assert changed_files(tmp_path) == ("changed", "removed", "unsaved", "älso new.md")
