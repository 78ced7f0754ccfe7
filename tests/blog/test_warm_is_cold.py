"""Whatever is changed, and in whatever order, a build beside what earlier ones kept makes the site of a build from nothing."""

import io
import os
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.engine.settings_files import published_settings
from plugins.engine.wiring import abandon
from tests.support.builds import every_byte
from tests.support.photographs import file_of, photograph

CHOICES: Mapping[str, tuple[str, ...]] = {
    "now": ("2031-06-01T12:00", "2031-06-02T00:00", "2031-06-04T00:00", "2031-06-05T00:00", "2031-06-06T00:00"),
    "name": ("A diary", "The other diary"),
    "consent": ("until: 2031-06-05", "withdrawn: 2031-05-20", "until: 2032-01-01"),
    "photo": ("1", "2"),
    "first": ("1", "3"),
    "means": ("Somebody who *speaks* for you.", "A friend."),
    "later": ("later", "evening", "draft", "deleted"),
    "later title": ("Later", "Much later"),
    "later tags": ("[Cake]", "[Cakes]", "[]"),
    "later slug": ("", "at-night"),
    "later words": ("It went well.", "It went on.[^1]\n\n[^1]: Mostly."),
    "second": ("published", "draft", "hidden", "deleted"),
    "second lang": ("", "de"),
}
"""What can be changed, and into what; the first of each is how it begins."""
STEPS = st.sampled_from([(what, into) for what, choices in CHOICES.items() for into in choices])


def files_of(state: Mapping[str, str]) -> dict[str, bytes]:
    """The content folder; nobody links to what is not there."""
    later = {"deleted": "", "draft": "later"}.get(state["later"], state["later"])
    link = f"[later](../../posts/{later}.md)" if later and state["later"] != "draft" else "later"
    files = {
        "diary.yml": f"name: {state['name']}\n",
        "consent.yml": f"C-01: {{covers: [photo], {state['consent']}}}\n",
        "workshops/first/index.md": f"---\ntitle: First\ndate: 2031-05-01\ntags: [Tea, Cake]\n"
        f"workshop: {{number: {state['first']}, start: 2031-05-01}}\n"
        "photos: [{file: room.jpg, alt: A room., people: recognisable, consent: C-01}]\n"
        f'glossary: [{{term: advocate, means: "{state["means"]}"}}]\n'
        f"---\n## What we did\n\nWe had tea, as told {link}.\n\n![Room](room.jpg)\n",
        "posts/soon.md": "---\ntitle: Soon\ndate: 2031-06-02\n---\nAn advocate comes.\n",
    }
    if later:
        status = "status: draft\n" if state["later"] == "draft" else ""
        slug = f"slug: {state['later slug']}\n" if state["later slug"] else ""
        files[f"posts/{later}.md"] = (
            f"---\ntitle: {state['later title']}\ndate: 2031-05-03\ntags: {state['later tags']}\n{slug}{status}"
            f"comments: {{closes: 2031-06-04}}\n---\n{state['later words']}\n"
        )
    if state["second"] != "deleted":
        lang = f"lang: {state['second lang']}\n" if state["second lang"] else ""
        files["workshops/second/index.md"] = (
            f"---\ntitle: Second\ndate: 2031-05-02\nstatus: {state['second']}\n{lang}"
            "workshop: {number: 2, start: 2031-06-03}\n"
            '---\nAn advocate "came". See [the first](../first/index.md).\n'
        )
    return {
        **{name: text.encode() for name, text in files.items()},
        "workshops/first/room.jpg": picture(state["photo"]),
    }


@cache
def picture(seed: str) -> bytes:
    return file_of(photograph(seed=int(seed)))


class Diary:
    """A diary that is edited step by step; its warm site is built anew each time beside what was kept."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.content = folder, folder / "content"
        self.state = {what: choices[0] for what, choices in CHOICES.items()}

    def write(self) -> None:
        """Only what changes is touched, as by an editor."""
        wanted = files_of(self.state)
        for file in self.content.rglob("*"):
            if file.is_file() and file.relative_to(self.content).as_posix() not in wanted:
                file.unlink()
        for name, text in wanted.items():
            file = self.content / name
            if not file.exists() or file.read_bytes() != text:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(text)

    def site(self, output: str, **more: Any) -> tuple[object, dict[str, bytes]]:
        """How a published build ends, and every byte of its site."""
        from pelican import Pelican
        from pelican.settings import read_settings

        places = {
            "DIARY_PICTURES_KEPT": str(self.folder / "photos"),
            "DIARY_STORIES_KEPT": str(self.folder / "stories"),
        }
        around = {"PATH": str(self.content), "OUTPUT_PATH": str(self.folder / output), **places, **more}
        pelican, said = Pelican(read_settings(str(published_settings()), override=around)), io.StringIO()
        with redirect_stdout(said), redirect_stderr(said):
            try:
                pelican.run()
            except SystemExit:
                return said.getvalue(), {}
            finally:
                abandon(pelican)
        return None, every_byte(self.folder / output)


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Diary:
    return Diary(tmp_path_factory.mktemp("warm"))


@settings(max_examples=3, derandomize=True, database=None)
@given(steps=st.lists(STEPS, min_size=7, max_size=7, unique=True))
def test_after_every_step_a_warm_build_is_a_cold_one(diary: Diary, steps: list[tuple[str, str]]) -> None:
    for what, into in steps:
        diary.state[what] = into
        diary.write()
        with pytest.MonkeyPatch.context() as patched:
            patched.setitem(os.environ, "DIARY_NOW", diary.state["now"])
            patched.setattr(os, "fsync", lambda _: None)  # Nobody waits for a disk to see that bytes are equal.
            warm = diary.site("warm")
            cold = diary.site("cold", DIARY_NO_CACHE=True)
        assert warm == cold
        assert warm[0] is None, warm[0]
    assert list((diary.folder / "stories").rglob("stories.json")), "Something was kept all the while."
