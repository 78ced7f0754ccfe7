"""A page as somebody hears it: its language, one main heading, headings in order, a name for every link and field."""

import re
from collections.abc import Iterator

from plugins.problems import Problem
from plugins.publishing.lastlook.page import Element, Page
from plugins.publishing.lastlook.site import BuiltSite

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_NEEDS_NO_LABEL = frozenset(("hidden", "submit", "reset", "button", "image"))


def outline_faults(site: BuiltSite) -> Iterator[Problem]:
    """What is missing for somebody who listens to a page."""
    for path, page in site.pages.items():
        found = [*_language(page), *_headings(page), *_nameless(page), *_unlabelled(page), *_one_main(page)]
        yield from (site.finding(path, line, message, "unfit-page") for line, message in found)


def _language(page: Page) -> Iterator[tuple[int, str]]:
    for html in page.all("html"):
        language = html.attributes.get("lang", "")
        if not _LANGUAGE.fullmatch(language):
            yield html.line, f'found lang="{language}"; say in which language the page is, such as lang="en-GB"'


def _headings(page: Page) -> Iterator[tuple[int, str]]:
    headings = [element for element in page.all(*_HEADINGS) if not _is_hidden(page, element)]
    main = [heading for heading in headings if heading.tag == "h1"]
    if not main:
        yield 0, "there is no main heading (h1); give the page one"
    for extra in main[1:]:
        yield extra.line, f"found a second main heading, “{extra.text.strip()}”; a page has one h1"
    level = 0
    for heading in headings:
        now = int(heading.tag[1])
        if not heading.text.strip():
            yield heading.line, f"found an empty {heading.tag}; a heading says something, or goes"
        if level and now > level + 1:
            yield heading.line, f"“{heading.text.strip()}” is an h{now} under an h{level}; write h{level + 1}"
        level = now


def _nameless(page: Page) -> Iterator[tuple[int, str]]:
    for element in page.all("a", "button", "summary"):
        is_there = element.tag != "a" or "href" in element.attributes
        if is_there and not _has_name(page, element) and not _is_hidden(page, element):
            what = {"a": "link", "button": "button", "summary": "fold"}[element.tag]
            yield element.line, f"found a {what} without words; write what it does"


def _has_name(page: Page, element: Element) -> bool:
    if element.text.strip() or _is_named_by_attribute(element):
        return True
    return any(
        inner.attributes.get("alt", "").strip() or _is_named_by_attribute(inner)
        for inner in page.elements
        if any(outer is element for outer in page.around(inner))
    )


def _is_named_by_attribute(element: Element) -> bool:
    return any(element.attributes.get(name, "").strip() for name in ("aria-label", "aria-labelledby", "title"))


def _unlabelled(page: Page) -> Iterator[tuple[int, str]]:
    labelled = {label.attributes["for"] for label in page.all("label") if "for" in label.attributes}
    for field in page.all("input", "select", "textarea"):
        by_tag = field.tag == "input" and field.attributes.get("type", "text") in _NEEDS_NO_LABEL
        wrapped = any(outer.tag == "label" for outer in page.around(field))
        named = field.attributes.get("id") in labelled or _is_named_by_attribute(field)
        if not (by_tag or wrapped or named):
            yield field.line, f"found a field “{field.attributes.get('name', field.tag)}” without a label; give it one"


def _one_main(page: Page) -> Iterator[tuple[int, str]]:
    mains = [element for element in page.all("main") if "hidden" not in element.attributes]
    if len(mains) != 1:
        yield 0, f"found {len(mains)} main parts; a page has one, so that a reader can skip to it"


def _is_hidden(page: Page, element: Element) -> bool:
    return any("hidden" in each.attributes for each in (element, *page.around(element)))
