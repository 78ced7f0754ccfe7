"""Whatever a text is made of, its words are read, in their order."""

import re

from hypothesis import given
from hypothesis import strategies as st

from plugins.story.teller import StoryTeller
from tests.story.stories import SOURCE, OneOtherPost, holes

BEGINNINGS = [
    "", "  ", "    ", "\t", "- ", "  - ", "    - ", "\t- ", "* ", "+ ", "1. ", "2. ", "  1. ", "   2) ", "10. ", "> ", "> - ", "- > ",
    "## ", "- ## ", ": ", "| ", "•\t", "o\t", "▪\t", "·\u00a0", "1)\t", "a)\t", "i.\t", "☐ ", "- [x] ", "-\u00a0", "– ", "-",
]  # fmt: skip
MIDDLES = [
    " ",
    "  ",
    "\t",
    " | ",
    " *",
    "* ",
    "**",
    "_",
    "~~",
    " \\* ",
    " (",
    ") ",
    "\\",
    "'",
    '"',
    " - ",
    " & ",
    ": ",
    " `",
    "` ",
]
ENDS = ["", "  ", "\\", " |", " ##", "*"]
LINES = [
    "",
    "",
    "",
    "---",
    "===",
    "-",
    "*",
    "1.",
    "```",
    "~~~",
    "  ```",
    "|---|---|",
    "--|--",
    ">",
    "> ```",
    "- ```",
    "***",
    " ",
]
TELLER = StoryTeller(OneOtherPost())


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Lines of words, each of which occurs once, with signs around and between them."""
    lines: list[str] = []
    for _ in range(draw(st.integers(1, 14))):
        if draw(st.booleans()):
            lines.append(draw(st.sampled_from(LINES)))
            continue
        words = [f"w{len(lines)}n{place}e" for place in range(draw(st.integers(1, 3)))]
        middle = "".join(f"{word}{draw(st.sampled_from(MIDDLES))}" for word in words[:-1]) + words[-1]
        lines.append(f"{draw(st.sampled_from(BEGINNINGS))}{middle}{draw(st.sampled_from(ENDS))}")
    return "\n".join(lines)


@given(text=texts())
def test_no_word_is_lost_and_none_changes_its_place(text: str) -> None:
    story, _ = TELLER.story(text, source=SOURCE, line=1)
    assert re.findall(r"w\d+n\d+e", story.text) == re.findall(r"w\d+n\d+e", text)
    assert holes(story.html.html) == []
