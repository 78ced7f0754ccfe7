"""A place in front matter in the words of its author."""

import pytest

from plugins.frontmatter import place_in_words
from plugins.frontmatter.yaml_events import tree
from plugins.problems import FieldPath

LONG = "so very long that its number must do, since nobody reads such a sentence up to its end"
TEXT = f"""
title: First
workshop: {{start: 2016}}
agenda:
  - Tea
  - title: Dots on the wall
    items: [{{title: Talk}}, {{minutes: 5}}]
votes: {{question: Which room?, options: [Hall, {{name: Library}}]}}
even_better_if: [{{said: More tea}}, {{said: '{LONG}'}}]
feedback: {{quotes: [{{words: I was tired, consent: C-7}}]}}
"""


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (("title",), "Title"),
        (("x" * 1_000_000,), "X" + "x" * 78 + "…"),
        (("workshop", "start"), "Workshop, start"),
        (("agenda", 0), "Agenda, part 1"),
        (("agenda", 1, "vote"), "Agenda, part 2, “Dots on the wall”, vote"),
        (("agenda", 1, "items", 0, "minutes"), "Agenda, part 2, “Dots on the wall”, items, part 1, “Talk”, minutes"),
        (("agenda", 1, "items", 1), "Agenda, part 2, “Dots on the wall”, items, part 2"),
        (("agenda", 7, "vote"), "Agenda, part 8, vote"),
        (("votes", 0, "options", 1, "votes"), "Votes, vote 1, “Which room?”, options, option 2, “Library”, votes"),
        (("even_better_if", 0, "count"), "Even better if, number 1, “More tea”, count"),
        (("even_better_if", 1, "count"), "Even better if, number 2, count"),
        (("feedback", "quotes", 0, "who"), "Feedback, quotes, quote 1, who"),
        (("feedback", "quotes", 0, "consent", 0), "Feedback, quotes, quote 1, consent"),
    ],
)
def test_a_place_is_told_as_its_author_sees_it(path: FieldPath, words: str) -> None:
    mapping, problems = tree(TEXT, source="a.md", first_line=1)
    assert (mapping is not None, problems) == (True, ())
    assert mapping is not None
    assert place_in_words(path, mapping) == words
