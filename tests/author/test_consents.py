"""The register of consents as a page: what each covers, where it is used, what ends soon; add, change, withdraw."""

import os
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from plugins.author.server import EditorServer
from tests.author.editor_forms import Answer, Visitor

REGISTER = """\
# Signed forms: safe in room 4
C-07: {covers: [quote], until: 2031-04-10} # her own words
C-08:
  covers: [photo, quote]
C-09: {covers: [photo], until: yesterday}
C-10: {covers: [photo], withdrawn: 2030-01-01}
"""
POST = """\
---
title: One
date: 2030-05-05
photos:
  - {file: room.jpg, alt: A room, people: recognisable, consent: C-08}
feedback:
  quotes:
    - {words: It was good to be asked, who: A guest, consent: C-07}
---
Here.
"""


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setitem(os.environ, "DIARY_NOW", "2031-04-01T12:00")
    content = tmp_path / "content"
    (content / "posts" / "one").mkdir(parents=True)
    (content / "posts" / "one" / "index.md").write_text(POST, "utf-8")
    (content / "posts" / "one" / "room.jpg").write_bytes(b"picture")
    (content / "consent.yml").write_text(REGISTER, "utf-8")
    return content


@pytest.fixture
def visitor(content: Path) -> Iterator[Visitor]:
    server = EditorServer(0, content, ZoneInfo("Europe/London"))
    server.start()
    yield Visitor(server.port)
    server.stop()


def register(content: Path) -> str:
    return (content / "consent.yml").read_text("utf-8")


def sent(visitor: Visitor, key: str, number: str, do: str = "save", **fields: list[str] | str) -> Answer:
    """What one form of the page sends: `fields` by their names, which are those of the register."""
    forms = visitor.get("/consent").text.split("<form ")[1:]
    own = next(form for form in forms if f'name="form" value="{key}"' in form)
    hidden = {
        name: own.split(f'name="{name}" value="')[1].split('"')[0] for name in ("token", "version") if name in own
    }
    pairs = [*hidden.items(), ("form", key), ("id", number), ("do", do)]
    for name, values in fields.items():
        pairs += [(f"{key}.{name}", each) for each in (["", *values] if isinstance(values, list) else [values])]
    return visitor.post("/consent", pairs)


def test_each_consent_says_whether_it_holds_and_where_it_is_used(visitor: Visitor) -> None:
    page = visitor.get("/consent").text
    for number, said in (
        ("C-07", "Ends soon: Thursday 10 April 2031"),
        ("C-08", "Holds, without an end"),
        ("C-09", "Has something to mend, and covers nothing until then"),
        ("C-10", "Withdrawn on Tuesday 1 January 2030"),
    ):
        assert f"<summary><b>{number}</b> <span" in page
        assert said in page.split(f"<summary><b>{number}</b>")[1].split("</summary>")[0]
    quote = "/post?source=content%2Fposts%2Fone%2Findex.md&amp;at=story&amp;line=8"
    assert f'<a href="{quote}">the quote “It was good to be asked”, in content/posts/one/index.md</a>' in page
    assert "the photo room.jpg, in content/posts/one/index.md</a>" in page
    assert "found &#34;yesterday&#34;" in page.split('id="c2-until-fault"')[1]


def test_a_change_is_a_change_of_one_entry_and_of_no_other_byte(visitor: Visitor, content: Path) -> None:
    assert "Saved." in sent(visitor, "c0", "C-07", covers=["quote", "photo"], until="1 May 2031").text
    assert register(content) == REGISTER.replace(
        "{covers: [quote], until: 2031-04-10}", "{covers: [quote, photo], until: 2031-05-01}"
    )
    assert "Nothing had changed." in sent(visitor, "c0", "C-07", covers=["quote", "photo"], until="2031-05-01").text


def test_a_consent_is_added_under_the_next_number(visitor: Visitor, content: Path) -> None:
    assert 'name="id" value="C-11" aria-describedby="new-id-help"' in visitor.get("/consent").text
    assert "Added." in sent(visitor, "new", "C-11", covers=["photo"], until="31 October 2031").text
    assert register(content).startswith(REGISTER)
    added = register(content).removeprefix(REGISTER)
    assert added == "C-11:\n  covers: [photo]\n  until: 2031-10-31\n"


def test_the_first_consent_makes_the_register(visitor: Visitor, content: Path) -> None:
    (content / "consent.yml").unlink()
    assert "There is no consent in the register yet." in visitor.get("/consent").text
    assert "Added." in sent(visitor, "new", "C-01", covers=["quote"], until="").text
    assert register(content) == "C-01:\n  covers: [quote]\n"


@pytest.mark.parametrize(
    ("number", "covers", "told"),
    [
        ("Ms Jones", ["photo"], "Write a letter and a number, such as C-07. Who signed does not belong here."),
        ("12", ["photo"], "Write a letter and a number, such as C-07. Who signed does not belong here."),
        ("c8", ["photo"], "There is a consent C-08 already. Take another number."),
        ("C-07", ["photo"], "There is a consent C-07 already. Take another number."),
        ("C-12", [], "Choose what it covers."),
    ],
)
def test_what_cannot_be_a_consent_is_answered_and_nothing_is_written(
    visitor: Visitor, content: Path, number: str, covers: list[str], told: str
) -> None:
    answer = sent(visitor, "new", number, covers=covers, until="1 May 2031")
    assert answer.status == 409
    assert told in answer.text
    assert 'name="new.until" value="1 May 2031"' in answer.text
    assert register(content) == REGISTER


def test_two_windows_never_overwrite_each_others_consent(visitor: Visitor, content: Path) -> None:
    page = visitor.get("/consent").text
    changed = REGISTER.replace("covers: [photo, quote]", "covers: [photo]")
    (content / "consent.yml").write_text(changed, "utf-8")
    version = page.split('name="id" value="C-08"')[1].split('name="version" value="')[1].split('"')[0]
    token = page.split('name="token" value="')[1].split('"')[0]
    pairs = [
        ("token", token),
        ("form", "c1"),
        ("id", "C-08"),
        ("version", version),
        ("c1.until", "1 May 2031"),
        ("do", "save"),
    ]
    answer = visitor.post("/consent", pairs)
    assert "Somebody else changed this consent meanwhile." in answer.text
    assert 'name="c1.until" value="1 May 2031"' in answer.text
    assert register(content) == changed


def test_a_consent_is_withdrawn_with_one_press_and_the_steps_that_follow_are_told(
    visitor: Visitor, content: Path
) -> None:
    form = visitor.get("/post?source=content%2Fposts%2Fone%2Findex.md").form
    visitor.post("/post", form.having(title="Two"))
    kept = content.parent / ".cache" / "author"
    assert any("C-08" in file.read_text("utf-8") for file in kept.rglob("*") if file.is_file())
    steps = sent(visitor, "c1", "C-08", do="withdraw").text
    assert register(content) == REGISTER.replace("[photo, quote]\n", "[photo, quote]\n  withdrawn: 2031-04-01\n")
    assert "C-08 is withdrawn since Tuesday 1 April 2031. No build publishes any of it from now on." in steps
    assert "the photo room.jpg" in steps
    for heading in ("Put the new site online now.", "Delete the host&#39;s earlier versions.", "Tell the person."):
        assert f"<li><b>{heading}</b>" in steps
    assert not any("C-08" in file.read_text("utf-8") for file in kept.rglob("*") if file.is_file())
    page = visitor.get("/consent").text
    assert 'href="/consent?steps=C-08">What is left to do</a>' in page


def test_what_cannot_be_withdrawn_says_what_to_do_by_hand(visitor: Visitor, content: Path) -> None:
    answer = sent(visitor, "c0", "C-99", do="withdraw")
    assert answer.status == 409
    assert "There is no consent “C-99” in content/consent.yml" in answer.text


def test_a_consent_is_withdrawn_in_a_register_that_cannot_be_read(visitor: Visitor, content: Path) -> None:
    (content / "consent.yml").write_text(REGISTER + "C-11: [\n", "utf-8")
    page = visitor.get("/consent").text
    assert "The register cannot be read as a whole." in page
    token = page.split('name="token" value="')[1].split('"')[0]
    visitor.post("/consent", [("token", token), ("id", "C-08"), ("do", "withdraw")])
    marked = REGISTER.replace("[photo, quote]\n", "[photo, quote]\n  withdrawn: 2031-04-01\n")
    assert register(content) == marked + "C-11: [\n"


def test_a_form_of_another_page_withdraws_nothing(visitor: Visitor, content: Path) -> None:
    token = visitor.get("/consent").text.split('name="token" value="')[1].split('"')[0]
    pairs = [("token", token), ("form", "c0"), ("id", "C-07"), ("do", "withdraw")]
    assert Visitor(visitor.port, origin="http://localhost:1").post("/consent", pairs).status == 403
    assert visitor.post("/consent", [("token", "x"), *pairs[1:]]).status == 403
    assert register(content) == REGISTER
