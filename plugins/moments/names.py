"""The names of months as authors write them, whatever language the machine speaks; how they are told: `words`."""

MONTHS = (
    *("", "January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ELSEWHERE = {"mär": 3, "mrz": 3, "mai": 5, "okt": 10, "dez": 12}


def month_named(word: str) -> int | None:
    """The month that a word such as `October`, `oct` or `Oktober` names, by its first three letters."""
    first = word.casefold()[:3]
    numbers = (number for number, name in enumerate(MONTHS) if name and name.casefold().startswith(first))
    return _ELSEWHERE.get(first) or (next(numbers, None) if len(first) == 3 else None)
