"""The search, as a reader uses it: by keyboard, with accents and stems, whatever is typed; and without a script."""

import gzip
import json
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Response, expect

from plugins.assets import bundle
from plugins.blog.search_index import folded_words, stem
from plugins.workbench.paths import CHECKOUT
from tests.support.barriers import WCAG, barriers_in_light_and_dark
from tests.support.diaries import written
from tests.support.pages import rendered, site_model_of

NOW = datetime(2031, 6, 1, tzinfo=UTC)
FIRST_RESULT = 60 * 1024
POSTS = 100
WORDS = Path("/usr/share/dict/words")
POST = """
---
title: {title}
date: 2030-01-{day:02}
tags: [tea, garden]
{more}
---
{story}
"""
HIDDEN = {
    "pages__about": "---\ntitle: About\nideas: {id: nowhere, name: Nowhere}\n---\nX.\n",
    "posts__draft": "---\ntitle: Zebra\nstatus: draft\n---\nZebra zeppelin.\n",
    "posts__to_come": "---\ntitle: Later\ndate: 2040-01-01\n---\nZircon.\n",
    "workshops__small": """
---
title: A small room
date: 2030-02-01
workshop: {start: 2030-02-01, status: held}
votes: {id: a, question: Which?, method: show-of-hands, present: 6, abstained: 0, options: [{name: Tea, votes: 4}, {name: Soup, votes: 2}]}
feedback: {quotes: [{words: Zanzibar was my secret., consent: Q-1}]}
ideas: {id: kiosk, name: Café kiosk, about: A place for crêpes.}
glossary: {term: rota, means: A list of whose turn it is.}
---
We learned to wait.
""",
}


def story(number: int) -> str:
    """Some three hundred words, most of them like those of other posts."""
    seen = [f"word{(number * 37 + each * each) % 900}" for each in range(150)]
    return " ".join(f"{word} the group of us" if at % 3 == 0 else word for at, word in enumerate(seen))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("search")
    posts = {
        f"posts__p{number}": POST.format(title=f"Post {number}", day=1 + number % 28, more="", story=story(number))
        for number in range(POSTS)
    }
    posts["posts__learnt"] = POST.format(
        title="What we learnt at the café",
        day=28,
        more="summary: Learnt.",
        story="It was <b>not</b> [a*b](https://example.org) at all.",
    ).replace("<b>not</b>", "not")
    posts["posts__bonjour"] = POST.format(title="Bonjour", day=28, more="lang: fr", story="Les jardins du café.")
    content = written(folder, **posts, **HIDDEN)
    (content / "consent.yml").write_text("Q-1: {covers: quote, withdrawn: 2030-03-01}\n", "utf-8")
    files = {path: text.encode() for path, text in rendered(site_model_of(content, now=NOW)).items()}
    files |= {asset.path: asset.content for asset in bundle(CHECKOUT / "theme" / "static").files}
    for path, text in files.items():
        (folder / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "site" / path).write_bytes(text)
    return folder / "site"


@pytest.fixture(scope="module")
def address(site: Path, static_host: Callable[[Path], str]) -> str:
    return static_host(site) + "search/"


@pytest.fixture
def search(page: Page, address: str) -> Iterator[Page]:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(address)
    yield page
    assert said == []


def look_for(page: Page, typed: str) -> None:
    page.get_by_label("What are you looking for?").fill(typed)
    page.get_by_role("button", name="Search").click()


def results(page: Page) -> list[str]:
    return page.locator(".search__results h2").all_text_contents()


@pytest.mark.browser
@pytest.mark.parametrize("typed", ["learn", "learnt", "Learned", "learning", "LEARNS"])
def test_a_word_is_found_in_every_form(search: Page, typed: str) -> None:
    look_for(search, typed)
    expect(search.get_by_role("status")).to_have_text(f"2 pages have “{typed}”.")
    assert results(search) == ["What we learnt at the café", "A small room"]
    assert "learned" in search.locator(".search__results li").nth(1).locator("mark").all_text_contents()


@pytest.mark.browser
@pytest.mark.parametrize("typed", ["cafe", "café", "CAFÉ", "cafe\u0301"])
def test_accents_and_capitals_are_no_hindrance(search: Page, typed: str) -> None:
    look_for(search, typed)
    expect(search.locator(".search__results h2")).to_have_count(4)
    assert set(results(search)) == {"What we learnt at the café", "Café kiosk", "Bonjour", "A small room"}
    bonjour = search.locator(".search__results li", has_text="Bonjour")
    assert bonjour.locator("h2").get_attribute("lang") == "fr"
    assert bonjour.locator("mark").all_text_contents() == ["café"]


@pytest.mark.browser
@pytest.mark.parametrize(
    "typed", ["(", "[", "\\", "*", "( [ \\ *", "$&", "<img src=x>", "__proto__", "constructor", "a" * 200]
)
def test_signs_do_no_harm(search: Page, typed: str) -> None:
    look_for(search, typed)
    expect(search.get_by_role("status")).to_have_text(re.compile("^(Write a word to look for|No page has “)"))
    assert results(search) == []
    assert search.locator("main img").count() == 0


@pytest.mark.browser
def test_what_is_typed_is_looked_for_at_once_and_its_number_is_told_once(search: Page) -> None:
    search.evaluate(
        """() => { window.told = [];
        new MutationObserver(() => told.push(document.querySelector("[role=status]").textContent))
          .observe(document.querySelector("[role=status]"), {childList: true, characterData: true, subtree: true}) }"""
    )
    search.get_by_label("What are you looking for?").press_sequentially("kiosks", delay=10)
    expect(search.locator(".search__results h2")).to_have_text(["Café kiosk", "A small room"])
    assert search.evaluate("told") == ["2 pages have “kiosks”."]
    assert search.url.endswith("?q=kiosks")


@pytest.mark.browser
def test_the_first_result_takes_few_bytes_and_the_index_waits_for_a_word(page: Page, address: str) -> None:
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - playwright cannot hold a method of a list
    page.goto(address)
    page.wait_for_load_state("networkidle")
    assert [each.url for each in answers if each.url.endswith(".json")] == []
    look_for(page, "word1 group")
    expect(page.locator(".search__results mark").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    taken = {each.url: len(gzip.compress(each.body(), 6)) for each in answers}
    assert sum(taken.values()) < FIRST_RESULT, taken
    assert any("words-w.json" in url for url in taken)


@pytest.mark.browser
def test_the_page_is_whole_without_a_script_and_has_no_barriers(browser: Browser, page: Page, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    bare = context.new_page()
    bare.goto(address)
    assert not bare.get_by_label("What are you looking for?").is_visible()
    listed = bare.locator(".a-to-z li").all_text_contents()
    for each in (
        "Post 7 Post",
        "A small room Workshop",
        "Café kiosk Idea",
        "rota Word explained",
        "garden Tag",
        "Bonjour Post",
        "Timeline Page",
        "Decisions Page",
        "Jargon explained Page",
        "You said, we did Page",
    ):
        assert listed.count(each) == 1
    assert "About Page" in listed
    assert not {"Nowhere Idea", "Search Page", "Feed Page"} & {*listed}, "The idea has no page."
    context.close()
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(address + "?q=cafe")
    expect(page.locator(".search__results mark").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert barriers_in_light_and_dark(page, *WCAG) == []


@pytest.mark.browser
def test_stems_of_the_browser_are_those_of_the_index(search: Page) -> None:
    text = "".join(path.read_text("utf-8") for path in sorted((CHECKOUT / "docs").rglob("*.md")))
    every = sorted(set(folded_words(text)))
    assert len(every) > 3000
    irregular = json.loads(search.request.get(f"{search.url}index.json").text())["irregular"]
    there = search.evaluate(
        "([every, irregular]) => { const s = new EnglishStemmer(); return every.map(w => s.stemWord(Object.hasOwn(irregular, w) ? irregular[w] : w)) }",
        [every, irregular],
    )
    assert {word: stemmed for word, stemmed in zip(every, there, strict=True) if stemmed != stem(word)} == {}


def test_nothing_that_is_kept_back_is_in_the_index(site: Path) -> None:
    index = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in (site / "search").rglob("*.json")}
    whole = "".join(index.values()).casefold()
    assert [word for word in ("zebra", "zeppelin", "zircon", "zanzibar", "q-1") if word in whole] == []
    rows = {page["href"]: page["texts"] for page in json.loads(index["search/index.json"])["pages"]}
    small = json.loads(index[f"search/texts/{rows['/workshops/small/']}.json"])
    assert "Which?" in small
    assert [text for text in small if re.search(r"\b[246]\b", text)] == []


def test_a_diary_without_a_search_has_no_page_no_index_and_no_link(tmp_path: Path) -> None:
    from dataclasses import replace

    made = site_model_of(written(tmp_path, posts__one="---\ntitle: One\ndate: 2030-01-01\n---\nX.\n"), now=NOW)
    files = rendered(replace(made, settings=replace(made.settings, has_search=False)))
    assert [path for path, text in files.items() if "search/" in path or "search/" in text] == []
