"""A diary whose one post has photos and quotes, some of them withdrawn; and the proof made of it."""

import io
from pathlib import Path

from PIL import Image

from plugins.preview.proof import main

POST = """\
---
title: Our first evening
status: draft
workshop: {status: held, start: 2031-04-02 10:00}
photos:
  - {file: photos/hands.jpg, alt: Two hands, people: none}
  - {file: photos/face.jpg, alt: A withdrawn face, people: recognisable, consent: C-01}
glossary: [{term: tea, means: What people drink.}]
feedback: {quotes: [{words: It was warm here., consent: C-01}, {words: I liked the tea., consent: C-02}]}
---
We met for tea.

![Two hands](photos/hands.jpg)
"""
SETTINGS = "name: A diary\naddress: https://diary.example.org\ncontact: group@example.org\n"
REGISTER = "C-01: {covers: [photo, quote], withdrawn: 2031-04-03}\nC-02: {covers: [quote]}\n"


def written(folder: Path) -> Path:
    """The content folder of such a diary."""
    content = folder / "content"
    photos = content / "workshops/first/photos"
    photos.mkdir(parents=True)
    (photos.parent / "index.md").write_text(POST, "utf-8")
    for name in ("hands.jpg", "face.jpg"):
        file = io.BytesIO()
        Image.effect_noise((900, 700), 60).convert("RGB").save(file, "JPEG")
        (photos / name).write_bytes(file.getvalue())
    (content / "diary.yml").write_text(SETTINGS, "utf-8")
    (content / "consent.yml").write_text(REGISTER, "utf-8")
    return content


def proof_of(content: Path) -> Path:
    """The file, made where it lies unless another folder is named."""
    assert main(["--content", str(content), "--", "first"]) == 0
    (made,) = (content.parent / ".cache/author").rglob("proof-first-*.html")
    return made
