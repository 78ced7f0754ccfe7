"""Each example of docs/for-authors/markdown.md becomes what stands below it, and no section of CommonMark and GFM is left out."""

import re

import pytest

from plugins.workbench.paths import CHECKOUT
from tests.story.stories import html

PAGE = (CHECKOUT / "docs" / "for-authors" / "markdown.md").read_text("utf-8")
EXAMPLES = re.findall(r"^`{6}markdown\n(.*?)\n`{6}\n\n`{6}html\n(.*?)\n`{6}$", PAGE, re.MULTILINE | re.DOTALL)
COMMONMARK_AND_GFM = 31


@pytest.mark.parametrize(("written", "becomes"), EXAMPLES, ids=[written for written, _ in EXAMPLES])
def test_an_example_becomes_what_stands_below_it(written: str, becomes: str) -> None:
    assert html(written.replace("→", "\t")) == becomes


def test_every_section_has_an_example() -> None:
    told = re.sub(r"^(`{6}\w+\n).*?(?=^`{6}$)", r"\1", PAGE.partition("## Ours")[0], flags=re.MULTILINE | re.DOTALL)
    sections = re.split(r"^### ", told, flags=re.MULTILINE)[1:]
    assert len(sections) == COMMONMARK_AND_GFM
    assert [section.partition("\n")[0] for section in sections if "``````html" not in section] == []
    assert PAGE.count("``````markdown") == len(EXAMPLES)
