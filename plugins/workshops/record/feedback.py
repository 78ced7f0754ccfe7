"""What people said of the session [schema.org Review], and what was done about it."""

from typing import Annotated, ClassVar, Literal

from plugins.contract.values import COUNTED, PUBLIC, Count, Counts, Id, Label, Reference, Text, Words
from plugins.moments import When
from plugins.records import dataclass

AnswerStatus = Literal["done", "doing", "not-possible"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingScale:
    """The steps of a rating, and what its ends mean."""

    least: Annotated[int, "The lowest step.", PUBLIC]
    most: Annotated[int, "The highest step.", PUBLIC]
    least_label: Annotated[Text | None, "What the lowest step means.", PUBLIC] = None
    most_label: Annotated[Text | None, "What the highest step means.", PUBLIC] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """A question that was answered on a scale."""

    question: Annotated[Text, "What people were asked.", PUBLIC]
    scale: Annotated[RatingScale, "The steps, and what the ends mean.", PUBLIC]
    counts: Annotated[Counts, "How many gave each step, such as `{5: 4, 4: 2}`.", COUNTED]
    group: Annotated[Text | None, "Whose answers these are, when not the whole room's.", PUBLIC] = None
    agreed: Annotated[bool, "`true` when the group agreed that the counts are published."] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something that was said of the session, by one person or by several."""

    plain: ClassVar[str] = "said"

    said: Annotated[Words, "What was said.", PUBLIC]
    id: Annotated[Id | None, "A short name, so that a later post can answer it.", PUBLIC] = None
    count: Annotated[Count | None, "How many said so.", COUNTED] = None
    agreed: Annotated[bool, "`true` when the group agreed that the count is published."] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Somebody's own words, with the consent that lets us print them."""

    words: Annotated[Text, "What was said, word for word.", PUBLIC]
    who: Annotated[Text | None, "Who said it, in a way that does not name them: “A young carer”.", PUBLIC] = None
    consent: Annotated[tuple[Label, ...], "The id of the consent, as in content/consent.yml."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mood:
    """How people felt, in a word."""

    plain: ClassVar[str] = "feeling"

    feeling: Annotated[Text, "The feeling, in a word or two.", PUBLIC]
    count: Annotated[Count | None, "How many felt so.", COUNTED] = None
    agreed: Annotated[bool, "`true` when the group agreed that the count is published."] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """What people said of the session."""

    ratings: Annotated[tuple[Rating, ...], "Questions answered on a scale.", COUNTED] = ()
    went_well: Annotated[tuple[Remark, ...], "What people liked.", COUNTED] = ()
    even_better_if: Annotated[tuple[Remark, ...], "What people asked for next time.", COUNTED] = ()
    quotes: Annotated[tuple[Quote, ...], "People's own words, each with consent.", PUBLIC] = ()
    mood: Annotated[tuple[Mood, ...], "How people felt.", COUNTED] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """You said, we did: what was done about something that was asked for."""

    to: Annotated[Reference, "The ask, as `file-slug#id`.", PUBLIC]
    did: Annotated[Words, "What was done, or why it cannot be.", PUBLIC]
    status: Annotated[AnswerStatus, "`done`, `doing` or `not-possible`.", PUBLIC]
    when: Annotated[When | None, "When it was done.", PUBLIC] = None
