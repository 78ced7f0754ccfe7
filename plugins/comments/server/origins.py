"""Where a form may be sent from: a page of the diary, or a page of the service itself.

A browser says it in `Origin`. One that says nothing there, or `null`, is believed by its `Referer`; one that says
neither gets its words back in a page of ours, from which they can be sent.
"""

from plugins.comments.server.http_messages import Request, Response
from plugins.comments.web_address import origin_of
from plugins.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Origins:
    """`site` may read our answers by script, `own` is the service."""

    site: str
    own: str

    def allow(self, request: Request) -> bool:
        """The request comes from the diary or from ourselves."""
        return self._said(request) in {self.site, self.own}

    def are_own(self, request: Request) -> bool:
        """The request comes from a page of the service."""
        return self._said(request) == self.own

    def shared(self, request: Request, response: Response) -> Response:
        """The answer, which scripts of the site (and of no other) may read [WHATWG Fetch, CORS]."""
        response.headers["Vary"] = "Origin"
        if request.headers.get("Origin", "").lower() == self.site:
            response.headers["Access-Control-Allow-Origin"] = self.site
        return response

    def _said(self, request: Request) -> str:
        origin = request.headers.get("Origin", "").lower()
        if origin and origin != "null":
            return origin
        return origin_of(request.headers.get("Referer", ""))
