"""Pelican run for the diary; needs no Invoke, so that a line that asks for a build alone waits for none."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.workbench.build_record import forget, forget_other_versions, recorded
from plugins.workbench.paths import CHECKOUT

if TYPE_CHECKING:
    from plugins.problems import Problem


def pelican(content: Path, *options: str, profile: bool = False, findings: "list[Problem] | None" = None) -> int:
    """A published build. What Pelican calls an error ends it: half a site is worse than the old one."""
    from plugins.engine.run import run
    from plugins.engine.settings_files import published_settings

    settings = ("-s", str(published_settings()))
    strict = ("--fatal", "errors")
    return run(str(content), *settings, *strict, *options, folder=CHECKOUT, profile=profile, findings=findings)


def build_site(content: Path, site: Path, *, leave_out: bool, no_cache: bool = False, profile: bool = False) -> int:
    """The exit code of a published build. One that leaves something out asks git too, so none relies on it."""
    switches = {"DIARY_LEAVE_OUT=true": leave_out, "DIARY_NO_CACHE=true": no_cache}
    chosen = [switch for switch, is_on in switches.items() if is_on]
    # Of several options -e Pelican knows the last alone.
    build = partial(pelican, content, "-o", str(site), *(["-e", *chosen] if chosen else []), profile=profile)
    if chosen or profile:
        forget(content, site)
        code = build()
    else:
        code = recorded(build, content, site)
    if code == 0:
        forget_other_versions()
    return code
