"""The home page: what the project does, where it is, what is new, and the latest of each kind."""

from plugins.blog.pages.calendars import ways_to_add
from plugins.blog.pages.cards import cards, next_scripts, strip, timeline_link, waiting_scripts
from plugins.blog.pages.decisions import decision_summaries
from plugins.blog.pages.frames import frame
from plugins.blog.site_model import SiteModel
from plugins.blog.structured import blog
from plugins.blog.views.frame import Link
from plugins.blog.views.home import HomePage, LatestAsk, LatestDecision, LatestQuote, NextWorkshop
from plugins.timeline.views.session import session_point
from plugins.words import asks as ask_words
from plugins.words import decisions, votes
from plugins.words import home as words
from plugins.words import lists as list_words
from plugins.workshops.views.asks import ask_view
from plugins.workshops.views.facts import workshop_facts_view
from plugins.workshops.views.feedback import quote_view

_NEWEST = 4


def home(model: SiteModel) -> HomePage:
    """What a reader who comes for the first time should see."""
    ask = _ask(model)
    return HomePage(
        frame=frame(
            model,
            title=words.TITLE,
            address="",
            structured=[blog(model.settings)],
            scripts=(*next_scripts(model.settings, model.series), *waiting_scripts([ask.ask] if ask else [])),
        ),
        headline=model.settings.headline,
        introduction=model.settings.introduction,
        next=_next(model),
        strip=strip(model.settings, model.series),
        newest=cards(model, model.listing.posts[:_NEWEST]),
        all_posts=Link(label=list_words.TITLE, href=model.settings.href("posts/")),
        timeline=timeline_link(model.settings),
        decision=_decision(model),
        quote=_quote(model),
        ask=ask,
    )


def _next(model: SiteModel) -> NextWorkshop | None:
    for place in model.series.workshops:
        if place.state == "next":
            said = model.said(place.entry)
            point = session_point(place, now=model.settings.now, zone=model.settings.zone)
            facts = workshop_facts_view(place.workshop, state=place.state, said=said)
            calendar = ways_to_add(model, place.entry)
            return NextWorkshop(
                state=facts.state,
                over=point.over,
                name=said.plain(point.title),
                href=model.settings.entry_href(place.entry),
                facts=facts.opening,
                calendar=calendar.links[0].href if calendar else "",
            )
    return None


def _decision(model: SiteModel) -> LatestDecision | None:
    """What the last workshop decided that decided anything."""
    for entry in reversed(model.series.held):
        lines = decision_summaries(entry.votes, model.said(entry), most=1)
        if lines:
            href = f"{model.settings.entry_href(entry)}#votes"
            return LatestDecision(
                lines=lines, href=href, label=votes.all_of_them(len(entry.votes)), every=_every_decision(model)
            )
    return None


def _every_decision(model: SiteModel) -> Link:
    return Link(label=decisions.ALL, href=model.settings.href("decisions/"))


def _quote(model: SiteModel) -> LatestQuote | None:
    for entry in reversed(model.series.entries):
        for quote in entry.post.feedback.quotes if entry.post.feedback else ():
            said = model.said(entry)
            return LatestQuote(
                quote=quote_view(quote, said),
                source=said.plain(entry.post.title),
                href=model.entry_context.href_in_record(entry, "feedback"),
            )
    return None


def _ask(model: SiteModel) -> LatestAsk | None:
    """The ask that has waited longest, and how many wait."""
    waiting = [ask for ask in model.series.asks if ask.status == "open"]
    if not waiting:
        return None
    return LatestAsk(
        heading=ask_words.waiting(len(waiting)),
        ask=ask_view(waiting[0], model.entry_context),
        all_asks=Link(label=ask_words.ALL, href=model.settings.href("you-said-we-did/")),
    )
