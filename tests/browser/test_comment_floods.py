"""A moderator in a browser, while many comments come at once."""

from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser.test_comments_service import Diary, log_in
from tests.support.barriers import barriers
from tests.support.comment_services import running, write_threads


def test_a_flood_is_found_from_the_queue_read_and_deleted(browser: Browser, tmp_path: Path) -> None:
    write_threads(tmp_path)
    context = browser.new_context()
    page = context.new_page()
    with running(tmp_path, proxies=("127.0.0.1",)) as service:
        for network in [*range(60), *[99] * 4]:
            assert service.write("Spam", headers={"X-Forwarded-For": f"10.0.{network}.7"}).status == 303
        log_in(page, Diary("", service))
        page.get_by_role("link", name="4 of them came in a flood. Read these by themselves").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("4 came in a flood")
        page.get_by_text("Is all of this spam?").click()
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert barriers(page) == []
        page.get_by_role("checkbox", name="I have read all on this page").check()
        page.get_by_role("button", name="Delete all 4 on this page for good").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("The flood has been read")
        page.get_by_role("link", name="Back to the other 60").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("60 waiting")
    context.close()
