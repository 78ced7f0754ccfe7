"""Photos: by themselves, and large over the page."""

HEADING = "Photos"
CLOSE = "Close"
PREVIOUS = "Previous"
NEXT = "Next"


def credit(photographer: str) -> str:
    """Who took a photo."""
    return f"Photo: {photographer}"


def name(shows: str) -> str:
    """What a photo that is shown large is called, for whoever cannot see it."""
    return f"Photo: {shows}"


def place(number: str, count: str) -> str:
    """Which of the page's photos is shown large."""
    return f"Photo {number} of {count}"
