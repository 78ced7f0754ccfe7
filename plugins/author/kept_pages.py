"""The pages of what is kept: the bin of deleted posts, and the earlier texts of each post."""

from collections.abc import Callable, Mapping
from http import HTTPStatus
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.author.bin import Bin, NotMoved
from plugins.author.documents import OpenFile, file_called, opened, post_called
from plugins.author.http import Request, Response, page_response, redirect
from plugins.author.keeping import Keeping
from plugins.author.pages import ADDRESSES, form_address, rendered
from plugins.author.versions import Difference, differences, spoken_moment
from plugins.files import write_file
from plugins.records import dataclass


@dataclass(frozen=True, slots=True)
class BinLine:
    """A deleted post: `key` names it in the form that brings it back."""

    key: str
    title: str
    source: str
    deleted: str
    days_left: int


@dataclass(frozen=True, slots=True)
class BinPage:
    """Every post in the bin; `fault` is what kept one from being moved."""

    title: str
    token: str
    posts: tuple[BinLine, ...]
    said: str
    fault: str


@dataclass(frozen=True, slots=True)
class VersionLine:
    """An earlier text: when it was replaced, and where it differs from what is in the file now."""

    key: str
    until: str
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class VersionsPage:
    """The earlier texts of a post, the newest first."""

    title: str
    token: str
    source: str
    href: str
    versions: tuple[VersionLine, ...]


@dataclass(frozen=True, slots=True)
class KeptPages:
    """Answers about what is kept of one diary; None where there is no such page."""

    content: Path
    zone: ZoneInfo
    keeping: Keeping
    token: str

    def shown(self, path: str, asked: Mapping[str, str]) -> Response | None:
        if path == ADDRESSES.bin:
            return self._bin(said="Deleted. It is in the bin." if asked.get("done") == "deleted" else "")
        post = self._opened(asked.get("source", "")) if path == ADDRESSES.versions else None
        return self._versions(post) if post else None

    @property
    def answers(self) -> Mapping[str, Callable[[Request], Response | None]]:
        return {ADDRESSES.bin: self._move, ADDRESSES.versions: self._bring_back}

    def _move(self, request: Request) -> Response | None:
        """A post into the bin, or out of it."""
        bin_ = Bin(self.content, self.keeping)
        try:
            if request.form.get("do") == "back":
                source = bin_.bring_back(request.form.get("key", ""))
                return redirect(form_address(source, done="back"))
            file = post_called(self.content, request.form.get("source", ""))
            if file is None:
                return None
            bin_.put(file)
        except NotMoved as reason:
            return self._bin(fault=str(reason))
        return redirect(f"{ADDRESSES.bin}?done=deleted")

    def _bin(self, *, said: str = "", fault: str = "") -> Response:
        lines = tuple(
            BinLine(post.key, post.title, post.source, spoken_moment(post.at, self.zone), post.days_left)
            for post in Bin(self.content, self.keeping).posts()
        )
        page = BinPage("Bin", self.token, lines, said, fault)
        return page_response(rendered("bin.html", page), HTTPStatus.CONFLICT if fault else HTTPStatus.OK)

    def _versions(self, post: OpenFile) -> Response:
        source = post.file.source
        lines = tuple(
            VersionLine(version.key, spoken_moment(version.at, self.zone), differences(version.data, post.data))
            for version in self.keeping.versions(source)
            if version.data != post.data
        )
        title = f"Earlier texts of {source}"
        return page_response(
            rendered("versions.html", VersionsPage(title, self.token, source, form_address(source), lines))
        )

    def _bring_back(self, request: Request) -> Response | None:
        """An earlier text into the file; the one that is there becomes an earlier text."""
        post = self._opened(request.form.get("source", ""))
        versions = self.keeping.versions(post.file.source) if post else ()
        version = next((each for each in versions if each.key == request.form.get("key")), None)
        if post is None or version is None:
            return None
        if self.keeping.typed(post.file.source):
            return redirect(form_address(post.file.source, done="unsaved-back"))
        self.keeping.keep_version(post.file.source, post.data)
        write_file(post.file.path, version.data, below=self.content)
        return redirect(form_address(post.file.source, done="back"))

    def _opened(self, source: str) -> OpenFile | None:
        file = file_called(self.content, source)
        return opened(file) if file else None
