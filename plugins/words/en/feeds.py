"""Feeds and data for other programs."""

TIMELINE_SUBTITLE = "Workshops, milestones, votes, prototypes and answers, as we write about them."
READ_ON = "Read on"
FOR_PROGRAMS = "The same for programs:"
ATOM = "a feed (Atom)"
JSON = "a feed (JSON)"
TIMELINEJS = "data for TimelineJS"


def timeline(site: str) -> str:
    """The name of the timeline's feed."""
    return f"{site}: timeline"


def workshops(site: str) -> str:
    """The name of the calendar, and of the workshops as a series."""
    return f"{site}: workshops"


def comments_on(title: str) -> str:
    """The name of the feed of a post's comments."""
    return f"Comments on {title}"


def comment(name: str, title: str) -> str:
    """One comment in that feed."""
    return f"{name} on {title}"
