"""Workshops in one's own calendar, and what they are called there."""

SUBSCRIBING = "Our workshops in your calendar"
HOW_SUBSCRIBING_WORKS = (
    "When you subscribe, your calendar looks here by itself, about once a day. "
    "When we set a date or move one, it changes in your calendar too. You can stop at any time."
)
SUBSCRIBE = "Subscribe"
DOWNLOAD = "Download a copy"
AFTER_SUBSCRIBING = (
    "A copy stays as it is, even when we move a workshop. "
    "The links to Google and Outlook lead to those companies’ own pages."
)
ADDING = "Put it in your calendar"
HOW_ADDING_WORKS = "This adds one workshop, as we plan it today."
ADD = "Add to your calendar"
AFTER_ADDING = "The links to Google and Outlook lead to those companies’ own pages."
GOOGLE = "Google Calendar"
OUTLOOK_AT_WORK = "Outlook at work"
OUTLOOK_AT_HOME = "Outlook.com"

_CHANGES = {"postponed": "Postponed", "cancelled": "Cancelled"}


def subscribe_in(calendar: str) -> str:
    """The link that subscribes in a company's calendar."""
    return f"Subscribe in {calendar}"


def add_to(calendar: str) -> str:
    """The link that adds a workshop to a company's calendar."""
    return f"Add to {calendar}"


def known(days: int) -> str:
    """Which workshops are in the calendar."""
    if days:
        return "It has every workshop whose day we know."
    return "We have not set a day yet. As soon as we do, it will be in your calendar too."


def numbered(number: int | None) -> str:
    """A workshop whose name may not stand in somebody's own calendar."""
    return "Workshop" if number is None else f"Workshop {number}"


def name(workshop: str, state: str) -> str:
    """A workshop in a calendar: many calendars show no status, so that the name says it too."""
    return f"{_CHANGES[state]}: {workshop}" if state in _CHANGES else workshop
