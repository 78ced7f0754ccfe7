"""Stories for tests: told by the teller of the site, in a diary that has one other post and one photo."""

from dataclasses import dataclass
from html.parser import HTMLParser

from plugins.problems import Problem
from plugins.story import Figure, Parts, Resolved, Story, Unresolved, runs
from plugins.story.teller import StoryTeller

SOURCE = "posts/a-post.md"

# What a story may hold: everything else is a hole.
ALLOWED: dict[str, set[str]] = {
    **{tag: set() for tag in ("p", "ul", "blockquote", "hr", "br", "strong", "em", "del", "dl", "dt", "dd")},
    **{tag: set() for tag in ("table", "thead", "tbody", "tr", "td")},
    **{tag: {"id"} for tag in ("h1", "h2", "h3", "h4", "h5", "h6")},
    "a": {"class", "href", "title", "id", "role", "aria-label", "dir"},
    "li": {"id"},
    "section": {"role", "aria-label"},
    "span": {"role", "aria-label"},
    "sup": set(),
    "code": {"class", "dir"},
    "pre": {"dir"},
    "figure": set(),
    "ol": {"start", "type"},
    "th": {"scope"},
}


@dataclass(frozen=True, slots=True)
class OneOtherPost:
    """A diary in which `other.md` and every longer name that ends so is a post, and `a.jpg` a photo."""

    def link(self, source: str, href: str) -> Resolved | Unresolved:
        """The page of the other post."""
        if href.startswith("#"):
            return Resolved(href)
        return (
            Resolved(f"/{href}") if href.endswith("other.md") else Unresolved("no post lies there", "link-to-nothing")
        )

    def file(self, source: str, name: str, /) -> str:
        """A post lies beside this one."""
        return f"{name.lower().replace(' ', '-')}.md"

    def language(self, source: str, /) -> str:
        """English."""
        return "en-GB"

    def picture(self, source: str, file: str, alt: str, /) -> Figure | Unresolved | None:
        """The first photo is `a.jpg`; nothing for `left-out.jpg`."""
        if file == "left-out.jpg":
            return None
        return Figure(0, alt) if file == "a.jpg" else Unresolved("no such picture lies there", "missing-file")


def told(text: str) -> tuple[Story, tuple[Problem, ...]]:
    """A story that begins in line 10 of its file."""
    return StoryTeller(OneOtherPost()).story(text, source=SOURCE, line=10)


def html(text: str) -> str:
    """The HTML of a story without findings."""
    story, problems = told(text)
    assert problems == ()
    return shown(story.parts)


def shown(parts: Parts) -> str:
    """The HTML of a story, with a figure for each picture."""
    return "".join(f"{run}{'<figure>A photo</figure>' if figure else ''}" for run, figure in runs(parts))


def findings(text: str) -> list[str]:
    """The findings as lines, without the name of the file."""
    return [str(problem).removeprefix(f"{SOURCE}:") for problem in told(text)[1]]


class _Parts(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.refused: list[str] = []
        self.hrefs: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ALLOWED or {name for name, _ in attrs} - ALLOWED[tag]:
            self.refused.append(f"<{tag} {attrs}>")
        self.hrefs += [value or "" for name, value in attrs if name == "href"]
        self.ids += [value or "" for name, value in attrs if name == "id"]

    def handle_comment(self, data: str) -> None:
        self.refused.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self.refused.append(f"<!{decl}>")

    def handle_pi(self, data: str) -> None:
        self.refused.append(f"<?{data}>")

    def unknown_decl(self, data: str) -> None:
        self.refused.append(f"<![{data}]>")


def holes(page: str) -> list[str]:
    """Everything in the HTML that must not be there, as a browser reads it."""
    parts = _Parts()
    parts.feed(page)
    parts.close()
    repeated = {name for name in parts.ids if parts.ids.count(name) > 1}
    strange = [
        href
        for href in parts.hrefs
        if not href.lower().startswith(("http://", "https://", "mailto:", "tel:", "#", "/"))
    ]
    outside = [href for href in parts.hrefs if href.startswith("//")]
    return [*parts.refused, *sorted(repeated), *strange, *outside]
