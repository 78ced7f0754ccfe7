"""Builds are killed at every step; readers always find a whole site, and the next build needs no cleaning up."""

import random
import time
from itertools import count
from pathlib import Path

from tests.engine.rehearsal import be_told_to_stop, begin_and_give_up, build, done, publish_in_two_steps, started
from tests.engine.small_site import SmallSite
from tests.support.systems import needs_forks

pytestmark = needs_forks

PAGES = [".coproduction-diary", "first", "index.html", "second", "static"]


def told_version(site: SmallSite) -> str:
    """The one version that every page of the served site is of; the site is whole."""
    assert sorted(path.name for path in site.output.iterdir()) == PAGES
    version = site.served().removeprefix("home ")
    assert (site.output / "first" / "index.html").read_text() == f"<p>{version} of the site</p>\n"
    assert (site.output / "static" / "site.css").read_text() == "a{}"
    return version


def test_a_build_killed_at_any_step_leaves_a_whole_site_old_or_new(site: SmallSite) -> None:
    assert done(build, site.folder) == 0
    versions = {told_version(site)}
    for step in count(1):
        site.write(first=f"version {step}")
        code = done(build, site.folder, step)
        version = told_version(site)
        assert version in versions | {f"version {step}"}
        versions = {version}
        if code == 0:
            break
        assert code == -9
    assert step > 50
    assert version == f"version {step}"
    assert site.beside_output() == ["output"]


def test_a_build_told_to_stop_at_any_step_stops_cleanly_or_is_done(site: SmallSite) -> None:
    """It is told again and again, which must not disturb its cleaning up."""
    assert done(build, site.folder) == 0
    codes = []
    for step in count(1, 4):
        before = told_version(site)
        site.write(first=f"version {step}")
        codes.append(done(build, site.folder, step, be_told_to_stop))
        assert told_version(site) == (before if codes[-1] else f"version {step}")
        assert site.beside_output() == ["output"]
        if codes[-2:] == [0, 0]:
            break
    assert set(codes) == {143, 0}
    assert codes == sorted(codes, key=lambda code: code == 0)


def test_a_build_killed_at_any_moment_leaves_a_whole_site_old_or_new(site: SmallSite) -> None:
    assert done(build, site.folder) == 0
    for number in range(10):
        before = told_version(site)
        site.write(first=f"version {number}")
        process = started(build, site.folder)
        time.sleep(random.uniform(0.01, 0.1))
        process.kill()
        process.join(30)
        assert told_version(site) in {before, f"version {number}"}
    assert done(build, site.folder) == 0
    assert told_version(site) == "version 9"
    assert site.beside_output() == ["output"]


def test_where_a_swap_takes_two_steps_the_next_build_heals_what_a_killed_one_left(tmp_path: Path) -> None:
    output = tmp_path / "public" / "output"
    assert done(publish_in_two_steps, output, "version 00") == 0
    texts = {"version 00"}
    was_missing = 0
    for step in count(1):
        code = done(publish_in_two_steps, output, f"version {step:02}", step)
        was_missing += not output.exists()
        if code == 0:
            break
        assert done(begin_and_give_up, output) == 0
        text = (output / "index.html").read_text()
        assert text in texts | {f"version {step:02}"}
        texts = {text}
    assert (step > 12, was_missing) == (True, 1)
    assert (output / "index.html").read_text() == f"version {step:02}"
    assert [path.name for path in output.parent.iterdir()] == ["output"]
