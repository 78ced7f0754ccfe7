"""What the tasks leave behind, and how it is taken away."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from plugins.workbench.paths import CHECKOUT, ENVIRONMENT, OUTPUT

_CACHES = (
    ".cache",
    ".hypothesis",
    ".import_linter_cache",
    ".mypy_cache",
    ".pytest_cache",
    ".ruff_cache",
    "htmlcov",
)


def left_behind(checkout: Path) -> Iterator[Path]:
    """Built sites, previews, caches; not the environment."""
    yield from (checkout / OUTPUT.name, checkout / ".preview")
    yield from (checkout / cache for cache in _CACHES)
    yield from checkout.glob(".coverage*")
    yield checkout / "sbom.cdx.json"
    yield checkout / "__pycache__"
    for folder in ("plugins", "tests", "benchmarks"):
        yield from sorted((checkout / folder).rglob("__pycache__"))


def remove(*, with_environment: bool, checkout: Path = CHECKOUT) -> None:
    """Take it all away and say what went. A task that runs in `.venv` cannot take its own ground away."""
    leftovers = [path for path in left_behind(checkout) if path.exists()]
    if with_environment and (checkout / ENVIRONMENT.name).exists():
        leftovers.append(checkout / ENVIRONMENT.name)
    for path in leftovers:
        _take_away(path)
    names = [path.relative_to(checkout).as_posix() for path in leftovers if path.name != "__pycache__"]
    print(f"Removed {', '.join(names)}." if names else "Nothing to remove.")


def _take_away(path: Path) -> None:
    if path.is_symlink() or path.is_file():
        path.unlink()
    else:
        shutil.rmtree(path)
