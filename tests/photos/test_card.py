"""Cards: words inside the square that chats cut, in ink that stands out, whatever is behind them."""

import io

import pytest
from PIL import Image, ImageChops

from plugins.assets.accent import contrast
from plugins.photos.card import CardColours, CardText, can_be_said
from plugins.photos.imaging.card import MOST_BYTES, card

COLOURS = CardColours(paper="#faf5ec", ink="#2a231d", accent="#0b5a5e")
SQUARE = (285, 0, 916, 630)
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft " * 4


def noise() -> bytes:
    file = io.BytesIO()
    Image.effect_noise((1200, 630), 120).convert("RGB").save(file, "JPEG", quality=95)
    return file.getvalue()


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content)).convert("RGB")


@pytest.mark.parametrize("title", ["We met", LONG, "A word and a word and a word " * 12, "x" * 300])
def test_all_words_stand_inside_the_square(title: str) -> None:
    made = opened(card(CardText(title=title, site="The Lamp Diary " * 5, note="Workshop 2 of 4 " * 5), COLOURS))
    band = made.crop((0, 0, 1200, 600))
    ink = (
        ImageChops.difference(band, Image.new("RGB", band.size, COLOURS.paper))
        .convert("L")
        .point(lambda v: 255 * (v > 60))
    )
    box = ink.getbbox()
    assert box
    assert SQUARE[0] < box[0] < box[2] < SQUARE[2]
    assert 0 < box[1] < box[3] < 600


@pytest.mark.parametrize("title", ["We met", LONG])
def test_words_over_a_photo_stand_on_paper(title: str) -> None:
    content = card(CardText(title=title, site="The Lamp Diary", note="Workshop 2"), COLOURS, noise())
    assert len(content) < MOST_BYTES
    column = opened(content).crop((300, 0, 318, 630)).resize((1, 630)).tobytes()
    from_paper = [
        place
        for place in range(630)
        if all(abs(a - b) < 24 for a, b in zip(column[3 * place : 3 * place + 3], bytes.fromhex("faf5ec"), strict=True))
    ]
    assert from_paper
    assert from_paper[-1] > 620
    assert len(from_paper) > 150


def test_its_inks_can_be_read_on_its_paper() -> None:
    assert min(contrast(COLOURS.ink, COLOURS.paper), contrast(COLOURS.accent, COLOURS.paper)) >= 4.5


@pytest.mark.parametrize(
    ("words", "said"),
    [("Žluťoučký Ελλάδα Київ", True), ("🎉", False), ("会议", False), ("हिन्दी", False), ("مرحبا 7", True)],
)
def test_letters_that_the_font_cannot_show_alone_are_not_shown(words: str, said: bool) -> None:
    assert can_be_said(words) is said


def test_a_smiley_is_left_out_of_a_title() -> None:
    assert card(CardText(title="We met 🎉"), COLOURS) == card(CardText(title="We met"), COLOURS)
