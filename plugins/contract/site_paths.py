"""An address of this site, as an author writes it: `posts/our-plan`, `/2016/10/hello.html`, or the file that it was."""

import re
import unicodedata
from urllib.parse import unquote

from plugins.files.names import slug, unfit_name
from plugins.patterns import lazy_pattern

_LONGEST = 500
_HOST = lazy_pattern(r"(?:[a-z][a-z0-9+.-]*:)?//[^/?#]*|www\.[^/?#]*", re.IGNORECASE)
_OTHER_ENDING = lazy_pattern(r"\.(?:docx?|draft\.md|md\.txt|odt|txt)$", re.IGNORECASE)
_POST_ENDING = lazy_pattern(r"\.(?:md|markdown)$", re.IGNORECASE)
_INDEX = lazy_pattern(r"index\.(?:html?|md|markdown)$", re.IGNORECASE)


class SitePathError(ValueError):
    """What to write instead, in words that follow `found "…"; `."""


def site_path(written: str) -> str:
    """The address below the site's root: with a slash at its end, but for one that ends in .html.

    A Markdown file stands for the address that it has, or had. Raises SitePathError.
    """
    path = unicodedata.normalize("NFC", unquote(written))
    if "\\" in path:
        raise SitePathError(f"write it with forward slashes: {path.replace(chr(92), '/')}")
    if host := _HOST.match(path):
        raise SitePathError(f"write only what follows the name of the website{_such_as(path[host.end() :])}")
    if "?" in path or "#" in path:
        left = re.split("[?#]", path)[0]
        raise SitePathError(f"write it without what follows the “{path[len(left)]}”{_such_as(left)}")
    below = path.removeprefix("/").removeprefix("content/")
    parts = [part for part in below.split("/") if part]
    if {".", ".."} & set(parts):
        raise SitePathError(f"write it as it is seen from the home page{_such_as('/'.join(parts).lstrip('./'))}")
    if "/" not in path:
        name = path if path.endswith(".html") else f"{slug(_POST_ENDING.sub('', path)) or 'our-plan'}/"
        raise SitePathError(f"write the whole address, such as /posts/{name} or /{name}")
    if _OTHER_ENDING.search(below):
        raise SitePathError("this is the name of a file; write the address that readers knew, such as /posts/our-plan/")
    return _address(_of_file(parts) if _POST_ENDING.search(below) else parts)


def address_of_file(file: str) -> str:
    """The address that a Markdown file has, or had, by where it lies in the content folder; empty for any other."""
    try:
        return site_path(file) if _POST_ENDING.search(file) else ""
    except SitePathError:
        return ""


def _address(parts: list[str]) -> str:
    if parts and _INDEX.fullmatch(parts[-1]):
        parts = parts[:-1]
    if not parts:
        raise SitePathError("this is the home page, which stays where it is; write the address of a post")
    if unfit := next(filter(None, map(unfit_name, parts)), ""):
        raise SitePathError(f"{unfit}, so no page can have stood there on this site")
    if any(part.startswith(".") for part in parts):
        raise SitePathError("no page of this site has a name that begins with a dot")
    address = "/".join(parts) + ("" if parts[-1].endswith(".html") else "/")
    if len(address) > _LONGEST:
        raise SitePathError("this is too long for an address")
    return address


def _of_file(parts: list[str]) -> list[str]:
    """The address of a Markdown file, by where it lies or lay in the content folder."""
    *folders, name = parts
    if not _INDEX.fullmatch(name):
        folders.append(_POST_ENDING.sub("", name))
    named = [slug(folder) for folder in folders]
    if folders[0] not in ("workshops", "posts", "pages") or len(folders) != 2 or not all(named):
        raise SitePathError("write where the file lay in the content folder, such as posts/our-plan.md")
    return named[1:] if folders[0] == "pages" else named


def _such_as(path: str) -> str:
    """The address to write, where there is one."""
    parts = [part for part in path.split("/") if part]
    return f": /{'/'.join(parts)}{'' if parts[-1].endswith('.html') else '/'}" if parts else ""
