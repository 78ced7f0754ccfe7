"""A vote is counted once in a build, and everything that tells of it is made from that count."""

import ast
import sys
from datetime import UTC, datetime
from types import FrameType

import pytest

from plugins.workbench.paths import CHECKOUT
from plugins.workshops.facts.ranked import ranked_count
from plugins.workshops.facts.tally import counted_vote
from tests.support.pages import rendered, site_model_of

COUNTS = (counted_vote.__code__, ranked_count.__code__)


def test_a_whole_site_counts_each_vote_once() -> None:
    calls: list[str] = []

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code in COUNTS:
            calls.append(f"{frame.f_code.co_name} {frame.f_locals['vote'].question}")

    content = CHECKOUT / "tests" / "sites" / "four-workshops" / "content"
    sys.setprofile(note)
    try:
        made = site_model_of(content, now=datetime(2031, 12, 31, tzinfo=UTC))
        rendered(made)
    finally:
        sys.setprofile(None)
    votes = [vote for entry in made.diary.entries for vote in entry.post.votes]
    assert len(votes) > 3
    assert sorted(call for call in calls if call.startswith("counted_vote ")) == sorted(
        f"counted_vote {vote.question}" for vote in votes
    )
    assert len(calls) == len(set(calls))


@pytest.mark.parametrize(("name", "home"), [("counted_vote", "checks/votes.py"), ("ranked_count", "facts/tally.py")])
def test_one_module_counts(name: str, home: str) -> None:
    found = {
        path.relative_to(CHECKOUT / "plugins" / "workshops").as_posix()
        for path in (CHECKOUT / "plugins").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name
    }
    assert found == {home}
