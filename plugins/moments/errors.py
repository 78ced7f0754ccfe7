"""What to write instead of a date or a time that is none."""


class MomentError(ValueError):
    """A date or clock time that cannot be; its text tells the author what to write.

    `suggestion` is that text alone, where there is exactly one.
    """

    def __init__(self, sentence: str = "", *, suggestion: str | None = None) -> None:
        super().__init__(sentence or f"write {suggestion}")
        self.suggestion = suggestion
