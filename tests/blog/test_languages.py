"""A post in another language: its own words say so wherever they stand, and the interface's words stay English."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

from plugins.blog.syndication import ATOM
from tests.support.diaries import written
from tests.support.pages import rendered, site_model_of

CONTENT = Path(__file__).parents[1] / "sites" / "other-languages" / "content"
NOW = datetime(2017, 1, 1, tzinfo=UTC)
VOID = frozenset({"meta", "link", "img", "br", "hr", "path", "use", "source"})
PARTS = tuple(f"{{{ATOM}}}{name}" for name in ("title", "summary", "content"))
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class Spoken(HTMLParser):
    """Every run of letters of a page with the language and direction that a browser takes it to have."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.stack: list[tuple[str, str]] = [("", "ltr")]
        self.runs: list[tuple[str, str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            said = dict(attrs)
            lang, direction = self.stack[-1]
            self.stack.append((said.get("lang") or lang, said.get("dir") or direction))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.stack.pop()

    def handle_data(self, data: str) -> None:
        if any(letter.isalpha() for letter in data):
            self.runs.append((data.strip(), *self.stack[-1]))


def is_arabic(text: str) -> bool:
    """Whether all its letters are Arabic: a sentence of the interface may quote a post."""
    return all("\u0600" <= letter <= "\u06ff" for letter in text if letter.isalpha())


@pytest.fixture(scope="module")
def site() -> Mapping[str, str]:
    return rendered(site_model_of(CONTENT, now=NOW))


def pages(site: Mapping[str, str]) -> dict[str, str]:
    return {path: text for path, text in site.items() if path.endswith(".html")}


def test_words_of_a_post_have_its_language_and_direction_on_every_page(site: Mapping[str, str]) -> None:
    for path, text in pages(site).items():
        found = [run for run in Spoken(text).runs if is_arabic(run[0])]
        assert {(lang, direction) for _, lang, direction in found} <= {("ar", "rtl")}, (path, found)


@pytest.mark.parametrize(
    "path",
    [
        *("index.html", "posts/index.html", "workshops/index.html", "timeline/index.html", "tags/index.html"),
        *("ideas/index.html", "ideas/sandals/index.html", "you-said-we-did/index.html"),
        *("jargon/index.html", "easy-read/index.html", "posts/hello/index.html", "workshops/first/index.html"),
    ],
)
def test_a_page_around_them_is_in_the_language_of_the_interface(site: Mapping[str, str], path: str) -> None:
    runs = Spoken(site[path]).runs
    assert '<html lang="en-GB">' in site[path]
    assert ("Workshops", "en-GB", "ltr") in runs
    assert any(lang == "ar" for _, lang, _ in runs)


def test_what_the_interface_says_in_a_posts_article_is_in_its_own_language(site: Mapping[str, str]) -> None:
    runs = Spoken(site["posts/marhaban/index.html"]).runs
    for words in ("In short sentences", "by Sam", "1 minute to read", "changed"):
        assert (words, "en-GB", "ltr") in runs
    assert '<article aria-label="مرحبا" lang="ar" dir="rtl">' in site["posts/marhaban/index.html"]


def test_a_post_in_the_language_of_the_interface_says_nothing_of_it(site: Mapping[str, str]) -> None:
    assert '<article aria-label="Hello">' in site["posts/hello/index.html"]


def test_the_sheet_for_other_languages_is_asked_for_by_diaries_that_have_one(
    site: Mapping[str, str], tmp_path: Path
) -> None:
    assert {text.count("/languages.") for text in pages(site).values()} == {1}
    english = written(tmp_path, posts__a="---\ntitle: A\ndate: 2016\n---\nX.\n")
    assert "/languages." not in rendered(site_model_of(english, now=NOW))["posts/a/index.html"]


def test_a_feed_says_which_of_its_entries_are_in_another_language(site: Mapping[str, str]) -> None:
    entries = ElementTree.fromstring(site["feed.xml"]).findall(f"{{{ATOM}}}entry")
    found = {
        entry.findtext(f"{{{ATOM}}}title"): [part.get(LANG) for name in PARTS for part in entry.findall(name)]
        for entry in entries
    }
    arabic = {title: ["ar"] * 3 for title in ("مرحبا", "الورشة الأولى", "لقاء في المكتبة")}
    others = {"Hello": [None] * 3, "Cyfarfod yn y llyfrgell": ["cy"] * 3, "ኣኼባ ኣብ ቤተ መጻሕፍቲ": ["ti"] * 3}
    assert found == arabic | others
    items = json.loads(site["feed.json"])["items"]
    spoken = {title: languages[0] for title, languages in found.items()}
    assert {item["title"]: item.get("language") for item in items} == spoken
    ways = {item["title"]: item["content_html"].partition(">")[0] for item in items}
    assert ways["لقاء في المكتبة"] == '<div lang="ar" dir="rtl"'
    assert ways["ኣኼባ ኣብ ቤተ መጻሕፍቲ"] == '<div lang="ti" dir="ltr"'


def test_the_feed_of_the_timeline_says_it_of_titles_and_of_what_a_post_says(site: Mapping[str, str]) -> None:
    entries = ElementTree.fromstring(site["timeline/feed.xml"]).findall(f"{{{ATOM}}}entry")
    titles = [entry.find(f"{{{ATOM}}}title") for entry in entries]
    found = {title.text or "": title.get(LANG) for title in titles if title is not None}
    assert found == {text: "ar" if is_arabic(text) else None for text in found}
    assert "ar" in found.values()
    contents = "".join(entry.findtext(f"{{{ATOM}}}content") or "" for entry in entries)
    assert '<p><span lang="ar" dir="rtl">سنبدأ قريبا.</span></p>' in contents
    assert '<span lang="ar" dir="rtl">سيكون هناك شاي.</span>' in contents


def test_a_diary_in_another_language_than_the_interface_says_so_of_its_name_and_its_posts() -> None:
    made = site_model_of(CONTENT, now=NOW)
    site = rendered(replace(made, settings=replace(made.settings, language="cy")))
    runs = Spoken(site["index.html"]).runs
    assert ("We work together.", "cy", "ltr") in runs
    assert ("A diary", "cy", "ltr") in runs
    assert '<div class="card" lang="cy" dir="ltr">' in site["index.html"]
    assert '<article aria-label="مرحبا" lang="ar" dir="rtl">' in site["posts/marhaban/index.html"]


WHOLE = """\
---
title: الورشة الثانية
date: 2016-11-12
lang: ar
tags: [طعام]
workshop:
  start: 2017-02-10 10:00
  status: planned
  venue: {name: المكتبة, address: شارع النهر, access: مصعد.}
  aims: [أن نطبخ معا]
  facilitators: [مريم]
  attendance: [{group: السكن, count: 12}]
  access: [طعام.]
  ground_rules: [نستمع.]
agenda:
  - {title: ترحيب, kind: welcome, minutes: 10, lead: Jo, notes: شاي., result: هدوء., vote: soup, materials: {title: ورقة, url: "https://example.org/"}}
votes:
  - id: soup
    question: أي حساء؟
    method: ranked
    counting: instant-runoff
    counts: agreed
    present: 12
    options: [{id: a, name: عدس, about: أحمر.}, {id: b, name: جزر}, {id: c, name: بصل}]
    ballots: [{ranking: [a], count: 5}, {ranking: [b], count: 4}, {ranking: [c, b], count: 2}]
  - {id: tea, question: شاي أم قهوة؟, method: show-of-hands, counts: agreed, options: [{name: شاي, votes: 6}, {name: قهوة, votes: 6}], chosen: شاي, tie_break: قرعة.}
feedback:
  ratings: [{question: كيف كان؟, scale: {least: 1, most: 2, least_label: سيئ, most_label: جيد}, counts: {2: 12}, group: السكن, agreed: true}]
  went_well: [الحساء]
  even_better_if: [{id: more, said: خبز}]
  quotes: [{words: كان دافئا, who: ضيف, consent: C-07}]
  mood: [{feeling: سعيد}]
personas: [{id: nour, name: نور, composite: true, age: ١٧, quote: أين؟, goals: [بيت], needs: [وقت]}]
journeys: [{id: way, title: الطريق, persona: nour, stages: [{name: أولا, age: ١٧, actions: [يسأل], feeling: 1, problems: [{id: wait, text: انتظار}]}, {name: ثانيا, feeling: -1}]}]
ideas: [{id: kitchen, name: مطبخ, about: للجميع., from: wait}]
blueprints: [{idea: kitchen, steps: [{step: طلب, evidence: [بطاقة]}]}]
prototypes: [{id: pot, idea: kitchen, status: testing, tested: 2016-12, where: المكتبة, learned: ساخن., next: أكبر.}]
answers: [{to: more, did: سنخبز., status: doing}]
glossary: [{term: حساء, means: طعام ساخن.}]
photos: [{file: a.png, alt: قدر, caption: حساء., credit: Jo, people: none}, {file: b.png, alt: صحن, credit: Jo, people: none}]
---
نأكل حساء معا.

![قدر](a.png)
"""
"""A workshop with everything that a post can have, all in Arabic."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    folder = tmp_path_factory.mktemp("whole")
    content = written(folder, workshops__second=WHOLE)
    (content / "consent.yml").write_text("C-07: {covers: [quote]}\n", "utf-8")
    for number, name in enumerate(("a.png", "b.png")):
        Image.new("RGB", (40, 30), (number, 0, 0)).save(content / "workshops" / "second" / name)
    return rendered(site_model_of(content, now=NOW))


@pytest.mark.parametrize(
    "path",
    [
        *("workshops/second/index.html", "workshops/index.html", "timeline/index.html", "index.html"),
        *("ideas/index.html", "ideas/kitchen/index.html", "you-said-we-did/index.html", "jargon/index.html"),
    ],
)
def test_each_word_is_in_the_language_of_whoever_says_it(whole: Mapping[str, str], path: str) -> None:
    """A sentence of the interface that quotes a post has the quote in a run of its own; a title is plain text to feeds."""
    body = whole[path].partition("<body>")[2]
    runs = [
        run
        for run in Spoken(f'<html lang="en-GB">{body}').runs
        if run[0] != "A diary" and not run[0].startswith("You said: ")
    ]
    arabic = [run for run in runs if any("\u0600" <= letter <= "\u06ff" for letter in run[0])]
    english = [run for run in runs if run not in arabic]
    assert len(arabic) > 1
    assert [run for run in arabic if run[1:] != ("ar", "rtl")] == []
    assert [run for run in english if run[1:] != ("en-GB", "ltr")] == []
