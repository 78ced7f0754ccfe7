"""A post: everything that one Markdown file says in its front matter."""

from dataclasses import dataclass
from typing import Annotated, Literal

from plugins.contract.values import FilePath, Id, Language, Text, Words
from plugins.moments import When
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

    term: Annotated[Text, "The word, as it is written in the story."]
    means: Annotated[Words, "What it means, in plain words."]


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """A moment of the project that is no workshop."""

    when: Annotated[When, "When it was."]
    title: Annotated[Text, "What happened, in a few words."]
    text: Annotated[Words | None, "More about it."] = None
    image: Annotated[FilePath | None, "One of the post's photos."] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comments:
    """Whether readers can answer under this post."""

    open: Annotated[bool, "`false` closes comments."] = True
    closes: Annotated[When | None, "The last day on which readers can answer."] = None
    prompt: Annotated[Words | None, "A question to the readers; it is shown while they can answer."] = None
    provider: Annotated[CommentsProvider | None, "Where comments are kept, when not the diary's usual."] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One post, workshop or standing page."""

    title: Annotated[Text, "The heading of the page."]
    date: Annotated[When | None, "When it is published; a date to come schedules it."] = None
    updated: Annotated[
        When | None, "When it was last changed in a way readers should know of, such as a new day: calendars go by it."
    ] = None
    status: Annotated[PostStatus, "`draft`, `published` or `hidden`."] = "published"
    summary: Annotated[Words | None, "A sentence or two for lists; else the story's first paragraph."] = None
    author: Annotated[Text | None, "Who wrote it."] = None
    tags: Annotated[tuple[Text, ...], "What it is about, in a word or two each."] = ()
    lang: Annotated[Language | None, "The language it is written in, such as `en-GB`."] = None
    slug: Annotated[Id | None, "The last part of its address, when not the name of its file or folder."] = None
    image: Annotated[FilePath | None, "The photo for cards and lists."] = None
    easy_read: Annotated[tuple[Words, ...], "The story in short sentences, one idea each."] = ()
    glossary: Annotated[tuple[GlossaryTerm, ...], "Words that need explaining."] = ()
    milestones: Annotated[tuple[Milestone, ...], "Moments for the timeline, beside the workshops."] = ()
    comments: Annotated[Comments | Literal["off"] | None, "How readers can answer, or `off`."] = None
    photos: Annotated[tuple[Photo, ...], "The photographs that lie beside the post."] = ()
    workshop: Annotated[Workshop | None, "The workshop that this post is about."] = None
    agenda: Annotated[tuple[AgendaItem, ...], "What the session was made of."] = ()
    votes: Annotated[tuple[Vote, ...], "What was voted on."] = ()
    feedback: Annotated[Feedback | None, "What people said of the session."] = None
    answers: Annotated[tuple[Answer, ...], "What was done about what people asked for."] = ()
    ideas: Annotated[tuple[Idea, ...], "Services that people proposed."] = ()
    personas: Annotated[tuple[Persona, ...], "Made-up people who stand for many."] = ()
    journeys: Annotated[tuple[Journey, ...], "What somebody goes through."] = ()
    blueprints: Annotated[tuple[Blueprint, ...], "How services work."] = ()
    prototypes: Annotated[tuple[Prototype, ...], "Ideas tried out in practice."] = ()
