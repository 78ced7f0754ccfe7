"""The pictures that chats show beside a link."""


def note(label: str, day: str) -> str:
    """A line under the title: which workshop it is, and when; either may be empty."""
    return " · ".join(part for part in (label, day) if part)


def described(title: str, site: str, photo: str) -> str:
    """What a card shows, for somebody who cannot see it; `photo` is what the photo behind the words shows, or empty."""
    words = f"“{title}”, from {site}" if title != site else site
    return f"{words}. Behind the words: {photo}" if photo else words
