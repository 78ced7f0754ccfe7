"""Photos in what others keep: on the cards of links, in hand-outs, booklets and books.

Which photos may not stand there follows from the record and the register; whether one does is seen by looking. Where a
photo that may be there is more alike, it is that one: two of one room are hard to tell apart.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path, PurePosixPath

from plugins.documents.epub import parts_inside
from plugins.pdf import Unreadable, document
from plugins.photos.picture_kinds import UnreadableError
from plugins.problems import Problem
from plugins.publishing.lastlook.destination import destination
from plugins.publishing.lastlook.site import BuiltSite
from plugins.records import dataclass

_WITH_PICTURES = re.compile(rb"/(?:DCTDecode|DCT|JPXDecode)\b")
"""What stands in a PDF with a photo; no other is read once more."""
_PICTURE = re.compile(rb"\xff\xd8\xff|\x89PNG|RIFF|GIF8")
_ALIKE, _PLAIN = 0.9, 0.99
"""From here on a picture shows a photo, and a card has nothing beside its words but what the site's own card has."""
_WHOLE_DIARY = ""


@dataclass(frozen=True, slots=True)
class PostPhoto:
    """A photo beside a published post, whose address it has; `kept_back` says why others may not keep it."""

    address: str
    source: str
    file: Path
    kept_back: str = ""


def kept_picture_faults(site: BuiltSite, photos: Iterable[PostPhoto]) -> Iterator[Problem]:
    """Where a photo stands that others may not keep."""
    posts = defaultdict[str, list[PostPhoto]](list)
    for photo in photos:
        posts[photo.address].append(photo)
    documents = _documents(site)
    for address, beside in posts.items():
        if any(photo.kept_back for photo in beside):
            yield from _on_card(site, f"{address}index.html", beside)
            paths = dict.fromkeys((*documents.get(PurePosixPath(address).name, ()), *documents.get(_WHOLE_DIARY, ())))
            for path in paths:
                for picture in _pictures_in(path, site.files[path]):
                    yield from _shown(site, path, picture, beside)


def _on_card(site: BuiltSite, page: str, beside: Sequence[PostPhoto]) -> Iterator[Problem]:
    card, own = _card(site, page), _card(site, "index.html")
    is_plain = own and card and _likeness(site.files[card], site.files[own], beside_square=True) > _PLAIN
    if card and not is_plain:
        yield from _shown(site, card, site.files[card], beside, beside_square=True)


def _card(site: BuiltSite, path: str) -> str:
    """The picture that chats show of a page, where it is one of this site."""
    named = [meta.attributes for meta in site.pages[path].all("meta")] if path in site.pages else []
    shown = (each.get("content", "") for each in named if each.get("property") == "og:image")
    return next((found for each in shown if (found := destination(site, site.address, each).path) in site.files), "")


def _documents(site: BuiltSite) -> Mapping[str, Sequence[str]]:
    """Every file in which a photo may stand, by the names that lead to a post."""
    found = defaultdict[str, list[str]](list)
    for path, content in site.files.items():
        place = PurePosixPath(path)
        if place.suffix.lower() == ".epub" or (place.suffix.lower() == ".pdf" and _WITH_PICTURES.search(content)):
            for name in {place.stem, place.parent.name} if place.parent.name else (_WHOLE_DIARY,):
                found[name].append(path)
    return found


def _pictures_in(path: str, content: bytes) -> Iterator[bytes]:
    """What cannot be read is told by a rule of its own."""
    with suppress(Unreadable):
        if path.lower().endswith(".pdf"):
            yield from (picture for name, picture in document(content).files if name == "picture")
        else:
            yield from (part for part in parts_inside(content) if _PICTURE.match(part))


def _shown(
    site: BuiltSite, path: str, picture: bytes, beside: Sequence[PostPhoto], *, beside_square: bool = False
) -> Iterator[Problem]:
    alike = [
        (_likeness(picture, photo.file.read_bytes(), beside_square=beside_square), photo)
        for photo in beside
        if photo.file.is_file()
    ]
    most, photo = max(alike, key=lambda each: each[0], default=(0, beside[0]))
    if photo.kept_back and most > _ALIKE:
        message = f"found the picture {photo.file.name}, a photograph {photo.kept_back} ({photo.source})"
        yield site.finding(path, 0, message, "withheld")


def _likeness(shown: bytes, photo: bytes, *, beside_square: bool) -> float:
    """A late import: most sites have nothing to compare. What is no picture is like nothing."""
    from plugins.photos.imaging.likeness import likeness

    try:
        return likeness(shown, photo, beside_square=beside_square)
    except UnreadableError:
        return 0
