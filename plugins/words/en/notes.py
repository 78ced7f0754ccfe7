"""Sticky notes."""

KINDS = {
    "insight": "Insight",
    "problem": "Problem",
    "opportunity": "Opportunity",
    "idea": "Idea",
    "quote": "Quote",
}
