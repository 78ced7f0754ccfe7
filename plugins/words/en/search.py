"""The search, and everything from A to Z."""

from plugins.words.en.numbers import counted

TITLE = "Search"
DESCRIPTION = "Look for a word in everything we wrote, or go through all of it from A to Z."
LABEL = "What are you looking for?"
BUTTON = "Search"
A_TO_Z = "Everything from A to Z"
NOTHING_TYPED = "Write a word to look for."
FAILED = "The search could not be loaded. Everything stands below, from A to Z."
IDEA, TERM, PAGE, POST, TAG = "Idea", "Word explained", "Page", "Post", "Tag"
NO_LETTER = "Other signs"

IRREGULAR = {
    "bent": "bend",
    "built": "build",
    "burnt": "burn",
    "dealt": "deal",
    "dreamt": "dream",
    "dwelt": "dwell",
    "felt": "feel",
    "kept": "keep",
    "knelt": "kneel",
    "leant": "lean",
    "leapt": "leap",
    "learnt": "learn",
    "lent": "lend",
    "lost": "lose",
    "meant": "mean",
    "sent": "send",
    "slept": "sleep",
    "smelt": "smell",
    "spelt": "spell",
    "spent": "spend",
    "spilt": "spill",
    "spoilt": "spoil",
    "swept": "sweep",
    "wept": "weep",
}
"""Past forms that no rule leads to their word; each begins with the letter of its word, as the index does."""


def found(pages: int | str, wanted: str) -> str:
    """How many pages have the words; told to screen readers too."""
    number = counted(pages, "page has", "pages have") if isinstance(pages, int) else f"{pages} pages have"
    return f"{number} “{wanted}”."


def nothing_found(wanted: str) -> str:
    return f"No page has “{wanted}”. Try another word, or look through everything below."
