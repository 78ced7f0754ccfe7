"""Whether the browser is opened when the preview starts."""

from collections.abc import Mapping


def opens_browser(asked: bool | None, *, is_at_terminal: bool, environment: Mapping[str, str]) -> bool:
    """As somebody asked, or else where somebody sits; never where machines build (`CI`)."""
    return not environment.get("CI") and (is_at_terminal if asked is None else asked)
