"""The pages of the editor: all photos of the diary, and one photo to draw on.

They are whole without a script: what is drawn is numbers in a form.
"""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from itertools import groupby
from pathlib import Path
from string import Template
from urllib.parse import urlencode

from plugins.preview.photo_editor.drawing import TypedDrawing
from plugins.preview.photo_editor.post_photos import PostPhoto

LIST, EDITOR, PICTURE = "/_preview/photos", "/_preview/photo", "/_preview/picture"
_TEMPLATE = Template(Path(__file__).with_name("photo_editor.html").read_text("utf-8"))
_SPARE_ROWS = 3
_NO_BOX = ("", "", "", "")
_SIDES = (("x", "Left"), ("y", "Top"), ("w", "Width"), ("h", "Height"))
_PEOPLE = {
    "none": "Nobody is in it.",
    "not-recognisable": "Nobody in it can be recognised.",
    "recognisable": "Somebody in it can be recognised.",
}
_PAGE = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/_preview/tokens.css">
<link rel="stylesheet" href="/_preview/photo_editor.css">
{script}</head>
<body>
<header class="editor-top"><nav aria-label="Preview">{links}</nav></header>
<main>
<h1>{title}</h1>
{body}
</main>
</body>
</html>
"""


def list_page(photos: Iterable[PostPhoto]) -> str:
    """Every photo of the diary, by post."""
    posts = groupby(photos, key=lambda each: (each.source, each.title))
    sections = [_section(number, source, title, those) for number, ((source, title), those) in enumerate(posts)]
    body = "\n".join(sections) or "<p>No post has a photo yet. Put one under “photos” in a post, and it is here.</p>"
    lead = "<p>Choose a photo to blur a part of it, or to set the point that crops keep.</p>" if sections else ""
    return _page("Photos of the diary", lead + body)


def _section(number: int, source: str, title: str, photos: Iterable[PostPhoto]) -> str:
    return (
        f'<section aria-labelledby="post-{number}"><h2 id="post-{number}">{escape(title)}</h2>'
        f'<p><code>{escape(source)}</code></p><ul class="editor-list">{"".join(map(_item, photos))}</ul></section>'
    )


def _item(each: PostPhoto) -> str:
    photo = each.photo
    picture = _picture(each, "small", photo.alt or "") if each.is_there else ""
    boxes = (
        f"{len(photo.blur)} blurred part{'s' if len(photo.blur) != 1 else ''}" if photo.blur else "Nothing is blurred"
    )
    focus = "the focus is set" if photo.focus else "the focus is its middle"
    state = f"{boxes}; {focus}." if each.is_there else "The file is not there."
    link = f'<a href="{_address(EDITOR, each)}">{escape(photo.file)}</a>' if each.is_there else escape(photo.file)
    return f'<li class="editor-item">{picture}<div><p>{link}</p><p>{_PEOPLE[photo.people]} {state}</p></div></li>'


def editor_page(
    each: PostPhoto, written: TypedDrawing, *, hidden: Mapping[str, str], said: str = "", fault: str = ""
) -> str:
    """One photo with what is drawn on it; `said` is good news, `fault` what keeps it from being written."""
    left, top = written.point
    body = _TEMPLATE.substitute(
        people=_PEOPLE[each.photo.people],
        source=escape(each.source),
        said=_alert("editor-fault", fault) or _alert("editor-said", said),
        action=EDITOR,
        hidden="".join(
            f'<input type="hidden" name="{name}" value="{escape(value)}">' for name, value in hidden.items()
        ),
        picture=_picture(each, "large", each.photo.alt or "The photo"),
        rows=_rows(written.boxes),
        point=_number("focus_x", "Left", left) + _number("focus_y", "Top", top),
        yaml=escape(written.yaml),
        row=_row(0, _NO_BOX),
    )
    return _page(f"Blur and focus: {each.photo.file}", body, scripted=True)


def _alert(kind: str, sentence: str) -> str:
    return f'<p class="{kind}" role="alert">{escape(sentence)}</p>' if sentence else ""


def message_page(heading: str, sentence: str) -> str:
    """A page that says one thing."""
    return _page(heading, f"<p>{escape(sentence)}</p>")


def address_of(each: PostPhoto) -> str:
    """The address of the editor with this photo on it."""
    return _address(EDITOR, each).replace("&amp;", "&")


def _page(title: str, body: str, *, scripted: bool = False) -> str:
    links = [("/", "The diary"), (LIST, "All photos"), ("/_preview/findings", "What is to be mended")]
    return _PAGE.format(
        title=escape(title),
        links="".join(f'<a href="{href}">{label}</a>' for href, label in links),
        script='<script type="module" src="/_preview/photo_editor.js"></script>\n' if scripted else "",
        body=body,
    )


def _rows(boxes: Sequence[tuple[str, ...]]) -> str:
    """A row for each box, and a few to fill in where no script adds them."""
    rows = "".join(_row(number, box) for number, box in enumerate(boxes, start=1))
    spare = "".join(_row(number, _NO_BOX) for number in range(len(boxes) + 1, len(boxes) + 1 + _SPARE_ROWS))
    return f"{rows}<noscript>{spare}</noscript>"


def _row(number: int, box: tuple[str, ...]) -> str:
    numbers = "".join(_number(name, label, value) for (name, label), value in zip(_SIDES, box, strict=True))
    remove = f'<button type="button" class="editor-remove" hidden>Remove box {number}</button>'
    return f'<fieldset class="editor-row" data-box><legend>Box {number}</legend>{numbers}{remove}</fieldset>'


def _number(name: str, label: str, value: str) -> str:
    return (
        f'<label>{label} <input type="number" name="{name}" value="{escape(value)}" min="0" max="100" step="0.1" '
        'inputmode="decimal"></label>'
    )


def _picture(each: PostPhoto, side: str, alt: str) -> str:
    lazy = ' loading="lazy"' if side == "small" else ""
    return f'<img src="{_address(PICTURE, each)}&amp;side={side}" alt="{escape(alt)}"{lazy}>'


def _address(page: str, each: PostPhoto) -> str:
    return escape(f"{page}?{urlencode({'post': each.source, 'file': each.photo.file})}")
