"""The theme's static folder as files of the site, each under an address that names its content."""

import os
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import pytest

from plugins.assets import Asset, AssetError, Assets, bundle

SITE = "css/site.css"
LIMIT = ".css, .ico, .jpg, .js, .png, .svg, .txt, .webmanifest, .webp, .woff2"


def bundled(folder: Path, files: Mapping[str, str]) -> Assets:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode())
    return bundle(folder)


def contents(assets: Assets) -> dict[str, str]:
    """What each name is in the site."""
    at = {asset.path: asset.content.decode() for asset in assets.files}
    return {name: at[path] for name, path in assets.addresses.items()}


def fault(folder: Path, files: Mapping[str, str]) -> str:
    with pytest.raises(AssetError) as error:
        bundled(folder, files)
    return str(error.value)


def hashed(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:8]


def test_style_sheets_scripts_and_pictures_have_addresses_that_name_their_content(tmp_path: Path) -> None:
    files = {SITE: "a{}", "css/print.css": "b{}", "js/menu.js": "let a\n", "icons/line.svg": "<svg/>"}
    assets = bundled(tmp_path, files)
    assert assets.addresses == {
        "site.css": f"static/site.{hashed('a{}' + chr(10))}.css",
        "print.css": f"static/print.{hashed('b{}' + chr(10))}.css",
        "menu.js": f"static/menu.{hashed('let a' + chr(10))}.js",
        "line.svg": f"static/line.{hashed('<svg/>')}.svg",
    }
    assert contents(assets) == {"site.css": "a{}\n", "print.css": "b{}\n", "menu.js": "let a\n", "line.svg": "<svg/>"}


def test_what_lies_in_the_folder_itself_keeps_its_name_at_the_sites_root(tmp_path: Path) -> None:
    assets = bundled(tmp_path, {SITE: "a{}", "favicon.svg": "<svg/>"})
    assert assets.address("favicon.svg") == "favicon.svg"
    assert Asset("favicon.svg", b"<svg/>") in assets.files


def test_two_bundles_of_one_theme_are_equal(tmp_path: Path) -> None:
    files = {SITE: "@import 'c/b.css';", "css/c/b.css": "b{}", "js/z.js": "", "js/a.js": "", "favicon.svg": ""}
    backwards = dict(reversed(files.items()))
    assert bundled(tmp_path / "one", files) == bundled(tmp_path / "other", backwards)


def test_a_name_that_is_not_there_is_an_error_that_guesses(tmp_path: Path) -> None:
    assets = bundled(tmp_path, {SITE: "a{}"})
    with pytest.raises(AssetError, match=r"^the theme has no sit\.css; did you mean site\.css\?$"):
        assets.address("sit.css")
    with pytest.raises(AssetError, match=r"^the theme has no comments\.js$"):
        assets.address("comments.js")


def test_an_import_becomes_the_layer_that_it_names(tmp_path: Path) -> None:
    files = {
        SITE: '@layer base, parts;\n@import url("base.css") layer(base);\n@import "parts/vote.css" layer( parts );\np { x: y }\n',
        "css/base.css": "@import url(deep/er.css) layer(in);\na { b: c }",
        "css/deep/er.css": "d { e: f }",
        "css/parts/vote.css": "\ufeff.vote { color: red }\r\n",
    }
    assert contents(bundled(tmp_path, files))["site.css"] == (
        "@layer base,parts;@layer base{@layer in{d{e:f}}a{b:c}}@layer parts{.vote{color:red}}p{x:y}\n"
    )


def test_an_import_without_a_layer_stands_as_it_is(tmp_path: Path) -> None:
    files = {SITE: "/* first */ @import 'a.css';\n@layer x;\n@import 'b.css';", "css/a.css": "a{}", "css/b.css": "b{}"}
    assert contents(bundled(tmp_path, files))["site.css"] == "a{}@layer x;b{}\n"


def test_two_style_sheets_may_import_the_same(tmp_path: Path) -> None:
    files = {SITE: "@import 'base.css';", "css/workshop.css": "@import 'base.css';\nw{}", "css/base.css": "a{}"}
    assert contents(bundled(tmp_path, files)) == {"site.css": "a{}\n", "workshop.css": "a{}w{}\n"}


def test_what_a_style_sheet_mentions_is_found_under_its_final_address(tmp_path: Path) -> None:
    files = {
        SITE: "@import 'parts/a.css';",
        "css/parts/a.css": 'a { b: url("../../icons/line.svg#end") ; c: URL( ../../favicon.svg ) }',
        "icons/line.svg": "<svg/>",
        "favicon.svg": "<svg/>",
    }
    assert contents(bundled(tmp_path, files))["site.css"] == (
        f"a{{b:url(line.{hashed('<svg/>')}.svg#end);c:url(../favicon.svg)}}\n"
    )


def test_data_and_parts_of_the_page_stay_as_they_are(tmp_path: Path) -> None:
    files = {SITE: "a { b: url(#wave); c: url('data:image/svg+xml,%3Csvg  x=\"y\"%3E') }"}
    assert contents(bundled(tmp_path, files))["site.css"] == (
        "a{b:url(#wave);c:url('data:image/svg+xml,%3Csvg  x=\"y\"%3E')}\n"
    )


def test_hidden_files_of_editors_and_systems_are_passed_over(tmp_path: Path) -> None:
    assert len(bundled(tmp_path, {SITE: "", ".DS_Store": "", "css/.site.css.swp": ""}).files) == 1


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        ('\n@import url("gone.css") layer(a);', "css/site.css:2: there is no css/gone.css"),
        ('@import "../../secret.css";', "css/site.css:1: ../../secret.css leads out of the theme's static folder"),
        (
            '@import "https://fonts.example.org/a.css";',
            "css/site.css:1: https://fonts.example.org/a.css is not in the theme; write a path from this style sheet",
        ),
        ("a{}\n@import 'x.css';", "css/site.css:2: a browser ignores an import below other rules; write it above them"),
        (
            "@layer x { }\n@import 'x.css';",
            "css/site.css:2: a browser ignores an import below other rules; write it above them",
        ),
        (
            "@import 'x.css' screen;",
            "css/site.css:1: found @import 'x.css' screen; instead of @import url(\"file.css\") layer(name);",
        ),
        ("@import 'x.css'", "css/site.css:1: found @import 'x.css' instead of @import url(\"file.css\") layer(name);"),
        ("@import 'x.css';@import 'x.css';", "css/site.css:1: css/x.css is imported a second time"),
        (
            "@import 'round.css';",
            "css/round.css:1: css/site.css imports css/round.css imports css/site.css, round in a circle",
        ),
        ("@import 'site.css';", "css/site.css:1: css/site.css imports css/site.css, round in a circle"),
        ("a{}\n\nb { c: url(gone.svg) }", "css/site.css:3: there is no css/gone.svg"),
        (
            "a { b: url(//cdn.example.org/x.svg) }",
            "css/site.css:1: //cdn.example.org/x.svg is not in the theme; write a path from this style sheet",
        ),
        ("a { b: url() }", "css/site.css:1: there is no css"),
        ("a {\n b: c", "css/site.css:1: { is never closed"),
        ("a { }\n}", "css/site.css:2: } closes nothing"),
        ("a { b: (c ] }", "css/site.css:1: ] closes nothing"),
        ("\n/* for ever", "css/site.css:2: found /; a comment, a string or an address begins here and never ends"),
        (
            'a { b: "c\n" }',
            'css/site.css:1: found "; a comment, a string or an address begins here and never ends',
        ),
    ],
)
def test_a_slip_in_a_style_sheet_is_named_with_file_and_line(tmp_path: Path, sheet: str, expected: str) -> None:
    files = {SITE: sheet, "css/x.css": "", "css/round.css": "@import 'site.css';"}
    assert fault(tmp_path, files) == expected


def test_a_style_sheet_that_nobody_imports_is_named(tmp_path: Path) -> None:
    files = {SITE: "", "css/components/ballot.css": "", "css/components/idea.css": ""}
    assert fault(tmp_path, files) == "no style sheet imports css/components/ballot.css, css/components/idea.css"


def test_a_style_sheet_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    (tmp_path / "css").mkdir()
    (tmp_path / "css/site.css").write_bytes(b"a { content: '\xe9' }")
    with pytest.raises(AssetError, match=r"^css/site\.css: it is not UTF-8 \("):
        bundle(tmp_path)


def test_two_files_of_one_name_would_have_one_address(tmp_path: Path) -> None:
    files = {"icons/line.svg": "", "signs/line.svg": ""}
    assert fault(tmp_path, files) == (
        "icons/line.svg and signs/line.svg would have one address: give each its own name"
    )


def test_a_file_of_an_unknown_kind_is_refused(tmp_path: Path) -> None:
    assert fault(tmp_path, {"icons/line.psd": ""}) == f"icons/line.psd is of no kind that a theme publishes ({LIMIT})"


def test_a_name_that_an_address_would_spell_out_is_refused(tmp_path: Path) -> None:
    assert fault(tmp_path, {"icons/Our line.svg": ""}) == (
        "icons/Our line.svg has letters that an address would have to spell out; write a to z, 0 to 9, - _ and ."
    )


def test_a_link_in_the_theme_is_refused(tmp_path: Path) -> None:
    (tmp_path / "line.svg").symlink_to(os.devnull)
    assert fault(tmp_path, {}) == f"{tmp_path / 'line.svg'} is a link; put the file itself there"


def test_a_module_that_imports_another_is_refused(tmp_path: Path) -> None:
    files = {"js/menu.js": 'const important = 1;\nimport { open } from "./other.js";\n'}
    assert fault(tmp_path, files) == (
        "js/menu.js:2: a module stands alone: under its final address it would not find another"
    )


def test_a_theme_without_a_static_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(AssetError, match="the theme has no folder"):
        bundle(tmp_path / "static")


def test_the_theme_of_this_diary_can_be_bundled() -> None:
    assets = bundle(Path(__file__).resolve().parents[2] / "theme" / "static")
    assert assets.address("site.css").startswith("static/site.")
