"""A whole build, by Pelican in a process of its own: published whole, or the old site stands and one sentence says why."""

import signal
import subprocess
from pathlib import Path

import pytest

from plugins.engine.failure import OLD_SITE_STANDS
from tests.engine.small_site import SmallSite, run, small_site, tree
from tests.support.systems import HANG_UP, needs_posix_shell, needs_signals


def line(build: subprocess.Popen[str]) -> str:
    """The next line that a running build prints."""
    assert build.stdout
    return build.stdout.readline()


def test_a_build_tells_how_much_and_where(site: SmallSite) -> None:
    build = site.build()
    first_line = build.stdout.splitlines()[0]
    assert first_line.startswith(f"Built 3 pages into {site.output} in ")
    assert first_line.endswith(" s.")
    assert (build.returncode, build.stderr) == (0, "")
    assert sorted(tree(site.output)) == [
        ".coproduction-diary",
        "first",
        "first/index.html",
        "index.html",
        "second",
        "second/index.html",
        "static",
        "static/site.css",
    ]
    assert site.beside_output() == ["output"]


def test_the_next_build_takes_away_what_is_gone(built: SmallSite) -> None:
    (built.output / "gone.html").touch()
    assert built.build().returncode == 0
    assert built.served() == "home the new text"
    assert not (built.output / "gone.html").exists()


def test_findings_leave_the_old_site_as_it_was(built: SmallSite) -> None:
    built.write(second="a wrong word")
    build = built.build()
    assert (build.returncode, build.stdout) == (1, "")
    assert "\ncontent/second.txt:1: found a wrong word; write another [unknown-key]\n" in build.stderr
    assert built.stands()


def test_whoever_looks_at_the_whole_new_site_can_keep_the_old_one(built: SmallSite) -> None:
    built.write(first="unfit for the public")
    build = built.build()
    assert (build.returncode, build.stdout) == (1, "")
    assert build.stderr.splitlines()[-1] == "3 pages, one of them unfit."
    assert built.stands()


@pytest.mark.parametrize("text", ["the new text", "a wrong word"])
def test_a_check_writes_nothing_at_all(site: SmallSite, text: str) -> None:
    site.write(first=text)
    site.build("-e", "DIARY_CHECK_ONLY=true")
    assert not site.output.parent.exists()


def test_a_template_that_fails_is_loud_and_leaves_the_old_site(built: SmallSite) -> None:
    (built.folder / "theme" / "templates" / "page.html").write_text("{{ page.nothing_of_this_name }}")
    build = built.build()
    assert build.returncode == 1
    assert "This happened while first/index.html was rendered with the template page.html." in build.stderr
    assert built.stands()


def test_a_site_without_pages_is_not_published(built: SmallSite) -> None:
    plugin = built.folder / "small_plugin.py"
    plugin.write_text(plugin.read_text().replace("return SmallGenerator", "return None"))
    build = built.build()
    assert (build.returncode, build.stderr) == (1, f"Not one page was made. {OLD_SITE_STANDS}\n")
    assert built.stands()


@needs_signals
@pytest.mark.parametrize(
    ("number", "moment"),
    [(signal.SIGTERM, "reading"), (signal.SIGTERM, "writing"), (signal.SIGINT, "writing"), (HANG_UP, "writing")],
)
def test_a_signal_ends_a_build_cleanly(built: SmallSite, number: signal.Signals, moment: str) -> None:
    with built.start(PAUSE_WHEN=moment) as build:
        assert line(build) == f"paused when {moment}\n"
        build.send_signal(number)
        stdout, stderr = build.communicate(timeout=30)
    assert (build.returncode, stdout, stderr) == (128 + number, "", f"Stopped. {OLD_SITE_STANDS}\n")
    assert built.stands()


def test_a_second_build_waits_for_the_first_and_is_published_last(site: SmallSite) -> None:
    with site.start(PAUSE_WHEN="writing") as first:
        assert line(first) == "paused when writing\n"
        site.write(first="the new text")
        with site.start() as second:
            assert line(second) == f"Another build is writing {site.output}; waiting for it to finish…\n"
            assert not site.output.exists()
            first.communicate("go on\n", timeout=30)
            second.communicate(timeout=30)
    assert (first.returncode, second.returncode) == (0, 0)
    assert site.served() == "home the new text"
    assert site.beside_output() == ["output"]


def test_no_other_build_begins_before_what_was_made_is_kept(built: SmallSite) -> None:
    with built.start(PAUSE_WHEN="keeping") as first:
        assert line(first) == "paused when keeping\n"
        assert built.served() == "home the new text"
        with built.start() as second:
            assert line(second) == f"Another build is writing {built.output}; waiting for it to finish…\n"
            first.communicate("go on\n", timeout=30)
            second.communicate(timeout=30)
    assert (first.returncode, second.returncode) == (0, 0)


def test_a_build_that_waits_goes_on_when_the_one_before_it_is_killed(built: SmallSite) -> None:
    with built.start(PAUSE_WHEN="writing") as first:
        assert line(first) == "paused when writing\n"
        with built.start() as second:
            assert line(second) == f"Another build is writing {built.output}; waiting for it to finish…\n"
            first.kill()
            second.communicate(timeout=30)
    assert second.returncode == 0
    assert built.served() == "home the new text"
    assert built.beside_output() == ["output"]


@needs_posix_shell
def test_two_builds_are_equal_byte_for_byte_whatever_the_computer(tmp_path: Path) -> None:
    here, there = small_site(tmp_path / "here"), small_site(tmp_path / "there" / "a long way")
    for site in (here, there):
        site.write(third="Straße, café, 10 o’clock", **{name: name for name in ("z", "y", "x")})
    assert here.build(TZ="UTC", LANG="C", LC_ALL="C", PYTHONHASHSEED="1").returncode == 0
    elsewhere = {"TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "2", "PYTHONUTF8": "1"}
    umask_and_build = ["sh", "-c", 'umask 077; exec "$@"', "sh", *there.command()]
    assert run(umask_and_build, cwd=Path("/"), **elsewhere).returncode == 0
    assert tree(here.output) == tree(there.output)


def test_an_output_folder_that_is_a_link_is_published_where_it_leads(built: SmallSite) -> None:
    real = built.folder / "elsewhere" / "site"
    built.output.rename(built.folder / "moved")
    real.parent.mkdir()
    (built.folder / "moved").rename(real)
    built.output.symlink_to(real)
    assert built.build().returncode == 0
    assert built.output.is_symlink()
    assert built.served() == "home the new text"


def test_an_output_folder_among_the_posts_is_refused(site: SmallSite) -> None:
    build = site.build("-o", str(site.content / "site"))
    assert build.returncode == 1
    assert build.stderr == (
        f"{site.content / 'site'} lies among the diary's posts. "
        "Choose another output folder, one that is the site's alone.\n"
    )
    assert sorted(path.name for path in site.content.iterdir()) == ["first.txt", "second.txt"]


def test_a_strangers_folder_is_refused(site: SmallSite) -> None:
    site.output.mkdir(parents=True)
    (site.output / "letters.txt").write_text("mine")
    build = site.build()
    assert build.returncode == 1
    assert build.stderr.startswith(f"{site.output} holds files that no build of the diary made. ")
    assert tree(site.output) == {"letters.txt": ("-rw-r--r--", b"mine")}
