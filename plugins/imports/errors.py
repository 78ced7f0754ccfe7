"""Why nothing is brought in."""


class ImportRefused(Exception):
    """A file that is not brought in, or a draft that is not made; the message says what to do instead."""
