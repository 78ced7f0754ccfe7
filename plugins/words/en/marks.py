"""What the preview says of a post that is not public, or stands in no list."""

MARKS = {
    "next": (
        "Next version",
        "Only this preview shows it. Readers see the page as it is until you put this one up.",
    ),
    "draft": ("Draft", "Only this preview shows it. Take “status: draft” out to publish it."),
    "scheduled": ("Scheduled", "Only this preview shows it until its date has come."),
    "unfinished": ("Unfinished", "Only this preview shows it, as long as a line in it begins with “Open point:”."),
    "hidden": ("Hidden", "It has this address but is in no list."),
}
"""A word, and what it means."""
