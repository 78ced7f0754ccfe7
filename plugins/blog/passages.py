"""Everything that a diary says in Markdown, read once."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from plugins.contract.values import Words as WrittenWords
from plugins.contract.walk import written_values
from plugins.frontmatter import line_of
from plugins.problems import Problem, field_name
from plugins.story import Passage, Story, StoryTeller
from plugins.workshops.diary import Diary

Words: TypeAlias = Mapping[tuple[str, str], Passage]
"""What front matter says in Markdown, by source and written text."""


@dataclass(frozen=True, slots=True)
class Passages:
    """The stories of all posts by source, and what their front matter says."""

    stories: Mapping[str, Story]
    words: Words


def passages(diary: Diary, teller: StoryTeller) -> tuple[Passages, tuple[Problem, ...]]:
    """The passages of every file, shown or not, and what is wrong with them."""
    stories: dict[str, Story] = {}
    words: dict[tuple[str, str], Passage] = {}
    problems: list[Problem] = []
    for entry in diary.entries:
        stories[entry.source], found = teller.story(entry.story, source=entry.source, line=entry.story_line)
        problems.extend(found)
        for written in written_values(entry.post):
            if written.type is WrittenWords:
                text = str(written.value)
                line = line_of(entry.tree, written.path)
                passage, found = teller.words(text, source=entry.source, line=line, field=field_name(written.path))
                words[entry.source, text] = passage
                problems.extend(found)
    return Passages(stories, words), tuple(problems)
