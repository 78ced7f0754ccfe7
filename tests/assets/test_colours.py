"""The colours of the tokens in what cannot ask a style sheet."""

from pathlib import Path

import pytest

from plugins.assets import AssetError, bundle

TOKENS = ":root { --paper: light-dark(#fff, #000); --ink: light-dark(#111111, #eeeeee); }"


def theme(folder: Path, sign: str) -> Path:
    (folder / "css").mkdir()
    (folder / "css" / "site.css").write_text('@import url("tokens.css");', "utf-8")
    (folder / "css" / "tokens.css").write_text(TOKENS, "utf-8")
    (folder / "sign.svg").write_text(sign, "utf-8")
    return folder


def test_a_picture_has_the_colours_of_the_tokens_it_names(tmp_path: Path) -> None:
    assets = bundle(theme(tmp_path, '<svg fill="token(ink, light)" stroke="token(paper, dark)"/>'))
    assert [file.content for file in assets.files if file.path == "sign.svg"] == [
        b'<svg fill="#111111" stroke="#000"/>'
    ]
    assert (assets.colour("paper").light, assets.colour("paper").dark) == ("#fff", "#000")


@pytest.mark.parametrize(
    ("name", "answer"),
    [("papre", "the tokens have no colour papre; did you mean paper?"), ("x", "the tokens have no colour x")],
)
def test_a_colour_without_a_token_is_refused(tmp_path: Path, name: str, answer: str) -> None:
    with pytest.raises(AssetError) as refused:
        bundle(theme(tmp_path, f'<svg fill="token({name}, dark)"/>'))
    assert str(refused.value) == answer
