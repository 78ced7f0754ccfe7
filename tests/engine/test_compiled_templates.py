"""Templates are compiled once, and again whenever anything that they are made of has changed."""

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment
from jinja2.environment import Environment as Compiling

from plugins.engine.compiled_templates import CompiledTemplates


def environment(folder: Path, text: str = "Hello {{ name }}", made_by: bytes = b"1") -> Environment:
    return Environment(
        loader=DictLoader({"a.html": text}), autoescape=True, bytecode_cache=CompiledTemplates(made_by, folder)
    )


def rendered(made: Environment) -> str:
    return made.get_template("a.html").render(name="<you>")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / ".cache" / "templates"


def forbid_compiling(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_arguments: object, **_named: object) -> None:
        raise AssertionError("compiled anew")

    monkeypatch.setattr(Compiling, "_generate", refused)


def test_what_was_compiled_is_used_by_the_next_process(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert rendered(environment(folder)) == "Hello &lt;you&gt;"
    [file] = folder.iterdir()
    assert file.stat().st_mode & 0o077 == 0
    forbid_compiling(monkeypatch)
    assert rendered(environment(folder)) == "Hello &lt;you&gt;"


@pytest.mark.parametrize("changed", [{"text": "Bye {{ name }}"}, {"made_by": b"2"}])
def test_another_text_and_another_version_are_compiled_anew(
    folder: Path, monkeypatch: pytest.MonkeyPatch, changed: dict[str, str]
) -> None:
    rendered(environment(folder))
    forbid_compiling(monkeypatch)
    with pytest.raises(AssertionError, match="compiled anew"):
        rendered(environment(folder, **changed))  # type: ignore[arg-type]  # either a text or bytes
    monkeypatch.undo()
    assert rendered(environment(folder, "Bye {{ name }}")) == "Bye &lt;you&gt;"
    assert len(list(folder.iterdir())) == 1


def test_a_component_that_has_changed_changes_the_page_that_imports_it(folder: Path) -> None:
    def page(component: str) -> str:
        texts = {"a.html": "{% import 'b.html' as b %}{{ b.said(name) }}", "b.html": component}
        return rendered(
            Environment(loader=DictLoader(texts), autoescape=True, bytecode_cache=CompiledTemplates(b"1", folder))
        )

    assert page("{% macro said(name) %}Hello {{ name }}{% endmacro %}") == "Hello &lt;you&gt;"
    assert page("{% macro said(name) %}Bye {{ name }}{% endmacro %}") == "Bye &lt;you&gt;"


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:40],
        lambda data: data[:32] + b"\xff" * 9,
        lambda _: b"",
        lambda data: data.replace(b"Hello", b"Bye, "),
    ],
)
def test_a_damaged_file_is_replaced(folder: Path, damage: "type[bytes]") -> None:
    rendered(environment(folder))
    [file] = folder.iterdir()
    whole = file.read_bytes()
    file.write_bytes(damage(whole))
    assert rendered(environment(folder)) == "Hello &lt;you&gt;"
    assert file.read_bytes() == whole


def test_where_nothing_can_be_kept_pages_are_made_all_the_same(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("a file where the folder should be", "utf-8")
    assert rendered(environment(tmp_path / ".cache" / "templates")) == "Hello &lt;you&gt;"
