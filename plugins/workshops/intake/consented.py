"""A post without what nobody agreed to any more.

Words and pictures whose consent has run out or was withdrawn are taken out of the record itself, before anything is
made of it. No page, feed or file further down can show what it never receives.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from plugins.consent.register import Register, Subject
from plugins.contract.values import FilePath
from plugins.workshops.record.feedback import Quote
from plugins.workshops.record.photo import Photo
from plugins.workshops.record.post import Post

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class ConsentFinding:
    """What is to be said of one consent; it stops the build unless the words or picture are merely left out."""

    path: Path
    message: str
    stops: bool


@dataclass(frozen=True, slots=True)
class Consenting:
    """The register at the moment of the build."""

    register: Register
    now: datetime
    zone: ZoneInfo

    def findings(self, post: Post) -> Iterator[ConsentFinding]:
        """What the register says against the quotes and photos of a post."""
        for path, subject, ids in _bound(post):
            for index, consent_id in enumerate(ids):
                found = self._finding((*path, index), subject, consent_id)
                if found:
                    yield found

    def publishable(self, post: Post) -> Post:
        """The post with the quotes and photos that every consent they need still covers."""
        photos = tuple(photo for photo in post.photos if self._holds("photo", _photo_ids(photo)))
        feedback = post.feedback
        if feedback:
            quotes = tuple(quote for quote in feedback.quotes if self._holds("quote", quote.consent))
            feedback = replace(feedback, quotes=quotes)
        return replace(post, photos=photos, feedback=feedback, image=_kept_image(post, photos))

    def _holds(self, subject: Subject, ids: tuple[str, ...]) -> bool:
        return all(self._standing(subject, consent_id) == "holds" for consent_id in ids)

    def _standing(self, subject: Subject, consent_id: str) -> str:
        return self.register.standing(consent_id, subject, now=self.now, zone=self.zone)

    def _finding(self, path: Path, subject: Subject, consent_id: str) -> ConsentFinding | None:
        standing = self._standing(subject, consent_id)
        if standing == "holds":
            return None
        left_out = f"this {subject} is left out of everything that is published"
        say = {
            "unknown": f'found "{consent_id}", which is not in content/consent.yml; '
            f"add it there, or take the {subject} out",
            "other-subject": f'found "{consent_id}", whose consent does not cover a {subject}; take the {subject} out',
            "run-out": f'the consent "{consent_id}" has run out; {left_out}',
            "withdrawn": f'the consent "{consent_id}" was withdrawn; {left_out}',
        }[standing]
        return ConsentFinding(path, say, stops=standing in ("unknown", "other-subject"))


def _bound(post: Post) -> Iterator[tuple[Path, Subject, tuple[str, ...]]]:
    for index, photo in enumerate(post.photos):
        yield ("photos", index, "consent"), "photo", _photo_ids(photo)
    quotes: tuple[Quote, ...] = post.feedback.quotes if post.feedback else ()
    for index, quote in enumerate(quotes):
        yield ("feedback", "quotes", index, "consent"), "quote", quote.consent


def _photo_ids(photo: Photo) -> tuple[str, ...]:
    return tuple(photo.consent)


def _kept_image(post: Post, photos: tuple[Photo, ...]) -> FilePath | None:
    lost = {photo.file for photo in post.photos} - {photo.file for photo in photos}
    return None if post.image in lost else post.image
