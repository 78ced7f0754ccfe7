"""Style sheets are bundled once, and again whenever anything that they are made of has changed."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from plugins.assets import Assets, bundle
from plugins.assets.stylesheet import StyleSheets

SITE = "css/site.css"


class Checkout:
    """A theme, and a folder of what is kept, which has another name for each process: nothing is in its memory."""

    def __init__(self, below: Path) -> None:
        self.static, self._kept = below / "static", below / "0"
        self.put({SITE: "@import 'a.css';", "css/a.css": "a { b: url(../x.svg); c: d }", "x.svg": "<svg/>"})

    def put(self, files: Mapping[str, str]) -> None:
        for name, text in files.items():
            (self.static / name).parent.mkdir(parents=True, exist_ok=True)
            (self.static / name).write_text(text, "utf-8")

    @property
    def kept(self) -> list[Path]:
        return list((self._kept / "styles").glob("*"))

    def bundled(self, *, made_by: str = "1", accent: str = "") -> Assets:
        following = self._kept.with_name(f"{self._kept.name}0")
        if self._kept.exists():
            self._kept = self._kept.rename(following)
        return bundle(self.static, accent=accent, made_by=made_by, folder=self._kept / "styles")


def test_the_same_software_bundles_the_same_style_sheets_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> str:
        raise AssertionError("bundled anew")

    checkout = Checkout(tmp_path)
    first = checkout.bundled()
    assert first == bundle(checkout.static)
    with monkeypatch.context() as patched:
        patched.setattr(StyleSheets, "bundled", refused)
        assert checkout.bundled() == first
        with pytest.raises(AssertionError, match="bundled anew"):
            checkout.bundled(made_by="2")
    for changed in ({"css/a.css": "a { b: c }"}, {"x.svg": "<svg></svg>"}, {SITE: "@import 'a.css' layer(x);"}):
        checkout.put(changed)
        assert checkout.bundled() == bundle(checkout.static)
    [kept] = checkout.kept
    kept.write_bytes(kept.read_bytes().replace(b"a{", b"z{"))
    assert checkout.bundled() == bundle(checkout.static), "What is damaged is made anew."


def test_style_sheets_that_change_while_they_are_bundled_are_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checkout, whole = Checkout(tmp_path), StyleSheets.bundled

    def edited(sheets: StyleSheets, name: str) -> str:
        checkout.put({"css/a.css": "edited { }"})
        return whole(sheets, name)

    monkeypatch.setattr(StyleSheets, "bundled", edited)
    checkout.bundled()
    assert checkout.kept == []
