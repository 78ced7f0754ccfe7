"""Every language says the same things: the same subjects, with the same functions and constants."""

import ast
import inspect
import pkgutil
from collections.abc import Mapping
from importlib import import_module
from types import ModuleType

import pytest

from plugins import words
from plugins.words import en

LANGUAGES = [module.name for module in pkgutil.iter_modules(words.__path__) if module.ispkg]


def subjects(language: ModuleType) -> Mapping[str, ModuleType]:
    names = [module.name for module in pkgutil.iter_modules(language.__path__)]
    return {name: import_module(f"{language.__name__}.{name}") for name in names}


def signatures(subject: ModuleType) -> dict[str, str]:
    """What others may use of a subject: a function by its parameters and what it returns, a constant by its type."""
    said = {
        name: value
        for name, value in vars(subject).items()
        if not name.startswith("_") and not inspect.ismodule(value) and _is_own(subject, value)
    }
    return {
        name: str(inspect.signature(value)) if inspect.isfunction(value) else type(value).__name__
        for name, value in said.items()
    }


def _is_own(subject: ModuleType, value: object) -> bool:
    return getattr(value, "__module__", subject.__name__) == subject.__name__


@pytest.mark.parametrize("name", LANGUAGES)
def test_every_language_has_the_signatures_of_english(name: str) -> None:
    language = import_module(f"plugins.words.{name}")
    assert {subject: signatures(module) for subject, module in subjects(language).items()} == {
        subject: signatures(module) for subject, module in subjects(en).items()
    }


def test_every_subject_of_the_language_that_is_spoken_is_at_hand() -> None:
    assert {name: getattr(words, name) for name in subjects(en)} == dict(subjects(en))


def test_a_function_with_another_parameter_is_not_the_same() -> None:
    other = ModuleType("other")
    exec("def spoken(when: str, zone: str) -> str: ...", other.__dict__)
    assert set(signatures(other)) == {"spoken"}
    assert signatures(other)["spoken"] != signatures(subjects(en)["dates"])["spoken"]


@pytest.mark.parametrize("name", subjects(en))
def test_no_name_is_given_twice_so_that_no_word_takes_the_place_of_another(name: str) -> None:
    body = ast.parse(inspect.getsource(subjects(en)[name])).body
    given = [
        each.id
        for statement in body
        if isinstance(statement, ast.Assign)
        for target in statement.targets
        for each in ast.walk(target)
        if isinstance(each, ast.Name)
    ]
    given += [each.name for each in body if isinstance(each, ast.FunctionDef)]
    assert len(given) == len(set(given))
