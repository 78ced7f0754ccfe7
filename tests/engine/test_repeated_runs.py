"""One process builds again and again, as the preview does: with one Pelican or a fresh one, in any thread."""

import contextlib
import io
import os
import signal
import threading
from pathlib import Path
from typing import Any

from tests.engine.rehearsal import done
from tests.engine.small_site import SmallSite
from tests.support.systems import needs_forks

pytestmark = needs_forks


def pelican(site: SmallSite, **settings: object) -> Any:
    from pelican import Pelican
    from pelican.settings import read_settings

    os.chdir(site.folder)
    return Pelican(read_settings("settings.py", override=settings))


def outcome(pelican: Any) -> object:
    """The exit code or sentence that stopped a run, None when it was published."""
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        try:
            pelican.run()
        except SystemExit as stop:
            return stop.code
    return None


def run_one_pelican_often(folder: Path) -> None:
    site = SmallSite(folder)
    again = pelican(site)
    for text, expected in (("one", None), ("two", None), ("wrong", 1), ("wrong", 1), ("three", None)):
        before = site.served() if site.output.exists() else ""
        site.write(first=text)
        assert outcome(again) == expected
        assert site.served() == (before if expected else f"home {text}")
    assert again.settings["OUTPUT_PATH"] == again.output_path == str(site.output)
    assert site.beside_output() == ["output"]


def run_fresh_pelicans(folder: Path) -> None:
    site = SmallSite(folder)
    for text, expected in (("one", None), ("wrong", 1), ("wrong", 1), ("two", None)):
        site.write(first=text)
        assert outcome(pelican(site)) == expected
        assert site.beside_output() == (["output"] if site.output.exists() else [])
    assert site.served() == "home two"


def give_up_a_run_whose_pelican_is_kept(folder: Path) -> None:
    from plugins.engine.wiring import abandon

    site = SmallSite(folder)
    kept = pelican(site)
    site.write(first="wrong")
    assert outcome(kept) == 1
    abandon(kept)
    abandon(kept)
    assert site.beside_output() == []
    site.write(first="one")
    assert outcome(pelican(site)) is None


def leave_signals_alone(folder: Path) -> None:
    site = SmallSite(folder)
    for settings, in_thread in (({}, False), ({}, True), ({"DIARY_PREVIEW": True}, False)):
        ours = pelican(site, **settings)
        signal.signal(signal.SIGTERM, ignore_politely)
        if in_thread:
            thread = threading.Thread(target=outcome, args=[ours])
            thread.start()
            thread.join(30)
        else:
            outcome(ours)
        assert signal.getsignal(signal.SIGTERM) is ignore_politely
        assert site.served() == "home the first text"


def ignore_politely(*_: object) -> None:
    pass


def test_one_pelican_runs_often_and_a_stopped_run_harms_none_after_it(site: SmallSite) -> None:
    assert done(run_one_pelican_often, site.folder) == 0


def test_fresh_pelicans_do_not_wait_for_those_that_were_stopped(site: SmallSite) -> None:
    assert done(run_fresh_pelicans, site.folder) == 0


def test_a_stopped_run_is_given_up_by_whoever_keeps_its_pelican(site: SmallSite) -> None:
    assert done(give_up_a_run_whose_pelican_is_kept, site.folder) == 0


def test_signals_are_answered_as_before_once_a_run_is_over(site: SmallSite) -> None:
    assert done(leave_signals_alone, site.folder) == 0
