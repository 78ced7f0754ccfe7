"""What a diary says of itself in its settings: who is responsible, how many workshops there will be, what is made."""

from pathlib import Path

import pytest

from plugins.blog.diary_file import diary_file_findings
from plugins.blog.settings import blog_settings
from plugins.blog.site_model import SiteModel, site_model
from plugins.blog.structured import blog
from plugins.settings import DIARY_FILE, with_diary_file
from plugins.workshops.intake import read_diary
from tests.blog.test_diary_file import BASE, PAGES
from tests.support.builds import built
from tests.support.diaries import without_code, written
from tests.support.pages import rendered


def model_of(content: Path) -> SiteModel:
    """The site of a diary with settings of its own."""
    settings = blog_settings(with_diary_file({**BASE, "PATH": str(content)}, {}), {"DIARY_NOW": "2016-10-12"})
    diary, _ = read_diary(content, zone=settings.zone, now=settings.now)
    return site_model(settings, diary)[0]


def test_who_is_responsible_stands_at_the_foot_and_in_what_machines_read(tmp_path: Path) -> None:
    content = written(
        tmp_path, workshops__first="---\ntitle: First\ndate: 2016\nworkshop: {number: 2}\n---\nWords.\n", **PAGES
    )
    (content / "diary.yml").write_text(
        "name: Ours\nintroduction: We.\ncontact: us@example.org\nseries: 4\n"
        "organisation: {name: Dale <Council>, url: https://dale.example.org/}\n",
        "utf-8",
    )
    site = built(content, tmp_path / "output", environment={"DIARY_NOW": "2016-10-12"})
    foot = '<p>Who is responsible: <a href="https://dale.example.org/">Dale &lt;Council&gt;</a></p>'
    for page in ("index.html", "posts/hello/index.html", "about/index.html"):
        assert foot in (site / page).read_text("utf-8")
    publisher = (
        r'"publisher":{"@type":"Organization","name":"Dale \u003cCouncil\u003e","url":"https://dale.example.org/"}'
    )
    assert publisher in (site / "index.html").read_text("utf-8")
    assert publisher in (site / "posts/hello/index.html").read_text("utf-8")
    assert "Workshop 2 of 4" in (site / "workshops/first/index.html").read_text("utf-8")


def test_what_is_turned_off_is_not_made_and_nothing_leads_to_it(tmp_path: Path) -> None:
    workshop = "---\ntitle: First\ndate: 2016\nworkshop: {number: 2}\n---\nWords.\n"
    content = written(tmp_path, workshops__first=workshop, **PAGES)
    text = "name: Ours\nintroduction: We.\ncontact: us@example.org\n"
    (content / "diary.yml").write_text(text, "utf-8")
    whole = rendered(model_of(content))
    assert {"workshops/first.json", "easy-read/index.html"} <= set(whole)
    assert "easy-read/" in whole["sitemap.xml"]
    (content / "diary.yml").write_text(f"{text}outputs: {{easy_read: false, open_data: false}}\n", "utf-8")
    site = rendered(model_of(content))
    assert not {"workshops/first.json", "easy-read/index.html"} & set(site)
    assert "easy-read/" not in "".join(text for path, text in site.items() if path.endswith("ml"))


@pytest.mark.parametrize(
    ("organisation", "publisher"),
    [
        ("{name: Dale, url: https://dale.example.org/}", {"name": "Dale", "url": "https://dale.example.org/"}),
        ("Dale", {"name": "Dale"}),
    ],
)
def test_the_publisher_has_a_website_where_the_diary_names_one(
    tmp_path: Path, organisation: str, publisher: dict[str, str]
) -> None:
    content = written(tmp_path, **PAGES)
    (content / "diary.yml").write_text(f"name: Ours\norganisation: {organisation}\n", "utf-8")
    site = blog_settings(with_diary_file({**BASE, "PATH": str(content)}, {}), {"DIARY_NOW": "2016-10-12"})
    assert blog(site)["publisher"] == {"@type": "Organization", **publisher}


@pytest.mark.parametrize(("series", "told"), [("2", []), ("1", [2])])
def test_a_series_that_became_longer_than_planned_is_told(tmp_path: Path, series: str, told: list[int]) -> None:
    content = written(tmp_path, workshops__first="---\ntitle: First\nworkshop: {number: 2}\n---\n", **PAGES)
    (content / "diary.yml").write_text(f"name: Ours\ncontact: us@example.org\nseries: {series}\n", "utf-8")
    settings = with_diary_file({**BASE, "PATH": str(content)}, {})
    site = blog_settings(settings, {"DIARY_NOW": "2016-10-12"})
    diary, _ = read_diary(content, zone=site.zone, now=site.now)
    found = [without_code(each) for each in diary_file_findings(settings[DIARY_FILE], site, diary.entries)]
    assert found == [
        f"content/diary.yml:3: Series: 1 are planned, and there is a workshop {number}; write series: {number}, or more"
        for number in told
    ]
