"""Gives Pelican a fresh folder and our writer, and swaps the folder in when all is written.

Run state lives on the Pelican object, which may run many times.
"""

import os
import sys
import time
import weakref
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import Generator
from pelican.log import console

from plugins.engine.failure import OLD_SITE_STANDS, BuildFailed, reported_as_build_failure
from plugins.engine.finalise import files_below
from plugins.engine.interrupts import Interrupts
from plugins.engine.kept_pages import KEPT_PAGES, KeptPages
from plugins.engine.manifest import Outlook
from plugins.engine.overwrite_protection import refuse_unsafe_output
from plugins.engine.page import Offered
from plugins.engine.signals import all_written, published
from plugins.engine.stages import STAGES, Stages
from plugins.engine.staging import Staging
from plugins.engine.writer import DIGESTS, OFFERED, OLD_SITE, DiaryWriter
from plugins.problems.console import say
from plugins.problems.left_out import LeftOut

LEFT_OUT = "DIARY_LEFT_OUT"
"""Where in the settings of a run stands what it goes without, a LeftOut; it is written into the manifest."""

OUTLOOK = "DIARY_OUTLOOK"
"""Where in the settings of a run stands how long what it makes stays as it is, an Outlook."""

_SOFTWARE = Path(__file__).resolve().parents[2]


class Build:
    """One run: where it writes, since when, and how it answers signals."""

    def __init__(self, pelican: Any) -> None:
        self.asked = pelican.output_path
        self.is_preview = bool(pelican.settings.get("DIARY_PREVIEW"))
        self.interrupts = Interrupts()
        if not self.is_preview:
            self.interrupts.heed()
        try:
            output = Path(os.path.realpath(self.asked))
            self.staging = Staging(output, check=_check(pelican), say=_say)
        except BaseException:
            self.interrupts.restore()
            raise
        self.began = time.monotonic()
        # A build that stops on the way is cleaned up when its Pelican is gone, at the latest when Python ends.
        self._cleaning_up = weakref.finalize(pelican, self.staging.discard)

    def end(self) -> None:
        """Clean up; what is published stays."""
        self._cleaning_up.detach()
        self.staging.discard()
        self.interrupts.restore()


def register() -> None:
    # The first signal of every run, before generators learn where they write; `pelican --listen` never sends it.
    signals.get_generators.connect(begin)
    signals.generator_init.connect(write_nothing)
    signals.get_writer.connect(writer)
    signals.finalized.connect(publish)


def begin(pelican: Any) -> None:
    """Take the lock, make the fresh folder and let Pelican write there."""
    abandon(pelican)
    console.quiet = False
    pelican.settings[STAGES] = Stages(sys.stdout)
    if pelican.settings.get("DIARY_CHECK_ONLY"):
        return
    build = Build(pelican)
    pelican.diary_build = build
    pelican.settings[OLD_SITE] = build.staging.output
    pelican.settings[DIGESTS] = {}
    _write_to(pelican, str(build.staging.fresh))


def write_nothing(generator: Any) -> None:
    """Pelican's own generators read no post, and would compile four templates at each build to write none."""
    if type(generator).__module__ == Generator.__module__:
        generator.generate_output = nothing


def nothing(_writer: DiaryWriter) -> None:
    """For a generator that has no post."""


def writer(pelican: Any) -> type[DiaryWriter]:
    if pelican.settings.get("DIARY_CHECK_ONLY"):
        raise RuntimeError("A check writes nothing: plugins.problems must have stopped before this.")
    return DiaryWriter


def publish(pelican: Any) -> None:
    """Swap the fresh folder in and say so."""
    build: Build = pelican.diary_build
    offered: Offered | None = pelican.settings.get(OFFERED)
    kept: KeptPages | None = pelican.settings.get(KEPT_PAGES)
    with reported_as_build_failure():
        found = kept.inside(build.staging.fresh) if kept else files_below(build.staging.fresh)
    pages = len(offered.pages if offered else ()) or sum(
        name.endswith(".html") for names in found.values() for name in names
    )
    if not pages:
        raise BuildFailed(f"Not one page was made. {OLD_SITE_STANDS}")
    all_written.send(pelican, folder=build.staging.fresh)
    left_out: LeftOut = pelican.settings.pop(LEFT_OUT, LeftOut())
    outlook: Outlook | None = pelican.settings.pop(OUTLOOK, None)
    build.staging.finish(
        durable=not build.is_preview,
        left_out=left_out.lines,
        outlook=outlook,
        known=pelican.settings.pop(DIGESTS),
        ready=kept.ready if kept else (),
        found=found,
    )
    if kept:
        with reported_as_build_failure():
            kept.seal(build.staging.fresh)
    build.interrupts.hold()
    build.staging.swap_in(once_in_place=partial(published.send, pelican))
    abandon(pelican)
    seconds = time.monotonic() - build.began
    took = f"{seconds:.1f} s{pelican.settings.pop(STAGES).in_words()}"
    _say(f"Built {pages} {'page' if pages == 1 else 'pages'} into {build.asked} in {took}.")
    if outlook:
        _say(outlook.sentence)
    if left_out:
        say(left_out.report(), sys.stderr)
    # Pelican ends with a count of its own articles; ours are not among them, and a "0" would frighten an author.
    console.quiet = True


def abandon(pelican: Any) -> None:
    """End the run that this Pelican is in, if any; a caller that caught what stopped a run says so with this."""
    build: Build | None = getattr(pelican, "diary_build", None)
    if build is not None:
        build.end()
        _write_to(pelican, build.asked)
        pelican.diary_build = None


def _say(text: str) -> None:
    say(text, sys.stdout)


def _write_to(pelican: Any, folder: str) -> None:
    pelican.output_path = pelican.settings["OUTPUT_PATH"] = folder


def _check(pelican: Any) -> Callable[[Path], None]:
    return partial(
        refuse_unsafe_output,
        sources={"the diary's posts": Path(pelican.path), "the diary's theme": Path(pelican.theme)},
        kept={"the diary's software": _SOFTWARE, "your own files": _home()},
    )


def _home() -> Path:
    try:
        return Path.home()
    except RuntimeError:
        return _SOFTWARE  # A user without a home, as in some containers.
