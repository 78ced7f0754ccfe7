"""A time of day, and what answers one that no clock shows."""

from plugins.records import dataclass

USUAL_CLOCK = "write a clock time, such as 10:00 or 1.30pm"


class MomentError(ValueError):
    """A date or clock time that cannot be; its text tells the author what to write.

    `times` are the clock times in that text, each at a `{}` of `sentence`. `is_usual` says that nothing better was
    found than how dates, or clock times, are written.
    """

    def __init__(self, sentence: str, *, times: tuple[str, ...] = (), is_usual: bool = False) -> None:
        super().__init__(sentence.format(*times) if times else sentence)
        self.sentence = sentence
        self.times = times
        self.is_usual = is_usual

    def on(self, day: str) -> "MomentError":
        """The same answer, with the day before each time."""
        return MomentError(self.sentence, times=tuple(f"{day} {time}" for time in self.times))


@dataclass(frozen=True, slots=True, order=True)
class Clock:
    """A time of day; hour 0 to 23. Making one that no clock shows raises MomentError."""

    hour: int
    minute: int

    def __post_init__(self) -> None:
        if not (0 <= self.hour <= 23 and 0 <= self.minute <= 59):
            raise MomentError(f"there is no such time of day; {USUAL_CLOCK}")

    @property
    def minutes(self) -> int:
        return self.hour * 60 + self.minute

    @property
    def iso(self) -> str:
        """`09:30`."""
        return f"{self.hour:02}:{self.minute:02}"
