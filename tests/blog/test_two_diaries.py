"""Two diaries beside each other on one software: nothing of one is in the other, in whatever order they are made."""

from pathlib import Path
from urllib.request import urlopen

from tests.blog.test_mark import SVG
from tests.support.builds import built, every_byte
from tests.support.diaries import written
from tests.support.previews import running

WORDS = {
    "ours": ("Ours", "Europe/London", "#7a1f3d", "https://ours.example.org"),
    "theirs": ("Theirs", "Asia/Tokyo", "#1f3d7a", "https://theirs.example.org"),
}
LANGUAGES = {"ours": "pl", "theirs": "cy"}
MOMENT = {"DIARY_NOW": "2016-10-12"}


def diary(folder: Path) -> Path:
    """A diary whose every setting is its own; each word of it begins with the folder's name."""
    name, zone, accent, address = WORDS[folder.name]
    content = written(
        folder,
        workshops__first=f"---\ntitle: {name} first\ndate: 2016-10-05\nworkshop: {{number: 1, start: 2016-10-03 09:00}}\n---\n{name}.\n",
        pages__privacy=f"---\ntitle: {name} notice\n---\nWhat you send to {name} is kept for a year.\n",
        pages__about=f"---\ntitle: About {name}\n---\n{name}.\n",
    )
    (content / "mark.svg").write_text(SVG.replace("</svg>", f"<title>{name}</title></svg>"), "utf-8")
    (content / "diary.yml").write_text(
        f"name: {name}\nintroduction: We are {name}.\nlanguage: {LANGUAGES[folder.name]}\nzone: {zone}\naddress: {address}\n"
        f'accent: "{accent}"\nmark: mark.svg\norganisation: {name} Council\ncontact: {name}@example.org\n'
        f"comments: {{provider: email, email: {{address: {name}@comments.example.org}}}}\n",
        "utf-8",
    )
    return content


def test_two_diaries_on_one_software_know_nothing_of_each_other(tmp_path: Path) -> None:
    ours, theirs = diary(tmp_path / "ours"), diary(tmp_path / "theirs")
    with running(theirs, tmp_path / "previewed") as preview:
        first = every_byte(built(ours, tmp_path / "first", environment=MOMENT))
        other = every_byte(built(theirs, tmp_path / "other", environment=MOMENT))
        again = every_byte(built(ours, tmp_path / "again", environment=MOMENT))
        with urlopen(preview.address) as answer:
            previewed = answer.read()
    assert again == first
    for mine, not_mine, pages in (("ours", "theirs", first), ("theirs", "ours", other)):
        whole = b"".join(pages.values()).decode("utf-8", "replace")
        assert [each for each in WORDS[mine] if each not in whole] == []
        assert [each for each in (*WORDS[not_mine], f'"{LANGUAGES[not_mine]}"', "Riverbend") if each in whole] == []
        name = WORDS[mine][0]
        home = pages["index.html"].decode()
        assert f'<p class="lead" lang="{LANGUAGES[mine]}" dir="ltr">We are {name}.</p>' in home
        assert f"{name} Council" in home
        assert f"mailto:{name}@comments.example.org" in pages["workshops/first/index.html"].decode()
    assert b"Theirs" in previewed
    assert b"Ours" not in previewed
