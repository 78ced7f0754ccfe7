"""A post without what nobody agreed to any more.

Words and pictures whose consent has run out or was withdrawn are taken out of the record itself, before anything is
made of it. No page, feed or file further down can show what it never receives.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from plugins.consent.register import ConsentStatus, Cover, Register, Subject
from plugins.contract.values import FilePath
from plugins.problems import Code, FieldPath
from plugins.records import dataclass
from plugins.words import dates
from plugins.workshops.record.feedback import Quote
from plugins.workshops.record.post import Post

NOTHING: frozenset[str] = frozenset()
"""One for all posts: an empty set of each post's own would be as large as its title and tags."""
_CODES: Mapping[ConsentStatus, Code] = {
    "unknown": "consent-unknown",
    "unread": "consent-unknown",
    "other-subject": "consent-unknown",
    "run-out": "consent-over",
    "withdrawn": "consent-over",
}


@dataclass(frozen=True, slots=True)
class Bound:
    """A photo or quote that is bound to a consent: where its id is written, and what it is needed for."""

    path: FieldPath
    subject: Subject
    consent_id: str


@dataclass(frozen=True, slots=True)
class ConsentFinding:
    """What is to be said of one consent; it stops the build unless the words or picture are merely left out."""

    path: FieldPath
    message: str
    code: Code
    stops: bool


@dataclass(frozen=True, slots=True)
class Consenting:
    """The register at the moment of the build."""

    register: Register
    now: datetime
    zone: ZoneInfo

    def findings(self, post: Post) -> Iterator[ConsentFinding]:
        """What the register says against the quotes and photos of a post, and which consents end soon."""
        for bound in bound_to_consent(post):
            status = self._status(bound.subject, bound.consent_id)
            if status != "holds":
                stops = status in ("unknown", "other-subject")
                yield ConsentFinding(bound.path, self._against(bound, status), _CODES[status], stops)
            elif soon := self.register.ends_soon(bound.consent_id, now=self.now, zone=self.zone):
                until, days = soon
                message = (
                    f'the consent "{bound.consent_id}" ends after {dates.spoken(until)} ({_in_days(days)}); '
                    f"from then on this {bound.subject} is left out: ask in time whether it may stay"
                )
                yield ConsentFinding(bound.path, message, "consent-ends-soon", stops=False)

    def left_out(self, post: Post) -> frozenset[str]:
        """The files of the photos that may not be shown. One that is named twice is shown for neither."""
        return frozenset(photo.file for photo in post.photos if not self._holds("photo", photo.consent)) or NOTHING

    def publishable(self, post: Post) -> Post:
        """The post with the quotes and photos that every consent they need still covers."""
        if post.feedback:
            quotes = tuple(quote for quote in post.feedback.quotes if self.shows(quote))
            post = replace(post, feedback=replace(post.feedback, quotes=quotes))
        left_out = self.left_out(post)
        return without_photos(post, left_out) if left_out else post

    def left_out_quotes(self, post: Post) -> tuple[str, ...]:
        """The words of the quotes that may not be shown."""
        quotes: tuple[Quote, ...] = post.feedback.quotes if post.feedback else ()
        return tuple(quote.words for quote in quotes if not self.shows(quote))

    def unshared_quotes(self, post: Post) -> tuple[str, ...]:
        """The words of the quotes that may not stand in files that readers keep, or nowhere."""
        quotes: tuple[Quote, ...] = post.feedback.quotes if post.feedback else ()
        shareable = self.shareable(post)
        return tuple(each.words for each in quotes if not (self.shows(each) and shareable.issuperset(each.consent)))

    def shareable(self, post: Post) -> frozenset[str]:
        """Which of the consents that a post names cover `share` now."""
        named = {bound.consent_id for bound in bound_to_consent(post)}
        return frozenset(each for each in named if self._holds("share", (each,))) or NOTHING

    def shows(self, quote: Quote) -> bool:
        """Whether a quote may be published."""
        return self._holds("quote", quote.consent)

    def _against(self, bound: Bound, status: ConsentStatus) -> str:
        consent_id, subject = bound.consent_id, bound.subject
        left_out = f"this {subject} is left out of everything that is published"
        meant = self.register.spelt_like(consent_id)
        instead = f"did you mean “{meant}”?" if meant else f"add it there, or take the {subject} out"
        return {
            "unknown": f'found "{consent_id}", which is not in content/consent.yml; {instead}',
            "unread": f'the consent "{consent_id}" cannot be read in content/consent.yml; {left_out}',
            "other-subject": f'found "{consent_id}", whose consent does not cover a {subject}; take the {subject} out',
            "run-out": f'the consent "{consent_id}" has run out; {left_out}',
            "withdrawn": f'the consent "{consent_id}" was withdrawn; {left_out}',
        }[status]

    def _holds(self, subject: Cover, ids: tuple[str, ...]) -> bool:
        return all(self._status(subject, consent_id) == "holds" for consent_id in ids)

    def _status(self, subject: Cover, consent_id: str) -> ConsentStatus:
        return self.register.status(consent_id, subject, now=self.now, zone=self.zone)


def without_photos(post: Post, lost: Collection[str]) -> Post:
    """The post without these files: no photo, no picture for cards, none at a milestone or in easy read."""
    return replace(
        post,
        photos=tuple(photo for photo in post.photos if photo.file not in lost),
        image=_kept(post.image, lost),
        milestones=tuple(replace(each, image=_kept(each.image, lost)) for each in post.milestones),
        easy_read=tuple(replace(each, picture=_kept(each.picture, lost)) for each in post.easy_read),
    )


def bound_to_consent(post: Post) -> Iterator[Bound]:
    """Every use of a consent in a post as it was written, whether it holds or not."""
    for index, photo in enumerate(post.photos):
        for place, consent_id in enumerate(photo.consent):
            yield Bound(("photos", index, "consent", place), "photo", consent_id)
    quotes: tuple[Quote, ...] = post.feedback.quotes if post.feedback else ()
    for index, quote in enumerate(quotes):
        for place, consent_id in enumerate(quote.consent):
            yield Bound(("feedback", "quotes", index, "consent", place), "quote", consent_id)


def _in_days(days: int) -> str:
    return "today" if days == 0 else "tomorrow" if days == 1 else f"in {days} days"


def _kept(image: FilePath | None, lost: Collection[str]) -> FilePath | None:
    return None if image in lost else image
