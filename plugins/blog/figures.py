"""The pictures of a story as its page shows them, and as every other program does."""

from collections.abc import Callable
from html import escape

from plugins.photos.views.picture import FigureView, StoryPart
from plugins.story import Figure, Html, Parts, runs

FigureFor = Callable[[Figure], FigureView | None]
"""What is shown of a picture; None when there is nothing to show."""


def story_parts(parts: Parts, figure_for: FigureFor) -> tuple[StoryPart, ...]:
    """The story cut where its figures stand."""
    return tuple(StoryPart(html=html, figure=figure_for(figure) if figure else None) for html, figure in runs(parts))


def with_plain_figures(parts: Parts, figure_for: FigureFor) -> Html:
    """The story with its figures as every program shows them, for feeds."""
    shown = story_parts(parts, figure_for)
    return Html("".join(f"{part.html}{_plain_figure(part.figure) if part.figure else ''}" for part in shown))


def _plain_figure(figure: FigureView) -> str:
    """A figure with one picture in it and no class."""
    shown = figure.picture
    image = f'<img src="{shown.src}" alt="{escape(shown.alt)}" width="{shown.width}" height="{shown.height}">'
    said = [figure.caption.html if figure.caption else "", escape(figure.credit)]
    caption = " ".join(filter(None, said))
    return f"<figure>{image}{f'<figcaption>{caption}</figcaption>' if caption else ''}</figure>"
