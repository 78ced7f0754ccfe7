"""Ways to have workshops in one's own calendar, and what each does, in plain words.

The addresses of other companies' calendars are theirs; they are asked only when a reader follows a link.
"""

from datetime import date, datetime, timedelta
from urllib.parse import quote, urlencode, urlsplit
from zoneinfo import ZoneInfo

from plugins.records import dataclass
from plugins.timeline.calendar_event import CalendarEvent
from plugins.words import calendars

_GOOGLE = "https://calendar.google.com/calendar/render"
_OUTLOOK = (
    (calendars.OUTLOOK_AT_WORK, "https://outlook.office.com"),
    (calendars.OUTLOOK_AT_HOME, "https://outlook.live.com"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarLink:
    """One way; `elsewhere` says that it leads to another company's page."""

    label: str
    href: str
    elsewhere: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarLinksView:
    """What subscribing or adding does, sentence by sentence, and the ways to do it."""

    heading: str
    anchor: str
    sentences: tuple[str, ...]
    links: tuple[CalendarLink, ...]
    afterwards: str


def subscribing(*, name: str, address: str, count: int) -> CalendarLinksView:
    """How to subscribe to the calendar at `address`, a whole one; `count` is how many days are known."""
    parts = urlsplit(address)
    webcal = f"webcal://{parts.netloc}{parts.path}"
    outlook = urlencode({"url": address, "name": name}, quote_via=quote)
    google = f"{_GOOGLE}?{urlencode({'cid': webcal}, quote_via=quote, safe='')}"
    links = [
        CalendarLink(label=calendars.SUBSCRIBE, href=webcal),
        CalendarLink(label=calendars.subscribe_in(calendars.GOOGLE), href=google, elsewhere=True),
    ]
    links += [
        CalendarLink(
            label=calendars.subscribe_in(label), href=f"{host}/calendar/0/addfromweb?{outlook}", elsewhere=True
        )
        for label, host in _OUTLOOK
    ]
    links.append(CalendarLink(label=calendars.DOWNLOAD, href=address))
    return CalendarLinksView(
        heading=calendars.SUBSCRIBING,
        anchor="calendar",
        sentences=(calendars.HOW_SUBSCRIBING_WORKS, calendars.known(count)),
        links=tuple(links),
        afterwards=calendars.AFTER_SUBSCRIBING,
    )


def adding(calendar_event: CalendarEvent, *, download: str, zone: ZoneInfo) -> CalendarLinksView:
    """How to put one workshop into a calendar; `download` is the whole address of its file."""
    links = [CalendarLink(label=calendars.ADD, href=download)]
    links.append(
        CalendarLink(label=calendars.add_to(calendars.GOOGLE), href=_google(calendar_event, zone), elsewhere=True)
    )
    links += [
        CalendarLink(label=calendars.add_to(label), href=_outlook(calendar_event, host), elsewhere=True)
        for label, host in _OUTLOOK
    ]
    return CalendarLinksView(
        heading=calendars.ADDING,
        anchor="calendar",
        sentences=(calendars.HOW_ADDING_WORKS,),
        links=tuple(links),
        afterwards=calendars.AFTER_ADDING,
    )


def _google(calendar_event: CalendarEvent, zone: ZoneInfo) -> str:
    question = {
        "action": "TEMPLATE",
        "text": calendar_event.name,
        "dates": f"{_compact(calendar_event.starts)}/{_compact(_until(calendar_event))}",
        "ctz": zone.key,
        "details": calendar_event.description,
        "location": calendar_event.location,
    }
    return f"{_GOOGLE}?{_asked(question)}"


def _until(calendar_event: CalendarEvent) -> date:
    """Both companies ask for an end: that of a day is the day after it, and for a time no other is made up."""
    starts = calendar_event.starts
    one_day_on = starts if isinstance(starts, datetime) else starts + timedelta(days=1)
    return calendar_event.ends or one_day_on


def _compact(moment: date) -> str:
    return moment.strftime("%Y%m%dT%H%M%S" if isinstance(moment, datetime) else "%Y%m%d")


def _outlook(calendar_event: CalendarEvent, host: str) -> str:
    question = {
        "path": "/calendar/action/compose",
        "rru": "addevent",
        "subject": calendar_event.name,
        "startdt": calendar_event.starts.isoformat(),
        "enddt": _until(calendar_event).isoformat(),
        "allday": "" if isinstance(calendar_event.starts, datetime) else "true",
        "body": calendar_event.description,
        "location": calendar_event.location,
    }
    return f"{host}/calendar/0/deeplink/compose?{_asked(question)}"


def _asked(question: dict[str, str]) -> str:
    return urlencode({name: value for name, value in question.items() if value}, quote_via=quote)
