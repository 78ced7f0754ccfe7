"""Addresses, telephone numbers and code in words that are written from right to left."""

import re
from xml.etree.ElementTree import Element

from plugins.story.tree import words_of

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
"""Letters of Hebrew, Arabic, Syriac, Thaana, N’Ko and others of that direction [Unicode, DerivedBidiClass]."""


def isolate_left_to_right(root: Element) -> None:
    """Say of links and code without a letter of such a script that they are not: `+44 (0)20` stays in its order.

    Without it a browser sets their signs as the words around them go: the slash of `example.org/` before it.
    """
    if not _RIGHT_TO_LEFT.search("".join(root.itertext())):
        return
    for tag in ("a", "code", "pre"):
        for element in root.iter(tag):
            if not _RIGHT_TO_LEFT.search(words_of(element)):
                element.set("dir", "ltr")
