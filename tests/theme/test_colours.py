"""Colours stand once, in the tokens; what cannot ask for a token is made from them."""

import re

from plugins.assets import bundle
from plugins.workbench.paths import CHECKOUT

TOKENS = CHECKOUT / "theme" / "static" / "css" / "tokens.css"
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b")


def test_no_other_style_sheet_names_a_colour() -> None:
    sheets = [*(CHECKOUT / "theme").rglob("*.css"), *(CHECKOUT / "plugins").rglob("*.css")]
    assert {sheet.name for sheet in sheets} > {"tokens.css", "overlay.css", "photo_editor.css", "forms.css"}
    assert {sheet.name: COLOUR.findall(sheet.read_text("utf-8")) for sheet in sheets if sheet != TOKENS} == {
        sheet.name: [] for sheet in sheets if sheet != TOKENS
    }


def test_no_template_and_no_picture_names_one_either() -> None:
    files = [
        *(CHECKOUT / "theme").rglob("*.html"),
        *(CHECKOUT / "plugins").rglob("*.html"),
        *(CHECKOUT / "theme").rglob("*.svg"),
    ]
    assert {"diary.html", "service.html", "favicon.svg"} < {file.name for file in files}
    named = re.compile(r"""["':]#(?:[0-9a-fA-F]{3}){1,2}["';}]""")
    assert {file.name: named.findall(file.read_text("utf-8")) for file in files} == {file.name: [] for file in files}


def test_the_frame_of_the_browser_and_the_sign_of_the_site_have_the_colours_of_the_tokens() -> None:
    assets = bundle(CHECKOUT / "theme" / "static")
    tokens = TOKENS.read_text("utf-8")
    assert f"--paper: light-dark({assets.colour('paper').light}, {assets.colour('paper').dark});" in tokens
    (sign,) = (file.content.decode() for file in assets.files if file.path == "favicon.svg")
    accent, paper = assets.colour("accent"), assets.colour("paper")
    assert COLOUR.findall(sign) == [accent.light, accent.dark, paper.light]
