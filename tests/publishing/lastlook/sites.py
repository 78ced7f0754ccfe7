"""A small site without a fault, and the same with one."""

from plugins.publishing.lastlook.look import findings
from plugins.publishing.lastlook.site import BuiltSite
from tests.support.diaries import without_code

ADDRESS = "https://diary.example.org/"
POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'"


def page(body: str = "", *, head: str = "", path: str = "posts/one/", language: str = "en-GB") -> bytes:
    """A page without a fault around `head` and `body`; the head is on line 6, the body on line 10."""
    return f"""<!DOCTYPE html>
<html lang="{language}">
<head><meta charset="utf-8"><title>A page</title>
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<link rel="canonical" href="{ADDRESS}{path}">
{head}
</head>
<body><a href="#main">Skip</a>
<main id="main"><h1>A page</h1>
{body}
</main></body>
</html>
""".encode()


GOOD: dict[str, bytes] = {
    "index.html": page('<a href="/posts/one/#main">One</a>', path=""),
    "404.html": page('<a href="/">Home</a>', path="404.html"),
    "posts/one/index.html": page('<h2 id="more">More</h2><h3>Still more</h3>'),
    "static/site.css": b"a { color: red }\n",
    "robots.txt": f"User-agent: *\nAllow: /\n\nSitemap: {ADDRESS}sitemap.xml\n".encode(),
    "sitemap.xml": (
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        f"<url><loc>{ADDRESS}</loc></url><url><loc>{ADDRESS}posts/one/</loc></url></urlset>"
    ).encode(),
}


def site(files: dict[str, bytes] | None = None, *, without: str = "") -> BuiltSite:
    """The good site with other files in it."""
    kept = {path: content for path, content in GOOD.items() if path != without}
    return BuiltSite("output", {**kept, **(files or {})})


def told(files: dict[str, bytes] | None = None, *, without: str = "", services: tuple[str, ...] = ()) -> list[str]:
    """The findings of the good site with other files in it."""
    return sorted(map(without_code, set(findings(site(files, without=without), frozenset(services)))))


def told_of(body: str = "", *, head: str = "") -> list[str]:
    """The findings of one page, without its name."""
    return [each.removeprefix("output/posts/two/index.html:") for each in told(one(body, head=head))]


def one(body: str = "", *, head: str = "") -> dict[str, bytes]:
    """A second page, which nothing in the site map needs."""
    return {"posts/two/index.html": page(body, head=head, path="posts/two/")}
