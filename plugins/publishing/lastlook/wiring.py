"""What the diary's settings say that the last look must know, read as Pelican reads them."""

import os
from collections.abc import Collection, Iterable, Mapping
from contextlib import nullcontext, suppress
from pathlib import Path
from zoneinfo import ZoneInfo

from pelican.settings import read_settings

from plugins.comments.gathering import SOURCE as COMMENTS
from plugins.comments.providers.settings_fields import CommentsSettingsError
from plugins.comments.settings import comments_settings
from plugins.consent.private_words import LIST as PRIVATE_WORDS
from plugins.consent.private_words import PrivateWords, PrivateWordsRefused, given_words
from plugins.engine.build_moment import build_moment
from plugins.engine.settings_files import published_settings
from plugins.publishing.lastlook.look import LookSettings
from plugins.settings import with_diary_file

_SHOWN = ("SITENAME", "DIARY_")
"""How the settings begin that pages show: the diary's name, and what the diary tells of itself."""
_CHECKOUT = Path(__file__).resolve().parents[3]


def look_settings(
    content: Path | None = None, environ: Mapping[str, str] = os.environ, *, left_out: Collection[str] = ()
) -> LookSettings:
    """What `content/diary.yml`, `publishconf.py` and the environment say.

    `left_out` is what the build of the site went without. Where that is everything that needs a list of private words,
    or all comments, since their settings cannot be used, the last look does without these too.
    """
    override = {"PATH": str(content)} if content else None
    settings = with_diary_file(read_settings(str(published_settings(environ)), override=override), environ)
    zone = ZoneInfo(settings["TIMEZONE"])
    services: Iterable[str] = ()
    with suppress(CommentsSettingsError) if COMMENTS in left_out else nullcontext():
        services = comments_settings(settings, environ).hosts
    private: PrivateWords | None = None
    with suppress(PrivateWordsRefused) if PRIVATE_WORDS in left_out else nullcontext():
        private = given_words(environ, published=(_CHECKOUT, *([content] if content else [])))
    own = tuple(value for name, value in settings.items() if name.startswith(_SHOWN) and isinstance(value, str))
    return LookSettings(now=build_moment(zone, environ), zone=zone, services=services, private=private, own=own)
