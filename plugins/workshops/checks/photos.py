"""Photographs are described, and agreed to by whoever can be recognised in them."""

from collections.abc import Iterator

from plugins.workshops.record.post import Post

Path = tuple[str | int, ...]


def undescribed_photos(post: Post) -> Iterator[tuple[Path, str]]:
    """Photos without words for somebody who cannot see them, or without the consent they need."""
    for index, photo in enumerate(post.photos):
        place = ("photos", index)
        if photo.alt is None and not photo.decorative:
            yield (
                (*place, "alt"),
                (
                    "this is missing; say in a sentence what the photo shows, "
                    "or write “decorative: true” when there is nothing to say"
                ),
            )
        if photo.alt is not None and photo.decorative:
            yield (
                (*place, "decorative"),
                "a photo is either described (alt) or decorative; keep one of the two",
            )
        if photo.people == "recognisable" and not photo.consent:
            yield (
                (*place, "consent"),
                (
                    "this is missing; a photo of somebody who can be recognised needs their consent: "
                    "write its id, as in content/consent.yml"
                ),
            )
