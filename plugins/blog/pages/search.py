"""The search: its page, with everything from A to Z, and the index that a browser fetches."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache, partial
from hashlib import sha256
from itertools import groupby

from plugins.blog.pages.cards import tag_link, workshop_label
from plugins.blog.pages.frames import footer, frame, navigation
from plugins.blog.search_index import PIECES, SearchDocument, folded_words, index, word_weights
from plugins.blog.site_model import SiteModel
from plugins.blog.views.gathered import Findable, LetterGroup, SearchPage
from plugins.engine.page import PlannedFile
from plugins.words import search as words
from plugins.workshops.diary import DiaryEntry
from plugins.workshops.views.export import ExportContext, post_export

_NO_WORDS = frozenset(
    {
        *("version", "url", "id", "idea", "from", "persona", "to", "vote", "lang"),
        *("status", "method", "counts", "counting", "kind", "date", "updated", "start", "end"),
        *("when", "closed", "tested", "previously", "file", "ranking", "composite"),
    }
)
"""Fields of the record whose values are no words of a reader."""
_Found = tuple[Findable, Callable[[], tuple[str, ...]]]


def search_page(model: SiteModel) -> SearchPage:
    """The page that is searched on; without a script it is a list of everything."""
    settings = model.settings
    tags = (tag_link(settings, tag) for tag in model.listing.tags)
    pages = (
        *(page for page, _ in _findable(model)),
        *(Findable(title=tag.label, href=tag.href, about=words.TAG, language=tag.language) for tag in tags),
    )
    listed = sorted(
        (*pages, *_sections(model, without={page.href for page in pages})),
        key=lambda page: (folded_words(page.title), page.title),
    )
    return SearchPage(
        frame=frame(
            model,
            title=words.TITLE,
            address="search/",
            description=words.DESCRIPTION,
            scripts=("stemmer.js", "search.js"),
        ),
        index=settings.href("search/"),
        letters=tuple(LetterGroup(letter=letter, pages=tuple(group)) for letter, group in groupby(listed, key=_letter)),
    )


def _sections(model: SiteModel, *, without: Collection[str]) -> Iterator[Findable]:
    """The pages to which every page leads, but for the search itself."""
    settings, publication = model.settings, model.publication
    for link in (*navigation(settings, publication), *footer(settings, publication)):
        if link.href.endswith("/") and link.href not in {*without, settings.href("search/")}:
            yield Findable(title=link.label, href=link.href, about=words.PAGE, language=link.language)


def search_files(model: SiteModel) -> Iterator[PlannedFile]:
    """What the script asks for: what each page says, the words in pieces, and the pages that can be found.

    What a page says has its name from the page's address alone: two addresses may differ only by a sign that no file
    may have in its name, and a word explained may be longer than such a name.
    """
    found = [_FoundPage(model, page, passages) for page, passages in _findable(model)]

    @cache
    def pieces() -> Mapping[str, Mapping[str, list[int]]]:
        made = index(page.weights for page in found)
        model.kept_texts["search"].learnt()
        return made

    yield from (PlannedFile(f"search/texts/{page.name}.json", page.texts) for page in found)
    for piece in PIECES:
        yield PlannedFile(f"search/words-{piece}.json", partial(lambda piece: _json(pieces()[piece]), piece))
    yield PlannedFile("search/index.json", partial(_list, found))


def _list(found: Iterable["_FoundPage"]) -> bytes:
    return _json({"irregular": words.IRREGULAR, "pages": [page.row for page in found]})


class _FoundPage:
    """A page that can be found. What it says is read once, for its file; its words are weighed then."""

    def __init__(self, model: SiteModel, page: Findable, passages: Callable[[], tuple[str, ...]]) -> None:
        self._page, self._passages, self._kept = page, passages, model.kept_texts["search"]
        self.name = sha256(page.href.removeprefix(model.settings.root).encode()).hexdigest()[:16]
        self._weights = ""

    def texts(self) -> bytes:
        texts = self._passages()
        page = self._page
        document = SearchDocument(title=page.title, texts=texts, is_english=page.language is None)
        self._weights = word_weights(document, self._kept)
        return _json(texts)

    @property
    def weights(self) -> str:
        if not self._weights:
            self.texts()
        return self._weights

    @property
    def row(self) -> dict[str, str]:
        page = self._page
        language = {"lang": page.language.tag, "dir": page.language.direction} if page.language else {}
        return {"title": page.title, "href": page.href, "about": page.about, "texts": self.name, **language}


def _findable(model: SiteModel) -> Iterator[_Found]:
    """Every post that is in lists, every standing page, idea and word explained, each with a way to what it says."""
    settings = model.settings
    for entry in (*model.series.entries, *model.publication.pages.values()):
        page = Findable(
            title=entry.post.title,
            href=settings.entry_href(entry),
            about=workshop_label(settings, entry) or (words.PAGE if entry.kind == "page" else words.POST),
            language=settings.language_of(entry),
        )
        yield page, partial(_passages, model, entry)
        for idea in entry.post.ideas:
            href = model.ideas.href(idea.id)
            about = (model.texts.text(entry, idea.about),) if idea.about else ()
            if href:
                named = Findable(title=idea.name, href=href, about=words.IDEA, language=page.language)
                yield named, partial(tuple, about)
    for term, entry in model.texts.terms:
        said = (model.texts.meaning(term, entry),)
        language = settings.language_of(entry)
        yield Findable(title=term.term, href=term.href, about=words.TERM, language=language), partial(tuple, said)


def _passages(model: SiteModel, entry: DiaryEntry) -> tuple[str, ...]:
    """What a post says: its story, paragraph by paragraph, and what the record lets others have of the rest."""
    story = filter(None, map(str.strip, model.texts.stories[entry.source].text.splitlines()))
    context = ExportContext(address="", text=partial(model.texts.text, entry))
    record = post_export(entry, context)
    del record["title"]
    return tuple(dict.fromkeys((*story, *_said(record))))


def _said(value: object) -> Iterator[str]:
    """Every text of a record as data; no number is one."""
    if isinstance(value, dict):
        for field, held in value.items():
            yield from _said(held) if field not in _NO_WORDS else ()
    elif isinstance(value, list):
        for held in value:
            yield from _said(held)
    elif isinstance(value, str):
        yield value


def _letter(page: Findable) -> str:
    return next((word[0].upper() for word in folded_words(page.title)), words.NO_LETTER)


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
