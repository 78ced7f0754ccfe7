"""The drill: a consent is taken back while everything else is broken. What it covered is gone from every place.

Another post is broken, and so is the register in another entry; the comments service is down, Mastodon cannot be
reached, an odd comment is in the archive, and private words are given, one of which stands in a third post.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from plugins.workbench.paths import TASKS
from tests.publishing.places import KINDS, Place
from tests.publishing.sites import published
from tests.support.builds import PUBLISHED
from tests.support.photographs import file_of, photograph, put
from tests.support.ports import free_port

_POST = """---
title: One
date: 2016-10-10
image: photos/a.jpg
workshop: {start: 2016-10-10}
comments: {open: true}
photos:
  - {file: photos/a.jpg, alt: Somebody laughing at a table, people: recognisable, consent: C-1, caption: Our canary}
  - {file: photos/b.jpg, alt: A lamp, people: none}
feedback:
  quotes: [{words: My quillfeather words, consent: C-1}, {words: It was long, consent: C-2}]
---
We sat together.

![Somebody laughing](photos/a.jpg)
"""
_OTHER = "---\ntitle: {title}\ndate: 2016-11-10\n---\nSee [the first](../workshops/one/index.md). {words}\n"
_REGISTER = "C-1: {covers: [photo, quote]}\nC-2: {covers: [quote]}\nC-3: {covers: [quote]}\n"
_ODD = "<ul>x<br><li><em><p>y</p></em></ul><p>C:\\Users\\me and me@example.org, C-1</p><b>"
_TRACES = (b"quillfeather", b"laughing", b"canary", b"Robin Grimshaw")


@dataclass(frozen=True, slots=True)
class Drill:
    """The site before and after, how the withdrawal ended, each size of the photo, and the world around it."""

    before: Path
    content: Path
    after: Path
    withdrawal: subprocess.CompletedProcess[str]
    photo: frozenset[bytes]
    environ: Mapping[str, str]


def task(*words: str, environ: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Type a line, with nobody at the keyboard."""
    return subprocess.run(
        [sys.executable, str(TASKS), *words],
        env={**os.environ, "DIARY_ENVIRONMENT_MADE": "yes", "PYTHONUTF8": "1", **environ},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


def broken(content: Path) -> None:
    """Another post is broken, a third has a private word; the register is broken in another entry."""
    (content / "posts/two.md").write_text("---\ntitle: Two\ntitle: Twice\n---\nMore.\n", "utf-8")
    (content / "posts/three.md").write_text(_OTHER.format(title="Three", words="Robin Grimshaw came."), "utf-8")
    (content / "consent.yml").write_text(_REGISTER.replace("C-3: {covers: [quote]}", "C-3: {covers: [quote]"), "utf-8")


@pytest.fixture(scope="module")
def drill(tmp_path_factory: pytest.TempPathFactory) -> Drill:
    folder = tmp_path_factory.mktemp("drill")
    content = folder / "content"
    for number, name in enumerate(("a", "b")):
        put(content / "workshops/one", f"photos/{name}.jpg", file_of(photograph(400 + number, 300)))
    (content / "posts").mkdir()
    (content / "workshops/one/index.md").write_text(_POST, "utf-8")
    for name in ("Two", "Three", "Four"):
        (content / f"posts/{name.lower()}.md").write_text(_OTHER.format(title=name, words=""), "utf-8")
    (content / "consent.yml").write_text(_REGISTER, "utf-8")
    when = {"DIARY_NOW": "2020-01-01T12:00", "DIARY_SITE_URL": "https://diary.test"}
    build = task("build", "--content", str(content), "--output", str(folder / "output"), environ=when)
    assert build.returncode == 0, build.stdout + build.stderr
    shutil.copytree(folder / "output", folder / "before")
    broken(content)
    around = {**when, **surroundings(folder)}
    run = task("withdraw", "C-1", "--content", str(content), "--output", str(folder / "output"), environ=around)
    sizes = {path.read_bytes() for path in (folder / "before/pictures").iterdir()}
    kept = {path.read_bytes() for path in (folder / "output/pictures").iterdir()}
    assert sizes - kept, run.stdout + run.stderr
    return Drill(folder / "before", content, folder / "output", run, frozenset(sizes - kept), around)


def surroundings(folder: Path) -> dict[str, str]:
    """A service and a Mastodon at which nobody answers, an archive with an odd comment, a list of private words."""
    nobody = f"http://127.0.0.1:{free_port()}/"
    comment = {"id": "1", "parent": None, "name": "A", "created": "2019-01-01T00:00:00Z", "edited": None, "html": _ODD}
    threads = [{"thread": "workshops/one/", "closed": False, "comments": [comment]}]
    archive = folder / "comments/archive.json"
    archive.parent.mkdir()
    archive.write_text(json.dumps({"version": 1, "exported": "2019-01-01T00:00:00Z", "threads": threads}), "utf-8")
    settings = folder / "settings"
    settings.mkdir()
    mastodon = {"server": nobody, "account": "us", "posts": {"workshops/one/": "7"}}
    (settings / "publishconf.py").write_text(
        f"import runpy\nglobals().update(runpy.run_path({str(PUBLISHED)!r}))\n"
        f'DIARY_COMMENTS = {{"provider": "isso", "service": {nobody!r}, "mastodon": {mastodon!r}}}\n',
        "utf-8",
    )
    return {
        "DIARY_SETTINGS": str(settings),
        "DIARY_COMMENTS_TOKEN": "a-token-that-nobody-can-guess",
        "DIARY_COMMENTS_ARCHIVE": str(archive),
        "DIARY_PRIVATE_WORDS_LIST": "Robin Grimshaw\n",
    }


def test_the_withdrawal_marks_builds_and_says_loudly_what_it_left_out(drill: Drill) -> None:
    run = drill.withdrawal
    assert run.returncode == 0, run.stdout + run.stderr
    assert "C-1: {covers: [photo, quote], withdrawn: 2020-01-01}" in (drill.content / "consent.yml").read_text("utf-8")
    told = "LEFT OUT of the new site, until it is mended:\n  content/posts/three.md\n  content/posts/two.md\n"
    assert told in run.stderr
    assert "Robin" not in run.stdout + run.stderr
    assert "9. Tell the person." in run.stdout


def test_nothing_of_it_is_in_the_new_site_and_all_else_is(drill: Drill) -> None:
    files = {path: path.read_bytes() for path in drill.after.rglob("*") if path.is_file()}
    assert [path for path, data in files.items() if any(trace in data for trace in _TRACES)] == []
    assert drill.photo.isdisjoint(files.values())
    page = (drill.after / "workshops/one/index.html").read_text("utf-8")
    assert "We sat together." in page
    assert "A lamp" in page
    assert "It was long" not in page  # A register that cannot be read covers nothing.
    assert (drill.after / "posts/four/index.html").is_file()
    assert not (drill.after / "posts/two").exists()


def test_the_last_look_lets_it_go_out(drill: Drill) -> None:
    where = ("--content", str(drill.content), "--output", str(drill.after))
    look = task("look", *where, environ=drill.environ)
    assert look.returncode == 0, look.stdout + look.stderr


@pytest.mark.parametrize("place", KINDS, indirect=True)
def test_it_is_gone_from_where_it_was_published(place: Place, drill: Drill) -> None:
    to, environ, is_there = place
    published(drill.before, to, environ=environ)
    assert is_there(drill.photo)
    where = ("--content", str(drill.content), "--output", str(drill.after))
    run = task("publish", "--built", "--leave-out", "--to", to, *where, environ={**drill.environ, **environ})
    assert run.returncode == 3, run.stdout + run.stderr
    assert "The site goes without something that is to be mended:\n" in run.stderr
    assert not is_there(drill.photo)


def test_a_scheduled_publication_takes_it_off_too_and_ends_red(drill: Drill, tmp_path: Path) -> None:
    where = ("--content", str(drill.content), "--output", str(tmp_path / "output"))
    publish = task("publish", "--leave-out", "--to", f"folder:{tmp_path / 'there'}", *where, environ=drill.environ)
    assert publish.returncode == 3, publish.stdout + publish.stderr
    there = [path.read_bytes() for path in (tmp_path / "there").rglob("*") if path.is_file()]
    assert drill.photo.isdisjoint(there)
    left_out = task("left-out", "--output", str(tmp_path / "output"), environ={})
    assert left_out.returncode == 1
    assert "  content/posts/two.md:3\n" in left_out.stdout


def test_an_ordinary_build_still_stops_with_every_finding(drill: Drill, tmp_path: Path) -> None:
    where = ("--content", str(drill.content), "--output", str(tmp_path / "output"))
    build = task("build", *where, environ=drill.environ)
    assert build.returncode == 1
    assert "content/posts/two.md:3: " in build.stderr
    assert "content/consent.yml:3: " in build.stderr
    assert not (tmp_path / "output").exists()
