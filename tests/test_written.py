"""What is written for people holds together: the changelog told once, and every page found from the first one."""

import re
from collections import Counter
from pathlib import Path

from plugins.workbench.paths import CHECKOUT

_EXAMPLE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
_LINK = re.compile(r"\]\(([\w./-]+\.md)(?:#[^)]*)?\)")


def test_the_changelog_tells_nothing_twice_and_is_not_torn() -> None:
    text = (CHECKOUT / "CHANGELOG.md").read_text("utf-8")
    begun = Counter(line[:40] for line in text.splitlines() if line.startswith("- "))
    assert [start for start, times in begun.items() if times > 1] == []
    assert re.findall(r"\n\n- .*", text) == []


def test_every_page_is_found_from_the_first_one() -> None:
    found = {CHECKOUT / "README.md"}
    looked_at: set[Path] = set()
    while new := found - looked_at:
        page = new.pop()
        looked_at.add(page)
        found |= {(page.parent / href).resolve() for href in _LINK.findall(_EXAMPLE.sub("", page.read_text("utf-8")))}
    assert sorted({*(CHECKOUT / "docs").glob("*.md")} - found) == []
    assert [str(page) for page in found if not page.is_file()] == []
