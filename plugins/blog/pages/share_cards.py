"""What the pictures say that chats show of links: each post's own, and one for every other page.

Chats keep them: a photo with people on it stands behind the words only if everybody's consent covers `share`.
"""

from collections.abc import Iterator
from dataclasses import replace

from plugins.blog.cards import SITE, PlannedCard
from plugins.blog.pages.cards import workshop_label
from plugins.blog.site_model import SiteModel
from plugins.moments import When
from plugins.photos.card import CardText, can_be_said
from plugins.photos.plan import SHARE, Size
from plugins.words import cards as words
from plugins.words import dates
from plugins.workshops.diary import DiaryEntry


def planned_cards(model: SiteModel) -> Iterator[PlannedCard]:
    """One for the site, and one for each post whose title can be shown."""
    site = model.settings.name
    if can_be_said(site):
        yield PlannedCard(SITE, CardText(title=site), words.described(site, site, ""))
    for entry in model.publication.entries:
        if can_be_said(entry.post.title):
            shared = model.pictures.share(entry)
            photo, alt = shared if shared and shared[0].size == Size(*SHARE) else (None, "")
            text = CardText(site=site, title=entry.post.title, notes=tuple(_notes(model, entry)))
            yield PlannedCard(entry.source, text, words.described(entry.post.title, site, alt), photo, alt)


def _notes(model: SiteModel, entry: DiaryEntry) -> Iterator[str]:
    """Which workshop it is, and the day."""
    if label := workshop_label(model.settings, entry):
        yield label
    start = entry.post.workshop.start if entry.post.workshop else None
    if day := start if isinstance(start, When) else entry.post.date:
        yield dates.spoken(replace(day, clock=None))
