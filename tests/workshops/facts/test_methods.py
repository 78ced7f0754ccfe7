"""One record a method: nothing else knows which methods there are, and one that nobody thought about is told by nobody."""

import ast
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import MISSING, fields, replace
from pathlib import Path
from typing import Any, get_args

import pytest

from plugins.story.html import escaped
from plugins.workbench.paths import CHECKOUT
from plugins.workshops.checks.votes import counted_votes
from plugins.workshops.facts.methods import METHODS, Figures, method_of
from plugins.workshops.facts.tally import CountedVote, counted_vote
from plugins.workshops.record.vote import VoteMethod
from plugins.workshops.views.ballot import ballot_view
from plugins.workshops.views.language import LanguageMarkup
from tests.support.diaries import only_post
from tests.support.votes import counted, hands, is_told, published, ranked

AT_HOME = ("plugins/workshops/record/vote.py", "plugins/workshops/facts/methods.py")


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted((CHECKOUT / "plugins").rglob("*.py")):
        name = path.relative_to(CHECKOUT).as_posix()
        if name not in AT_HOME:
            yield name, ast.parse(path.read_text("utf-8"))


def is_method_of_a_vote(node: ast.expr) -> bool:
    """`vote.method`, however the vote is called; a request's method is another thing."""
    return isinstance(node, ast.Attribute) and node.attr == "method" and ast.unparse(node.value) != "request"


def choices_by_method(tree: ast.Module) -> Iterator[int]:
    """The lines that choose by the method of a vote: comparisons, matches and tables."""
    for node in ast.walk(tree):
        match node:
            case ast.Compare(left=left, comparators=others):
                is_by_method = any(map(is_method_of_a_vote, (left, *others))) and any(
                    isinstance(text, ast.Constant | ast.Tuple | ast.Set | ast.List) for text in (left, *others)
                )
            case ast.Match(subject=subject):
                is_by_method = is_method_of_a_vote(subject)
            case ast.Subscript(slice=key):
                is_by_method = is_method_of_a_vote(key)
            case ast.Call(func=ast.Attribute(attr="get"), args=[key, *_]):
                is_by_method = is_method_of_a_vote(key)
            case _:
                continue
        if is_by_method:
            yield node.lineno


@pytest.mark.parametrize(
    "source",
    [
        'vote.method == "dots"',
        '"dots" != counted.vote.method',
        'vote.method in ("dots", "score")',
        "WORDS[vote.method]",
        'WORDS.get(vote.method, "Votes")',
        'match vote.method:\n    case "dots":\n        pass',
    ],
)
def test_a_choice_by_method_is_seen(source: str) -> None:
    assert list(choices_by_method(ast.parse(source))) == [1]


def test_no_other_module_chooses_by_the_method_of_a_vote() -> None:
    assert [f"{name}:{line}" for name, tree in modules() for line in choices_by_method(tree)] == []


def test_no_other_module_knows_the_name_of_a_method() -> None:
    names = set(get_args(VoteMethod)) - {"score"}  # which in the records of photos and ratings means other things
    found = [
        f"{name}:{node.lineno}"
        for name, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and node.value in names
    ]
    assert found == []


def test_every_method_has_its_record() -> None:
    assert list(METHODS) == list(get_args(VoteMethod))
    assert len({id(record) for record in METHODS.values()}) == len(METHODS)


def test_the_figures_of_a_method_have_no_default_that_a_new_one_could_fall_into() -> None:
    assert [field.name for field in fields(Figures) if field.default is not MISSING] == []


def of_no_known_method() -> Any:
    return counted("cumulative", 12, 3)


def test_a_method_without_a_record_is_not_silently_handled(tmp_path: Path) -> None:
    vote = of_no_known_method()
    empty = only_post(tmp_path, "---\ntitle: A\ndate: 2016\n---\nX.\n")
    as_if_counted = CountedVote(vote, counted_vote(hands(12, 3)).tally, None)
    for told in (
        lambda: method_of(vote.method),
        lambda: counted_vote(vote),
        lambda: ballot_view(as_if_counted, idea_href=str, said=LanguageMarkup(escaped)),
        lambda: counted_votes(replace(empty, votes=(vote,))),
    ):
        with pytest.raises(AssertionError, match="cumulative"):
            told()


def test_ways_of_keeping_counts_that_nobody_thought_about_tell_none() -> None:
    vote = hands(12, 8, present=20, counts="kept-for-some")
    with pytest.raises(AssertionError, match="kept-for-some"):
        published(vote)


def test_rankings_without_a_way_of_counting_are_not_counted_in_some_way() -> None:
    vote = replace(ranked("stv", {"a": 12}), counting=None)
    with pytest.raises(ValueError, match="without a way of counting"):
        counted_vote(vote)


def test_a_method_without_figures_tells_none() -> None:
    assert not is_told(counted("not-known", 12, 8, present=20))


def test_the_type_checker_finds_a_method_without_a_record(tmp_path: Path) -> None:
    shutil.copytree(CHECKOUT / "plugins", tmp_path / "plugins", ignore=shutil.ignore_patterns("__pycache__"))
    record = tmp_path / AT_HOME[0]
    record.write_text(record.read_text("utf-8").replace('"not-known"]', '"not-known", "cumulative"]'), "utf-8")
    options = ("--config-file", os.devnull, "--explicit-package-bases", "--follow-imports=silent")
    checked = subprocess.run(
        [sys.executable, "-m", "mypy", *options, AT_HOME[1]], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert 'incompatible type "Literal[\'cumulative\']"; expected "Never"' in checked.stdout, checked
