"""The test behind the accessibility statement finds barriers, and says where they are."""

import json
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser

from tests.publishing.lastlook.sites import GOOD, page
from tests.support.accessibility import audit, main
from tests.support.barriers import AXE, barriers_in_light_and_dark


def written(folder: Path, files: dict[str, bytes]) -> Path:
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def test_barriers_are_found_on_their_pages_in_any_width_and_scheme(browser: Browser, tmp_path: Path) -> None:
    css = b"@media (prefers-color-scheme: dark) { .pale { color: #333; background: #222 } } .wide { width: 500px }"
    head = '<link rel="stylesheet" href="/static/site.css">'
    bad = {
        "static/site.css": css,
        "posts/one/index.html": page('<p class="pale">Pale in the dark</p>', head=head),
        "posts/two/index.html": page('<p class="wide">Wide</p><a href="/"></a>', head=head, path="posts/two/"),
    }
    result = audit(written(tmp_path, {**GOOD, **bad}), browser)
    assert {each["rule"]: (each["pages"], each["criteria"]) for each in result["failures"]} == {
        "color-contrast": (["/posts/one/"], ["1.4.3"]),
        "link-name": (["/posts/two/"], ["2.4.4", "4.1.2"]),
        "sideways-scroll": (["/posts/two/"], ["1.4.10"]),
    }
    assert (result["pages"], result["schemes"]) == (4, ["light", "dark"])
    assert result["tool"].startswith("axe-core 4.")


def test_what_only_dark_colours_hide_is_found_in_one_look_and_the_page_is_light_again(browser: Browser) -> None:
    context = browser.new_context()
    shown = context.new_page()
    pale = "@media (prefers-color-scheme: dark) { p { color: #333; background: #222; transition: color 9s } }"
    shown.set_content(f"<!doctype html><html lang=en><title>A</title><style>{pale}</style><main><p>Pale</p></main>")
    found = [barriers_in_light_and_dark(shown, "wcag2aa") for _ in range(2)]
    assert found == [["dark: color-contrast: <p>Pale</p>"]] * 2
    context.close()


_COLOURS = ("#999", "rgb(150 150 150)", "rgba(0, 0, 0, 0.4)", "oklch(0.7 0.1 200)", "hsl(200 50% 60%)", "silver")
_ALL_THAT_IT_SAYS = "axe.run().then(({passes, violations, incomplete}) => [passes, violations, incomplete])"


def test_axe_says_in_a_third_of_the_time_what_it_says_by_itself(browser: Browser) -> None:
    words = "".join(
        f'<p style="color: {ink}; background: {paper}">One</p>' for ink in _COLOURS for paper in ("#fff", *_COLOURS)
    )
    said = []
    for script in (AXE_SCRIPT, AXE):
        context = browser.new_context()
        shown = context.new_page()
        shown.set_content(f"<!doctype html><html lang=en><title>A</title><main><h1>A</h1>{words}<a href=x></a></main>")
        shown.evaluate(script)
        said.append(shown.evaluate(_ALL_THAT_IT_SAYS))
        context.close()
    quick = said.pop()
    assert quick == said.pop()
    assert {rule["id"] for rule in quick[1]} == {"color-contrast", "link-name"}


def test_a_site_without_barriers_has_no_failure(browser: Browser, tmp_path: Path) -> None:
    result = audit(written(tmp_path, {path: text for path, text in GOOD.items() if path != "404.html"}), browser)
    assert json.loads(json.dumps(result))["failures"] == []


def test_a_folder_without_a_site_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path), str(tmp_path / "result.json")]) == 1
    assert capsys.readouterr().err == f"There is no built site in {tmp_path.name}: type python3 tasks.py build first.\n"
