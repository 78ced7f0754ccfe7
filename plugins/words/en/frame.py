"""What stands around every page: the way in, the navigation, the foot."""

SKIP = "Skip to the main part"
MAIN_NAVIGATION = "Main"
YOU_ARE_HERE = "You are here"
MORE = "More"
CALENDAR = "Calendar"
FEED = "Feed"
RESPONSIBLE = "Who is responsible:"
ASK = "Is this about you? Ask us to take it down:"


def title(page: str, site: str) -> str:
    """The name of a page, as a tab and a search engine show it."""
    return f"{page} – {site}"
