"""What stands around every page: the way in, the navigation, the foot."""

from functools import cache

SKIP = "Skip to the main part"
MAIN_NAVIGATION = "Main"
YOU_ARE_HERE = "You are here"
MORE = "More"
CALENDAR = "Calendar"
FEED = "Feed"
RESPONSIBLE = "Who is responsible:"
ASK = "Is this about you? Ask us to take it down:"


@cache
def locale(language: str, usual: str) -> str:
    """A language as Open Graph writes it, `en_GB`; the region of the usual one stands in where it says none."""
    tag, _, rest = language.partition("-")
    regions = [part for part in (*rest.split("-"), *usual.split("-")[1:]) if len(part) == 2 and part.isalpha()]
    return "_".join((tag.lower(), *(region.upper() for region in regions[:1])))


def title(page: str, site: str) -> str:
    """The name of a page, as a tab and a search engine show it."""
    return f"{page} – {site}"
