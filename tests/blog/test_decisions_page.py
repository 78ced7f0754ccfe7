"""The page of every decision: in order, as close as may be told, linked both ways with ideas, asks and meetings."""

from datetime import UTC, datetime
from pathlib import Path

import lxml.html
import pytest

from plugins.workbench.paths import CHECKOUT
from tests.support.diaries import read, without_code, written
from tests.support.pages import rendered, site_model_of

FOUR = CHECKOUT / "tests" / "sites" / "four-workshops" / "content"
NOW = datetime(2031, 6, 1, 12, tzinfo=UTC)
Pages = dict[str, lxml.html.HtmlElement]


@pytest.fixture(scope="module")
def four() -> Pages:
    pages = rendered(site_model_of(FOUR, now=NOW))
    return {path: lxml.html.fromstring(text) for path, text in pages.items() if path.endswith(".html")}


def words(element: lxml.html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def decisions(pages: Pages) -> list[str]:
    return [words(each) for each in pages["decisions/index.html"].find_class("decision")]


def test_every_vote_and_verdict_stands_there_with_the_newest_meeting_first_and_as_close_as_may_be_told(
    four: Pages,
) -> None:
    assert decisions(four) == [
        "Vote Do we go on meeting? Once a month 11 to 5",
        "Vote Which three things shall the library keep? The lamp, The long sheet and The slippers A tie, 9 each The shoe boxes were falling apart, so the slippers won.",
        "Result Late Library It is a service now Seven is right. The whole story: Late Library",
        "Result Text Not Post We did not take it further The office may not send texts about a person’s health. The whole story: Text Not Post",
        "Result Street Tea We changed it after the test Sundays work and weekdays do not. The whole story: Street Tea",
        "Vote When does it open? Six 9 to 8",
        "Vote Which two keep the keys? Team Shelf and Team Desk 7 to 4",
        "Vote What is there to eat? Soup 5 to 4",
        "Vote Which lamp? Green A tie, 6 each We tossed a coin.",
        "Vote A bell or a knocker? We did not choose A tie, 6 each We ask again next time.",
        "Vote Is it a quiet evening? It is We keep these numbers private, so that nobody can be picked out.",
        "Vote Who holds the rota? We did not choose We do not know how many votes each option got.",
        "Vote Which idea has most to give? Late Library and Text Not Post 22 to 12 "
        "What came of it: Late Library · It is a service now What came of it: Text Not Post · We did not take it further",
        "Vote How hard will it be? Text Not Post scored highest: 4 What came of it: Text Not Post · We did not take it further",
        "Vote Where do we meet next time? The library 7 to 5",
        "Vote Which days suit you? Monday 9 to 3",
        "Vote What are we called? Riverbend group We do not know how many votes each option got.",
    ]


@pytest.mark.parametrize("page", ["decisions/index.html", "you-said-we-did/index.html", "workshops/making/index.html"])
def test_every_link_of_a_page_that_tells_of_others_leads_to_a_place_that_is_there(four: Pages, page: str) -> None:
    links = [href for href in four[page].xpath("//main//a/@href") if href.startswith(("/", "#")) and "#" in href]
    assert links
    for href in links:
        path, _, anchor = href.partition("#")
        there = four[f"{path[1:]}index.html" if path else page]
        assert len(there.xpath("//*[@id=$anchor]", anchor=anchor)) == 1, href


def test_decisions_lead_to_ideas_and_asks_and_those_lead_back(four: Pages) -> None:
    hrefs = {path: set(page.xpath("//main//a/@href")) for path, page in four.items()}
    assert {"/ideas/late-library/", "/you-said-we-did/#walking-through.reminder"} <= hrefs["decisions/index.html"]
    assert {"/decisions/#walking-through.dots", "/decisions/#looking-back.late-one"} <= hrefs[
        "ideas/late-library/index.html"
    ]
    assert "/decisions/#walking-through" in hrefs["you-said-we-did/index.html"]
    for path in ("index.html", "ideas/index.html"):
        assert "/decisions/" in hrefs[path]
    assert all("/decisions/" in page.xpath("//footer//a/@href") for page in four.values())


def test_an_answer_leads_to_its_meeting_and_to_the_part_of_its_agenda_and_both_lead_back(four: Pages) -> None:
    asks, meeting = four["you-said-we-did/index.html"], four["workshops/looking-back/index.html"]
    ask = asks.get_element_by_id("making.shoes")
    assert ask.xpath(".//div[contains(@class, 'opportunity')]//a/@href") == [
        "/workshops/looking-back/#answered-1",
        "/workshops/looking-back/#agenda-2",
    ]
    answer = meeting.get_element_by_id("answered-1")
    assert words(answer) == ("You said: Bring slippers. We did: Twenty pairs of slippers came from the charity shop.")
    assert answer.xpath(".//a/@href") == ["/workshops/making/#shoes"]
    part = meeting.get_element_by_id("agenda-2").getparent()
    assert part.xpath(".//a[@href='#answered-1']")[0].text_content() == "We answered: Bring slippers."


def test_an_ask_says_since_when_it_waits_and_leaves_the_days_to_a_script(four: Pages) -> None:
    page = four["you-said-we-did/index.html"]
    waiting = page.find_class("pair__open")
    assert [(words(each), each.get("data-since")) for each in waiting] == [
        ("Waiting for an answer since Monday 13 January 2031.", "2031-01-13"),
        ("Waiting for an answer since Monday 7 April 2031.", "2031-04-07"),
        ("Waiting for an answer since Monday 7 April 2031.", "2031-04-07"),
    ]
    assert any("waiting." in source for source in page.xpath("//script/@src"))


def test_an_idea_has_its_evidence_as_a_drawing_with_words(four: Pages) -> None:
    (drawing,) = four["ideas/late-library/index.html"].find_class("evidence")
    assert drawing.get("role") == "img"
    assert drawing.get("aria-label") == (
        "A drawing of how one step led to the next. The list has each of its steps in words."
    )
    (steps,) = four["ideas/late-library/index.html"].find_class("idea-steps")
    assert len(steps) == len(drawing.find_class("evidence__point")), "The list is its text alternative."
    assert [words(each) for each in drawing.find_class("evidence__label")][:4] == [
        "Insight",
        "Opportunity",
        "Idea",
        "We chose it",
    ]
    assert len(drawing.find_class("evidence__point")) == 8
    assert drawing.find_class("evidence__line--ahead") == []


IDEAS = """
---
title: Notes
date: 2031-01-10
ideas: [{id: tea, name: Tea, from: [a, b, c, d, e]}, {id: cake, name: Cake}]
journeys:
  id: day
  title: A day
  stages: {name: Noon, insights: [{id: a, text: A}, {id: b, text: B}, {id: c, text: C}, {id: d, text: D}, {id: e, text: E}]}
prototypes: {id: cups, status: adopted}
---
X.
"""


def test_a_trial_of_no_idea_is_a_decision_and_many_notes_run_together_in_their_idea(tmp_path: Path) -> None:
    pages = rendered(site_model_of(written(tmp_path, posts__notes=IDEAS), now=NOW))
    found: Pages = {
        path: lxml.html.fromstring(pages[path]) for path in ("decisions/index.html", "ideas/tea/index.html")
    }
    assert decisions(found) == ["Result cups It is a service now"]
    drawing = found["ideas/tea/index.html"].find_class("evidence")[0]
    assert len(drawing.find_class("evidence__line")) == 6
    assert words(drawing).endswith("Idea Between workshops")
    assert drawing.find_class("evidence__line--ahead")


def test_without_a_decision_the_page_says_so(tmp_path: Path) -> None:
    made = rendered(
        site_model_of(written(tmp_path, posts__one="---\ntitle: One\ndate: 2031-01-10\n---\nX.\n"), now=NOW)
    )
    assert "We have not decided anything yet." in made["decisions/index.html"]


ANSWERED = """
---
title: One
date: 2019-01-10
workshop: {{number: 1, status: held}}
agenda: [{{title: Talk, items: {{title: News, answers: {asked}}}}}]
feedback: {{even_better_if: [{{id: bus, said: A later bus}}, {{id: tea, said: More tea}}]}}
answers: {{to: bus, did: "{did}", status: not-possible}}
---
X.
"""


@pytest.mark.parametrize("did", ["No.", "Not possible", "Sorry, we can't do this.", "It is not possible at the moment"])
def test_whoever_asked_is_told_why_it_is_not_possible(tmp_path: Path, did: str) -> None:
    _, problems = read(tmp_path, workshops__one=ANSWERED.format(asked="bus", did=did))
    assert [without_code(problem) for problem in problems] == [
        f'content/workshops/one/index.md:7: Answers, number 1, did: found "{did}", which gives no reason; '
        "say why it is not possible: whoever asked reads it"
    ]


def test_a_part_of_the_agenda_answers_what_the_post_answers(tmp_path: Path) -> None:
    _, problems = read(tmp_path, workshops__one=ANSWERED.format(asked="tea", did="No money."))
    assert [without_code(problem) for problem in problems] == [
        "content/workshops/one/index.md:5: Agenda, part 1, “Talk”, items, part 1, “News”, answers: "
        'found "tea", and this post has no answer to it; write one under “answers”'
    ]
    assert read(tmp_path / "b", workshops__one=ANSWERED.format(asked="bus", did="The depot shuts at ten."))[1] == ()


WITHOUT_A_WORKSHOP = """
---
title: Notes
date: 2031-01-10
ideas: {id: tea, name: Tea}
agenda: {title: Talk, items: {title: News, answers: bus}}
votes:
  - {id: first, question: Tea?, method: show-of-hands, counts: not-kept, options: [{name: Tea, idea: tea}, No], chosen: Tea}
  - {id: second, question: Soup?, method: show-of-hands, counts: not-kept, options: [A, B], chosen: B}
feedback: {even_better_if: [{id: bus, said: A later bus}, A door], quotes: {words: A lamp., consent: Q-1}}
answers: {to: bus, did: The bus comes later., status: done, when: 2031-02-01}
---
X.
"""


def test_what_a_post_without_a_workshop_tells_leads_to_places_that_are_there(tmp_path: Path) -> None:
    content = written(tmp_path, posts__notes=WITHOUT_A_WORKSHOP)
    (content / "consent.yml").write_text("Q-1: {covers: quote}\n", "utf-8")
    files = rendered(site_model_of(content, now=NOW))
    pages: Pages = {path: lxml.html.fromstring(text) for path, text in files.items() if path.endswith(".html")}
    hrefs = {path: {str(each.get("href")) for each in page.iter("a")} for path, page in pages.items()}
    places = {path: {each.get("id") for each in page.iter()} for path, page in pages.items()}
    dead = {
        (path, href)
        for path, found in hrefs.items()
        for href in found
        if href.startswith("/") and "#" in href
        if href.partition("#")[2] not in places[f"{href.partition('#')[0][1:]}index.html"]
    }
    assert dead == set()
    for path in ("index.html", "decisions/index.html", "timeline/index.html", "ideas/tea/index.html"):
        assert "/posts/notes/" in hrefs[path]
    assert "/posts/notes/" in hrefs["you-said-we-did/index.html"]
