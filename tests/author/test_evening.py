"""The same evening without a script: plain forms, sent as a browser sends them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from tests.author.editor_forms import Form, Visitor
from tests.author.evening import (
    BLURRED,
    BOX,
    EVENING,
    FILE,
    PHOTOS,
    SOURCE,
    STARTS,
    STORY_PHOTO,
    TITLE,
    Pick,
    Tick,
    Value,
    editor_before,
    photos_of_a_phone,
)


@dataclass
class Paper:
    """A form with what is filled in so far."""

    visitor: Visitor
    form: Form

    def write(self, fields: Mapping[str, Value], below: str = "") -> None:
        """Fill in the fields with these names; a list of records grows by its button."""
        for name, value in fields.items():
            if isinstance(value, str | Pick | Tick):
                self._one(f"{below}{name}", value)
                continue
            for number, item in enumerate(value, 1):
                self.send("/post", do=f"add:{below}{name}")
                self.write(item, f"{below}{name}.n{number}.")

    def _one(self, name: str, value: str | Pick | Tick) -> None:
        text = value if isinstance(value, str) else value.value
        assert isinstance(value, str) or text in self.form.boxes[name], f"{text} is not offered as {name}"
        place = [each for each, _ in self.form.pairs].index(name)
        self.form.pairs[place] = (name, text)

    def send(self, address: str, **more: str) -> str:
        """Press a button; says what is shown then."""
        answer = self.visitor.post(address, [*self.form.pairs, *more.items()])
        self.form = answer.form
        return answer.text


def test_without_a_script_the_same_evening_is_written(tmp_path: Path) -> None:
    with editor_before(tmp_path) as editor:
        visitor = Visitor(editor.port)
        paper = Paper(visitor, visitor.get("/new").form)
        paper.write({"name": TITLE, "start": STARTS})
        assert "It is a draft" in paper.send("/new")
        paper.write(EVENING)
        assert f"Photos: {TITLE}" in paper.send("/post", do="photos")
        photos = {file.name: file.read_bytes() for file in photos_of_a_phone(tmp_path)}
        assert "3 photos came in." in visitor.send_files("/photos/added", {"source": SOURCE}, photos).text
        for file, fields in PHOTOS:
            paper.form = visitor.get(f"/photos?{urlencode({'source': SOURCE})}").form
            paper.form.pairs = [pair for pair in paper.form.pairs if pair[0] == "token" or pair[0].startswith("p0.")]
            paper.write(fields, below="p0.")
            assert "It is in the post." in paper.send("/photos/named", source=SOURCE, file=file, form="p0")
        paper.form = visitor.get(f"/photo?{urlencode({'post': SOURCE, 'file': BLURRED})}").form
        paper.write({side: str(share) for side, share in zip("xywh", BOX, strict=True)})
        assert f"Written into {SOURCE}" in paper.send("/photo")
        paper.form = visitor.get(f"/post?{urlencode({'source': SOURCE})}").form
        paper.write({"story:photo": Pick(STORY_PHOTO)})
        paper.send("/post", do="story:photo")
        assert "Saved." in paper.send("/post", do="save")
    assert (tmp_path / SOURCE).read_text("utf-8") == FILE
