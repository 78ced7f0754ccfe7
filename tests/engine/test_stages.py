"""What a build is at."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from io import StringIO
from pathlib import Path

from plugins.blog.site_building import Making, whole
from plugins.engine.stages import Stages
from plugins.photos.pipeline import Pipeline
from plugins.workshops.intake import read_contents
from tests.support.diaries import LONDON, NOW, written
from tests.support.pages import settings_of
from tests.support.photographs import put


class Terminal(StringIO):
    """What somebody looks at."""

    def isatty(self) -> bool:
        return True


def stages(*, terminal: bool, seconds: float) -> tuple[Stages, StringIO]:
    """Stages by a clock that goes on by so many seconds each time it is asked."""
    shown = Terminal() if terminal else StringIO()

    def times() -> Iterator[float]:
        now = 0.0
        while True:
            yield now
            now += seconds

    return Stages(shown, clock=times().__next__), shown


def test_a_slow_build_says_what_it_did_and_how_long_it_took() -> None:
    slow, shown = stages(terminal=False, seconds=2)
    assert list(slow.over("Reading", "abc")) == ["a", "b", "c"]
    assert [len(batch) for batch in slow.over("Pages", iter(["ab", "c"]), size=len)] == [2, 1]
    assert list(slow.over("Photos", [])) == []
    assert slow.in_words() == " (reading 3 in 2.0 s, pages 3 in 2.0 s)"
    assert shown.getvalue() == "", "Where nobody looks there is no bar."


def test_a_quick_build_says_nothing_of_it_and_shows_no_bar() -> None:
    quick, shown = stages(terminal=True, seconds=0.01)
    assert list(quick.over("Reading", "abc")) == ["a", "b", "c"]
    assert (quick.in_words(), shown.getvalue()) == ("", "")


def test_a_slow_build_has_a_bar_on_a_terminal() -> None:
    slow, shown = stages(terminal=True, seconds=2)
    assert list(slow.over("Reading", "abc")) == ["a", "b", "c"]
    assert "Reading" in shown.getvalue()
    assert "3/3" in shown.getvalue()


def test_reading_a_diary_has_a_bar(tmp_path: Path) -> None:
    slow, shown = stages(terminal=True, seconds=2)
    content = written(tmp_path, posts__a="---\ntitle: A\ndate: 2020-01-01\n---\nA.\n", posts__b="No front matter.\n")
    read = read_contents(content, zone=LONDON, now=NOW, watched=partial(slow.over, "Reading"))
    assert (len(read.entries), len(read.unread)) == (1, 1)
    assert "2/2" in shown.getvalue()


def test_stories_photos_and_cards_have_bars_with_how_many_there_are(tmp_path: Path) -> None:
    slow, shown = stages(terminal=True, seconds=2)
    photo = "photos: [{file: cups.jpg, alt: Cups., people: none}]"
    content = written(
        tmp_path,
        posts__a=f"---\ntitle: A\ndate: 2020-01-01\n{photo}\n---\nA.\n",
        posts__b="---\ntitle: B\ndate: 2019-12-31\n---\nB.\n",
    )
    put(content / "posts", "cups.jpg")
    settings = replace(settings_of(content, now=NOW), has_cards=True)
    read = read_contents(content, zone=LONDON, now=NOW)
    whole(read, Making(settings, tmp_path / "output", Pipeline(stages=slow)))
    assert (
        re.sub(r"\d\.\d s", "no time", slow.in_words())
        == " (stories 2 in no time, photos 1 in no time, cards 3 in no time)"
    )
    told = " ".join(shown.getvalue().split())
    assert [name for name in ("Stories", "2/2", "Photos", "1/1", "Cards") if name not in told] == []
