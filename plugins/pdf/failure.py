"""What is said of a PDF that nobody can read."""


class Unreadable(Exception):
    """Nobody knows what a document holds; the message says why, and what to do."""


class Broken(Unreadable):
    """No viewer can open it either."""
