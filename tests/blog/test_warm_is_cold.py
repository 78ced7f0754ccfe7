"""Whatever is changed, and in whatever order, a build beside what earlier ones kept makes the site of a build from nothing.

The software is changed, too: two more processes build with other code of ours, and with other versions of libraries.
"""

import os
import random
import re
import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from plugins.engine.compiled_templates import FOLDER
from plugins.engine.paths import MARKER
from plugins.workbench.bytecode import KEPT
from plugins.workbench.paths import CHECKOUT
from tests.support.builds import every_byte
from tests.support.photographs import file_of, photograph
from tests.support.published import OtherSoftware, published
from tests.support.waiting import wait_until

CHOICES: Mapping[str, tuple[str, ...]] = {
    "software": ("as it is", "with edited code", "with newer libraries"),
    "template": ("", " hidden"),
    "now": ("2031-06-01T12:00", "2031-06-02T00:00", "2031-06-04T00:00", "2031-06-05T00:00", "2031-06-06T00:00"),
    "name": ("A diary", "The other diary"),
    "outputs": ("{}", "{cards: true, search: false}", "{open_data: false}"),
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
STEPS = [(what, into) for what, choices in CHOICES.items() for into in choices]
TEMPLATE = "templates/components/time.html"
EDITS = {
    "plugins/story/passage.py": ('f"story-{anchor}"', 'f"telling-{anchor}"'),
    "plugins/photos/imaging/scaling.py": ('"webp": (78, ', '"webp": (40, '),
    "plugins/photos/imaging/card.py": ("_LINE_AT, _SWING, _THICK = 607", "_LINE_AT, _SWING, _THICK = 507"),
    "plugins/documents/epub.py": ('_FEATURES = ("tableOfContents", ', "_FEATURES = ("),
}
"""Code that decides about what is kept: stories, photos, cards, books."""
NEWER = """
from PIL.Image import Image
from markdown.treeprocessors import InlineProcessor

save, run = Image.save, InlineProcessor.run

def saved_as_newer(picture, file, form=None, **how):
    return save(picture, file, form, **{**how, "quality": 20})

def run_as_newer(processor, tree, *more):
    run(processor, tree, *more)
    for element in tree.iter():
        element.text = element.text and element.text.replace("tea", "Tea")

Image.save, InlineProcessor.run = saved_as_newer, run_as_newer
"""


def files_of(state: Mapping[str, str]) -> dict[str, bytes]:
    """The content folder; nobody links to what is not there."""
    later = {"deleted": "", "draft": "later"}.get(state["later"], state["later"])
    link = f"[later](../../posts/{later}.md)" if later and state["later"] != "draft" else "later"
    files = {
        "diary.yml": f"name: {state['name']}\noutputs: {state['outputs']}\ncontact: diary@example.org\n"
        "comments: {provider: email, email: {address: diary@example.org}}\n",
        "consent.yml": f"C-01: {{covers: [photo], {state['consent']}}}\n",
        "workshops/first/index.md": f"---\ntitle: First\ndate: 2031-05-01\ntags: [Tea, Cake]\n"
        f"workshop: {{number: {state['first']}, start: 2031-05-01}}\n"
        "photos: [{file: room.jpg, alt: A room., people: recognisable, consent: C-01}]\n"
        f'glossary: [{{term: advocate, means: "{state["means"]}"}}]\n'
        f"---\n## What we did\n\nWe had tea, as told {link}.\n\n![Room](room.jpg)\n",
        "pages/privacy.md": "---\ntitle: Privacy\n---\nWe keep nothing.\n",
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


def edited_software(folder: Path) -> Path:
    """A copy of the software, with EDITS; what was compiled of ours is of use to it, too."""
    for place in ("plugins", "tests/settings"):
        shutil.copytree(CHECKOUT / place, folder / place, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "tests/support").mkdir()
    for file in ("tests/__init__.py", "tests/support/__init__.py", "tests/support/published.py"):
        shutil.copy2(CHECKOUT / file, folder / file)
    if Path(f"{KEPT}{CHECKOUT}/plugins").is_dir():
        shutil.copytree(f"{KEPT}{CHECKOUT}/plugins", f"{KEPT}{folder}/plugins")
    (folder / ".cache").symlink_to(CHECKOUT / ".cache")
    for file, (old, new) in EDITS.items():
        text = (folder / file).read_text("utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new), "utf-8")
    return folder


def newer_libraries(folder: Path) -> Path:
    """A folder that makes Pillow and Markdown newer, and what comes out of them different, where Python looks there."""
    for name in ("pillow", "markdown"):
        (folder / f"{name}-99.dist-info").mkdir(parents=True)
        (folder / f"{name}-99.dist-info/METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 99\n")
    (folder / "sitecustomize.py").write_text(NEWER)
    return folder


class Diary:
    """A diary that is edited step by step; its warm site is built anew each time beside what was kept."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.content, self.theme, self.kept = folder, folder / "content", folder / "theme", folder / "kept"
        self.state: dict[str, str] = {}
        self.begin_again()
        shutil.copytree(CHECKOUT / "theme", self.theme)
        self._template = (self.theme / TEMPLATE).read_text("utf-8")
        self._edited = edited_software(folder / "software")
        self._others = {"with newer libraries": OtherSoftware(CHECKOUT, newer_libraries(folder / "libraries"))}

    def begin_again(self) -> None:
        self.state.update({what: choices[0] for what, choices in CHOICES.items()})

    def write(self) -> None:
        """Only what changes is touched, as by an editor."""
        wanted = files_of(self.state)
        for file in self.content.rglob("*"):
            if file.is_file() and file.relative_to(self.content).as_posix() not in wanted:
                file.unlink()
        edited = self._template.replace("<time", f"<time{self.state['template']}")
        for name, text in {**wanted, f"../theme/{TEMPLATE}": edited.encode()}.items():
            file = self.content / name
            if not file.exists() or file.read_bytes() != text:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(text)

    def site(self, output: str, **more: bool) -> dict[str, bytes]:
        """Every byte of the site that a published build makes."""
        kept = self.folder / "of no use" if "DIARY_NO_CACHE" in more else self.kept
        around = {
            "PATH": str(self.content),
            "OUTPUT_PATH": str(self.folder / output),
            "THEME": str(self.theme),
            "DIARY_PICTURES_KEPT": str(kept / "photos"),
            "DIARY_STORIES_KEPT": str(kept / "stories"),
            "DIARY_PAGES_KEPT": str(kept / "pages"),
            **more,
        }
        assert self._software()(around, self.state["now"]) == ""
        return every_byte(self.folder / output)

    def _software(self) -> Callable[[Mapping[str, Any], str], str]:
        """What builds now. Code that has just been written is taken for what may have changed since: it is let lie."""
        name = self.state["software"]
        if name == "with edited code" and name not in self._others:
            wait_until(lambda: time.time() - (self._edited / next(iter(EDITS))).stat().st_ctime > 3)
            self._others[name] = OtherSoftware(self._edited)
        return self._others[name].published if name in self._others else published

    def warm(self) -> dict[str, bytes]:
        """The site beside what was kept, which is that of a build from nothing."""
        self.write()
        warm = self.site("warm")
        for mirror in self.mirrors:
            assert every_byte(mirror) == {path: content for path, content in warm.items() if path != MARKER}
        assert warm == self.site("cold", DIARY_NO_CACHE=True), self.state
        return warm

    @property
    def mirrors(self) -> list[Path]:
        """The folders of the store in which a site lies."""
        return [page.parent for page in (self.kept / "pages").glob("*/*/index.html")]

    def end(self) -> None:
        for other in self._others.values():
            other.end()


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Diary]:
    compiled = set(FOLDER.glob("*"))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(os, "fsync", lambda _: None)  # Nobody waits for a disk to see that bytes are equal.
        patched.setenv("DIARY_NOW", "")
        diary = Diary(tmp_path_factory.mktemp("warm"))
        yield diary
        diary.end()
    for file in set(FOLDER.glob("*")) - compiled:
        file.unlink(missing_ok=True)  # Templates of a theme that nobody comes back to.


def test_after_every_step_a_warm_build_is_a_cold_one(diary: Diary) -> None:
    for what, into in random.Random(955).sample(STEPS, 20):
        diary.state[what] = into
        diary.warm()
    kept = {path.rpartition("/")[2] for path in every_byte(diary.kept)}
    assert kept >= {"stories.json", "pages.json"}, "Something was kept all the while."
    assert len(diary.mirrors) == 1, "So was the mirror of the site."
    diary.site("elsewhere", DIARY_LEAVE_OUT=True)
    left = {path for path in every_byte(diary.kept) if not path.startswith("photos/")}
    assert {path.rpartition("/")[2] for path in left} == {"of"}, "It holds what that build may have taken off the web."


@pytest.mark.parametrize(
    ("what", "into", "new"),
    [
        ("software", "with edited code", r"workshops/first/index\.html|pictures/.*webp|pictures/.*jpg|diary\.epub"),
        ("software", "with newer libraries", r"workshops/first/index\.html|pictures/.*webp|pictures/.*jpg"),
        ("template", " hidden", r"index\.html|workshops/first/index\.html"),
    ],
)
def test_what_is_made_differently_now_is_made_anew(diary: Diary, what: str, into: str, new: str) -> None:
    diary.begin_again()
    diary.state["outputs"] = "{cards: true, book: true}"
    before = diary.warm()
    diary.state[what] = into
    after = diary.warm()
    changed = [path for path in before if before[path] != after.get(path)]
    assert [kind for kind in new.split("|") if not any(re.fullmatch(kind, path) for path in changed)] == []
