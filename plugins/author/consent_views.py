"""What the templates of the register of consents see, text ready."""

from plugins.author.forms.fields import FieldView
from plugins.author.views import Link
from plugins.records import dataclass


@dataclass(frozen=True, slots=True)
class ConsentCard:
    """One consent: its number, whether it holds, where it is used, and its fields. `version` is of its entry."""

    key: str
    id: str
    state: str
    is_soon: bool
    is_withdrawn: bool
    is_open: bool
    version: str
    fields: tuple[FieldView, ...]
    uses: tuple[Link, ...]
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConsentsPage:
    """The register; one that cannot be read has no cards, and a consent is withdrawn by its number.

    `new` are the fields of one that is added, under the number `next_id`.
    """

    title: str
    token: str
    said: str
    fault: str
    faults: tuple[str, ...]
    cards: tuple[ConsentCard, ...]
    is_readable: bool
    next_id: str
    new: tuple[FieldView, ...]


@dataclass(frozen=True, slots=True)
class StepView:
    """One step that is left to do; each of `ways` is a sentence and the lines to copy, which may be none."""

    heading: str
    how: str
    ways: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class StepsPage:
    """What was withdrawn, where it was used, and what is left to do, the most urgent first."""

    title: str
    sentence: str
    uses: tuple[Link, ...]
    steps: tuple[StepView, ...]
