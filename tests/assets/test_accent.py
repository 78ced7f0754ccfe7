"""A diary's own accent can be read in the light and in the dark, on every paper and behind words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.assets import bundle
from plugins.assets.accent import contrast, readable, recoloured, with_accent
from plugins.assets.colours import Colour, colours_of
from plugins.workbench.paths import CHECKOUT

THEME = CHECKOUT / "theme" / "static"
TOKENS = colours_of((THEME / "css" / "tokens.css").read_text("utf-8"))
PAPERS = ("paper", "paper-raised", "paper-sunk")


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@given(st.from_regex(r"#[0-9a-f]{6}", fullmatch=True))
def test_whatever_is_written_can_be_read_everywhere(written: str) -> None:
    accent = with_accent(TOKENS, written)["accent"]
    for colour, scheme in ((accent.light, "light"), (accent.dark, "dark")):
        for name in (*PAPERS, "on-accent"):
            assert contrast(colour, getattr(TOKENS[name], scheme)) >= 4.5
    soft = with_accent(TOKENS, written)["accent-soft"]
    assert contrast(soft.light, TOKENS["ink"].light) >= 4.5
    assert contrast(soft.dark, TOKENS["ink"].dark) >= 4.5


def test_a_colour_that_can_be_read_is_left_as_it_is() -> None:
    assert readable("#7a1f5c", TOKENS) == "#7a1f5c"
    assert readable("#e05d9f", TOKENS) != "#e05d9f"


def test_the_style_sheets_and_pictures_of_a_diary_are_in_its_accent() -> None:
    assets = bundle(THEME, accent="#7a1f5c")
    sheet = next(each.content.decode() for each in assets.files if each.path == assets.address("site.css"))
    dark = assets.colour("accent").dark
    assert f"--accent:light-dark(#7a1f5c,{dark})" in sheet
    icon = next(each.content.decode() for each in assets.files if each.path == "favicon.svg")
    assert "#7a1f5c" in icon
    assert assets.address("site.css") != bundle(THEME).address("site.css")


def test_no_other_token_is_changed() -> None:
    sheet = ":root{--accent:light-dark(#111111,#222222);--on-accent:light-dark(#ffffff,#000000)}"
    assert recoloured(sheet, {"accent": Colour("#333333", "#444444")}) == (
        ":root{--accent:light-dark(#333333,#444444);--on-accent:light-dark(#ffffff,#000000)}"
    )
