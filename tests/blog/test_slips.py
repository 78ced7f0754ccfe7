"""Slips of whole posts, as Word, Obsidian, GitHub and phones make them: one finding each, and its advice ends it.

Those of front matter alone stand in `tests/contract/test_slips.py`. Each is what was typed, the kind that it is told as,
and the same with the advice followed to the letter.
"""

from pathlib import Path

import pytest

from plugins.problems import Problem
from tests.support.diaries import written
from tests.support.looks import checked
from tests.support.photographs import put

OTHER = "---\ntitle: Another post\ndate: 2016-10-10\n---\nWords.\n\n## What we heard\n\nMore.\n"
PHOTO = "photos/table.jpg"
STORIES = [
    ("# What we did", "heading", "## What we did"),
    ("## One\n\n#### Two", "heading", "## One\n\n### Two"),
    ("##\n\nWords.", "heading", "Words."),
    ("See [it](anohter.md).", "link-to-nothing", "See [it](another.md)."),
    ("See [it](another.md#what-we-herd).", "link-to-nothing", "See [it](another.md#what-we-heard)."),
    ("See [it](/posts/another/).", "link-to-nothing", "See [it](another.md)."),
    (
        "See [it](https://diary.example.org/posts/gone/).",
        "link-to-nothing",
        "See [it](https://diary.example.org/posts/another/).",
    ),
    (
        "See [it](https://diary.example.org/posts/another).",
        "link-to-nothing",
        "See [it](https://diary.example.org/posts/another/).",
    ),
    ("See [](another.md).", "link-words", "See [the words](another.md)."),
    ("See [it](https:www.example.org).", "not-a-web-address", "See [it](https://www.example.org)."),
    ("See [it](my plan.md).", "link-to-nothing", "See [it](another.md)."),
    ("We were <b>glad</b>.", "html", "We were **glad**."),
    ("We were <i>glad</i>.", "html", "We were *glad*."),
    ("One<br>two", "html", "One  \ntwo"),
    ("<p>We were glad.</p>", "html", "We were glad."),
    ("<o:p></o:p>We were glad.", "html", "We were glad."),
    ("Fewer < than > three <u>times</u>.", "html", "Fewer < than > three &lt;u>times&lt;/u>."),
    ("Tea %%ask Sam%% and cake.", "hidden-words", "Tea and cake."),
    ("Tea %%ask Sam%% and cake.", "hidden-words", "Tea <!--%%ask Sam%%--> and cake."),
    ("Tea.\n\n<!-- ask Sam", "not-closed", "Tea.\n\n<!-- ask Sam\n-->"),
    ("```\n9.30 Tea", "not-closed", "```\n9.30 Tea\n```"),
    ("| a | b |\n|---|---|\n| 1 | 2 | 3 |", "lost-shape", "| a | b |\n|---|---|\n| 1 | 2 \\| 3 |"),
    ("| a | b |\n| 1 | 2 |", "lost-shape", "| a | b |\n|---|---|\n| 1 | 2 |"),
    ("We need:\n-a kettle\n-cups", "lost-shape", "We need:\n- a kettle\n- cups"),
    ("1.Tea\n2.Cake", "lost-shape", "- Tea\n- Cake"),
    ("Tea.\n\n[^1]: With cake.", "footnote", "Tea.[^1]\n\n[^1]: With cake."),
    ("Tea.[^9]", "other-program", "Tea.[^1]\n\n[^1]: With cake."),
    ("It was ==very== good.", "other-program", "It was **very** good."),
    ("See [[another|it]].", "other-program", "See [it](another.md)."),
    ("> [!NOTE]\n> Tea.", "other-program", "> **Note:**\n> Tea."),
    ("See [it] (another.md).", "other-program", "See [it](another.md)."),
    ("[TOC]\n\nTea.", "other-program", "Tea."),
    ("Tea :tada:", "other-program", "Tea 🎉"),
    ("## Tea {#tea}", "other-program", "## Tea"),
    ("Write to us@example.org.", "not-for-readers", "Write to <us@example.org>."),
    ("Saved in C:\\Users\\kim\\tea.", "not-for-readers", "Saved."),
    ("![table.jpg](photos/table.jpg)", "missing-description", "![A table](photos/table.jpg)"),
    ("**![A table](photos/table.jpg)**", "misplaced-picture", "![A table](photos/table.jpg)"),
    ("![A table](https://example.org/table.jpg)", "missing-file", "![A table](photos/table.jpg)"),
    ("Tea &#1; cake.", "html", "Tea cake."),
]
FIELDS = [
    (f"photos: {{file: {PHOTO}, people: none}}", "missing-description", f"photos: {{file: {PHOTO}, people: none, decorative: true}}"),
    (
        f"photos: {{file: {PHOTO}, alt: A table, people: recognisable}}",
        "consent-missing",
        f"photos: {{file: {PHOTO}, alt: A table, people: recognisable, consent: C-1}}",
    ),
    (
        f"photos: {{file: {PHOTO}, alt: A table, people: recognisable, consent: c1}}",
        "consent-unknown",
        f"photos: {{file: {PHOTO}, alt: A table, people: recognisable, consent: C-1}}",
    ),
    (f"image: {PHOTO}", "picture-unlisted", f"photos: {{file: {PHOTO}, alt: A table, people: none}}\nimage: {PHOTO}"),
    ("sumary: Tea.", "unknown-key", "summary: Tea."),
    ("status: publishd", "not-a-choice", "status: published"),
    ("updated: 01/03/2017", "not-a-date", "updated: 2017-03-01"),
    ("summary: Tea: and cake", "unreadable-line", 'summary: "Tea: and cake"'),
    ("author: Kim\nauthor: Sam", "used-twice", "author: Kim"),
    ("tags: ['!!']", "unusable-address", "tags: [tea]"),
    ("ideas: [{id: Tea Corner, name: Tea}]", "not-an-id", "ideas: [{id: tea-corner, name: Tea}]"),
    ("title2: x", "unknown-key", "title: x"),
]  # fmt: skip


def post(fields: str, story: str) -> str:
    """A post with these fields and this story; its photo is listed where it is shown."""
    lines = {"title": "A post", "date": "2016-10-10"}
    kept = "".join(f"{name}: {value}\n" for name, value in lines.items() if f"{name}: " not in fields)
    listed = f"photos: {{file: {PHOTO}, alt: A table, people: none}}\n" if PHOTO in story else ""
    return f"---\n{kept}{listed}{fields}{chr(10) * bool(fields)}---\n{story}\n"


def told(folder: Path, fields: str, story: str) -> list[Problem]:
    """Every finding and notice of a post, but for those of the consent that nothing needs."""
    content = written(folder, posts__a_post=post(fields, story), posts__another=OTHER)
    (content / "consent.yml").write_text("C-1: {covers: [photo]}\n", "utf-8")
    put(content / "posts", PHOTO)
    return [each for each in sorted(set(checked(content)[1])) if each.code != "consent-unused"]


@pytest.mark.parametrize(("typed", "code", "mended"), STORIES, ids=[typed for typed, _, _ in STORIES])
def test_a_slip_in_a_story_is_of_one_kind_and_its_advice_ends_it(
    tmp_path: Path, typed: str, code: str, mended: str
) -> None:
    assert {each.code for each in told(tmp_path, "", typed)} == {code}
    assert told(tmp_path, "", mended) == []


@pytest.mark.parametrize(("typed", "code", "mended"), FIELDS, ids=[typed for typed, _, _ in FIELDS])
def test_a_slip_in_a_field_is_told_once_and_its_advice_ends_it(
    tmp_path: Path, typed: str, code: str, mended: str
) -> None:
    assert [each.code for each in told(tmp_path, typed, "Words.")] == [code]
    assert told(tmp_path, mended, "Words.") == []
