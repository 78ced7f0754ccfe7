"""Runs Pelican for the preview, again and again in one process."""

import contextlib
import io
import traceback
from collections import ChainMap
from collections.abc import Iterable
from dataclasses import field
from pathlib import Path

from pelican import Pelican
from pelican.settings import read_settings

from plugins.blog.wiring import KEPT
from plugins.engine.page import Offered
from plugins.engine.wiring import abandon
from plugins.engine.writer import OFFERED
from plugins.preview.build_events import Advice
from plugins.problems import Problem
from plugins.problems.wiring import BuildStopped
from plugins.records import dataclass
from plugins.workshops.intake import KeptRecords


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a build ended: good, with notices; or stopped by problems, or by a failure of our own (a sentence).

    `advice` is by the address of its page.
    """

    is_good: bool
    problems: tuple[Problem, ...] = ()
    failure: str = ""
    advice: Advice = field(default_factory=dict)


def build(
    settings_file: Path,
    *,
    content: Path,
    output: Path,
    address: str,
    kept: KeptRecords | None = None,
    offered: Offered | None = None,
) -> Outcome:
    """Build the diary once, with drafts and posts to come; nothing that goes wrong ends the preview.

    `kept` is what one build leaves for the next. Pages, and files that tell of the whole site, are put into
    `offered`, to be made when they are asked for; without it each is written.
    """
    problems: list[Problem] = []
    advice: ChainMap[str, tuple[Problem, ...]] = ChainMap()
    override = {
        "PATH": str(content),
        "OUTPUT_PATH": str(output),
        "SITEURL": address,
        "DIARY_PREVIEW": True,
        "problems": problems,  # Where every room puts its findings: a good build has notices too.
        "advice": advice,
        **({KEPT: kept} if kept else {}),
        OFFERED: offered,
    }
    pelican = None
    said = io.StringIO()
    try:
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            pelican = Pelican(read_settings(str(settings_file), override=override))
            pelican.run()
    except BuildStopped as stopped:
        return Outcome(is_good=False, problems=saved_last_first(stopped.problems, content), advice=advice)
    except SystemExit as refused:
        return Outcome(is_good=False, failure=str(refused))
    except Exception:  # noqa: BLE001 - a failure of ours is shown to whoever can mend it, and the preview lives on
        traceback.print_exc()
        return Outcome(is_good=False, failure=traceback.format_exc(limit=-1).strip().splitlines()[-1])
    finally:
        if pelican is not None:
            abandon(pelican)
    return Outcome(is_good=True, problems=saved_last_first(problems, content), advice=advice)


def saved_last_first(problems: Iterable[Problem], content: Path) -> tuple[Problem, ...]:
    """Findings by their place, each once, and those of the file that was saved last before all others."""
    found = sorted(set(problems))
    saved = {source: _saved(content.parent / source) for source in {problem.source for problem in found}}
    return tuple(sorted(found, key=lambda problem: -saved[problem.source]))


def _saved(file: Path) -> int:
    """When a file was saved; long ago for what is none."""
    return file.stat().st_mtime_ns if file.exists() else 0
