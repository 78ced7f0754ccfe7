"""The example is the specification: macro, style sheet and examples stand together, and every colour is legible."""

import re

import pytest

from plugins.assets.accent import contrast
from plugins.assets.bundle import STYLE_SHEETS
from plugins.workbench.paths import CHECKOUT
from tests.theme.gallery import EXAMPLES, components, examples, rendered

CSS = CHECKOUT / "theme" / "static" / "css"
WITHOUT_STYLE = {"time"}
"""Words in a line, which look like the words around them."""
WITHOUT_MACRO = {"lightbox", "sign", "term"}
"""Made by a script, by a fragment of its own, and by the story room in the middle of a sentence."""
_COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(", re.IGNORECASE)
_TOKEN = re.compile(r"--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")


def test_every_component_is_a_macro_a_style_sheet_and_examples() -> None:
    names = set(components())
    assert {path.stem for path in EXAMPLES.glob("*.yaml")} == names
    assert {path.stem for path in (CSS / "components").glob("*.css")} == (names - WITHOUT_STYLE) | WITHOUT_MACRO
    sheets = "".join(
        (CHECKOUT / "theme" / "static" / name).read_text("utf-8") for name in ("css/base.css", *STYLE_SHEETS)
    )
    times = {path.name: sheets.count(f'"components/{path.name}"') for path in (CSS / "components").glob("*.css")}
    assert times == dict.fromkeys(times, 1)


@pytest.mark.parametrize("component", components())
def test_every_example_is_the_view_that_its_template_takes(component: str) -> None:
    for example in examples(component):
        html = rendered(example)
        assert "style=" not in html, example.name
        assert "Undefined" not in html, example.name


def test_no_colour_stands_outside_the_tokens() -> None:
    sheets = [path for path in CSS.rglob("*.css") if path.name not in ("tokens.css", "print.css")]
    assert [path.name for path in sheets if _COLOUR.search(path.read_text("utf-8"))] == []


def tokens() -> dict[str, tuple[str, str]]:
    found = _TOKEN.findall((CSS / "tokens.css").read_text("utf-8"))
    return {name: (light, dark) for name, light, dark in found}


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_words_can_be_read_on_every_paper(scheme: int) -> None:
    held = {name: pair[scheme] for name, pair in tokens().items()}
    papers = ["paper", "paper-raised", "paper-sunk"]
    for paper in papers:
        assert contrast(held["ink"], held[paper]) >= 7, paper
        assert contrast(held["ink-soft"], held[paper]) >= 4.5, paper
        assert contrast(held["accent"], held[paper]) >= 4.5, paper
    for note in (name for name in held if name.startswith("note-") and name != "note-ink"):
        assert contrast(held["note-ink"], held[note]) >= 7, note
    assert contrast(held["note-ink"], held["paper-sunk"]) >= 7
    assert contrast(held["on-accent"], held["accent"]) >= 4.5
    assert contrast(held["focus"], held["paper"]) >= 3


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_pieces_of_the_line_stand_out_from_the_paper(scheme: int) -> None:
    held = {name: pair[scheme] for name, pair in tokens().items()}
    for piece in ("accent", "edge", "fault"):
        assert contrast(held[piece], held["paper"]) >= 3, piece
