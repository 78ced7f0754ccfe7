"""How readers answer: a form, something that is loaded from elsewhere when they want it, or a link."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FormView:
    """The form under a post; `action` is where it is sent, `thread` the post that it is about."""

    action: str
    thread: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedView:
    """Comments that another company shows: nothing of it is asked for before the reader presses the button.

    `sees` says what the company learns; `recipe` is JSON for `comment-embed.js`; `link` leads there without a script
    and may be empty.
    """

    company: str
    sees: tuple[str, ...]
    button: str
    recipe: str
    link: str
    link_label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExternalLink:
    """A link to where readers answer, and what they should know before they follow it."""

    label: str
    href: str
    words: str
