"""What a real browser makes of the headers that every answer carries."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from plugins.headers import table
from tests.support.answering_host import Answer, Host, answering_host

_FORM = """<!DOCTYPE html><html lang="en"><title>A page</title><h1>A page</h1>
<form method="post" action="{service}new"><button name="text" value="hello">Send</button></form>
<script>document.title = "a script that nobody wrote"</script>"""


@pytest.fixture
def service() -> Iterator[Host]:
    """Where comments are sent: another origin."""
    with answering_host() as host:
        host.answers["/new"] = Answer(body=b"Thank you.", headers={"Content-Type": "text/plain"})
        yield host


@pytest.fixture
def diary(service: Host) -> Iterator[Host]:
    """A page with every header of the table, for a diary whose comments go to the service."""
    with answering_host() as host:
        headers = dict(table("/", {"form-action": [service.address.rstrip("/")]})[0].headers)
        body = _FORM.format(service=service.address).encode()
        host.answers["/"] = Answer(body=body, headers={**headers, "Content-Type": "text/html; charset=utf-8"})
        host.answers["/favicon.ico"] = Answer(
            204
        )  # Chromium asks for it when it likes, and complains if it is not there.
        yield host


def test_a_form_sent_to_the_comments_service_carries_the_diarys_origin_and_no_page(
    page: Page, diary: Host, service: Host
) -> None:
    page.goto(diary.address)
    page.get_by_role("button").click()
    page.get_by_text("Thank you.").wait_for()
    method, _, headers, body = service.asked[0]
    assert (method, body) == ("POST", b"text=hello")
    assert headers["Origin"] == diary.address.rstrip("/")
    assert headers["Referer"] == diary.address


def test_the_browser_understands_every_header_and_stops_what_nobody_wrote(page: Page, diary: Host) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(diary.address)
    assert page.title() == "A page"
    assert any("script-src 'self'" in text for text in complaints)
    assert [text for text in complaints if "Content Security Policy" not in text] == []


def test_nobody_can_frame_a_page(page: Page, diary: Host, service: Host) -> None:
    service.answers["/frames"] = Answer(
        body=f'<!DOCTYPE html><title>x</title><iframe src="{diary.address}"></iframe>'.encode(),
        headers={"Content-Type": "text/html"},
    )
    page.goto(f"{service.address}frames")
    framed = page.frames[1]
    assert "A page" not in framed.content()
