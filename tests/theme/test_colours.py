"""Colours stand once, in the tokens; what cannot ask for a token says the same colour."""

import re

import pytest

from plugins.workbench.paths import CHECKOUT

TOKENS = CHECKOUT / "theme" / "static" / "css" / "tokens.css"
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b")
IN_BOTH_SCHEMES = re.compile(r"--([\w-]+): light-dark\((#\w+), (#\w+)\);")
THEME_COLOUR = re.compile(r'<meta name="theme-color" media="\(prefers-color-scheme: (light|dark)\)" content="([^"]*)">')


def tokens() -> dict[str, tuple[str, str]]:
    """What each colour is in the light and in the dark."""
    found = IN_BOTH_SCHEMES.findall(TOKENS.read_text("utf-8"))
    return {name: (light, dark) for name, light, dark in found}


def test_no_other_style_sheet_names_a_colour() -> None:
    sheets = [*(CHECKOUT / "theme").rglob("*.css"), *(CHECKOUT / "plugins").rglob("*.css")]
    assert {sheet.name for sheet in sheets} > {"tokens.css", "overlay.css", "photo_editor.css", "forms.css"}
    assert {sheet.name: COLOUR.findall(sheet.read_text("utf-8")) for sheet in sheets if sheet != TOKENS} == {
        sheet.name: [] for sheet in sheets if sheet != TOKENS
    }


@pytest.mark.parametrize(
    "template", ["theme/templates/layouts/diary.html", "plugins/comments/server/templates/service.html"]
)
def test_the_browsers_own_frame_has_the_colour_of_the_paper(template: str) -> None:
    light, dark = tokens()["paper"]
    found = THEME_COLOUR.findall((CHECKOUT / template).read_text("utf-8"))
    assert found == [("light", light), ("dark", dark)]


def test_the_sign_of_the_site_is_drawn_in_the_accent_on_paper() -> None:
    drawn = COLOUR.findall((CHECKOUT / "theme" / "static" / "favicon.svg").read_text("utf-8"))
    assert drawn == [*tokens()["accent"], tokens()["paper"][0]]
