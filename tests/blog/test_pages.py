"""A whole site, made page by page in this process: four invented workshops that show all there is."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from plugins.workbench.paths import CHECKOUT
from tests.support.diaries import written
from tests.support.pages import rendered, site_model_of

FOUR, UPCOMING = (CHECKOUT / "tests" / "sites" / name / "content" for name in ("four-workshops", "upcoming"))
NOW = datetime(2031, 6, 1, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def four() -> dict[str, str]:
    return rendered(site_model_of(FOUR, now=NOW))


def main_of(page: str) -> str:
    """The words of a page's main part, in one line."""
    inner = page[page.index("<main") : page.index("</main>")]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", inner))


def test_a_draft_leaves_no_trace_and_a_hidden_post_is_in_no_list(four: dict[str, str]) -> None:
    assert not [path for path, text in four.items() if "not-finished" in path or "Secret plans" in text]
    shown = [path for path, text in four.items() if "For those with the link" in text]
    assert shown == ["posts/with-the-link/index.html"]


def test_the_preview_shows_drafts_with_their_mark() -> None:
    pages = rendered(site_model_of(FOUR, now=NOW, preview=True))
    assert "Only this preview shows it" in pages["posts/not-finished/index.html"]


def test_no_consent_id_is_anywhere_and_a_quote_without_consent_is_gone(four: dict[str, str]) -> None:
    whole = "\n".join(four.values())
    assert "Q-01" not in whole
    assert "Q-02" not in whole
    assert "I did not have to explain myself." in whole
    assert "This one has run out." not in whole


def test_a_small_rooms_counts_are_in_no_file(four: dict[str, str]) -> None:
    record = json.loads(four["workshops/making.json"])
    quiet = next(vote for vote in record["votes"] if vote["id"] == "quiet")
    assert quiet == {
        "id": "quiet",
        "question": "Is it a quiet evening?",
        "method": "show-of-hands",
        "seats": 1,
        "options": [{"name": "It is"}, {"name": "It is not"}],
        "counts": "withheld",
        "chosen": ["It is"],
        "closed": "2031-03-10",
    }
    page = main_of(four["workshops/making/index.html"])
    assert "We keep these numbers private, so that nobody can be picked out." in page


def test_counts_of_ratings_remarks_and_moods_fall_under_the_rule_in_the_record_too(four: dict[str, str]) -> None:
    first = json.loads(four["workshops/meeting.json"])["feedback"]
    assert [rating.get("counts") for rating in first["ratings"]] == [{"4": 5, "5": 7}, None]
    assert [remark.get("count") for remark in first["even_better_if"]] == [6, None, None]
    assert [mood["count"] for mood in first["mood"]] == [7, 5]


def test_the_record_says_its_version_and_where_it_is_shown(four: dict[str, str]) -> None:
    record = json.loads(four["workshops/meeting.json"])
    assert (record["version"], record["url"]) == (2, "https://diary.example.org/workshops/meeting/")


def test_the_same_question_over_the_workshops_is_a_table(four: dict[str, str]) -> None:
    words = main_of(four["workshops/index.html"])
    assert "How safe did you feel? From 1 (not at all) to 5 (very)." in words
    assert (
        "We walked through a week We keep these numbers private, so that nobody can be picked out. We looked back All 11 people gave it 5, the top mark."
        in words
    )


def test_a_word_is_explained_where_a_story_uses_it_first(four: dict[str, str]) -> None:
    page = four["workshops/making/index.html"]
    assert page.count('class="term" popovertarget="term-prototype"') == 1
    assert "a first try that you can touch." in page


def test_a_workshop_tells_machines_when_it_was_and_what_it_was_made_of(four: dict[str, str]) -> None:
    blocks = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', four["workshops/walking-through/index.html"]
    )
    event = next(block for block in map(json.loads, blocks) if block["@type"] == "Event")
    assert event["eventStatus"] == "https://schema.org/EventRescheduled"
    assert event["previousStartDate"] == "2031-02-03"
    assert event["subEvent"][1] == {
        "@type": "Event",
        "name": "A talk on journeys",
        "startDate": "2031-02-10T17:20:00+00:00",
        "duration": "PT20M",
    }


def test_a_workshop_tells_machines_what_went_well_and_what_could_be_better(four: dict[str, str]) -> None:
    blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', four["workshops/making/index.html"])
    event = next(block for block in map(json.loads, blocks) if block["@type"] == "Event")
    assert event["review"] == {
        "@type": "Review",
        "positiveNotes": ["The soup.", "The coin."],
        "negativeNotes": ["Bring slippers.", "Vote on fewer things at once."],
    }


def test_what_is_to_come_stands_in_its_order_and_what_was_with_the_newest_first(tmp_path: Path) -> None:
    head = "---\ntitle: {}\ndate: 2031-01-{:02}\nworkshop: {{number: {}, status: {}}}\n---\nSoup.\n"
    states = ("held", "held", "cancelled", "postponed", "planned", "planned")
    content = written(
        tmp_path, **{f"workshops__w{n}": head.format(f"W{n}", n, n, state) for n, state in enumerate(states, 1)}
    )
    page = rendered(site_model_of(content, now=NOW))["workshops/index.html"]
    assert re.findall(r'<h2 id=[^>]*>(.*?)</h2>|card__title"><a [^>]*>(.*?)</a>', page)[:8] == [
        ("To come, the next one first", ""), *(("", f"W{n}") for n in (4, 5, 6)),
        ("So far, the newest first", ""), *(("", f"W{n}") for n in (3, 2, 1)),
    ]  # fmt: skip


def test_a_link_to_a_workshop_says_what_its_page_says_and_its_name_stands_beside_its_number(
    four: dict[str, str],
) -> None:
    for page in ("index.html", "workshops/index.html", "timeline/index.html"):
        assert 'href="/workshops/making/">We built it out of paper</a>' in four[page]
        assert ">Making<" not in four[page]
    for page in ("workshops/index.html", "posts/index.html", "workshops/making/index.html"):
        assert "Workshop 3: Making" in main_of(four[page])


def test_workshops_long_past_are_folded_on_the_line(four: dict[str, str]) -> None:
    words = main_of(four["index.html"])
    assert "Where we are 2 earlier workshops Workshop 1: Done We met at the library" in words


def test_the_line_says_where_we_are_before_what_is_to_come(tmp_path: Path) -> None:
    head = "---\ntitle: {}\ndate: 2031-01-03\nworkshop: {{status: {}, start: 2031-{}-02}}\n---\nSoup.\n"
    content = written(
        tmp_path, workshops__a=head.format("We met", "held", "01"), workshops__b=head.format("We meet", "planned", "09")
    )
    home = main_of(rendered(site_model_of(content, now=NOW))["index.html"])
    assert "We met Thursday 2 January 2031 We are here Workshop: Next We meet" in home


def test_a_hand_out_is_published_beside_the_page_that_names_it(four: dict[str, str]) -> None:
    assert four["workshops/meeting/empty-week.txt"].startswith("Monday")
    assert 'href="/workshops/meeting/empty-week.txt"' in four["workshops/meeting/index.html"]


def test_an_ask_waits_with_its_age_until_it_is_answered(four: dict[str, str]) -> None:
    words = main_of(four["you-said-we-did/index.html"])
    said = "You said: even better if there were fruit. Waiting for an answer since Monday 13 January 2031. Asked at workshop 1, 3 workshops ago ."
    assert said in words


def test_an_idea_is_told_from_insight_to_verdict(four: dict[str, str]) -> None:
    page = four["ideas/late-library/index.html"]
    steps = re.findall(r'<p class="(?:idea-steps|note)__word">(?:<span[^>]*></span>)?([A-Z]\w+)</p>', page)
    assert list(dict.fromkeys(steps)) == ["Insight", "Opportunity", "Idea", "Vote", "Blueprint", "Prototype", "Result"]
    words = main_of(page)
    assert "Which idea has most to give? We chose it. Dots: 26." in words
    assert "Being tested. Tested: March 2031, at Riverbend Library. Nobody came before seven." in words


def test_feed_and_site_map_name_only_what_is_listed(four: dict[str, str]) -> None:
    assert four["feed.xml"].count("<entry>") == 5
    assert "with-the-link" not in four["feed.xml"] + four["sitemap.xml"]


def test_the_home_page_shows_the_latest_of_what_was_decided_said_and_asked(four: dict[str, str]) -> None:
    words = main_of(four["index.html"])
    assert words.startswith(" A diary We work together.")
    assert (
        "asks wait for our answer You said: even better if there were fruit. Waiting for an answer since Monday 13 January 2031."
        in words
    )
    top, rest = words.split("Where we are")
    assert "What we decided last" in top
    assert "What we decided last" not in rest
    assert re.search(r'href="/workshops/[a-z-]+/#votes">(?:How we decided|See all \d votes)</a>', four["index.html"])


def test_the_home_page_says_which_workshop_is_next_and_how_to_keep_its_day(tmp_path: Path) -> None:
    head = "---\ntitle: We meet\nworkshop: {status: planned, start: 2031-07-02 17:00, end: 19:00, venue: {name: The boat house}}\n---\nSoup.\n"
    home = rendered(site_model_of(written(tmp_path, workshops__fourth=head), now=NOW))["index.html"]
    assert (
        "Our next workshop We meet Wednesday 2 July 2031, 5pm to 7pm The boat house Put it in your calendar"
        in main_of(home)
    )
    assert 'href="https://diary.example.org/workshops/fourth.ics"' in home
    unknown = "---\ntitle: We meet\nworkshop: {status: planned}\n---\nSoup.\n"
    later = rendered(site_model_of(written(tmp_path / "b", workshops__fourth=unknown), now=NOW))["index.html"]
    assert "Put it in your calendar" not in later


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (
            datetime(2031, 2, 20, 12, tzinfo=UTC),
            {
                "index.html",
                "timeline.json",
                "timeline/feed.json",
                "timeline/feed.xml",
                "timeline/index.html",
                "workshops/beds/index.html",
                "workshops/index.html",
            },
        ),
        (datetime(2035, 2, 20, 12, tzinfo=UTC), set()),
    ],
)
def test_next_is_said_of_the_workshop_that_is_to_come_and_of_none_years_later(now: datetime, told: set[str]) -> None:
    """Of two that are left four years on, one has a date that has passed and one none."""
    upcoming = rendered(site_model_of(UPCOMING, now=now))
    assert {path for path, text in upcoming.items() if re.search(r": Next\b|>Next<|[Oo]ur next workshop", text)} == told
