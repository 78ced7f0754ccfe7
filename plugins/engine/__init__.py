"""The writer: pages rendered into a fresh folder beside the output, and swapped in whole."""


def register() -> None:
    """Connect to Pelican."""
    from plugins.engine.wiring import connect

    connect()
