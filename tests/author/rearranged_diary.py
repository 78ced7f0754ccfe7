"""A small diary whose posts lead to one another, and the presses of whoever rearranges it."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import pytest

from plugins.author.server import EditorServer
from tests.author.editor_forms import Answer, Visitor

NOW = "2031-03-01T12:00"
FIRST = """---
title: First # ours
date: 2031-01-10
workshop:
  status: planned
  start: 2031-04-02 10:00
  end: 12:30
feedback:
  even_better_if:
    - {id: tea, said: More tea.}
---

We met. See [the plan](../../posts/plan.md#when) and [here](index.md).
"""
PLAN = """---
title: The plan
date: 2031-02-01
answers:
  - {to: 'first#tea', did: We bought tea., status: done}   # at last
---

After [the first](../workshops/first/index.md "Hello"), and [once more][1], `[code](../workshops/first/index.md)`.\r

```
[code](../workshops/first/index.md)
```

[1]: <../workshops/First/index.md#tea>
"""
OTHER = "---\ntitle: Other\ndate: 2031-02-20\n---\n[A](<My plan.md>), [B](My%20plan.md#x). [Out](https://example.org/first/index.md), [plan](plan.md).\n"
FILES = {
    "workshops/first/index.md": FIRST,
    "workshops/first/draft.md": FIRST.replace("We met", "We meet"),
    "workshops/first/photos/a.jpg": "x",
    "posts/plan.md": PLAN,
    "posts/other.md": OTHER,
    "posts/My plan.md": "---\ntitle: My plan\ndate: 2031-01-02\n---\n[Other](other.md)\n",
    "posts/broken.md": "---\ntitle: Broken\n  [\n---\n[Other](other.md)\n",
    "pages/about.md": "---\ntitle: About\n---\nUs.\n",
    "diary.yml": "name: D\nmenu: [about, help] # both\n",
    "pages/help.md": "---\ntitle: Help\n---\nUs.\n",
}


def written(content: Path) -> Path:
    """The diary, in a content folder."""
    for name, text in FILES.items():
        place = content / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8", newline="")
    return content


def address(source: str) -> str:
    return "/rearrange?" + urlencode({"source": f"content/{source}"})


def seen(visitor: Visitor, source: str, do: str, **fields: str) -> Answer:
    """What a press says that it would do; nothing is done yet. A field that is empty is left as it stands."""
    form = visitor.get(address(source)).form
    ticks = [pair for pair in form.pairs if pair[0] not in fields and pair[0] != "key"]
    return visitor.post("/rearrange", [*ticks, *fields.items(), ("do", do)])


def lines(answer: Answer) -> list[str]:
    part = answer.text.partition('id="seen"')[2].partition("</ul>")[0]
    return re.findall(r"<li>(.*)</li>", part)


def done(visitor: Visitor, answer: Answer, do: str) -> Answer:
    """The press that does what was seen."""
    first = answer.text.partition('<form class="editor-said"')[2].partition("</form>")[0]
    pairs = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', first)
    return visitor.post("/rearrange", [*pairs, ("do", do)])


def lying(content: Path) -> dict[str, str]:
    files = (file for file in content.rglob("*") if file.is_file())
    return {file.relative_to(content).as_posix(): file.read_bytes().decode() for file in files}


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DIARY_NOW", NOW)
    return written(tmp_path / "content")


@pytest.fixture
def visitor(content: Path) -> Iterator[Visitor]:
    server = EditorServer(0, content, ZoneInfo("Europe/London"))
    server.start()
    yield Visitor(server.port)
    server.stop()
