"""A reader who follows an old link, and one who wrote below a post before it was renamed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.builds import built
from tests.support.diaries import written
from tests.test_sites import NOW, SITES, environment

WORKSHOP = """
    ---
    title: The first evening
    date: 2031-06-20
    {formerly}
    workshop: {{number: 1, name: First, start: 2031-06-19, status: held}}
    ---
    We met.
    """


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, static_host: Callable[[Path], str]) -> str:
    now = {"DIARY_NOW": NOW["four-workshops"]}
    folder = tmp_path_factory.mktemp("diary") / "output"
    return static_host(built(SITES / "four-workshops" / "content", folder, environment=now))


@pytest.mark.parametrize("old", ["posts/a-note-between/", "posts/a-note-between", "2031/03/a-note.html"])
def test_an_old_link_arrives_at_the_new_page_without_a_script(browser: Browser, address: str, old: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + old)
    page.wait_for_url(f"{address}posts/between-evenings/")
    expect(page.get_by_role("heading", level=1)).to_have_text("A note between evenings")
    page.go_back()  # Nobody is caught between the two: the old page is not in the history.
    assert page.url == "about:blank"
    context.close()


def test_the_comments_of_a_renamed_post_are_below_it(
    page: Page, tmp_path: Path, static_host: Callable[[Path], str]
) -> None:
    def site(name: str, formerly: str = "") -> Path:
        folder = tmp_path / name
        content = written(folder, **{f"workshops__{name}": WORKSHOP.format(formerly=formerly)})
        return built(content, folder / "output", environment=environment("comments", folder))

    before, after = site("first"), site("evening", "formerly: workshops/first/")
    address = static_host(after)
    page.goto(f"{address}workshops/first/")
    page.wait_for_url(f"{address}workshops/evening/")
    comments = page.locator("article.comment")
    expect(comments.first).to_be_visible()
    below = comments.count()
    page.goto(f"{static_host(before)}workshops/first/")
    expect(page.locator("article.comment")).to_have_count(below)
    uids = [
        [line for line in (folder / "workshops.ics").read_text("utf-8").splitlines() if line.startswith("UID:")]
        for folder in (before, after)
    ]
    assert uids[0] == uids[1] != []
