"""Who gets in, and for how long."""

from dataclasses import replace
from pathlib import Path

import pytest

from plugins.comments.server.assembly import Assembled, assembled
from plugins.comments.server.password import hash_of, is_hash, is_right
from tests.comments.server.moderation.moderators import ModeratorClient, goes_to
from tests.support.comment_services import PASSWORD, Clock, settings_in

PATHS = ["", "published", "posts", "log", "safeguarding", "delete?comment=1"]


@pytest.mark.parametrize("path", PATHS)
def test_whoever_is_not_logged_in_sees_the_door_and_nothing_else(app: Assembled, path: str) -> None:
    page = ModeratorClient(app).page(path)
    assert "<h1>Log in to moderate</h1>" in page
    assert "Log out" not in page


def test_name_and_password_open_the_desk_until_logged_out(app: Assembled) -> None:
    robin = ModeratorClient(app)
    assert goes_to(robin.log_in("robin")) == "/moderate/"
    assert "You are Robin." in robin.page()
    cookie, secret = robin.cookie, robin.secret()
    left = robin.post("logout", {"secret": secret})
    assert "Max-Age=0" in left.headers["Set-Cookie"]
    robin.cookie = cookie
    assert "Log in to moderate" in robin.page()


def test_the_cookie_is_for_the_desk_alone_and_for_no_script(app: Assembled, tmp_path: Path) -> None:
    answer = ModeratorClient(app).log_in()
    _, *rules = answer.headers["Set-Cookie"].split("; ")
    assert set(rules) == {"Path=/moderate/", "HttpOnly", "SameSite=Strict"}
    secure = replace(settings_in(tmp_path), address="https://comments.example.org/c/")
    other = assembled(secure, Clock())
    answer = ModeratorClient(other).log_in(origin="https://comments.example.org")
    name, *rules = answer.headers["Set-Cookie"].split("; ")
    assert name.startswith("__Secure-moderator=")
    assert set(rules) == {"Path=/c/moderate/", "HttpOnly", "SameSite=Strict", "Secure"}
    other.close()


@pytest.mark.parametrize(
    ("name", "password"), [("Robin", "wrong"), ("Nobody", PASSWORD), ("", ""), ("Robin", PASSWORD * 20)]
)
def test_a_wrong_name_and_a_wrong_password_are_answered_alike(app: Assembled, name: str, password: str) -> None:
    robin = ModeratorClient(app)
    answer = robin.log_in(name, password)
    assert (answer.status_code, robin.cookie) == (403, "")
    assert "That name and that password do not go together. Try again." in answer.text


def test_guessing_is_slowed_where_it_comes_from_and_locks_nobody_else_out(app: Assembled, clock: Clock) -> None:
    guesser = ModeratorClient(app, network="198.51.100.7")
    assert [guesser.log_in(password=str(number)).status_code for number in range(10)] == [403] * 10
    slowed = guesser.log_in()
    assert (slowed.status_code, slowed.headers["Retry-After"]) == (429, "61")
    assert "You have tried too often. Wait 2 minutes, then try again." in slowed.text
    assert ModeratorClient(app).log_in().status_code == 303
    clock.now += 61
    assert guesser.log_in().status_code == 303


def test_a_form_of_another_site_logs_nobody_in(app: Assembled) -> None:
    robin = ModeratorClient(app)
    assert robin.log_in(origin="https://elsewhere.example").status_code == 403
    assert robin.log_in(origin="null").status_code == 403
    assert robin.log_in(origin="http://localhost:8000").status_code == 403  # The diary's own pages are not the app.
    assert robin.cookie == ""


def test_half_an_hour_without_a_click_ends_it_and_so_do_twelve_hours(app: Assembled, clock: Clock) -> None:
    robin = ModeratorClient(app)
    robin.log_in()
    for _ in range(2):
        clock.now += 29 * 60
        assert "You are Robin." in robin.page()
    clock.now += 30 * 60
    assert "Log in to moderate" in robin.page()
    robin.log_in()
    for _ in range(25):
        clock.now += 29 * 60
        robin.page()
    assert "Log in to moderate" in robin.page()


@pytest.mark.parametrize("cookie", ["moderator=x", "moderator=", "other=1; moderator=\u00ff"])
def test_a_made_up_cookie_opens_nothing(app: Assembled, cookie: str) -> None:
    assert "Log in to moderate" in ModeratorClient(app, cookie=cookie).page()


def test_whoever_comes_by_a_link_of_an_e_mail_is_sent_round_once_to_show_the_cookie(app: Assembled) -> None:
    robin = ModeratorClient(app)
    by_link = robin.get("", sec_fetch_site="cross-site")
    assert b'<meta http-equiv="refresh" content="0">' in by_link.data
    assert b"http-equiv" not in robin.get("", sec_fetch_site="same-origin").data


def test_a_hash_tells_nothing_and_every_one_is_another() -> None:
    one, other = hash_of(PASSWORD), hash_of(PASSWORD)
    assert one != other
    assert is_hash(one)
    assert is_right(PASSWORD, one)
    assert not is_right(PASSWORD + " ", one)
    assert PASSWORD not in one


@pytest.mark.parametrize("text", ["", "scrypt", "scrypt$a", "scrypt$$", "bcrypt$YQ$YQ", "scrypt$YQ$ü", "hunter2"])
def test_what_is_no_hash_is_none(text: str) -> None:
    assert not is_hash(text)
