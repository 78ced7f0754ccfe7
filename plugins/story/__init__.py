"""Stories: Markdown to letters and tags, bounded in time, with nothing that an author did not mean to publish."""

from plugins.story.alt import advice as alt_advice
from plugins.story.html import Html, escaped
from plugins.story.kept_stories import KeptStories, Listener, Pieces, RememberingTeller
from plugins.story.parts import Figure, Parts, each_element, letters, runs
from plugins.story.passage import Passage, Resolved, Resolver, Story, Teller, Unresolved, heading_anchor, in_story
from plugins.story.scan import SentenceBudget
from plugins.story.terms import FirstWords, Term, terms_in, with_terms
from plugins.story.typography import set_in_type

__all__ = [
    "Figure",
    "FirstWords",
    "Html",
    "KeptStories",
    "Listener",
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
    "alt_advice",
    "each_element",
    "escaped",
    "heading_anchor",
    "in_story",
    "letters",
    "runs",
    "set_in_type",
    "terms_in",
    "with_terms",
]
