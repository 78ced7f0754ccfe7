"""Which test modules a changed file can break, and over how many steps: by imports, by names, and by a small table.

Imports are read from the code, those inside functions too. A module that is started as a program (`-m plugins.preview`)
is named in a string, and so is a settings file that Pelican is given: that counts as an import. What is read as a file is
found where a module names it; what no module names stands in the table, and `tests/support/test_reach.py` sees to it that
every file of the project is found somewhere.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import grimp

_ROOTS = ("plugins", "tests")
_NAMED = re.compile(r"""["']((?:plugins|tests)(?:\.\w+)+)["']""")
_LAST_NAME = re.compile(r'(?<=["/])([^"/\n]+)"')
_FILE = re.compile(r"""["'/](\w+)\.py["']""")
_ENTRANCE = "plugins.workbench.bootstrap"
"""What `tasks.py` runs."""
_FOR_ALL = "tests.conftest"
"""Every test runs under it. What it imports is not followed to every test: nothing would be near any more."""
_SITE = ("tests/test_sites.py", "tests/blog/test_pages.py", "tests/theme", "tests/browser/test_components.py")
_ENVIRONMENT = ("tests/workbench", "tests/test_tasks.py")
_WORKFLOWS = ("tests/publishing/test_workflows.py",)
TABLE: Mapping[str, tuple[str, ...]] = {
    ".ci/": _WORKFLOWS,
    ".github/": _WORKFLOWS,
    ".gitlab-ci.yml": _WORKFLOWS,
    "docs/": ("tests/test_written.py",),
    "pelicanconf.py": ("tests/test_sites.py", "tests/blog/test_settings.py"),
    "publishconf.py": ("tests/test_sites.py", "tests/blog/test_settings.py"),
    "pyproject.toml": _ENVIRONMENT,
    "requirements-dev.lock": _ENVIRONMENT,
    "requirements.lock": _ENVIRONMENT,
    "tasks.py": ("tests/test_tasks.py",),
    "tests/conftest.py": ("tests",),
    "tests/sites/": ("tests/test_sites.py",),
    "tests/imports/made/": ("tests/imports/test_made_documents.py",),
    "tests/support/at_start/": ("tests/support/test_warm.py", "tests/test_author_files.py"),
    "tests/support/warm/": ("tests/support/test_warm.py",),
    "tests/support/author_files.py": ("tests/test_author_files.py",),
    "tests/theme/components/": ("tests/theme", "tests/browser/test_components.py"),
    "theme/static/": ("tests/assets", *_SITE),
    "theme/templates/": _SITE,
}
ALWAYS = ("tests/test_house.py", "tests/test_written.py")


class Reach:
    """Who imports whom in a checkout, read once."""

    def __init__(self, checkout: Path) -> None:
        self._checkout = checkout
        self._graph = grimp.build_graph(*_ROOTS, cache_dir=str(checkout / ".cache" / "imports"))
        self._texts = {_module_of(path): checkout.joinpath(path).read_text("utf-8") for path in self._python_files()}
        self._tests = {module: _path_of(module) for module in self._graph.modules if _is_test(module)}
        self._named: defaultdict[str, set[str]] = defaultdict(set)
        for module, text in self._texts.items():
            for name in _LAST_NAME.findall(text):
                self._named[name].add(module)
            for named in self._started(module, text) - {module}:
                self._graph.add_import(importer=module, imported=named)
        for fixtures in (name for name in self._graph.modules if name.endswith(".conftest") and name != _FOR_ALL):
            for module in filter(_is_test, self._graph.find_descendants(fixtures.removesuffix(".conftest"))):
                self._graph.add_import(importer=module, imported=fixtures)

    def of(self, files: Iterable[str]) -> dict[str, int]:
        """Test modules by path, with the fewest steps from any of the files: none to a changed one, and to the one named after a module."""
        steps = dict.fromkeys(ALWAYS, 0)
        for file in files:
            for path, far in self._of_one(file):
                steps[path] = min(far, steps.get(path, far))
        return steps

    def _started(self, module: str, text: str) -> set[str]:
        """The modules that a module starts by their names: a package, and what runs when it is started."""
        files = set(_FILE.findall(text)) if module.startswith("tests.") else set()
        named = set(_NAMED.findall(text)) | ({_ENTRANCE} if "tasks" in files else set())
        named |= {place for file in files if len(places := self._modules_called(file)) == 1 for place in places}
        return {*named, *(f"{package}.__main__" for package in named)} & self._graph.modules

    def _modules_called(self, name: str) -> set[str]:
        return {module for module in self._texts if module.rpartition(".")[2] == name}

    def _of_one(self, file: str) -> Iterator[tuple[str, int]]:
        for place, tests in TABLE.items():
            if file.startswith(place):
                yield from ((path, 1) for test in tests for path in self._tests_below(test))
        around, _, name = file.removeprefix("plugins/").rpartition("/")
        yield from ((path, 0) for path in self._tests_below(f"tests/{around}/test_{name}"))
        yield from self._importers(self._seeds(file))

    def _seeds(self, file: str) -> dict[str, int]:
        """The modules that a file is, or that read it."""
        module = _module_of(file)
        if module in self._graph.modules:
            return {module: 0}
        seeds = dict.fromkeys(self._readers(Path(file).parts), 1)
        if file.startswith("plugins/"):
            around = next(
                _module_of(str(each)) for each in Path(file).parents if _module_of(str(each)) in self._graph.modules
            )
            seeds |= dict.fromkeys((around, *self._graph.find_children(around)), 1)
        return seeds

    def _readers(self, parts: tuple[str, ...]) -> set[str]:
        """The modules whose text names a file, or the small diary that it belongs to."""
        return self._named.get(parts[2] if parts[:2] == ("tests", "sites") else parts[-1], set())

    def _importers(self, seeds: Mapping[str, int]) -> Iterator[tuple[str, int]]:
        """Test modules that import one of the seeds, straight or through others, each with its fewest steps."""
        steps = dict(seeds)
        edge = list(seeds)
        while edge:
            edge.sort(key=steps.__getitem__)
            module = edge.pop(0)
            for importer in self._graph.find_modules_that_directly_import(module) - steps.keys():
                steps[importer] = steps[module] + 1
                edge.append(importer)
        yield from ((self._tests[module], steps[module]) for module in steps.keys() & self._tests.keys())

    def _tests_below(self, place: str) -> Iterator[str]:
        return (path for path in self._tests.values() if f"{path}/".startswith(f"{place}/"))

    def _python_files(self) -> Iterator[str]:
        for root in _ROOTS:
            yield from (path.relative_to(self._checkout).as_posix() for path in (self._checkout / root).rglob("*.py"))


def _module_of(path: str) -> str:
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _path_of(module: str) -> str:
    return module.replace(".", "/") + ".py"


def _is_test(module: str) -> bool:
    return module.startswith("tests.") and module.rpartition(".")[2].startswith("test_")
