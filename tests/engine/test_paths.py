"""Where a page may lie: one spelling that works on every computer."""

import pytest

from plugins.engine.paths import Claims, PagePathError

UNFIT = "it must lead down from the output folder, name by name"
REFUSED = {
    "": UNFIT,
    "/etc/passwd": UNFIT,
    "../index.html": UNFIT,
    "posts/../../index.html": UNFIT,
    "posts//index.html": UNFIT,
    "./index.html": UNFIT,
    "posts/": UNFIT,
    "posts\\index.html": "it has a character that some computers refuse in a file's name",
    "C:/index.html": "it has a character that some computers refuse in a file's name",
    "why?/index.html": "it has a character that some computers refuse in a file's name",
    "a\x00b": "it has a character that some computers refuse in a file's name",
    "con/index.html": "Windows keeps the name con for itself",
    "tags/Aux.html": "Windows keeps the name Aux.html for itself",
    "lpt1": "Windows keeps the name lpt1 for itself",
    "tags/etc./index.html": "Windows drops a dot or blank at the end of a name",
    "tags/etc /index.html": "Windows drops a dot or blank at the end of a name",
    f"{'é' * 128}/index.html": "one of its names is longer than 255 bytes",
}


@pytest.mark.parametrize("path", REFUSED)
def test_a_path_that_is_not_plain_is_refused(path: str) -> None:
    with pytest.raises(PagePathError) as refusal:
        Claims().claim(path)
    assert str(refusal.value) == f'the path "{path}" is unfit for a page: {REFUSED[path]}'


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("index.html", "index.html"),
        ("tags/housing.html", "tags/Housing.html"),
        ("tags/caf\u00e9.html", "tags/cafe\u0301.html"),
        ("tags/stra\u00dfe.html", "tags/strasse.html"),
    ],
)
def test_two_pages_that_some_computer_takes_for_one_file_are_refused_and_both_named(one: str, other: str) -> None:
    claims = Claims()
    claims.claim(one)
    with pytest.raises(PagePathError) as refusal:
        claims.claim(other)
    assert str(refusal.value) == f"{one} and {other} would be one file: each page needs its own path"


def test_a_folder_spelt_in_two_ways_is_refused() -> None:
    claims = Claims()
    claims.claim("tags/Housing/index.html")
    with pytest.raises(PagePathError) as refusal:
        claims.claim("tags/housing/feed.xml")
    assert str(refusal.value) == (
        "tags/housing/feed.xml lies in tags/housing, which some computers take for tags/Housing: spell it one way"
    )


def test_a_page_cannot_lie_in_a_page() -> None:
    claims = Claims()
    claims.claim("about")
    with pytest.raises(PagePathError) as refusal:
        claims.claim("about/index.html")
    assert str(refusal.value) == "about is a file, so about/index.html cannot lie in it"


def test_a_page_cannot_take_the_place_of_a_folder() -> None:
    claims = Claims()
    claims.claim("about/index.html")
    with pytest.raises(PagePathError, match="about and about would be one file"):
        claims.claim("about")


@pytest.mark.parametrize("marker", [".coproduction-diary", ".Coproduction-Diary"])
def test_the_engines_own_file_is_not_for_pages(marker: str) -> None:
    with pytest.raises(PagePathError) as refusal:
        Claims().claim(marker)
    assert str(refusal.value) == ".coproduction-diary is the engine's own file"


def test_plain_paths_are_taken() -> None:
    claims = Claims()
    for path in ("index.html", "tags/housing/index.html", "tags/café/index.html", "console.html", ".well-known/x"):
        claims.claim(path)
