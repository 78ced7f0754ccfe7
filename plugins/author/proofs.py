"""A post as one file for its group, at the desk: made, fetched, and who has read it written down.

The file is made by a process of its own (`plugins.preview.proof`), beside the builds of the preview.
"""

import subprocess
import sys
from collections.abc import Callable, Mapping
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from plugins.author.documents import OpenFile, opened, posts
from plugins.author.group_check import mark_checked, notice, proof_name
from plugins.author.http import Request, Response, page_response, redirect
from plugins.author.keeping import Keeping
from plugins.author.pages import ADDRESSES, form_address, rendered
from plugins.blog.publication import Moment
from plugins.contract.reading import read_record
from plugins.engine.build_moment import build_moment
from plugins.frontmatter.editing import CannotEdit
from plugins.records import dataclass
from plugins.words import dates
from plugins.workshops.record.post import Post

_SOFTWARE = Path(__file__).resolve().parents[2]
_NOT_SAVED = "What you typed in this post is not saved yet. Save it first, then make the proof."
_NOBODY = "Say who has read it: a group or a role, and no name."


@dataclass(frozen=True, slots=True)
class ProofPage:
    """What the group has read of a post; `file` leads to the proof of the post as it is now, where there is one."""

    title: str
    token: str
    source: str
    form: str
    file: str
    read_by: str
    has_changed: bool
    fault: str


@dataclass(frozen=True, slots=True)
class Proofs:
    """Answers about the proofs of one diary; None where there is no such page."""

    content: Path
    zone: ZoneInfo
    keeping: Keeping
    token: str

    def shown(self, path: str, asked: Mapping[str, str]) -> Response | None:
        post = self._opened(asked) if path in (ADDRESSES.proof, ADDRESSES.proof_file) else None
        if post is None:
            return None
        return self._page(post) if path == ADDRESSES.proof else self._file(post)

    @property
    def answers(self) -> Mapping[str, Callable[[Request], Response | None]]:
        return {ADDRESSES.read_by_group: self._mark}

    def make(self, request: Request) -> Response | None:
        """Make the proof, which may take long: nothing waits for it but the page that asked."""
        post = self._opened(request.form)
        if post is None:
            return None
        source = post.file.source
        if self.keeping.typed(source):
            return self._page(post, fault=_NOT_SAVED)
        command = [sys.executable, "-m", "plugins.preview.proof", "--content", str(self.content), "--", source]
        made = subprocess.run(command, cwd=_SOFTWARE, capture_output=True, encoding="utf-8", check=False)
        if made.returncode != 0:
            reason = made.stderr.strip().rpartition("\n")[2].removeprefix(f"{source}: ")
            return self._page(post, fault=f"No proof was made: {reason}")
        return redirect(_address(ADDRESSES.proof, post))

    def _mark(self, request: Request) -> Response | None:
        post = self._opened(request.form)
        if post is None:
            return None
        by = [who for line in request.form.get("by", "").split(",") if (who := " ".join(line.split()))]
        if not by or self.keeping.typed(post.file.source):
            return self._page(post, fault=_NOBODY if not by else _NOT_SAVED)
        self.keeping.keep_version(post.file.source, post.data)
        try:
            mark_checked(self.content, post, by, self.zone)
        except CannotEdit as reason:
            return self._page(post, fault=f"It could not be written down: {reason}.")
        return redirect(_address(ADDRESSES.proof, post))

    def _page(self, post: OpenFile, *, fault: str = "") -> Response:
        moment = Moment(build_moment(self.zone), self.zone)
        page = ProofPage(
            title="Let the group read it first",
            token=self.token,
            source=post.file.source,
            form=form_address(post.file.source),
            file=_address(ADDRESSES.proof_file, post) if self._place(post).is_file() else "",
            read_by=_read_by(post, self.zone),
            has_changed=any(each.code == "changed-since-read" for each in notice(post, moment)),
            fault=fault,
        )
        return page_response(rendered("proof.html", page), HTTPStatus.CONFLICT if fault else HTTPStatus.OK)

    def _file(self, post: OpenFile) -> Response | None:
        place = self._place(post)
        if not place.is_file():
            return None
        name = {"Content-Disposition": f'attachment; filename="{place.name}"'}
        return Response(place.read_bytes(), HTTPStatus.OK, name)

    def _place(self, post: OpenFile) -> Path:
        return self.keeping.place(post.file.source) / proof_name(post)

    def _opened(self, asked: Mapping[str, str]) -> OpenFile | None:
        """The post, or its next version where there is one: that is what the preview shows."""
        source = asked.get("source", "")
        found = [file for file in posts(self.content) if source in (file.source, file.page)]
        return opened(max(found, key=lambda file: bool(file.page))) if found else None


def _address(page: str, post: OpenFile) -> str:
    return f"{page}?{urlencode({'source': post.file.source})}"


def _read_by(post: OpenFile, zone: ZoneInfo) -> str:
    """Who has read it, and when; empty where nobody has."""
    fields = post.front_matter
    record = read_record(Post, fields, source=post.file.source, zone=zone)[0] if fields else None
    if record is None or record.checked is None:
        return ""
    who = ", ".join(map(str, record.checked.by))
    return f"{who}, {dates.spoken(record.checked.when)}" if record.checked.when else who
