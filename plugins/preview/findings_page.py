"""The findings as a page of their own: before the first good build, and for readers without scripts."""

from html import escape

from plugins.preview.build_events import BuildEvent
from plugins.problems import Problem

_PAGE = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="stylesheet" href="/_preview/overlay.css">
<script type="module" src="/_preview/overlay.js"></script>
</head>
<body class="preview-page" data-number="{number}">
<main>
<h1>{title}</h1>
{body}
<p><a href="/">Look at the diary</a> or <a href="/_preview/photos">blur photos and set their focus</a></p>
</main>
</body>
</html>
"""


def findings_page(event: BuildEvent) -> str:
    """What the newest build found, and what is good to know."""
    found = sorted(set(event.problems))
    stops = [problem for problem in found if problem.stops]
    notices = [problem for problem in found if not problem.stops]
    if event.failure:
        title, body = "The diary’s own software failed", f"<p>{escape(event.failure)}</p>"
    elif stops:
        title, body = "Something is to be mended", _list(stops)
    elif event.number == 0:
        title, body = "The diary is being built", "<p>This page changes by itself in a moment.</p>"
    else:
        title, body = "Nothing is to be mended", ""
    if notices:
        body += f"\n<h2>Good to know</h2>\n{_list(notices)}"
    return _PAGE.format(title=title, body=body, number=event.number)


def _list(problems: list[Problem]) -> str:
    return "<ul>\n{}\n</ul>".format("\n".join(map(_item, problems)))


def _item(problem: Problem) -> str:
    where = f"{problem.source}, line {problem.line}" if problem.line else problem.source
    field = f" <b>{escape(problem.field)}</b>:" if problem.field else ""
    return f"<li><code>{escape(where)}</code>:{field} {escape(problem.message)}</li>"
