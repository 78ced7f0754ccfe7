"""A style sheet in fewer bytes must mean the same: to the eye here, and to a browser."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

from plugins.assets.scanning import scan
from plugins.assets.shortening import shortened
from tests.support.browser import launch

THEME = Path(__file__).resolve().parents[2] / "theme" / "static" / "css"
SHEETS = sorted(THEME.rglob("*.css"))

# Written, and how it comes out. Every one is also given to a browser.
SHORTENED = {
    "@layer reset,  tokens ;\n@layer parts { .a { color : red ; } }": "@layer reset,tokens;@layer parts{.a{color :red}}",
    "@layer parts { .note :hover { x: y } .a:hover b :focus { x: y } }": "@layer parts{.note :hover{x:y}.a:hover b :focus{x:y}}",
    ".a:has( > img , + .b ) { x: y }": ".a:has(>img,+ .b){x:y}",
    ".a { color: red; & :hover { x: y } &:hover { x: y } > p { x: y } + p { x: y } .y & { x: y } }": ".a{color:red;& :hover{x:y}&:hover{x:y}>p{x:y}+ p{x:y}.y &{x:y}}",
    ".a :is( h1 , h2 ) :not(.b) .c , [x] [y]{ x: y }": ".a :is(h1,h2) :not(.b) .c,[x] [y]{x:y}",
    ".a { @media (width >= 40em) and (prefers-color-scheme: dark) { color: red } }": ".a{@media (width >= 40em) and (prefers-color-scheme:dark){color:red}}",
    "a { width: calc( 100% - ( 2 * var( --x ) ) + -1px ) ; margin: -1px -2px }": "a{width:calc(100% - (2 * var(--x)) + -1px);margin:-1px -2px}",
    ":root { --a: light-dark( #fff , rgb( 0 0 0 / 50% ) ) ; --font: 'A  B', serif }": ":root{--a:light-dark(#fff,rgb(0 0 0 / 50%));--font:'A  B', serif}".replace(
        ", ", ","
    ),
    'a::before { content: "/* no */  \\201C ; }" ; }': 'a::before{content:"/* no */  \\201C ; }"}',
    "@supports not (selector(:has(a))) { a { x: y } }": "@supports not (selector(:has(a))){a{x:y}}",
    "@container side (inline-size > 30rem) { a { x: y } }": "@container side (inline-size>30rem){a{x:y}}",
    ".a > .b , .a >.c , a>b { x: y }": ".a>.b,.a >.c,a>b{x:y}",
    "@page :first { margin: 2cm ; @bottom-center { content: counter(page) } }": "@page :first{margin:2cm;@bottom-center{content:counter(page)}}",
    ".\\31 0 , .sm\\:a { x: y }": ".\\31 0,.sm\\:a{x:y}",
    "a:nth-child( 2n + 1 of .b ) { x: y }": "a:nth-child(2n + 1 of .b){x:y}",
    "a[href ^= 'http' i ] { color: red !important }": "a[href ^= 'http' i]{color:red !important}",
    ".a/* one */.b /* two */ .c{/* three */x/**/:y}/* four */": ".a/**/.b .c{x:y}",
    "@keyframes x { 50.5% { opacity: .5 } to { opacity: 1 } }": "@keyframes x{50.5%{opacity:.5}to{opacity:1}}",
    "a { font: 1rem / 1.5 serif; grid-area: 1 / 2 / 3 / 4 }": "a{font:1rem / 1.5 serif;grid-area:1 / 2 / 3 / 4}",
    "  ": "",
    "@layer a ;": "@layer a;",
}

_RULES = "text => { const sheet = new CSSStyleSheet(); sheet.replaceSync(text); return [...sheet.cssRules].map(rule => rule.cssText) }"


def short(text: str) -> str:
    return shortened(scan(text, "x.css"))


@pytest.mark.parametrize("text", SHORTENED)
def test_spare_blanks_and_comments_go_and_those_that_mean_something_stay(text: str) -> None:
    assert short(text) == SHORTENED[text]


@pytest.mark.parametrize("text", SHORTENED)
def test_what_is_short_stays_as_it_is(text: str) -> None:
    assert short(short(text)) == short(text)


@pytest.fixture(scope="module")
def browser_page() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser.new_page()
        browser.close()


def understood(page: Page, text: str) -> list[str]:
    """The rules as the browser has understood them; blanks in what it does not interpret are put aside."""
    return [re.sub(r"(?<=[(,:{])\s+|\s+(?=[),{};])", "", rule) for rule in page.evaluate(_RULES, text)]


@pytest.mark.browser
def test_a_browser_understands_the_same(browser_page: Page) -> None:
    for text in [*SHORTENED, *(sheet.read_text(encoding="utf-8") for sheet in SHEETS)]:
        without_imports = re.sub(r"@import[^;]*;", "", text)
        rules = understood(browser_page, without_imports)
        assert understood(browser_page, short(without_imports)) == rules
        assert rules or not short(without_imports)
