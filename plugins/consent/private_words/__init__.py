"""Words that must never be published: names, places and phone numbers, in a list that is kept outside the repository.

Every byte that is about to be published is searched for them, however it is spelt, marked up or encoded. What is told
names the place and the line of the list, never the word: the log of a build may be public.
"""

from plugins.consent.private_words.given import FILE as LIST
from plugins.consent.private_words.given import PrivateWordsRefused, given_words
from plugins.consent.private_words.search import Hit, PrivateWords

__all__ = ["LIST", "Hit", "PrivateWords", "PrivateWordsRefused", "given_words"]
