"""A site made of a diary, with everything that is looked for in it: stories, pictures, private words.

What the last look would refuse because of a post is found first: with file and line, before anything is made of it.
Each rule is the last look's own, or asks the definition that it asks; there is no second list.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from plugins.blog.accessibility_test import accessibility_test_findings
from plugins.blog.cards import made_cards
from plugins.blog.disclosure_checks import disclosures_in
from plugins.blog.documents import TEMPLATE, made_documents, planned_documents
from plugins.blog.lost_threads import lost_threads
from plugins.blog.materials import materials_handed_out, refused_materials
from plugins.blog.own_addresses import lost_addresses
from plugins.blog.pages.book import book
from plugins.blog.pages.easy_read import booklets
from plugins.blog.pages.hand_outs import hand_outs
from plugins.blog.pages.share_cards import planned_cards
from plugins.blog.pages.site import planned_pages
from plugins.blog.pages.unshared_quotes import cards_without_unshared, without_unshared
from plugins.blog.privacy import private_words_in
from plugins.blog.publication import Publication
from plugins.blog.settings import BlogSettings
from plugins.blog.site_model import SiteModel, site_model
from plugins.blog.theme_assets import theme_assets
from plugins.blog.trial_build import LastLook
from plugins.comments.discussion import SILENT, Discussion
from plugins.consent.disclosures import machine_folders
from plugins.consent.private_words import PrivateWords
from plugins.consent.private_words.findings import printable
from plugins.consent.quoted_words import QuotedWords, phrases
from plugins.consent.register import Register, read_register
from plugins.documents import Design
from plugins.photos.card import CardColours
from plugins.photos.pipeline import Pipeline
from plugins.problems import Problem
from plugins.publishing.lastlook.withheld import Audit, Withheld
from plugins.records import dataclass
from plugins.story import KeptStories
from plugins.workshops.diary import Diary, DiaryEntry
from plugins.workshops.intake import Contents
from plugins.workshops.intake.dangling_references import without_broken_references

Made = tuple[SiteModel, tuple[Problem, ...]]


def _nothing_wrong(_folder: Path) -> tuple[Problem, ...]:
    return ()


_CARD_NOTES = ("note-insight", "note-opportunity", "note-idea", "note-quote")


@dataclass(frozen=True, slots=True)
class Making:
    """What a site is made with, beside the diary, and how a built site is looked at before it goes out."""

    settings: BlogSettings
    output: Path
    pipeline: Pipeline
    discussion: Discussion = SILENT
    words: PrivateWords | None = None
    last_look: LastLook = _nothing_wrong
    kept: KeptStories | None = None

    def model(self, contents: Contents, diary: Diary, *, broken: bool = False) -> Made:
        """The site of a diary that is part of these contents, and the findings of it."""
        planned, problems = site_model(
            self.settings,
            diary,
            broken=broken,
            pipeline=self.pipeline,
            discussion=self.discussion,
            kept=self.kept,
        )
        discussion, kept_back = self._fit_to_show(planned.publication, contents)
        planned = replace(planned, discussion=discussion, unshared=phrases(contents.unshared_quotes))
        made, not_made = _with_kept_files(planned, self.pipeline, contents.unshared_quotes, broken=broken)
        refused = _refusals(made, contents, output=self.output, broken=broken)
        private = private_words_in(diary, made.publication, self.words) if self.words else ()
        lost = lost_threads(self.discussion, contents)
        return made, (*problems, *not_made, *refused, *private, *kept_back, *lost)

    def _fit_to_show(self, publication: Publication, contents: Contents) -> tuple[Discussion, Iterable[Problem]]:
        if not self.discussion.threads:
            return self.discussion, ()
        from plugins.blog.comment_screening import fit_to_show

        written, private = contents.entries, self.words
        return fit_to_show(
            self.discussion, publication, self.settings, written=written, private=private, output=self.output
        )


def whole(contents: Contents, make: Making, *, findings: Iterable[Problem] = (), without: Collection[str] = ()) -> Made:
    """The site of everything but the entries of these sources, and every finding; `findings` are known beforehand."""
    diary, problems = contents.whole(without=without)
    broken = any(problem.stops for problem in problems)
    made, further = make.model(contents, without_broken_references(diary) if broken else diary, broken=broken)
    return made, printable((*problems, *findings, *further), make.words)


def _with_kept_files(
    model: SiteModel, pipeline: Pipeline, unshared: Iterable[tuple[str, str]], *, broken: bool
) -> Made:
    """The model with its PDFs and cards; where no picture is rendered, none of them is made."""
    quotes = QuotedWords(unshared)
    planned, lost = without_unshared((*hand_outs(model), *booklets(model), *book(model)), quotes)
    has_cards = model.settings.has_cards and not model.settings.preview
    by_source = {entry.source: entry for entry in model.publication.entries}
    cards, no_cards = cards_without_unshared(planned_cards(model) if has_cards else (), quotes, by_source)
    if broken or not pipeline.renders or not (planned or cards):
        return replace(model, documents=planned_documents(planned)), (*lost, *no_cards)
    colours = _light_colours(model.settings)
    documents, problems = made_documents(planned, Design(model.settings.theme / TEMPLATE, colours), pipeline.store)
    made = made_cards(cards, _inks(colours), pipeline)
    return replace(model, documents=documents, cards=made), (*lost, *problems, *no_cards)


def _light_colours(settings: BlogSettings) -> Mapping[str, str]:
    """The colours of the diary in the light, by the names of their tokens."""
    colours = theme_assets(settings).colours
    return {name: colour.light for name, colour in colours.items()}


def _inks(colours: Mapping[str, str]) -> CardColours:
    paper, ink, accent, *notes = (colours[name] for name in ("paper", "ink", "accent", *_CARD_NOTES))
    return CardColours(paper=paper, ink=ink, accent=accent, notes=tuple(notes))


def _refusals(model: SiteModel, contents: Contents, *, output: Path, broken: bool) -> Iterator[Problem]:
    """Every finding of them. `output` is the folder of the site; contents hold also what this site goes without.

    A `broken` diary has findings already, so nothing of it is published.
    """
    settings = model.settings
    register, _ = read_register(settings.content / "consent.yml", source="", zone=settings.zone)
    machine = machine_folders(output.resolve().parent, settings.content)
    yield from disclosures_in(model.diary, model.texts, register.consents, machine)
    if handed_out := materials_handed_out(model.publication):
        yield from refused_materials(model.texts, handed_out, _withheld(settings, contents.entries, register), machine)
    yield from lost_addresses(model, unread=contents.unread if broken else ())
    shown = model.publication.entries
    yield from accessibility_test_findings(settings, shown, pages=lambda: sum(1 for _ in planned_pages(model)))


def _withheld(settings: BlogSettings, written: Sequence[DiaryEntry], register: Register) -> Withheld:
    """What hand-outs must not say; what is not out yet may well say what they do."""
    texts = Audit(settings.content, register, settings.now, settings.zone).kept_back(written)
    return Withheld(tuple(each for each in texts if not each.address), frozenset(register.consents), {})
