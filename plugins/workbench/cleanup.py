"""What the tasks leave behind, and how it is taken away."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from plugins.workbench.paths import ENVIRONMENT, FETCHED, HOME, OUTPUT

_CACHES = (
    ".cache",
    ".hypothesis",
    ".import_linter_cache",
    ".mypy_cache",
    ".pytest_cache",
    ".ruff_cache",
    "htmlcov",
)


def left_behind(home: Path) -> Iterator[Path]:
    """Built sites, previews, caches; not the environment."""
    yield from (home / OUTPUT.name, home / ".preview")
    yield from (home / cache for cache in _CACHES)
    yield from sorted(cache for cache in (home / FETCHED).glob("*/.cache") if not cache.parent.is_symlink())
    yield from home.glob(".coverage*")
    yield home / "sbom.cdx.json"
    yield home / "__pycache__"
    for folder in ("plugins", "tests", "benchmarks"):
        yield from sorted((home / folder).rglob("__pycache__"))


def remove(*, with_environment: bool, home: Path = HOME) -> None:
    """Take it all away and say what went. A task that runs in the environment cannot take its own ground away."""
    leftovers = [path for path in left_behind(home) if path.exists()]
    if with_environment and ENVIRONMENT.exists():
        leftovers.append(ENVIRONMENT)
    for path in leftovers:
        _take_away(path)
    names = [path.relative_to(home).as_posix() for path in leftovers if path.name != "__pycache__"]
    print(f"Removed {', '.join(names)}." if names else "Nothing to remove.")


def _take_away(path: Path) -> None:
    if path.is_symlink() or path.is_file():
        path.unlink()
    else:
        shutil.rmtree(path)
