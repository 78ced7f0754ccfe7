"""What keeps a comment off the page, whoever approved it: the words that no page may say, and what was withdrawn.

The last look refuses a site that holds one of them, and a site that is refused keeps the next withdrawal waiting. So a
moderator cannot approve such a comment, an import leaves it out, and a build shows the page without it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from urllib.parse import unquote

from plugins.comments.archive import ArchivedComment, ArchivedThread
from plugins.comments.sanitising import clean_html, plain_words, shown_name, summary, words_as_sent
from plugins.consent.disclosures import EMAIL, consent_references, folder_in, is_like_a_reference
from plugins.consent.private_words import PrivateWords
from plugins.consent.word_runs import Run, runs_in, words_in_file
from plugins.records import dataclass
from plugins.unicode import readings

_AS_A_PAGE = ".html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """What is looked for.

    `consents` are the register's references; where they are not known (None), whatever looks like one counts. `machine`
    are the folders of this computer, `withheld` what was withdrawn or is not out yet, each with its runs of words.
    """

    consents: frozenset[str] | None = None
    private: PrivateWords | None = None
    machine: tuple[bytes, ...] = ()
    withheld: tuple[tuple[str, frozenset[Run]], ...] = ()

    def reasons(self, name: str, html: str) -> tuple[str, ...]:
        """Everything that a comment holds and may not, none of it in its own words; empty if it may be shown."""
        shown, text = shown_name(name), clean_html(html).html
        said = (shown, text, unquote(text), plain_words(html), summary(html), name, words_as_sent(html))
        texts = tuple(dict.fromkeys(reading for each in said for reading in readings(each)))
        return tuple(dict.fromkeys((*self._disclosed(texts), *self._private(texts), *self._withheld(texts))))

    def _disclosed(self, texts: tuple[str, ...]) -> Iterator[str]:
        if any(map(EMAIL.search, texts)):
            yield "an e-mail address"
        if any(folder_in(text.encode(), self.machine) for text in texts):
            yield "a folder of somebody's computer"
        if any(map(self._names_consent, texts)):
            yield "a consent's reference"

    def _names_consent(self, text: str) -> bool:
        if self.consents is None:
            return is_like_a_reference(text)
        return any(consent_references(text, self.consents))

    def _private(self, texts: tuple[str, ...]) -> Iterator[str]:
        if self.private is not None:
            hits = (hit for text in texts for hit in self.private.in_file(_AS_A_PAGE, text.encode()))
            yield from (f"line {hit.entry} of the private words" for hit in hits)

    def _withheld(self, texts: tuple[str, ...]) -> Iterator[str]:
        lengths = {len(run) for _, given_away in self.withheld for run in given_away}
        spoken = [each for text in texts for each in words_in_file(_AS_A_PAGE, text)] if lengths else []
        said = runs_in(spoken, lengths)
        yield from (f"words of {what}" for what, given_away in self.withheld if given_away & said)


def let_through(thread: ArchivedThread, gate: Gate) -> tuple[ArchivedThread, Mapping[str, tuple[str, ...]]]:
    """The thread without what the gate keeps back, and the reasons by comment.

    A reply to what is kept back hangs below the nearest comment above it that is shown.
    """
    reasons = {comment.id: gate.reasons(comment.name, comment.html) for comment in thread.comments}
    kept_back = {number: reasons for number, reasons in reasons.items() if reasons}
    if not kept_back:
        return thread, {}
    parents = {comment.id: comment.parent for comment in thread.comments}
    shown = tuple(
        _below_what_is_shown(each, parents, kept_back) for each in thread.comments if each.id not in kept_back
    )
    return replace(thread, comments=shown), kept_back


def _below_what_is_shown(
    comment: ArchivedComment, parents: Mapping[str, str | None], kept_back: Mapping[str, object]
) -> ArchivedComment:
    parent = comment.parent
    while parent is not None and parent in kept_back:
        parent = parents[parent]
    return comment if parent == comment.parent else replace(comment, parent=parent)
