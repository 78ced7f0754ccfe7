"""The pictures that chats show beside a link."""


def described(title: str, site: str, photo: str) -> str:
    """What a card shows, for somebody who cannot see it; `photo` is what the photo behind the words shows, or empty."""
    words = f"“{title}”, from {site}" if title != site else site
    return f"{words}. Behind the words: {photo}" if photo else words
