"""Fields of front matter, addresses and files as hostile hands and other programs leave them."""

TEXTS = (
    "&#1;", "<b>", "&amp; & &copy", "' ” “", "\ufdd0", "\U0001fffe", "\u200b", "\u00a0", "\ue000", "\u0301", "</script><!--", "]]>",
    "{{x}}", "kim@example.org", "/home/kim", "**", "#", "&#x81;", "&nbsp;", "&foo;", "[x](https://example.org/a|b)", "---", "a|b",
    "https://diary.example.org/nowhere/", "https://diary.example.org/timeline/", "[x](https://diary.example.org/timeline)", "日本",
    "x" * 1900,
)  # fmt: skip

EVERY_FIELD = """---
title: "T @ {n}"
date: 2019-05-01
summary: "@"
author: "@"
tags: ["@"]
easy_read: ["@"]
glossary: [{{term: "@", means: "@"}}]
milestones: [{{when: 2018-01-01, title: "@", text: "@"}}]
workshop:
  name: "@"
  start: 2019-05-01 10:00
  end: 2019-05-01 12:00
  venue: {{name: "@", address: "@", access: "@"}}
  status: held
  aims: ["@"]
  facilitators: ["@"]
  attendance: [{{group: "@", count: 12}}]
  ground_rules: ["@"]
  access: "@"
agenda:
  - {{title: "@", kind: talk, start: "10:00", minutes: 30, lead: "@", notes: "@", result: "@", materials: [{{title: "@", url: "https://example.org/a"}}]}}
votes:
  - {{id: v-{n}, question: "@", method: show-of-hands, present: 12, options: [{{name: "@", about: "@", votes: 7}}, {{name: Other, votes: 5}}]}}
feedback:
  ratings: [{{question: "@", scale: {{least: 1, most: 5, least_label: "@", most_label: "@"}}, counts: {{5: 6, 4: 6}}}}]
  went_well: ["@"]
  even_better_if: ["@", {{id: wish-{n}, said: "@", count: 7}}]
  mood: [{{feeling: "@", count: 12}}]
ideas: [{{id: i-{n}, name: "@", about: "@"}}]
personas: [{{id: p-{n}, name: "@", composite: true, age: 19, quote: "@", goals: ["@"], needs: ["@"], barriers: ["@"], strengths: ["@"]}}]
journeys: [{{id: j-{n}, title: "@", persona: p-{n}, stages: [{{name: "@", actions: ["@"], touchpoints: ["@"], thoughts: ["@"], feeling: 1, insights: ["@"], problems: ["@"], opportunities: ["@"]}}]}}]
blueprints: [{{idea: i-{n}, steps: [{{step: "@", evidence: ["@"], customer_actions: ["@"], frontstage: ["@"], backstage: ["@"], support_processes: ["@"]}}]}}]
prototypes: [{{id: pr-{n}, idea: i-{n}, status: testing, tested: 2019-05-01, where: "@", learned: "@", next: "@"}}]
---
Story.
"""

LANGUAGES = ("xx", "en-UK", "en-Latn", "en-Abcd", "en-999", "qaa", "ar", "zh-Hant", "iw", "und", "art", "cy")
IDS = (
    "main",
    "votes",
    "agenda",
    "story-a",
    "term-x",
    "comments",
    "answer",
    "comment-1",
    "rating-1",
    "menu",
    "title",
    "tea",
)
ADDRESSES = (
    "http://example.org:99999/", "https://example.org/[a]", "https://example.org/%zz", "http://a..b/", "https://xn--a/",
    "http://exa_mple.org", "https://münchen.example/ü?ü#ü", "https://example.org/#a#b", "https://example.org:/",
    "https://diary.example.org/none/", "https://diary.example.org/timeline/", "https://example.org/?x=/home/kim",
    "https://example.org/kim@example.org", "https://a:b@example.org/", "http://localhost:8000/",
)  # fmt: skip
FILES = (
    "a.txt",
    "a b.txt",
    "a#b.txt",
    "a?b.txt",
    "100%.txt",
    "ü.txt",
    "A.TXT",
    ".hidden.txt",
    "C-07.txt",
    "a&b;c.txt",
    "a'\"b.txt",
)
