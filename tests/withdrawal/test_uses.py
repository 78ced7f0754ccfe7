"""Where a consent is used, however a post spells its photo and wherever the post stood before."""

from pathlib import Path

from plugins.withdrawal.steps import numbered
from plugins.withdrawal.uses import uses
from tests.support.diaries import LONDON, written
from tests.support.photographs import put

POST = """
    ---
    title: Plan
    date: 2016-10-10
    formerly: /2016/plan.html
    image: IMG_0069.jpg
    milestones: {title: Sat, when: 2016-10, image: photos/img-0069.jpeg}
    easy_read: [We met., {words: We sat., picture: IMG 0069.jpg}, {words: We drank tea., picture: tea}]
    photos: {file: 'photos/img 0069.jpeg', alt: A face, people: recognisable, consent: C-09}
    ---
    ![](IMG%200069.JPG)

    ![](<photos/IMG 0069.JPG>) and ![it][c]

    [c]: <img-0069.jpg>
    """


def content(folder: Path) -> Path:
    made = written(folder, workshops__plan=POST)
    put(made / "workshops" / "plan", "photos/IMG 0069.JPG")
    return made


def test_a_photo_is_found_however_the_post_spells_its_name(tmp_path: Path) -> None:
    place, file = "content/workshops/plan/index.md", "photos/IMG 0069.JPG"
    found = uses(content(tmp_path), "C-09", zone=LONDON)
    assert [str(use) for use in found] == [
        f"{place}:5: {file} as the picture for lists",
        f"{place}:6: {file} at a milestone of the timeline",
        f"{place}:7: {file} beside a line of the easy read",
        f"{place}:8: the photo {file}",
        f"{place}:10: {file} in the story",
        f"{place}:12: {file} in the story",
        f"{place}:14: {file} in the story",
    ]
    assert {use.file for use in found if use.file} == {f"content/workshops/plan/{file}"}


def test_search_engines_are_told_of_the_addresses_that_a_post_had_before(tmp_path: Path) -> None:
    told = numbered(uses(content(tmp_path), "C-09", zone=LONDON), None, address="https://diary.example.org/").split()
    assert {"https://diary.example.org/2016/plan.html", "https://diary.example.org/workshops/plan/"} <= set(told)
