"""What the settings say of the site, checked once."""

import os
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from plugins.contract.languages import usual_case
from plugins.engine.build_moment import build_moment
from plugins.records import dataclass
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.facts.small_groups import SmallGroupRule
from plugins.workshops.views.language import TextLanguage, text_language


class SettingsError(SystemExit):
    """A setting that the diary cannot be built with; ends the build with one sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlogSettings:
    """The site as its settings say.

    `address` is the whole address of the home page with its slash, `root` the path in it; readers find it
    `published_at` another, where this is a preview. `now` is the moment at which the build says it runs. `series` is
    how many workshops are planned, None where nobody said so.
    """

    name: str
    description: str
    introduction: str
    headline: str
    language: str
    address: str
    root: str
    published_at: str
    zone: ZoneInfo
    now: datetime
    content: Path
    theme: Path
    preview: bool
    per_page: int
    menu: tuple[str, ...]
    small_groups: SmallGroupRule
    search_engines: bool = True
    contact: str = ""
    accent: str = ""
    mark: str = ""
    organisation: str = ""
    organisation_url: str = ""
    licence: str = ""
    series: int | None = None
    has_hand_outs: bool = True
    has_easy_read: bool = True
    has_cards: bool = True
    has_book: bool = False
    has_open_data: bool = True
    has_search: bool = True

    def href(self, address: str) -> str:
        """The link to an address below the site's root."""
        return self.root + address

    def entry_href(self, entry: DiaryEntry) -> str:
        return self.href(entry.address)

    def language_of(self, entry: DiaryEntry) -> TextLanguage | None:
        """The language of an entry's own words, where it is not the interface's."""
        return text_language(entry.post.lang or self.language)


def blog_settings(settings: Mapping[str, Any], environ: Mapping[str, str] = os.environ) -> BlogSettings:
    """Read Pelican's settings and the environment; raises SettingsError, or MomentRefused, in plain words."""
    zone = _zone(settings["TIMEZONE"])
    address = _address(str(settings["SITEURL"]).strip())
    return BlogSettings(
        name=_words(settings, "SITENAME"),
        description=_words(settings, "DIARY_DESCRIPTION"),
        introduction=_words(settings, "DIARY_INTRODUCTION"),
        headline=str(settings.get("DIARY_HEADLINE") or settings["SITENAME"]),
        language=usual_case(_words(settings, "DEFAULT_LANG")),  # Pelican writes it small.
        address=address,
        root=urlsplit(address).path,
        published_at=_address(str(settings.get("DIARY_PUBLISHED_AT") or address)),
        zone=zone,
        now=build_moment(zone, environ),
        content=Path(settings["PATH"]),
        theme=Path(settings["THEME"]),
        preview=bool(settings.get("DIARY_PREVIEW", False)),
        per_page=_per_page(settings["DEFAULT_PAGINATION"]),
        menu=tuple(settings.get("DIARY_MENU", ())),
        accent=str(settings.get("DIARY_ACCENT", "")),
        mark=str(settings.get("DIARY_MARK", "")),
        contact=str(settings.get("DIARY_CONTACT", "")),
        organisation=str(settings.get("DIARY_ORGANISATION", {}).get("name", "")),
        organisation_url=str(settings.get("DIARY_ORGANISATION", {}).get("url", "")),
        licence=str(settings.get("DIARY_LICENCE", "")),
        series=settings.get("DIARY_SERIES"),
        has_hand_outs=settings.get("DIARY_OUTPUTS", {}).get("hand_outs", True),
        has_book=settings.get("DIARY_OUTPUTS", {}).get("book", False),
        has_cards=settings.get("DIARY_OUTPUTS", {}).get("cards", True),
        has_easy_read=settings.get("DIARY_OUTPUTS", {}).get("easy_read", True),
        has_search=settings.get("DIARY_OUTPUTS", {}).get("search", True),
        has_open_data=settings.get("DIARY_OUTPUTS", {}).get("open_data", True),
        search_engines=bool(settings.get("DIARY_SEARCH_ENGINES", True)),
        small_groups=_small_groups(settings.get("DIARY_SMALL_GROUPS", {})),
    )


def _words(settings: Mapping[str, Any], name: str) -> str:
    value = str(settings.get(name) or "").strip()
    if not value:
        raise SettingsError(f"pelicanconf.py: {name} is empty; write it as text between quotes.")
    return value


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise SettingsError(
            f'pelicanconf.py: TIMEZONE is "{name}", which is no time zone; write one such as "Europe/London".'
        ) from None


def _address(address: str) -> str:
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment or " " in address:
        raise SettingsError(
            f'The site\'s address is "{address}"; write a whole one, such as https://diary.example.org, '
            "as DIARY_SITE_URL in the environment, or as “address” in content/diary.yml."
        )
    if "@" in parts.netloc:
        raise SettingsError(
            'The site\'s address has an "@" before its host, and every page would show it; take that out.'
        )
    # Capitals in a host mean nothing, and every comparison with a link would have to know that: CI makes them of names.
    return parts._replace(netloc=parts.netloc.lower()).geturl().rstrip("/") + "/"


def _small_groups(written: Mapping[str, object]) -> SmallGroupRule:
    usual = SmallGroupRule()
    room, side = written.get("room", usual.room), written.get("side", usual.side)
    if set(written) - {"room", "side"} or not isinstance(room, int) or not isinstance(side, int):
        raise SettingsError('pelicanconf.py: DIARY_SMALL_GROUPS is written so: {"room": 10, "side": 5}.')
    if room < usual.room or side < usual.side:
        raise SettingsError("pelicanconf.py: DIARY_SMALL_GROUPS can be stricter than 10 and 5, and never laxer.")
    return SmallGroupRule(room=room, side=side)


def _per_page(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise SettingsError("pelicanconf.py: DEFAULT_PAGINATION is how many posts a list shows; write 10.")
    return value
