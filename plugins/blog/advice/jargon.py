"""Words that only people of the trade know, where no post's glossary has an entry for them.

Letters such as PA that stand for words, and a list of what is said in and around leaving care. A name is no jargon:
“the Corporate Parenting Service” is called so. What the sentence explains itself is explained.
"""

import re
from collections.abc import Iterable, Iterator

from plugins.blog.advice.word_lists import KNOWN_LETTERS, OF_THE_TRADE, SHOUTED

_HYPHEN = re.compile("[- ]")
_LETTERS = re.compile(r"(?<![\w&’'./@!\[#-])[A-Z]{2,6}(?=s?(?![\w&/@-]))(?!\.\w)")
_TRADE = re.compile(
    rf"(?<![\w-])(?:{'|'.join(_HYPHEN.sub('[- ]?', term) for term in OF_THE_TRADE)})s?(?![\w-])", re.IGNORECASE
)
_MEANS = (
    r"(?:means?\b|stands? for\b|short for\b|that is\b|who\b|which\b|called\b|"
    r"(?:is|are|was) (?:an?|the|what|when|how|people|somebody|someone|short|your|our)\b)"
)
_CAPITALS = re.compile(r"[A-Z]{2,}")


def unexplained(text: str, entries: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Where each word of jargon first stands, and what to do about it; `entries` are the terms of the glossaries."""
    known = [f" {_letters(term)} " for term in entries]
    told: set[str] = set()
    for pattern, is_no_jargon, message in (
        (_LETTERS, _is_known_or_shouted, "“{}” is short for something; add it to a glossary, or write it out"),
        (_TRADE, _is_name, "“{}” is a word of the trade; add it to a glossary, or say it in everyday words"),
    ):
        for found in pattern.finditer(text):
            word = found[0]
            is_told = _letters(word) in told
            if not (is_told or is_no_jargon(found, text) or _is_entry(word, known) or _is_spelt_out(word, text)):
                told.add(_letters(word))
                yield found.start(), message.format(word)


def _is_known_or_shouted(found: re.Match[str], text: str) -> bool:
    """Whether everybody knows these letters, or they are a word that somebody shouts, alone or with others."""
    letters = found[0]
    line = text[text.rfind("\n", 0, found.start()) + 1 :].partition("\n")[0]
    around = (*text[: found.start()].split()[-1:], *text[found.end() :].split()[:1])
    return (
        letters in KNOWN_LETTERS
        or letters.lower() in SHOUTED
        or bool(re.search(rf"\b{letters.lower()}\b", text))
        or text[found.end() :].startswith("!")
        or any(_CAPITALS.fullmatch(word.strip(".,:;!?")) for word in around)
        or (line.isupper() and line.strip() != letters)
    )


def _is_spelt_out(word: str, text: str) -> bool:
    """Whether the text says what it means: `personal adviser (PA)`, `PA (your adviser)`, `PA is short for`."""
    plain = re.escape(word)
    return bool(re.search(rf"\({plain}s?\)|\b{plain}s?[”’\"']?(?: \((?=[^()]+ [^()]+\))|,? {_MEANS})", text))


def _is_name(found: re.Match[str], text: str) -> bool:
    """Whether all its words have capitals, and not for a sentence's sake: `our Virtual School`."""
    words = re.findall(r"[^\W_]+", found[0])
    begins = not re.search(r"[^\s.!?:“‘\"][^\S\n]*[“‘\"]?\Z", text[: found.start()])
    has_capitals = all(word[0].isupper() for word in words)
    follows = re.match(r" [A-Z]", text[found.end() :])
    return has_capitals and (len(words) > 1 or not begins or bool(follows))


def _is_entry(word: str, known: list[str]) -> bool:
    """Whether a glossary has the word: alone, in the plural, among others, or as the first letters of a term."""
    sought = _letters(word)
    initials = ("".join(part[0] for part in term.split()) for term in known if term.strip())
    return any(f" {sought} " in term for term in known) or word.lower() in initials


def _letters(term: str) -> str:
    """`Personal Advisers (PAs)` as `personal adviser pa`."""
    return " ".join(part.removesuffix("s") for part in re.findall(r"[^\W_]+", term.casefold()))
