"""Where an address leads: to a file of the site, to another host, or nowhere."""

from typing import Literal
from urllib.parse import unquote, urljoin, urlsplit

from plugins.publishing.lastlook.site import BuiltSite
from plugins.records import dataclass

Kind = Literal["here", "elsewhere", "nowhere", "message"]
_MESSAGES = ("mailto", "tel", "sms")
_WEB = ("http", "https")


@dataclass(frozen=True, slots=True)
class Destination:
    """`here`: `path` is a file of the site; `nowhere`: `why` says so; `elsewhere`: another host, `origin`."""

    kind: Kind
    path: str = ""
    origin: str = ""
    why: str = ""


def destination(site: BuiltSite, base: str, href: str) -> Destination:
    """Where `href` leads that is written in the file at the whole address `base`."""
    try:
        parts = urlsplit(urljoin(base, href.strip()))
        if parts.scheme == "webcal":  # A calendar program asks for it as a browser would for the site.
            parts = parts._replace(scheme=urlsplit(site.address).scheme)
        origin = f"{parts.scheme}://{parts.hostname or ''}{f':{parts.port}' if parts.port else ''}"
    except ValueError:
        return Destination("nowhere", why="this is no address")
    if parts.scheme in _MESSAGES:
        return Destination("message")
    if parts.scheme not in _WEB:
        why = f"no browser should follow “{parts.scheme}:”" if parts.scheme else "write the whole address"
        return Destination("nowhere", why=why)
    if origin != origin_of(site.address):
        return Destination("elsewhere", origin=origin)
    if not f"{parts.path}/".startswith(site.root):
        return Destination("nowhere", why=f"this leads out of the diary, which lies below {site.root}")
    return _file(site, unquote(parts.path[len(site.root) :]), unquote(parts.fragment))


def _file(site: BuiltSite, below: str, fragment: str) -> Destination:
    path = f"{below}index.html" if below == "" or below.endswith("/") else below
    if path not in site.files:
        if f"{path}/index.html" in site.files:
            return Destination("nowhere", why="this is a folder's page; write a slash at its end")
        return Destination("nowhere", why="no such file is in the site")
    page = site.pages.get(path)
    if page and fragment not in ("", "top") and not fragment.startswith(":~:") and fragment not in page.anchors:
        return Destination("nowhere", why=f"that page has no place called “{fragment}”")
    return Destination("here", path)


def origin_of(address: str) -> str:
    """Scheme, host and port, as a browser tells places apart."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc.lower()}"
