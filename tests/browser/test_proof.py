"""A proof opened from a folder, as from an e-mail."""

from pathlib import Path

from playwright.sync_api import Page

from tests.preview.proofs import proof_of, written


def test_it_opens_by_itself_asks_for_nothing_and_shows_the_page_with_its_pictures(tmp_path: Path, page: Page) -> None:
    proof = proof_of(written(tmp_path))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.goto(proof.as_uri())
    assert page.title().startswith("Our first evening")
    assert page.get_by_text("Not published. For the group. Please delete it afterwards.").first.is_visible()
    assert page.get_by_role("heading", name="Our first evening").is_visible()
    page.get_by_role("button", name="tea").click()  # A word that is explained, without a script
    assert page.get_by_text("What people drink.").is_visible()
    picture = page.get_by_alt_text("Two hands").first
    assert picture.evaluate("picture => picture.complete && picture.naturalWidth > 0")
    mail = page.get_by_role("link", name="group@example.org").get_attribute("href")
    assert mail == "mailto:group@example.org?subject=Proof%3A%20first"
    assert [each for each in asked if not each.startswith("data:")] == [proof.as_uri()]
    assert errors == []
