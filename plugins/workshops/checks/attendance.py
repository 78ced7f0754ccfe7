"""Attendance names groups, and nobody; and a quote from a group of which one person came is that person's.

What a name looks like is a guess, so that this only asks: no program knows every name, nor every group.
"""

import re
from collections.abc import Iterator

from plugins.patterns import lazy_pattern
from plugins.problems import Finding
from plugins.workshops.record.post import Post

_TITLE = lazy_pattern(r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Rev|Sir|Dame|Lady|Cllr|Councillor)\.? (?=[A-Z])")
_ADDED = lazy_pattern(r"\s*(?:[,;:(/–—]|\b(?:from|of|at|for)\b|\s-\s)")
_NAME = lazy_pattern(r"[^\W\d_]+(?:['’-][^\W\d_]+)*\.?")
_PARTICLES = frozenset(("al", "bin", "da", "de", "del", "den", "der", "di", "dos", "du", "la", "le", "van", "von"))
_OF_GROUPS = frozenset(
    """
    academy advice adults advocacy advocates agency alliance apprentices association authority board borough business
    care carers central centre charity children citizens city clinic club college commissioning committee communities
    community company corporate council councillors county department director district doctors education employment
    everybody everyone executive facilitators families family finance forum foster foundation group groups head health
    home homes hospital housing independent information jobcentre justice leader leaders leavers leaving library
    looked management manager managers mental mentors ministry museum national neighbours network nhs nurse nurses
    offending office officer officers options organisation others panel parenting parents participation partners
    partnership people personal police policy practice probation professionals project public region regional
    residential review royal safeguarding school schools secondary senior service services social society sports staff
    students supported support supporters team teams teacher teachers tenants therapy training transitions trust
    trustees university virtual visitors voice volunteer volunteers women worker workers youth
    """.split()  # noqa: SIM905 - a list of words
)
"""Words of which groups and offices are made, and people's names are not."""


def people_named(post: Post) -> Iterator[Finding]:
    """Groups under attendance that look like a person's name."""
    for index, group in enumerate(post.workshop.attendance if post.workshop else ()):
        if (group.count or 1) == 1 and _is_like_a_name(group.group):
            message = (
                f'found "{group.group}"; is this a person? Nobody who came is named unless they asked for it: '
                "write the group that they came from, such as “Housing”"
            )
            yield ("workshop", "attendance", index, "group"), message, "person-named"


def _is_like_a_name(written: str) -> bool:
    if _TITLE.match(written):
        return True
    named = _ADDED.split(written, maxsplit=1)[0]
    words = named.split()
    is_capital = all(word in _PARTICLES or _is_capital(word) for word in words)
    is_group = any(word.casefold().strip(".") in _OF_GROUPS for word in words)
    return 1 < len(words) < 5 and words[0] not in _PARTICLES and is_capital and not is_group


def _is_capital(word: str) -> bool:
    """Whether a word is written as names are: `Siân`, `O’Dell`, `J.`, and not `LAC` or `carers`."""
    return bool(_NAME.fullmatch(word)) and word[0].isupper() and (len(word.strip(".")) == 1 or not word.isupper())


def quotes_of_one(post: Post) -> Iterator[Finding]:
    """Quotes from a group of which one person came."""
    attendance = post.workshop.attendance if post.workshop else ()
    alone = [group.group for group in attendance if group.count == 1]
    for index, quote in enumerate(post.feedback.quotes if post.feedback else ()):
        for group in alone:
            if quote.who and f" {_singular(group)} " in f" {_singular(quote.who)} ":
                message = (
                    f'found "{quote.who}", and one person came from “{group}”: whoever knows that knows who said it. '
                    "Write it so that it can be several people, or ask them whether they mind"
                )
                yield ("feedback", "quotes", index, "who"), message, "quote-of-one"


def _singular(words: str) -> str:
    return " ".join(word.removesuffix("s") for word in re.findall(r"\w+", words.casefold()))
