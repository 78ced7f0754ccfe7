"""Every sentence and label that a reader of the site meets, in the language of its interface.

One package a language below this one, one module a subject: plain functions and constants, the same in every language.
A sentence is made whole in one function, with its plurals and the order of its words; nobody puts it together from
pieces elsewhere. Views import the subject that they need (`from plugins.words import votes`), templates know them all
as `words`. Which language is spoken is chosen here and nowhere else.
"""

from plugins.words.en import (
    LANGUAGE,
    agenda,
    asks,
    blueprints,
    calendars,
    dates,
    easy_read,
    feedback,
    feeds,
    frame,
    home,
    ideas,
    jargon,
    journeys,
    lists,
    marks,
    not_found,
    notes,
    numbers,
    personas,
    photos,
    posts,
    prototypes,
    tags,
    timeline,
    votes,
    workshops,
)

__all__ = [
    "LANGUAGE",
    "agenda",
    "asks",
    "blueprints",
    "calendars",
    "dates",
    "easy_read",
    "feedback",
    "feeds",
    "frame",
    "home",
    "ideas",
    "jargon",
    "journeys",
    "lists",
    "marks",
    "not_found",
    "notes",
    "numbers",
    "personas",
    "photos",
    "posts",
    "prototypes",
    "tags",
    "timeline",
    "votes",
    "workshops",
]
