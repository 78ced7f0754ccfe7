"""The list of every post says what readers see of each, at this moment; and no two have one address."""

import re
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from plugins.author.new_post import new_post
from plugins.author.post_list import posts_page
from plugins.author.server import EditorServer
from tests.author.editor_forms import Visitor

STATES = {
    "out": ("date: 2019-05-01", "Published · Wednesday 1 May 2019"),
    "to-come": ("date: 2019-05-03 9:30", "Scheduled · Friday 3 May 2019, 9.30am"),
    "draft": ("status: draft", "Draft"),
    "by-link": ("date: 2019-04\nstatus: hidden", "Hidden from lists · April 2019"),
    "wrong": ("date: 2019-13-01", "Left out until it is mended · 1 to mend"),
    "torn": ("tags: [a", "Left out until it is mended · 1 to mend"),
}


def test_each_post_has_its_state_and_its_date_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIARY_NOW", "2019-05-02T12:00")
    (tmp_path / "posts").mkdir()
    for name, (field, _) in STATES.items():
        (tmp_path / f"posts/{name}.md").write_text(f"---\ntitle: {name}\n{field}\n---\nx\n")
    page = posts_page(tmp_path, ZoneInfo("Europe/London")).decode()
    lines = re.findall(r'">(?:[\w/]+/)?([\w-]+)(?:\.md)?</a>\n<p>(.*)</p>', page)
    told = {name: re.sub("<.*?>", "", said) for name, said in lines}
    assert told == {name: said for name, (_, said) in STATES.items()}
    assert list(told) == ["draft", "torn", "wrong", "to-come", "out", "by-link"]


@pytest.mark.parametrize(
    ("kind", "name", "there"),
    [
        ("post", "posts/fish/index.md", "---\ntitle: Fish\n---\n"),
        ("post", "posts/tea.md", "---\ntitle: Tea\nslug: fish\n---\n"),
        ("page", "pages/about-us.md", "---\ntitle: Us\nslug: fish\n---\n"),
        ("workshop", "workshops/tea/index.md", "---\ntitle: Tea\nslug: fish\n---\n"),
    ],
)
def test_a_new_post_beside_one_of_the_same_address_is_told_at_once(
    tmp_path: Path, kind: str, name: str, there: str
) -> None:
    (tmp_path / "content" / name).parent.mkdir(parents=True)
    (tmp_path / "content" / name).write_text(there, "utf-8")
    server = EditorServer(0, tmp_path / "content", ZoneInfo("UTC"))
    server.start()
    visitor = Visitor(server.port)
    answer = visitor.post("/new", visitor.get("/new").form.having(kind=kind, name="Fish"))
    server.stop()
    assert f"There is a post with this address already (content/{name}). Give it another title." in answer.text
    assert answer.form.value("name") == "Fish"
    assert [file for file in (tmp_path / "content").rglob("*") if file.is_file()] == [tmp_path / "content" / name]


@pytest.mark.parametrize(
    ("numbers", "next_number"), [(["2", "7"], "  number: 8\n"), (["", "x"], ""), (["3", ""], "  number: 4\n")]
)
def test_a_new_workshop_gets_the_next_number_where_they_are_numbered(
    tmp_path: Path, numbers: list[str], next_number: str
) -> None:
    for name, number in zip("ab", numbers, strict=True):
        file = tmp_path / "content" / "workshops" / name / "index.md"
        file.parent.mkdir(parents=True)
        file.write_text(f"---\ntitle: {name}\nworkshop:\n  number: {number}\n---\n", "utf-8")
    new_post(tmp_path / "content", "workshop", "Fish", "", ZoneInfo("UTC"))
    assert (tmp_path / "content" / "workshops" / "fish" / "index.md").read_text("utf-8") == (
        f"---\ntitle: Fish\nstatus: draft\nworkshop:\n{next_number}  status: planned\n---\n\n"
    )
