"""Files and posts as editors, phones and computers name them."""

from pathlib import Path

import pytest
from PIL import Image

from plugins.blog.site_model import SiteModel, site_model
from plugins.problems import Problem
from tests.support.diaries import NOW, read, written
from tests.support.pages import rendered, settings_of

POST = """
    ---
    title: A post
    date: 2016-10-10
    {fields}
    ---
    {story}
    """
ON_DISK = "photos/IMG 0069.JPG"


def picture(place: Path, shade: int = 90) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (64, 48), (shade, 80, 40)).save(place, "JPEG")


def site(folder: Path, *, preview: bool = False) -> tuple[SiteModel, list[Problem]]:
    settings = settings_of(folder / "content", now=NOW, preview=preview)
    diary, problems = read(folder)
    model, told = site_model(settings, diary)
    return model, [*problems, *told]


def workshop(folder: Path, fields: str, story: str) -> Path:
    held = f"workshop: {{status: held}}\n    {fields}"
    return written(folder, workshops__one=POST.format(fields=held, story=story)) / "workshops" / "one"


@pytest.mark.parametrize(
    ("in_fields", "in_story"),
    [
        ("IMG_0069.jpg", "![](IMG_0069.jpg)"),
        ("photos/IMG 0069.JPG", "![](<photos/IMG 0069.JPG>)"),
        (r"photos\img 0069.jpg", "![](photos/IMG 0069.JPG)"),
        ("./photos/IMG-0069.JPG", '![](photos/IMG 0069.JPG "Our table")'),
        ("IMG%200069.JPG", "![](./photos/img-0069.jpeg)"),
        ("img_0069.jpeg", "![](photos/IMG%200069.JPG)"),
        ("IMG_0069.jpg", r"![](photos\IMG 0069.JPG)"),
        ("Photos/IMG_0069.jpg", "![][table]\n\n    [table]: <img_0069.jpg>"),
    ],
)
def test_a_photo_is_shown_however_its_name_is_written(tmp_path: Path, in_fields: str, in_story: str) -> None:
    fields = (
        f"image: '{in_fields}'\n    photos: {{file: '{in_fields}', alt: A table, people: none}}\n"
        f"    milestones: {{when: 2016, title: A start, image: '{in_fields}'}}"
    )
    picture(workshop(tmp_path, fields, in_story) / ON_DISK)
    model, problems = site(tmp_path)
    assert problems == []
    post = model.diary.entries[0].post
    assert {post.image, post.photos[0].file, post.milestones[0].image} == {ON_DISK}
    page = rendered(model)["workshops/one/index.html"]
    assert 'src="/pictures/' in page.partition("<main")[2]
    assert " 0069" not in page


def test_two_photos_that_may_be_meant_are_asked_about(tmp_path: Path) -> None:
    fields = "photos: [{file: a b.jpg, alt: A table, people: none}, {file: a-b.jpg, alt: A chair, people: none}]"
    folder = workshop(tmp_path, fields, "![](A_B.jpg)")
    picture(folder / "photos/a b.jpg")
    picture(folder / "photos/a-b.jpg", 140)
    _, problems = site(tmp_path)
    may_be = "this may be “photos/a b.jpg” or “photos/a-b.jpg”; write the one that you mean [missing-file]"
    assert [str(problem) for problem in problems] == [
        f'content/workshops/one/index.md:5: Photos, photo 1, “a b.jpg”, file: found "a b.jpg"; {may_be}',
        f'content/workshops/one/index.md:5: Photos, photo 2, “a-b.jpg”, file: found "a-b.jpg"; {may_be}',
        f'content/workshops/one/index.md:7: found the picture "A_B.jpg": {may_be}',
    ]


def test_a_hand_out_is_found_however_its_name_is_written_and_its_address_is_safe(tmp_path: Path) -> None:
    fields = r"agenda: {title: Welcome, materials: {title: Plan, file: '.\OUR_PLAN.txt'}}"
    (workshop(tmp_path, fields, "Words.") / "our plan.txt").write_text("Our plan.\n", encoding="utf-8")
    model, problems = site(tmp_path)
    assert problems == []
    made = rendered(model)
    assert 'href="/workshops/one/our%20plan.txt"' in made["workshops/one/index.html"]
    assert made["workshops/one/our plan.txt"] == "Our plan.\n"


def test_a_photo_whose_consent_is_gone_is_left_out_however_the_story_names_it(tmp_path: Path) -> None:
    fields = "photos: {file: img_0069.jpg, alt: A face, people: recognisable, consent: C-01}"
    folder = workshop(tmp_path, fields, "Words. ![](photos/IMG 0069.JPG)\n\n    ![](IMG-0069.jpeg)")
    picture(folder / ON_DISK)
    register = "C-01: {covers: [photo], withdrawn: 2016-11-01}\n"
    (tmp_path / "content" / "consent.yml").write_text(register, encoding="utf-8")
    model, problems = site(tmp_path)
    assert not [problem for problem in problems if problem.stops]
    page = rendered(model)["workshops/one/index.html"]
    assert "<img" not in page.partition("<main")[2]
    (folder / ON_DISK).unlink()
    model, problems = site(tmp_path)
    assert not [problem for problem in problems if problem.stops]
    assert "0069" not in rendered(model)["workshops/one/index.html"]


def test_a_link_to_a_post_is_followed_however_its_file_is_written(tmp_path: Path) -> None:
    links = r"[a](Workshop 2.md) [b](workshop%202.md#then) [c](..\posts\WORKSHOP_2.md) [d](<workshop 2.MD>)"
    content = written(
        tmp_path, posts__one=POST.format(fields="", story=links), posts__two=POST.format(fields="", story="## Then")
    )
    (content / "posts" / "two.md").rename(content / "posts" / "Workshop 2.md")
    model, problems = site(tmp_path)
    assert problems == []
    page = rendered(model)["posts/one/index.html"]
    assert page.count('href="/posts/workshop-2/"') >= 3
    assert 'href="/posts/workshop-2/#story-then"' in page


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Workshop 2", "posts/workshop-2/"),
        ("Café", "posts/cafe/"),
        ("Cafe\u0301", "posts/cafe/"),
        ("Workshop #2", "posts/workshop-2/"),
        ("2016-10-10 Hello", "posts/2016-10-10-hello/"),
    ],
)
def test_the_preview_tells_which_address_a_name_makes(tmp_path: Path, name: str, address: str) -> None:
    content = written(
        tmp_path, posts__one=POST.format(fields="", story="Words."), posts__plain=POST.format(fields="", story="Words.")
    )
    (content / "posts" / "one.md").rename(content / "posts" / f"{name}.md")
    assert site(tmp_path)[1] == []
    assert [str(problem) for problem in site(tmp_path, preview=True)[1]] == [
        f"content/posts/{name}.md:2: the name “{name}” makes the address /{address}; for another write “slug:” [address-of-name]"
    ]


def test_posts_of_any_ending_are_published_and_found(tmp_path: Path) -> None:
    links = "[a](../workshops/one/index.md#plan) [b](../pages/about.md) [c](Welcome.markdown) [d](welcome.md)"
    held = (
        "---\ntitle: One\ndate: 2016-10-10\nworkshop: {status: held}\n---\n## Plan\n\n[Here](../../posts/welcome.md).\n"
    )
    post = f"---\ntitle: W\ndate: 2016-10-10\n---\n{links}\n"
    content = written(tmp_path, posts__welcome=post, workshops__one=held, pages__about="---\ntitle: Us\n---\nUs.\n")
    (content / "posts/welcome.md").rename(content / "posts/Welcome.MD")
    (content / "workshops/one/index.md").rename(content / "workshops/one/Index.markdown")
    (content / "pages/about.md").rename(content / "pages/about.Markdown")
    made, problems = site(tmp_path)
    assert problems == []
    pages = rendered(made)
    leading = ("/workshops/one/#story-plan", "/about/", "/posts/welcome/", "/posts/welcome/")
    links = " ".join(f'<a href="{href}">{name}</a>' for href, name in zip(leading, "abcd", strict=True))
    assert links in pages["posts/welcome/index.html"]
    assert '<a href="/posts/welcome/">Here</a>' in pages["workshops/one/index.html"]


def test_two_files_of_one_post_are_one_finding(tmp_path: Path) -> None:
    content = written(tmp_path, posts__welcome="---\ntitle: W\ndate: 2016-10-10\n---\nHello.")
    (content / "posts/Welcome.MD").write_text("---\ntitle: W\ndate: 2016-10-10\n---\nHello.", "utf-8")
    _, problems = site(tmp_path)
    assert [(problem.source, problem.code) for problem in problems] == [("content/posts/welcome.md", "wrong-name")]
