"""What helps to write a story: how it reads, what is picked, what is pasted."""

import json
from collections.abc import Iterator
from html import unescape
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import pytest
from PIL import ImageChops

from plugins.author.server import EditorServer
from tests.author.editor_forms import Visitor
from tests.support.photographs import file_of, photograph, pixels_of, put

POST = """\
---
title: Our first evening
photos:
  - {file: a b.jpg, alt: A round table}
---

It was **warm**. See [the other](../../posts/other.md).
"""
OTHER = "[Other \\[one\\]](../../posts/other.md)"
WITH_PHOTO = "content/posts/with/index.md"
PHOTO = """\
---
title: With a photo
date: 2031-01-01
photos: [{file: photos/wall.jpg, alt: A wall, people: none, blur: [{x: 0, y: 0, w: 0.5, h: 0.5}]}]
---
![](photos/wall.jpg)
"""
ADDRESS = "/post?" + urlencode({"source": "content/workshops/first/index.md"})


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    content = tmp_path_factory.mktemp("diary") / "content"
    for name, text in (("workshops/first/index.md", POST), ("posts/other.md", "---\ntitle: Other [one]\n---\nHi.\n")):
        (content / name).parent.mkdir(parents=True)
        (content / name).write_text(text, "utf-8")
    put(content / "posts/with", "photos/wall.jpg", file_of(photograph(300, 300)))
    (content / WITH_PHOTO.removeprefix("content/")).write_text(PHOTO, "utf-8")
    server = EditorServer(0, content, ZoneInfo("Europe/London"))
    server.start()
    yield Visitor(server.port)
    server.stop()


def test_how_the_story_reads_stands_beside_it(visitor: Visitor) -> None:
    page = visitor.get(ADDRESS).text
    assert '<p>It was <strong>warm</strong>. See <a href="#story-look">the other</a>.</p>' in page


def test_what_is_typed_is_shown_as_it_reads(visitor: Visitor) -> None:
    form = visitor.get(ADDRESS).form
    story = "## Tea\n\n![](<a b.jpg>)\n\n[x](gone.md) ![y](c.jpg) <b>"
    look = visitor.post("/look", form.having(story=story)).text
    assert '<h2 id="story-tea">Tea</h2>' in look
    assert "Photo: A round table" in look
    assert "Line 5: found &#34;gone.md&#34;: no post lies there" in look
    assert "this picture is not under “photos”" in look
    assert "<b>" not in look
    assert visitor.post("/look", form.having(story=story, source="content/consent.yml")).status == 404


def test_a_photo_of_the_story_is_shown_with_what_is_blurred_in_it(visitor: Visitor) -> None:
    page = visitor.get("/post?" + urlencode({"source": WITH_PHOTO})).text
    address = unescape(page.split('" alt="A wall"')[0].rpartition('src="')[2])
    as_it_came = visitor.get("/beside?" + urlencode({"source": WITH_PHOTO, "file": "photos/wall.jpg"}))
    shown, plain = (pixels_of(each.content) for each in (visitor.get(address), as_it_came))
    changed = ImageChops.difference(shown, plain).point(lambda value: 255 * (value > 60)).getbbox()
    assert changed is not None
    assert max(changed[2:]) <= 160, "the half that is covered"
    assert "Photo: A wall" not in page


def test_without_a_script_what_is_picked_comes_to_the_end_of_the_story(visitor: Visitor) -> None:
    form = visitor.get(ADDRESS).form
    assert form.boxes["story:link"] == [OTHER, "[With a photo](../../posts/with/index.md)"]
    after = visitor.post("/post", form.having(do="story:link", story="One.")).form
    assert after.value("story") == "One.\n\n[Other \\[one\\]](../../posts/other.md)\n"
    after = visitor.post("/post", after.having(do="story:photo", story="")).form
    assert after.value("story") == "![A round table](<a b.jpg>)\n"
    assert visitor.post("/post", after.having(do="story:look", story="*Hm*")).text.count("<em>Hm</em>") == 1
    visitor.post("/post", after.having(do="forget"))


def test_what_is_pasted_comes_back_as_markdown(visitor: Visitor) -> None:
    token = visitor.get(ADDRESS).form.value("token")
    answer = visitor.post("/pasted", [("token", token), ("story", "x[^1]"), ("html", "<h1>A</h1><img src=x>")])
    assert json.loads(answer.text) == {"text": "## A", "lost": "Left behind: pictures (add them under “Photos”)."}
    assert visitor.post("/pasted", [("token", "x"), ("html", "<p>a</p>")]).status == 403
