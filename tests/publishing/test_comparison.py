"""Two sites told apart for somebody who knows the diary and no HTML."""

from pathlib import Path

from plugins.publishing.comparison import comparison

PAGE = '<head><style>p { color: %s }</style></head><h1>%s</h1><img alt="%s">'


def site(folder: Path, **pages: str) -> Path:
    for name, text in pages.items():
        (folder / name).mkdir(parents=True)
        (folder / name / "index.html").write_text(text, "utf-8")
    return folder


def test_pages_on_which_a_reader_reads_something_else_are_named_and_others_counted(tmp_path: Path) -> None:
    before = site(
        tmp_path / "before",
        one=PAGE % ("red", "One", "A bus"),
        two=PAGE % ("red", "Two", "A bus"),
        three=PAGE % ("red", "Three", "A bus"),
        four=PAGE % ("red", "Four", ""),
        same="<h1>Same</h1>",
    )
    after = site(
        tmp_path / "after",
        one=PAGE % ("blue", "One", "A bus"),
        two=PAGE % ("red", "Two", "Two buses"),
        three=PAGE % ("red", "Three &amp; more", "A bus"),
        five=PAGE % ("red", "Five", ""),
        same="<h1>Same</h1>",
    )
    (after / "feed.xml").write_text("x", "utf-8")
    assert list(comparison(before, after)) == [
        "The site: 1 page new, 3 changed, 1 gone; 1 other file new.",
        "  new      “Five”, /five/",
        "  changed  “Three & more”, /three/",
        "  changed  “Two”, /two/",
        "  gone     /four/",
        "  On 1 changed page the words are the same: the look is another.",
    ]


def test_two_sites_of_the_same_bytes_are_told_as_one(tmp_path: Path) -> None:
    one, other = (site(tmp_path / name, home="<h1>One</h1>") for name in ("one", "other"))
    assert list(comparison(one, other)) == ["Not one byte of the site is different."]
