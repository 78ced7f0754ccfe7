"""The address of a link: what is wrong with it, and how it is written."""

import re
from html import unescape
from urllib.parse import SplitResult, unquote
from xml.etree.ElementTree import Element

from markdown.util import AMP_SUBSTITUTE

from plugins.contract.addresses import is_whole

NO_ADDRESS = "this is no address; write one such as https://www.example.org/page"
_CHARACTER = re.compile(r"&(?:#\d+|#[xX][\da-fA-F]+|[a-zA-Z][a-zA-Z\d]*);")
_SCHEME = re.compile("https?://", re.IGNORECASE)


def web_fault(web: SplitResult) -> str | None:
    """What is wrong with an address in the web, if anything."""
    if not web.hostname:
        return "the address is not whole; write it with its host, www.example.org"
    return None if is_whole(web.geturl()) else NO_ADDRESS


def unveil(link: Element) -> None:
    """Write an e-mail address out that Markdown hid behind the numbers of its letters."""
    address = unescape(link.get("href", "").replace(AMP_SUBSTITUTE, "&"))
    link.set("href", encoded(address))
    link.text = encoded(address.removeprefix("mailto:"))


def decoded(address: str) -> str:
    """An address as a browser reads it: `java&#115;cript:` is `javascript:`."""
    return _CHARACTER.sub(lambda character: unescape(character[0]), address)


def is_spelt_out(words: str, href: str) -> bool:
    """Whether the words of a link into the web are its address: `www.example.org` is that of `https://www.example.org/`."""
    spelt = (_SCHEME.sub("", unquote(each).casefold()).rstrip("/") for each in (words, href))
    return bool(_SCHEME.match(href)) and len(set(spelt)) == 1


def encoded(address: str) -> str:
    """An address for an attribute: what looks like a character's name in it is not one."""
    return address.replace("&", "&amp;")
