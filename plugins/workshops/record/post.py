"""A post: everything that one Markdown file says in its front matter."""

from typing import Annotated, ClassVar, Literal

from plugins.contract.values import COUNTED, PUBLIC, FilePath, Id, Label, Language, SitePath, Text, Words
from plugins.moments import When
from plugins.records import dataclass
from plugins.workshops.record.agenda import AgendaItem
from plugins.workshops.record.design import Blueprint, Idea, Journey, Persona, Prototype
from plugins.workshops.record.feedback import Answer, Feedback
from plugins.workshops.record.photo import Photo
from plugins.workshops.record.vote import Vote
from plugins.workshops.record.workshop import Workshop

PostStatus = Literal["draft", "published", "hidden"]
CommentsProvider = Literal[
    "isso", "giscus", "utterances", "disqus", "remark42", "comentario", "mastodon", "email", "none"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryTerm:
    """A word that needs explaining [DefinedTerm]."""

    term: Annotated[Text, "The word, as it is written in the story.", PUBLIC]
    means: Annotated[Words, "What it means, in plain words.", PUBLIC]


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """A moment of the project that is no workshop."""

    when: Annotated[When, "When it was.", PUBLIC]
    title: Annotated[Text, "What happened, in a few words.", PUBLIC]
    text: Annotated[Words | None, "More about it.", PUBLIC] = None
    image: Annotated[FilePath | None, "One of the post's photos."] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EasyRead:
    """One idea in a short sentence, and a picture of it."""

    plain: ClassVar[str] = "words"

    words: Annotated[Words, "A short sentence.", PUBLIC]
    picture: Annotated[
        FilePath | None, "One of the post's photos, or a word that has a drawn picture, such as `tea` or `vote`."
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comments:
    """Whether readers can answer under this post."""

    open: Annotated[bool, "`false` closes comments."] = True
    closes: Annotated[When | None, "The last day on which readers can answer."] = None
    prompt: Annotated[Words | None, "A question to the readers; it is shown while they can answer."] = None
    provider: Annotated[CommentsProvider | None, "Where comments are kept, when not the diary's usual."] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupCheck:
    """Who of the people in a post has read it before it was published."""

    by: Annotated[tuple[Text, ...], "Groups and roles, no names."]
    when: Annotated[When | None, "When they read it."] = None
    digest: Annotated[Text | None, "Which words they read; the software writes it."] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One post, workshop or standing page."""

    title: Annotated[Text, "The heading of the page.", PUBLIC]
    date: Annotated[When | None, "When it is published; a date to come schedules it.", PUBLIC] = None
    updated: Annotated[
        When | None,
        "When it was last changed in a way readers should know of, such as a new day: calendars go by it.",
        PUBLIC,
    ] = None
    status: Annotated[PostStatus, "`draft`, `published` or `hidden`."] = "published"
    summary: Annotated[Words | None, "A sentence or two for lists; else the story's first paragraph.", PUBLIC] = None
    author: Annotated[Text | None, "Who wrote it.", PUBLIC] = None
    tags: Annotated[tuple[Label, ...], "What it is about, in a word or two each.", PUBLIC] = ()
    lang: Annotated[Language | None, "The language it is written in, such as `en-GB`.", PUBLIC] = None
    slug: Annotated[Id | None, "The last part of its address, when not the name of its file or folder."] = None
    formerly: Annotated[
        tuple[SitePath, ...],
        "Where it stood before, the first address first: who goes there is led here, and comments and calendars stay.",
    ] = ()
    checked: Annotated[GroupCheck | None, "Who of the group has read it before it was published."] = None
    image: Annotated[FilePath | None, "The photo for cards and lists."] = None
    easy_read: Annotated[tuple[EasyRead, ...], "The story in short sentences, one idea each.", PUBLIC] = ()
    glossary: Annotated[tuple[GlossaryTerm, ...], "Words that need explaining.", PUBLIC] = ()
    milestones: Annotated[tuple[Milestone, ...], "Moments for the timeline, beside the workshops.", PUBLIC] = ()
    comments: Annotated[Comments | Literal["off"] | None, "How readers can answer, or `off`."] = None
    photos: Annotated[tuple[Photo, ...], "The photographs that lie beside the post."] = ()
    workshop: Annotated[Workshop | None, "The workshop that this post is about.", PUBLIC] = None
    agenda: Annotated[tuple[AgendaItem, ...], "What the session was made of.", PUBLIC] = ()
    votes: Annotated[tuple[Vote, ...], "What was voted on.", COUNTED] = ()
    feedback: Annotated[Feedback | None, "What people said of the session.", COUNTED] = None
    answers: Annotated[tuple[Answer, ...], "What was done about what people asked for.", PUBLIC] = ()
    ideas: Annotated[tuple[Idea, ...], "Services that people proposed.", PUBLIC] = ()
    personas: Annotated[tuple[Persona, ...], "Made-up people who stand for many.", PUBLIC] = ()
    journeys: Annotated[tuple[Journey, ...], "What somebody goes through.", PUBLIC] = ()
    blueprints: Annotated[tuple[Blueprint, ...], "How services work.", PUBLIC] = ()
    prototypes: Annotated[tuple[Prototype, ...], "Ideas tried out in practice.", PUBLIC] = ()
