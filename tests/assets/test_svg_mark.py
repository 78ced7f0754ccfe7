"""A mark that is an SVG: its shapes, and nothing that could run, load, be read or give away who drew it."""

import pytest

from plugins.assets.svg_mark import UnfitMark, plain_svg

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"{}>{}</svg>'
DOT = '<circle cx="1" cy="1" r="1" fill="#0b5a5e"/>'


def made(inside: str, attributes: str = "") -> str:
    return plain_svg(SVG.format(attributes, inside).encode()).decode()


def test_shapes_and_their_colours_stay() -> None:
    drawn = (
        '<title>A lamp</title><defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient></defs>'
        '<g transform="translate(1 2)"><path d="M0 0h1" fill="url(#g)" stroke-width="2"/></g>'
    )
    assert made(drawn) == (
        '<svg viewBox="0 0 9 9" xmlns="http://www.w3.org/2000/svg"><title>A lamp</title><defs><linearGradient id="g">'
        '<stop offset="0" stop-color="red" /></linearGradient></defs><g transform="translate(1 2)">'
        '<path d="M0 0h1" fill="url(#g)" stroke-width="2" /></g></svg>'
    )
    assert made('<rect width="1" height="1" style="fill:#abc; -inkscape-font: x; background:url(//a.example/)"/>') == (
        '<svg viewBox="0 0 9 9" xmlns="http://www.w3.org/2000/svg"><rect width="1" height="1" fill="#abc" /></svg>'
    )


@pytest.mark.parametrize(
    "left_behind",
    [
        "<metadata><author>Kim Example</author></metadata>",
        '<i:view xmlns:i="http://www.inkscape.org/" path="/home/kim"/>',
        "<!-- Kim -->",
        "<?php Kim ?>",
        "<desc>Kim</desc>",
        '<circle r="1" onload="Kim()" class="Kim" data-a="Kim"/>',
        '<circle r="1" fill="url(https://kim.example/Kim)"/>',
        '<circle r="1" fill="url(Kim.svg)" stroke="#000 URL (Kim.svg)" style="fill: url(Kim.svg)"/>',
        '<circle r="1" xmlns:x="http://www.w3.org/1999/xlink" x:href="Kim"/>',
        '<g href="javascript:Kim" id="https://Kim"/>',
    ],
)
def test_what_is_no_shape_stays_behind(left_behind: str) -> None:
    drawing = made(left_behind + DOT)
    assert "Kim" not in drawing
    assert "kim" not in drawing
    assert "circle" in drawing


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        ("<script>a</script>", "this drawing holds a program"),
        ("<g><script/></g>", "this drawing holds a program"),
        ("<style>a{}</style>", "this drawing holds a style sheet"),
        ("<text>Hello</text>", "this drawing holds text; turn it into paths in the drawing program"),
        ('<image href="a.png"/>', "this drawing holds a picture inside the drawing"),
        ('<a href="//x"><path/></a>', "this drawing holds a link"),
        ("<foreignObject/>", "this drawing holds a page inside the drawing"),
        ("<g><title>A</title></g>", "there is no shape in this drawing"),
        ("<g>" * 4000 + "</g>" * 4000, "this drawing has groups in groups, more than 50 deep; ungroup them"),
    ],
)
def test_what_would_be_missed_or_could_harm_is_told(inside: str, told: str) -> None:
    with pytest.raises(UnfitMark) as unfit:
        made(inside)
    assert str(unfit.value) == told


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "this is no drawing that can be read; save it as SVG anew"),
        (b"\x89PNG", "this is no drawing that can be read; save it as SVG anew"),
        (b"<svg viewBox='0 0 1 1'/>", "this is no SVG with a viewBox; save it as “plain SVG”, or as PNG"),
        (SVG.format("", DOT).replace("viewBox", "view").encode(), "this is no SVG with a viewBox; save it as “plain SVG”, or as PNG"),
        (b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>", "this drawing has a document type; save it as “plain SVG” or “optimised SVG”"),
        ("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>".encode("utf-16"), "this drawing has a document type; save it as “plain SVG” or “optimised SVG”"),
        (b"<?xml version='1.0' encoding='nonsense'?><svg/>", "this is no drawing that can be read; save it as SVG anew"),
        (b" " * 30_001, "this drawing is larger than 30 kB; simplify its paths, or save it as PNG"),
    ],
)  # fmt: skip
def test_what_is_no_drawing_is_told(content: bytes, told: str) -> None:
    with pytest.raises(UnfitMark) as unfit:
        plain_svg(content)
    assert str(unfit.value) == told
