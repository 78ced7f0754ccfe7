"""Ways into the reader's own calendar."""

from datetime import date, datetime
from urllib.parse import parse_qs, urlsplit

from plugins.timeline.views.calendar_links import adding, subscribing
from tests.timeline.test_calendar import LONDON, made


def asked(href: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(href).query).items()}


def test_subscribing_leads_to_the_calendar_and_to_the_two_companies() -> None:
    view = subscribing(name="A & B’s diary", address="https://example.org/a/workshops.ics", count=2)
    own, google, work, home, copy = (link.href for link in view.links)
    assert own == "webcal://example.org/a/workshops.ics"
    assert asked(google) == {"cid": "webcal://example.org/a/workshops.ics"}
    for href, host in ((work, "outlook.office.com"), (home, "outlook.live.com")):
        assert urlsplit(href).hostname == host
        assert asked(href) == {"url": "https://example.org/a/workshops.ics", "name": "A & B’s diary"}
    assert copy == "https://example.org/a/workshops.ics"
    assert [link.elsewhere for link in view.links] == [False, True, True, True, False]


def test_it_is_said_when_no_day_is_known_yet() -> None:
    address = "https://example.org/workshops.ics"
    assert subscribing(name="A", address=address, count=1).sentences[1] == "It has every workshop whose day we know."
    assert subscribing(name="A", address=address, count=0).sentences[1] == (
        "We have not set a day yet. As soon as we do, it will be in your calendar too."
    )


def test_a_time_is_given_to_each_company_as_it_reads_it() -> None:
    starts, ends = datetime(2031, 7, 7, 17, tzinfo=LONDON), datetime(2031, 7, 7, 19, tzinfo=LONDON)
    held = made(starts=starts, ends=ends, name="Tea & cake", location="The hall")
    own, google, work, _ = adding(held, download="https://example.org/a.ics", zone=LONDON).links
    assert own.href == "https://example.org/a.ics"
    assert asked(google.href) == {
        "action": "TEMPLATE",
        "text": "Tea & cake",
        "dates": "20310707T170000/20310707T190000",
        "ctz": "Europe/London",
        "details": "What it is.",
        "location": "The hall",
    }
    assert asked(work.href)["startdt"] == "2031-07-07T17:00:00+01:00"
    assert asked(work.href)["enddt"] == "2031-07-07T19:00:00+01:00"
    assert "allday" not in asked(work.href)


def test_a_day_lasts_until_the_next_as_both_companies_count() -> None:
    _, google, work, _ = adding(made(starts=date(2031, 7, 31)), download="https://example.org/a.ics", zone=LONDON).links
    assert asked(google.href)["dates"] == "20310731/20310801"
    assert (asked(work.href)["startdt"], asked(work.href)["enddt"]) == ("2031-07-31", "2031-08-01")
    assert asked(work.href)["allday"] == "true"
    assert "location" not in asked(google.href)


def test_a_time_without_an_end_is_given_none() -> None:
    starts = datetime(2031, 7, 7, 17, tzinfo=LONDON)
    _, google, work, _ = adding(made(starts=starts), download="https://example.org/a.ics", zone=LONDON).links
    assert asked(google.href)["dates"] == "20310707T170000/20310707T170000"
    assert asked(work.href)["enddt"] == asked(work.href)["startdt"]
