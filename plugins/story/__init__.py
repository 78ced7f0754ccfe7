"""Stories: Markdown to typed parts, bounded in time, with nothing in them that an author did not mean to publish."""

from plugins.story.alt import advice as alt_advice
from plugins.story.html import Html, escaped
from plugins.story.kept_stories import KeptStories, Listener, Pieces, RememberingTeller, as_kept
from plugins.story.parts import Element, Figure, Part, Parts, Term, UsedTerm, every, letters, runs
from plugins.story.passage import Passage, Resolved, Resolver, Story, Teller, Unresolved, heading_anchor, in_story
from plugins.story.scan import SentenceBudget
from plugins.story.terms import FirstWords, with_terms
from plugins.story.typography import set_in_type

__all__ = [
    "Element",
    "Figure",
    "FirstWords",
    "Html",
    "KeptStories",
    "Listener",
    "Part",
    "Parts",
    "Passage",
    "Pieces",
    "RememberingTeller",
    "Resolved",
    "Resolver",
    "SentenceBudget",
    "Story",
    "Teller",
    "Term",
    "Unresolved",
    "UsedTerm",
    "alt_advice",
    "as_kept",
    "escaped",
    "every",
    "heading_anchor",
    "in_story",
    "letters",
    "runs",
    "set_in_type",
    "with_terms",
]
