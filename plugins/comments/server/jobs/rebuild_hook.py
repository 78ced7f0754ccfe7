"""Asks CI to build the diary anew when what readers see has changed.

One request for all changes of a moment. It is written down as done only when CI has taken it, so a CI that is down,
or a service that is stopped in between, loses none.
"""

import http.client
import urllib.error
import urllib.request
from string import Template
from urllib.parse import urlsplit

from plugins.comments.archive.fetching import StayHere
from plugins.comments.server.database import Database
from plugins.comments.server.jobs.job import JobFailed
from plugins.comments.server.settings import Rebuild
from plugins.records import dataclass
from plugins.words import moderation

_DONE = "rebuilt"
_PATIENCE_SECONDS = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RebuildHook:
    """Sends `rebuild`; `$site` in its body is the diary's address."""

    rebuild: Rebuild
    site: str
    database: Database
    failure: str = moderation.REBUILD_FAILED

    def goal(self) -> int | None:
        changes = self.database.number("changes")
        return changes if changes != self.database.number(_DONE) else None

    def run(self, goal: int) -> None:
        body = Template(self.rebuild.body).safe_substitute(site=self.site)
        kind = "application/json" if body.lstrip().startswith(("{", "[")) else "application/x-www-form-urlencoded"
        headers = {"Content-Type": kind, "User-Agent": "coproduction-diary", **dict(self.rebuild.headers)}
        request = urllib.request.Request(  # noqa: S310 - the settings let http(s) alone through
            self.rebuild.url, data=body.encode("utf-8"), headers=headers, method="POST"
        )
        try:
            with urllib.request.build_opener(StayHere).open(request, timeout=_PATIENCE_SECONDS):
                self.database.set_number(_DONE, goal)
        except urllib.error.HTTPError as refused:
            refused.close()
            raise JobFailed(f"{urlsplit(self.rebuild.url).hostname} answers {refused.code}") from refused
        except (OSError, http.client.HTTPException) as error:
            raise JobFailed(f"{urlsplit(self.rebuild.url).hostname}: {type(error).__name__}") from error
