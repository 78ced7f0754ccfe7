"""Words that nobody saw in what was copied stay behind, however they were hidden; what is seen comes along."""

import pytest

from plugins.imports.pasting import pasted
from plugins.imports.pasting.lost import lost_in_words

HIDDEN = (
    *("display:none", "DISPLAY : none", "display:/* so */none", "visibility:hidden", "visibility: collapse", "mso-hide:all"),
    *("opacity:0", "opacity:.0", "opacity: 0%", "opacity:0.00", "filter: blur(0) opacity(0)", "content-visibility:hidden"),
    *("font-size:0", "font-size:0.0em", "font-size:1px", "font-size:.5pt", "font:0/0 a", "font: bold 0 serif", "zoom:0"),
    *("color:transparent", "color:rgba(1, 2, 3, 0)", "color:rgb(1 2 3 / 0%)", "color:#1230", "color:#11223300"),
    *("text-indent:-9999px", "position:absolute;left:-9999px", "clip: rect(0, 0, 0, 0)", "clip:rect(1px 1px 1px 1px)"),
    *("clip-path:inset(50%)", "clip-path:circle(0)", "transform:scale(0)", "transform:rotate(3deg) scaleX(0)"),
    *("max-height:0", "max-width:0px;overflow:hidden", "height:0;overflow:hidden", "width:1px;overflow-x:clip"),
)  # fmt: skip
SEEN = (
    *("display:block", "visibility:visible", "opacity:0.05", "opacity:1", "font-size:0.9em", "font-size:1.2rem", "font-size:10px"),
    *("font-size:11pt", "font-size:medium", "font:16px/1.5 serif", "font:7.0pt 'Times'", "font:1.5em/1 a", "font:inherit"),
    *("color:#000", "color:#000000", "color:rgba(0,0,0,0.9)", "background-color:transparent", "background:rgba(0,0,0,0)"),
    *("text-indent:-18pt", "margin-left:-36.0pt", "max-width:100%", "width:0.5em", "height:0", "overflow:hidden", "border:0"),
    *("transform:scale(0.5)", "clip-path:inset(0)", "fill-opacity:0", "zoom:1", "-webkit-text-stroke-color:transparent"),
)  # fmt: skip
TOLD = "Left behind: words that were hidden."


@pytest.mark.parametrize("style", HIDDEN)
@pytest.mark.parametrize("element", ["p", "span", "mark", "x-words"])
def test_what_its_own_style_hides_stays_behind_and_is_told(style: str, element: str) -> None:
    found = pasted(f'<p>Seen</p><{element} style="{style}">Secret</{element}>')
    assert (found.text, lost_in_words(found.lost)) == ("Seen", TOLD)


@pytest.mark.parametrize("style", SEEN)
def test_what_is_seen_comes_along(style: str) -> None:
    assert "Words" in pasted(f'<p style="{style}">Words</p>').text


@pytest.mark.parametrize(
    "rule",
    [
        ".h {display:none}",
        "p.MsoNormal, .MsoNormal.h {font-size:11pt} <!-- span.h{mso-style-name:x;mso-hide:all} -->",
        "/* {} */ .x, body .h{color:red;opacity:0}",
        "@media screen { .v{color:red} .h{font-size:0 !important} }",
        "#s{visibility:collapse} a:hover{display:none} ::before{display:none} .. {display:none}",
        "[data-x='1'] {clip:rect(0,0,0,0)}",
    ],
)
def test_what_a_rule_of_the_sheet_hides_stays_behind_and_is_told(rule: str) -> None:
    html = f"<html><head><style>{rule}</style></head><body><p class=v>Seen <span class='a h' id=s data-x=1>Secret</span></p></body></html>"
    found = pasted(html)
    assert (found.text, lost_in_words(found.lost)) == ("Seen", TOLD)


def test_what_is_hidden_and_holds_no_words_is_not_told() -> None:
    assert lost_in_words(pasted("<p>Seen</p><div hidden><br></div><p style='display:none'> </p>").lost) == ""


def test_nothing_comes_along_from_under_more_rules_than_anybody_writes() -> None:
    rules = "".join(f".a{number}{{display:none}}" for number in range(300))
    found = pasted(f"<style>{rules}</style><p class=a299>Secret</p>")
    assert (found.text, lost_in_words(found.lost)) == ("", TOLD)


def test_a_hidden_style_is_found_where_it_is_written_in_signs() -> None:
    assert pasted("<p>Seen</p><p style='display&#58;none'>Secret</p>").text == "Seen"
