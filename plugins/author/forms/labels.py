"""What the author reads at a field: the contract's own names in plain words, and what each means.

A name that says it already, such as `date`, is its own label.
"""

import re

from plugins.contract.shape import FieldShape, Moment, Table
from plugins.moments import When
from plugins.workshops.facts.methods import METHODS

_LABELS = {
    "about": "What it is",
    "access": "Access and comfort",
    "age": "Age",
    "alt": "What the photo shows",
    "chosen": "What was chosen",
    "composite": "This is a made-up person who stands for many",
    "consent": "Consents",
    "counting": "How rankings are counted",
    "counts": "Counts",
    "did": "What was done",
    "dots_each": "Dots for each person",
    "easy_read": "Easy read",
    "formerly": "Earlier addresses",
    "from": "Where it came from",
    "id": "Short name",
    "image": "Photo for lists",
    "lang": "Language",
    "least": "Lowest",
    "least_label": "What the lowest means",
    "minutes": "Minutes",
    "most": "Highest",
    "most_label": "What the highest means",
    "people": "Who can be recognised",
    "previously": "The date it had before",
    "read_by_eye": "Somebody has read every page of this PDF",
    "said": "What was said",
    "seats": "How many are chosen",
    "slug": "Last part of the address",
    "to": "The ask that is answered",
    "who": "Who said it",
}
_ITEMS = {
    "agenda": "part of the agenda",
    "answers": "answer",
    "attendance": "group",
    "ballots": "ranking",
    "blueprints": "blueprint",
    "even_better_if": "wish",
    "glossary": "word",
    "ideas": "idea",
    "insights": "insight",
    "items": "part",
    "journeys": "journey",
    "materials": "hand-out or link",
    "milestones": "milestone",
    "mood": "feeling",
    "opportunities": "opportunity",
    "options": "option",
    "personas": "persona",
    "photos": "photo",
    "problems": "problem",
    "prototypes": "prototype",
    "quotes": "quote",
    "ratings": "rating",
    "stages": "stage",
    "steps": "step",
    "votes": "vote",
    "went_well": "thing that went well",
}
_CHOICES = {
    "agreed": "Counted, and the group agreed to publish the counts",
    "borda": "Points for each place (Borda)",
    "instant-runoff": "Instant run-off",
    "kept": "Counted",
    "none": "Nobody is in it",
    "not-kept": "Counts were not kept",
    "not-possible": "Not possible",
    "not-recognisable": "People, and nobody can be recognised",
    "off": "Off",
    "recognisable": "Somebody can be recognised",
    "stv": "Single transferable vote",
    "withheld": "Held back, to protect a small group",
}
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_TABLE = " Each is a name, a colon and what it is. A dot leads into what is inside: giscus.repo: owner/site."
_CODE = re.compile(r"`([^`]*)`")
_DATE = " Write it as you say it: 10 October 2016, or only the month or the year."


def field_label(name: str) -> str:
    plain = name.replace("_", " ")
    return _LABELS.get(name, plain[:1].upper() + plain[1:])


def item_label(name: str) -> str:
    """One item of a list, as in “Add a …”."""
    name = name.rpartition(".")[2]
    return _ITEMS.get(name, name.replace("_", " ").removesuffix("s"))


def choice_label(word: str) -> str:
    method = next((method for name, method in METHODS.items() if name == word), None)
    return method.words if method else _CHOICES.get(word, word[:1].upper() + word[1:].replace("-", " "))


def help_text(field: FieldShape) -> str:
    """What the contract says that a field means, without the signs of code."""
    means = _CODE.sub(r"\1", _LINK.sub(r"\1", field.means))
    if isinstance(field.kind, Table):
        return f"{means}{_TABLE}"
    is_date = isinstance(field.kind, Moment) or getattr(field.kind, "type", None) is When
    return f"{means}{_DATE}" if is_date else means
