"""Cards: words inside the square that chats cut, in ink that stands out, whatever is behind them."""

import io
from dataclasses import replace

import pytest
from PIL import Image, ImageChops

from plugins.assets import bundle
from plugins.assets.accent import contrast
from plugins.photos.card import CardColours, CardText, can_be_said
from plugins.photos.imaging.card import _TITLES, MOST_BYTES, _advance, _font, card
from plugins.workbench.paths import CHECKOUT

THEME = {name: colour.light for name, colour in bundle(CHECKOUT / "theme/static").colours.items()}
NOTES = tuple(THEME[name] for name in ("note-insight", "note-opportunity", "note-idea", "note-quote"))
COLOURS = CardColours(paper=THEME["paper"], ink=THEME["ink"], accent=THEME["accent"], notes=NOTES)
SQUARE = (285, 0, 916, 630)
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft " * 4


def noise() -> bytes:
    file = io.BytesIO()
    Image.effect_noise((1200, 630), 120).convert("RGB").save(file, "JPEG", quality=95)
    return file.getvalue()


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content)).convert("RGB")


def near(found: object, colour: str, by: int = 6) -> bool:
    """Whether a pixel has a colour, as far as a JPEG keeps it."""
    assert isinstance(found, tuple)
    return all(abs(a - b) <= by for a, b in zip(found, bytes.fromhex(colour[1:]), strict=True))


@pytest.mark.parametrize("title", ["We met", LONG, "A word and a word and a word " * 12, "x" * 300])
def test_all_words_stand_inside_the_square(title: str) -> None:
    text = CardText(title=title, site="The Lamp Diary " * 5, notes=("Workshop 2 of 4 " * 5, "Monday 13 January 2031"))
    made = opened(card(text, replace(COLOURS, notes=())))
    band = made.crop((0, 0, 1200, 590))  # Below is the line on which workshops stand.
    ink = (
        ImageChops.difference(band, Image.new("RGB", band.size, COLOURS.paper))
        .convert("L")
        .point(lambda v: 255 * (v > 60))
    )
    box = ink.getbbox()
    assert box
    assert SQUARE[0] < box[0] < box[2] < SQUARE[2]
    assert 0 < box[1] < box[3] < 590


def test_notes_lie_beside_the_square_and_a_line_runs_below_it() -> None:
    made = opened(card(CardText(title="We met"), COLOURS))
    inside = made.crop((SQUARE[0], 0, SQUARE[2], 590)).getcolors(1 << 20) or []
    for colour in NOTES:
        assert any(near(found, colour) for _, found in made.getcolors(1 << 20) or [])
        assert not any(near(found, colour, 2) for _, found in inside)
    line = [any(near(made.getpixel((x, y)), COLOURS.accent, 40) for y in range(590, 630)) for x in range(0, 1200, 7)]
    assert all(line)


@pytest.mark.parametrize("title", ["We met", LONG])
def test_words_over_a_photo_stand_on_paper(title: str) -> None:
    content = card(CardText(title=title, site="The Lamp Diary", notes=("Workshop 2",)), COLOURS, noise())
    assert len(content) < MOST_BYTES
    column = opened(content).crop((300, 0, 318, 630)).resize((1, 630)).tobytes()
    from_paper = [
        place
        for place in range(630)
        if all(
            abs(a - b) < 24
            for a, b in zip(column[3 * place : 3 * place + 3], bytes.fromhex(COLOURS.paper[1:]), strict=True)
        )
    ]
    assert from_paper
    assert from_paper[-1] > 620
    assert len(from_paper) > 150


@pytest.mark.parametrize("accent", ["", "#ffee00", "#c00000"])
def test_its_inks_can_be_read_on_its_paper_whatever_accent_a_diary_has(accent: str) -> None:
    colours = bundle(CHECKOUT / "theme/static", accent=accent).colours
    assert min(contrast(colours[name].light, colours["paper"].light) for name in ("ink", "accent")) >= 4.5


@pytest.mark.parametrize(
    ("words", "said"),
    [("Žluťoučký Ελλάδα Київ", True), ("🎉", False), ("会议", False), ("हिन्दी", False), ("مرحبا 7", True)],
)
def test_letters_that_the_font_cannot_show_alone_are_not_shown(words: str, said: bool) -> None:
    assert can_be_said(words) is said


def test_a_smiley_is_left_out_of_a_title() -> None:
    assert card(CardText(title="We met 🎉"), COLOURS) == card(CardText(title="We met"), COLOURS)


def test_a_line_is_as_wide_as_its_letters_are_together() -> None:
    words = "AV. To fi Yo, r) Post 12, the group’s “letter” — année Ελλάδα Київ…"
    for font in (_font(size, weight) for size in (*_TITLES, 30) for weight in (700, 400)):
        assert font.getlength(words) == sum(_advance(letter, font) for letter in words)
