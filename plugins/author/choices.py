"""What can be picked in a form, so that nobody types an id: votes, ideas, asks, personas, photos, consents."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.author.documents import own_folder, posts
from plugins.author.forms.fields import Options
from plugins.author.forms.state import State, state_of
from plugins.consent.register import read_register
from plugins.contract.shape import Part
from plugins.files.names import post_name
from plugins.frontmatter import ContentFile, read_document
from plugins.records import dataclass
from plugins.settings.record import DiarySettings
from plugins.workshops.record.agenda import AgendaPart, Material
from plugins.workshops.record.design import Blueprint, Idea, Journey, Prototype
from plugins.workshops.record.feedback import Answer, Quote
from plugins.workshops.record.photo import Photo
from plugins.workshops.record.post import Milestone, Post
from plugins.workshops.record.vote import Option

_PICTURES = {".jpg", ".jpeg", ".png", ".webp", ".gif", ".tif", ".tiff", ".heic", ".heif", ".avif"}
_NOTES = ("insights", "problems", "opportunities")


@dataclass(frozen=True, slots=True)
class Named:
    """Something that can be pointed at: its id, what it is called, the slug of its page."""

    id: str
    name: str
    slug: str


@dataclass(frozen=True, slots=True)
class Choices:
    """What the whole diary offers, as one form of it sees it.

    `own` is the slug of the post in the form; `titles` are those of all posts, by their files.
    """

    own: str
    consents: Options
    files: tuple[str, ...]
    ideas: tuple[Named, ...] = ()
    asks: tuple[Named, ...] = ()
    personas: tuple[Named, ...] = ()
    notes: tuple[Named, ...] = ()
    prototypes: tuple[Named, ...] = ()
    titles: Options = ()
    form: Mapping[str, State] = field(default_factory=dict)

    def options(self, record: type, name: str, state: Mapping[str, State]) -> Options | None:
        """What can be picked in this field; None where it is typed."""
        found = next((_PICKED[each, name] for each in record.__mro__ if (each, name) in _PICKED), None)
        return found(self, state) if found else None

    def pointed(self, things: tuple[Named, ...]) -> Options:
        """Things of this post by their ids alone, those of others with their page."""
        return tuple((each.id if each.slug == self.own else f"{each.slug}#{each.id}", each.name) for each in things)


def choices(content: Path, file: ContentFile, form: Mapping[str, State], zone: ZoneInfo) -> Choices:
    """Everything that can be picked while `form` is filled in for a file."""
    every: list[tuple[str, Mapping[str, State]]] = [(file.slug, form)]
    titles: list[tuple[str, str]] = []
    for each in (post for post in posts(content) if not post.page):
        document = read_document(each.path, each.source)[0] if each.source != file.source else None
        state = state_of(Part(Post), document.front_matter) if document else None
        if isinstance(state, Mapping):
            every.append((each.slug, state))
        titles.append((each.source, _title(state) or each.slug))
    register = read_register(content / "consent.yml", source="consent.yml", zone=zone)[0]
    return Choices(
        own=file.slug,
        consents=tuple((name, f"{name}: {', '.join(consent.covers)}") for name, consent in register.consents.items()),
        files=tuple(_beside(file)),
        ideas=tuple(_named(every, ("ideas",), "name")),
        asks=tuple(_named(every, ("feedback", "even_better_if"), "said")),
        personas=tuple(_named(every, ("personas",), "name")),
        notes=tuple(each for kind in _NOTES for each in _named(every, ("journeys", "stages", kind), "text")),
        prototypes=tuple(_named(every, ("prototypes",), "idea")),
        titles=tuple(titles),
        form=form,
    )


def _title(state: State | None) -> str:
    title = state.get("title") if isinstance(state, Mapping) else ""
    return title if isinstance(title, str) else ""


def _beside(file: ContentFile) -> Iterator[str]:
    """Files in the folder of a post, and in those below it; a post without a folder of its own has none."""
    folder = own_folder(file)
    if folder:
        for place in sorted(folder.rglob("*")):
            is_post = post_name(place.name).endswith(".md")
            if place.is_file() and not place.is_symlink() and not place.name.startswith(".") and not is_post:
                yield place.relative_to(folder).as_posix()


def pictures_beside(file: ContentFile) -> tuple[str, ...]:
    """Pictures in the folder of a post, and in those below it."""
    return tuple(each for each in _beside(file) if Path(each).suffix.casefold() in _PICTURES)


def _named(every: list[tuple[str, Mapping[str, State]]], steps: tuple[str, ...], name: str) -> Iterator[Named]:
    for slug, state in every:
        for each in _records(state, steps):
            own = each.get("id")
            if isinstance(own, str) and own:
                called = each.get(name)
                yield Named(own, called if isinstance(called, str) and called else own, slug)


def _records(state: State | None, steps: tuple[str, ...]) -> Iterator[Mapping[str, State]]:
    """Every record at the end of these steps, through lists."""
    if isinstance(state, tuple):
        for item in state:
            yield from () if item.is_gone else _records(item.value, steps)
    elif isinstance(state, Mapping):
        if steps:
            yield from _records(state.get(steps[0]), steps[1:])
        else:
            yield state


def _votes(choices: Choices, _state: Mapping[str, State]) -> Options:
    votes = _named([(choices.own, choices.form)], ("votes",), "question")
    return tuple((each.id, each.name) for each in votes)


def _photos(choices: Choices, _state: Mapping[str, State]) -> Options:
    files = (each.get("file") for each in _records(choices.form, ("photos",)))
    return tuple((each, each) for each in files if isinstance(each, str) and each)


def _pictures(choices: Choices, _state: Mapping[str, State]) -> Options:
    return tuple((each, each) for each in choices.files if Path(each).suffix.casefold() in _PICTURES)


def _documents(choices: Choices, _state: Mapping[str, State]) -> Options:
    return tuple((each, each) for each in choices.files)


def _consents(choices: Choices, _state: Mapping[str, State]) -> Options:
    return choices.consents


def _ideas(choices: Choices, _state: Mapping[str, State]) -> Options:
    return tuple((each.id, each.name) for each in choices.ideas)  # An idea's id is the only one in the whole diary.


def _pages(choices: Choices, state: Mapping[str, State]) -> Options:
    """Standing pages, those of the menu first, in its order."""
    pages = {Path(source).stem: title for source, title in choices.titles if source.split("/")[1] == "pages"}
    menu = state.get("menu")
    listed = [name for name in (menu.split("\n") if isinstance(menu, str) else ()) if name in pages]
    return tuple((name, pages[name]) for name in dict.fromkeys((*listed, *pages)))


_PICKED: Mapping[tuple[type, str], Callable[[Choices, Mapping[str, State]], Options]] = {
    (AgendaPart, "vote"): _votes,
    (DiarySettings, "menu"): _pages,
    (Material, "file"): _documents,
    (Photo, "file"): _pictures,
    (Photo, "consent"): _consents,
    (Quote, "consent"): _consents,
    (Post, "image"): _photos,
    (Milestone, "image"): _photos,
    (Option, "idea"): _ideas,
    (Prototype, "idea"): _ideas,
    (Blueprint, "idea"): _ideas,
    (Answer, "to"): lambda choices, _state: choices.pointed(choices.asks),
    (Journey, "persona"): lambda choices, _state: choices.pointed(choices.personas),
    (Idea, "from"): lambda choices, _state: choices.pointed(choices.notes),
}
"""What is picked, by record and field. The ids of a ranking are typed, a line each: their order is what they say."""
