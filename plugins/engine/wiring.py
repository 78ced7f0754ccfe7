"""Gives Pelican our writer, in a fresh folder, and swaps the folder in when all is written."""

import signal
import sys
import threading
import time
import weakref
from pathlib import Path
from types import FrameType
from typing import Any

from pelican import signals

from plugins.engine.failure import BuildFailed
from plugins.engine.staging import Staging
from plugins.engine.writer import DiaryWriter


def connect() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(note_the_start)
    # Asked for when all is read and nothing is wrong: until then no folder is made and no lock is taken.
    signals.get_writer.connect(open_staging)
    signals.finalized.connect(publish)


def note_the_start(pelican: Any) -> None:
    """Remember when the build began; let a signal end it as an error, not as a success."""
    pelican.diary_started = time.monotonic()
    if threading.current_thread() is threading.main_thread() and not pelican.settings.get("DIARY_PREVIEW"):
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, _stop)


def _stop(number: int, _frame: FrameType | None) -> None:
    print("Stopped. The site that is already there was not touched.", file=sys.stderr)
    raise SystemExit(128 + number)


def open_staging(pelican: Any) -> type[DiaryWriter]:
    """The fresh folder, and our writer for it; it goes away with the Pelican object or the process."""
    staging = Staging(
        Path(pelican.output_path),
        apart_from=(Path(pelican.path), Path(pelican.theme)),
        say=lambda text: print(text, flush=True),
    )
    pelican.diary_staging = staging
    pelican.output_path = str(staging.fresh)
    weakref.finalize(pelican, staging.discard)
    return DiaryWriter


def publish(pelican: Any) -> None:
    """Swap the fresh folder in and say so."""
    staging: Staging = pelican.diary_staging
    pages = sum(1 for _ in staging.fresh.rglob("*.html"))
    if pages == 0:
        raise BuildFailed("Not one page was written. The site that is already there was not touched.")
    staging.publish()
    pelican.output_path = str(staging.output)
    seconds = time.monotonic() - pelican.diary_started
    print(f"Built {pages} pages into {staging.output} in {seconds:.1f} s.", flush=True)
