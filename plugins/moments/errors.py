"""What to write instead of a date or a time that is none."""


class MomentError(ValueError):
    """A date or clock time that cannot be; its text tells the author what to write."""
