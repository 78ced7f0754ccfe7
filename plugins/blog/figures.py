"""Where pictures stand in a story: first as a stand-in, then as the figure that it was for.

Which pictures a story shows is known only when every story is told; what a figure needs is known only when its picture
is rendered, and that depends on where it is shown.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from html import escape, unescape

from plugins.photos.views.picture import FigureView, StoryPart
from plugins.story import Html, Passage, first_paragraph

FigureFor = Callable[[int, str], FigureView | None]
"""The figure of the photo with this number, with these words for it; None when there is none to show."""

_STAND_IN = re.compile(r'<photo-(\d+) alt="([^"<>]*)">')
_PIECES = re.compile(r'(<photo-\d+ alt="[^"<>]*">)')
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_BREAK = "<br>"


def stand_in(number: int, alt: str) -> Html:
    """What holds the place of a post's photo; no author can write it, since `<` is none of theirs."""
    return Html(f'<photo-{number} alt="{escape(alt)}">')


def pictured(html: Html) -> tuple[int, ...]:
    """The numbers of the photos that a story shows."""
    return tuple(int(found[1]) for found in _STAND_IN.finditer(html.html))


def story_parts(html: Html, figure_for: FigureFor) -> tuple[StoryPart, ...]:
    """The story cut where its figures stand."""
    parts = []
    end = 0
    text = _in_blocks(html.html)
    for found in _STAND_IN.finditer(text):
        figure = figure_for(int(found[1]), unescape(found[2]))
        parts.append(StoryPart(html=Html(text[end : found.start()]), figure=figure))
        end = found.end()
    return (*parts, StoryPart(html=Html(text[end:])))


def with_plain_figures(passage: Passage, figure_for: FigureFor) -> Passage:
    """The story with its figures as every program shows them, for feeds; its words are without pictures."""

    def plain(found: re.Match[str]) -> str:
        figure = figure_for(int(found[1]), unescape(found[2]))
        return plain_figure(figure) if figure else ""

    text = _in_blocks(passage.html.html)
    words = _in_blocks(_STAND_IN.sub("", text))
    return replace(passage, html=Html(_STAND_IN.sub(plain, text)), first_paragraph=first_paragraph(words))


def plain_figure(figure: FigureView) -> str:
    """A figure with one picture in it and no class."""
    shown = figure.picture
    image = f'<img src="{shown.src}" alt="{escape(shown.alt)}" width="{shown.width}" height="{shown.height}">'
    said = [figure.caption.html if figure.caption else "", escape(figure.credit)]
    caption = " ".join(filter(None, said))
    return f"<figure>{image}{f'<figcaption>{caption}</figcaption>' if caption else ''}</figure>"


def _in_blocks(text: str) -> str:
    """A figure cannot stand in a paragraph: the paragraph ends before it and goes on after it. Empty ones go."""
    return _PARAGRAPH.sub(lambda found: "".join(map(_block, _PIECES.split(found[1]))), text)


def _block(piece: str) -> str:
    words = piece.strip().removeprefix(_BREAK).removesuffix(_BREAK).strip()
    return f"<p>{words}</p>" if words and not _STAND_IN.fullmatch(piece) else piece.strip() and words
