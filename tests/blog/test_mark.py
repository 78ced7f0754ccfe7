"""A diary's own mark: before its name, in tabs, and as its pixels or shapes alone."""

import io
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from plugins.assets.svg_mark import UnfitMark
from plugins.blog.mark import mark_of
from tests.blog.test_diary_file import PAGES, findings
from tests.blog.test_who_is_responsible import model_of
from tests.support.builds import built
from tests.support.diaries import written
from tests.support.pages import rendered

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><desc>Kim</desc><circle r="4"/></svg>'


def png(size: tuple[int, int]) -> bytes:
    told = PngImagePlugin.PngInfo()
    told.add_text("Author", "Kim Example")
    file = io.BytesIO()
    Image.new("RGBA", size, (0, 0, 0, 128)).save(file, "PNG", pnginfo=told)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [("lamp.svg", SVG.encode(), "image/svg+xml"), ("lamp.png", png((500, 300)), "image/png")],
)
def test_the_mark_stands_before_the_name_and_in_tabs(tmp_path: Path, name: str, content: bytes, kind: str) -> None:
    diary = written(tmp_path, **PAGES)
    (diary / name).write_bytes(content)
    (diary / "diary.yml").write_text(f"name: Ours\nintroduction: We.\ncontact: a@example.org\nmark: {name}\n", "utf-8")
    site = built(diary, tmp_path / "output", environment={"DIARY_NOW": "2016-10-12"})
    [file] = (site / "static").glob("mark.*")
    home = (site / "posts/hello/index.html").read_text("utf-8")
    address = f"/static/{file.name}"
    assert f'<img class="masthead__mark" src="{address}" alt="" width="40" height="40">Ours</a>' in home
    assert f'<link rel="icon" href="{address}" type="{kind}">' in home
    assert (f'<link rel="apple-touch-icon" href="{address}">' in home) is (kind == "image/png")
    assert b"Kim" not in file.read_bytes()
    if kind == "image/png":
        with Image.open(file) as picture:
            assert (picture.size, picture.mode, picture.info) == ((192, 115), "RGBA", {})
            assert picture.getpixel((9, 9)) == (0, 0, 0, 128)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("lamp.jpg", b"", "a mark is an SVG or a PNG; save it as one of these"),
        ("lamp.svg", None, "there is no such file; put it beside diary.yml, and write its name as it is"),
        ("lamp.svg", b"<svg", "this is no drawing that can be read; save it as SVG anew"),
        ("lamp.png", b"GIF", "this is no picture that can be read here; save it as JPEG or PNG"),
    ],
)
def test_a_file_that_can_be_no_mark_is_told(tmp_path: Path, name: str, content: bytes | None, told: str) -> None:
    written(tmp_path, **PAGES)
    if content is not None:
        (tmp_path / "content" / name).write_bytes(content)
    text = f"name: Ours\ncontact: us@example.org\nmark: {name}\n"
    assert findings(tmp_path, text) == [(f'content/diary.yml:3: Mark: found "{name}"; {told}', True)]


@pytest.mark.parametrize(("name", "content"), [("lamp.svg", SVG.encode()), ("lamp.png", png((500, 300)))])
def test_a_mark_is_a_file_of_the_site_and_an_unfit_one_none(tmp_path: Path, name: str, content: bytes) -> None:
    diary = written(tmp_path, **PAGES)
    (diary / "diary.yml").write_text(f"name: Ours\nmark: {name}\n", "utf-8")
    assert model_of(diary).mark is None
    (diary / name).write_bytes(content)
    model = model_of(diary)
    assert model.mark is not None
    assert model.mark.path in rendered(model)


def test_a_mark_of_many_megabytes_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "lamp.png").open("wb") as file:
        file.truncate(20_000_001)
    with pytest.raises(UnfitMark, match="too large for a mark"):
        mark_of(tmp_path, "lamp.png")
