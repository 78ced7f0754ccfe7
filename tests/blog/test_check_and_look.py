"""Whatever `check` lets through, `build` and the last look let through, the HTML checker too."""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

from plugins.publishing.lastlook.look import LookSettings, look
from tests.blog.hostile_fields import ADDRESSES, EVERY_FIELD, FILES, IDS, LANGUAGES, TEXTS
from tests.blog.hostile_stories import STORIES
from tests.support.diaries import LONDON, NOW
from tests.support.looks import checked, put_out

_JOINED = 120
"""How many stories are put together by chance out of pieces of others; always the same."""


def posts() -> Iterator[tuple[str, str]]:
    """Every post by its path; the n-th of a kind is called after it."""
    for number, story in enumerate([*STORIES, *_by_chance()]):
        yield f"posts/story-{number}.md", f"---\ntitle: Story {number}\ndate: 2019-05-01\n---\n{story}\n"
    for number, text in enumerate(TEXTS):
        spelt = text.replace("\\", "\\\\").replace('"', '\\"')
        yield f"workshops/field-{number}/index.md", EVERY_FIELD.format(n=number).replace("@", spelt)
        yield f"posts/title-{number}.md", f'---\ntitle: "{spelt}"\ndate: 2019-05-01\n---\nx\n'
    for number, tag in enumerate(LANGUAGES):
        yield f"posts/language-{number}.md", f"---\ntitle: Language {number}\ndate: 2019-05-01\nlang: {tag}\n---\nx\n"
    for number, name in enumerate(IDS):
        vote = f"{{id: {name}, question: Q, method: show-of-hands, options: [{{name: A}}, {{name: B}}], counts: not-kept, chosen: [A]}}"
        yield f"workshops/id-{number}/index.md", _workshop(f"votes: {vote}")
    for number, address in enumerate(ADDRESSES):
        part = f"agenda: {{title: Talk, materials: {{title: Slides, url: '{address}'}}}}"
        yield f"workshops/address-{number}/index.md", _workshop(part)
    for number, file in enumerate(FILES):
        name = file.replace("\\", "\\\\").replace('"', '\\"')
        part = f'agenda: {{title: Talk, materials: {{title: Notes, file: "{name}"}}}}'
        yield f"workshops/file-{number}/index.md", _workshop(part)
    for name in ("main", "everything", "no-date-yet", "2019", "timeline", "index", "page", "404"):
        front = (
            f"title: Called {name}\ndate: 2019-05-01\neasy_read: [Short.]\nmilestones: {{when: 2018-01-01, title: M}}"
        )
        yield f"posts/{name}.md", f"---\n{front}\n---\nx\n"


def _workshop(part: str) -> str:
    front = f"title: A workshop\ndate: 2019-05-01\nworkshop: {{name: W, start: 2019-05-01, status: held}}\n{part}"
    return f"---\n{front}\n---\n## A\n\nx\n"


def _by_chance() -> Iterator[str]:
    dice = random.Random(1962)
    for _ in range(_JOINED):
        pieces = dice.choices(STORIES, k=dice.randint(2, 4))
        yield dice.choice(("\n\n", "\n", " ", "\n> ", "\n    ", "**", "")).join(pieces)


def test_what_the_check_lets_through_can_be_published(tmp_path: Path) -> None:
    content = tmp_path / "content"
    for path, text in posts():
        file = content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    for number, name in enumerate(FILES):
        (content / f"workshops/file-{number}" / name).write_text("Notes.")
    (content / "pages").mkdir()
    (content / "pages/about.md").write_text("---\ntitle: About\n---\nUs.\n")
    (content / "consent.yml").write_text("C-07: {covers: [photo]}\n")
    told: dict[str, str] = {}
    while stopping := {each.source: str(each) for each in checked(content)[1] if each.stops}:
        told |= stopping
        for source in stopping:
            place = content.parent / source
            shutil.rmtree(place.parent) if place.name == "index.md" else place.unlink()
    made, _ = checked(content)
    output = put_out(made, tmp_path / "output")
    refused = [str(each) for each in look(output, LookSettings(now=NOW, zone=LONDON), content=content) if each.stops]
    assert refused == []
    assert 150 < len(told) < len(made.diary.entries) + 100
    assert len(made.diary.entries) > 150
