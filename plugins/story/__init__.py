"""Stories: Markdown to HTML, bounded in time, with nothing in it that an author did not mean to publish."""

from plugins.story.alt import advice as alt_advice
from plugins.story.html import Html
from plugins.story.passage import Passage, Resolved, Resolver, Unresolved, in_story
from plugins.story.teller import StoryTeller, first_paragraph
from plugins.story.terms import Term, with_terms

__all__ = [
    "Html",
    "Passage",
    "Resolved",
    "Resolver",
    "StoryTeller",
    "Term",
    "Unresolved",
    "alt_advice",
    "first_paragraph",
    "in_story",
    "with_terms",
]
