"""Comments that other companies keep: nothing is asked of them before the reader has pressed the button that names them.

The companies themselves are stood in for: whatever leaves this computer is answered here, and written down.
"""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from plugins.comments.discussion import Discussion
from plugins.comments.settings import comments_settings
from tests.support.barriers import barriers
from tests.support.pages import rendered, site_model_of
from tests.test_sites import SITES
from tests.theme.gallery import write_gallery

CONTENT = SITES / "comments" / "content"
SETTINGS: dict[str, dict[str, Any]] = {
    "giscus": {"repo": "owner/diary", "repo_id": "R_1", "category": "Comments", "category_id": "DIC_1"},
    "utterances": {"repo": "owner/diary"},
    "disqus": {"shortname": "our-diary"},
    "remark42": {"host": "https://remark.example.org/", "run_by": "the library"},
    "comentario": {"host": "https://talk.example.org/", "run_by": "the library"},
}
COMPANIES = {"giscus": "GitHub", "utterances": "GitHub", "disqus": "Disqus"}
SCRIPTS = {
    "giscus": "https://giscus.app/client.js",
    "utterances": "https://utteranc.es/client.js",
    "disqus": "https://our-diary.disqus.com/embed.js",
    "remark42": "https://remark.example.org/web/embed.mjs",
    "comentario": "https://talk.example.org/comentario.js",
}
FRAMES = {
    "giscus": "https://giscus.app/en/widget",
    "utterances": "https://utteranc.es/utterances.html",
    "disqus": "https://disqus.com/embed/comments/",
    "remark42": "https://remark.example.org/web/iframe.html",
}


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory, static_host: Callable[[Path], str]) -> dict[str, str]:
    """The address of a diary for each provider."""
    addresses = {}
    for name, written in SETTINGS.items():
        folder = tmp_path_factory.mktemp(name)
        write_gallery(folder)
        given = {"PATH": str(CONTENT), "DIARY_COMMENTS": {"provider": name, name: written}}
        made = site_model_of(
            CONTENT, now=datetime(2031, 7, 5, tzinfo=UTC), discussion=Discussion(comments_settings(given, {}))
        )
        for path, text in rendered(made).items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8", newline="\n")
        addresses[name] = static_host(folder)
    return addresses


def stand_in(page: Page, address: str, frame: str) -> list[str]:
    """Answers for everybody else on the net; the list is what they were asked."""
    asked: list[str] = []
    script = f"""
        document.documentElement.dataset.arrived = "yes";
        const frame = document.createElement("iframe");
        frame.title = "Comments";
        frame.src = "{frame}";
        if ("{frame}") document.querySelector(".comment-embed").append(frame);
    """

    def answer(route: Route) -> None:
        url = route.request.url
        if url.startswith(address):
            route.continue_()
            return
        asked.append(url)
        is_script = route.request.resource_type == "script"
        kind = "text/javascript" if is_script else "text/html"
        allowed = {"Access-Control-Allow-Origin": "*"}
        route.fulfill(body=script if is_script else "<p>Comments</p>", content_type=kind, headers=allowed)

    page.route("**/*", answer)
    return asked


@pytest.mark.parametrize("name", SETTINGS)
def test_nobody_else_is_asked_for_anything_before_the_button_is_pressed(
    page: Page, sites: dict[str, str], name: str
) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    asked = stand_in(page, sites[name], FRAMES.get(name, ""))
    page.goto(f"{sites[name]}posts/hello/")
    page.mouse.wheel(0, 5_000)
    company = COMPANIES.get(name, "the library")
    button = page.get_by_role("button", name=f"Load comments from {company}")
    expect(button).to_be_visible()
    expect(page.get_by_text("We load nothing from there until you press the button.")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert asked == []
    button.press("Enter")
    page.locator("html[data-arrived]").wait_for()
    assert asked[0].partition("?")[0] == SCRIPTS[name]
    if name in FRAMES:
        page.locator("iframe").wait_for()
        expect(page.frame_locator("iframe").get_by_text("Comments")).to_be_visible()
    expect(page.locator(".comment-embed [role=status]")).to_have_text("")
    assert said == []


def test_each_provider_is_given_what_it_needs(page: Page, sites: dict[str, str]) -> None:
    def after(name: str, question: str) -> Any:
        stand_in(page, sites[name], "")
        page.goto(f"{sites[name]}posts/hello/")
        page.get_by_role("button", name=re.compile("^Load comments")).click()
        page.locator("html[data-arrived]").wait_for()
        found = page.evaluate(question)
        page.unroute_all()
        return found

    assert after("giscus", "document.querySelector('script[data-repo]').dataset.term") == "posts/hello/"
    assert after("utterances", "document.querySelector('script[repo]').getAttribute('issue-term')") == "posts/hello/"
    disqus = "(() => { const it = {page: {}}; disqus_config.call(it); return [it.page, !!document.querySelector('#disqus_thread')] })()"
    assert after("disqus", disqus) == [
        {"identifier": "posts/hello/", "title": "Hello", "url": "https://diary.example.org/posts/hello/"},
        True,
    ]
    remark = after("remark42", "[remark_config.host, remark_config.url, !!document.querySelector('#remark42')]")
    assert remark == ["https://remark.example.org", "https://diary.example.org/posts/hello/", True]
    comentario = "document.querySelector('comentario-comments').getAttribute('page-id')"
    assert after("comentario", comentario) == "/posts/hello/"


def test_a_company_that_does_not_answer_is_told(page: Page, sites: dict[str, str]) -> None:
    page.route("**/*", lambda route: route.abort() if "giscus.app" in route.request.url else route.continue_())
    page.goto(f"{sites['giscus']}posts/hello/")
    page.get_by_role("button", name="Load comments from GitHub").click()
    expect(page.locator(".comment-embed [role=status]")).to_have_text("GitHub did not answer. Try again later.")


@pytest.mark.parametrize("name", SETTINGS)
def test_a_page_lets_in_only_the_provider_that_it_uses(sites: dict[str, str], name: str, page: Page) -> None:
    page.goto(f"{sites[name]}posts/hello/")
    policy = page.locator("meta[http-equiv]").get_attribute("content") or ""
    hosts = {word for word in policy.replace(";", " ").split() if word.startswith("https:")}
    script = urlsplit(SCRIPTS[name])
    assert hosts
    own = {script.netloc, *(urlsplit(FRAMES[name]).netloc for _ in [0] if name in FRAMES)}
    families = {"https://*.disqus.com", "https://*.disquscdn.com", "https://disqus.com"}
    assert hosts <= {*(f"https://{host}" for host in own), *(families if name == "disqus" else [])}
    for without in ("posts/quiet/", "posts/over/", "", "about/"):
        page.goto(f"{sites[name]}{without}")
        assert "https:" not in (page.locator("meta[http-equiv]").get_attribute("content") or ""), without


def test_without_a_script_there_is_a_link_or_a_word(browser: Browser, sites: dict[str, str]) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{sites['giscus']}posts/hello/")
    expect(page.get_by_role("button", name="Load comments from GitHub")).to_be_hidden()
    link = page.get_by_role("link", name="Read and write comments at GitHub")
    assert link.get_attribute("href") == "https://github.com/owner/diary/discussions?discussions_q=posts%2Fhello%2F"
    page.goto(f"{sites['disqus']}posts/hello/")
    expect(page.get_by_text("Your browser runs no scripts, so it cannot show them.")).to_be_visible()
    context.close()


def test_the_buttons_have_no_barrier(page: Page, sites: dict[str, str]) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    for name, address in sites.items():
        page.goto(f"{address}posts/hello/")
        assert barriers(page) == [], name
