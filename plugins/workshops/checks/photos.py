"""Photographs are described, agreed to by whoever can be recognised in them, and each is told of once."""

from collections.abc import Iterator

from plugins.frontmatter import Mapping, Scalar, Sequence
from plugins.problems import FieldPath, Finding
from plugins.story import alt_advice
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.record.photo import BlurRegion, People
from plugins.workshops.record.post import Post
from plugins.workshops.record.symbols import SYMBOLS

NEED_NO_CONSENT: frozenset[People] = frozenset({"none", "not-recognisable"})
_NO_ALT = (
    "this is missing; say in a sentence what the photo shows, or write “decorative: true” when there is nothing to say"
)
_NO_CONSENT = (
    "this is missing; a photo of somebody who can be recognised needs their consent: "
    "write its id, as in content/consent.yml"
)


def undescribed_photos(post: Post) -> Iterator[Finding]:
    """Photos without words for somebody who cannot see them, or without the consent they need."""
    for index, photo in enumerate(post.photos):
        place = ("photos", index)
        if photo.alt is None and not photo.decorative:
            yield (*place, "alt"), _NO_ALT, "missing-description"
        if photo.alt is not None and photo.decorative:
            message = "a photo is either described (alt) or decorative; keep one of the two"
            yield (*place, "decorative"), message, "missing-description"
        if photo.people not in NEED_NO_CONSENT and not photo.consent:
            yield (*place, "consent"), _NO_CONSENT, "consent-missing"


def repeated_photos(post: Post) -> Iterator[Finding]:
    """Photos told of twice: what the second says of people and consent would not count for the first."""
    seen: set[str] = set()
    for index, photo in enumerate(post.photos):
        if photo.file in seen:
            message = f'found "{photo.file}" a second time; tell all there is of it in one place'
            yield ("photos", index, "file"), message, "used-twice"
        seen.add(photo.file)


def pictures_that_are_no_photos(post: Post) -> Iterator[Finding]:
    """Pictures for cards, milestones and easy read of which nobody says what they show and who agreed."""
    files = {photo.file for photo in post.photos}
    images: list[tuple[FieldPath, str | None]] = [(("image",), post.image)]
    images += [(("milestones", index, "image"), each.image) for index, each in enumerate(post.milestones)]
    images += [(("easy_read", index, "picture"), each.picture) for index, each in enumerate(post.easy_read)]
    for path, image in images:
        if image is not None and image not in files and not (path[0] == "easy_read" and image in SYMBOLS):
            message = f'found "{image}", which is not under “photos”; add it there, with what it shows and who is in it'
            yield path, message, "picture-unlisted"


def blurs_that_hide_nothing(post: Post) -> Iterator[Finding]:
    """Regions without an inside, or outside the picture: somebody believes that they hide something."""
    for index, photo in enumerate(post.photos):
        for number, region in enumerate(photo.blur):
            if not _inside(region):
                message = "this region hides nothing; draw it over what nobody should recognise"
                yield ("photos", index, "blur", number), message, "blur-hides-nothing"


def blurs_left_blank(entry: DiaryEntry) -> Iterator[Finding]:
    """The word `blur` with nothing behind it: somebody meant to hide something."""
    photos = entry.tree.get("photos")
    for index, photo in enumerate(photos.items if isinstance(photos, Sequence) else (photos,)):
        blur = photo.get("blur") if isinstance(photo, Mapping) else None
        if isinstance(blur, Scalar) and not blur.text.strip():
            message = "no region stands here, so nothing is hidden; draw it, or take “blur:” out"
            yield ("photos", index, "blur"), message, "blur-hides-nothing"


def _inside(region: BlurRegion) -> bool:
    return region.w > 0 and region.h > 0 and region.x < 1 and region.y < 1


def words_to_better(post: Post) -> Iterator[Finding]:
    """What somebody who hears the descriptions would be glad of; nothing here stops a build."""
    for index, photo in enumerate(post.photos):
        better = alt_advice(photo.alt, photo.file) if photo.alt else None
        if better:
            yield ("photos", index, "alt"), better, "description-to-better"
