"""What a change of a post does to files, written down before the first of them is touched.

So whatever ends it half way, the next press of a button brings it to its end; and one that is done can be taken back.
No text of a post stands in it: only names, places, and the few fields that change.
"""

import json
import shutil
import time
from collections.abc import Iterable
from dataclasses import asdict, field, replace
from pathlib import Path

from plugins.author.documents import posts
from plugins.author.keeping import Keeping
from plugins.author.rearranging.field_changes import Fields, changed_fields, names_of, still_said
from plugins.author.rearranging.relinking import Moved, with_references
from plugins.files import create_file, write_file
from plugins.frontmatter import ContentFile, read_yaml
from plugins.frontmatter import Mapping as Tree
from plugins.frontmatter.changes import Change, said
from plugins.frontmatter.editing import CannotEdit, front_matter_of, with_values
from plugins.records import dataclass
from plugins.settings.reading import NAME
from plugins.workshops.record.post import Post

_FOLDER = "rearranged"


class NotChanged(Exception):
    """Nothing was changed; the message says why, and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One change of one post.

    `moves` are places below the content folder, files or folders; `before` and `after` what fields say; `menu` is the
    settings' list of pages. `sentences` say to the author what it does. `key` names it once it is done.
    """

    what: str
    source: str
    becomes: str
    sentences: tuple[str, ...] = ()
    moves: tuple[tuple[str, str], ...] = ()
    before: Fields = field(default_factory=dict)
    after: Fields = field(default_factory=dict)
    slugs: tuple[str, str] = ("", "")
    menu: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    key: str = ""
    is_done: bool = False

    @property
    def back(self) -> "Plan":
        """The change that takes this one back."""
        return replace(
            self,
            source=self.becomes,
            becomes=self.source,
            moves=tuple((new, old) for old, new in self.moves),
            before=self.after,
            after=self.before,
            slugs=(self.slugs[1], self.slugs[0]),
            menu=(self.menu[1], self.menu[0]),
            key="",
            is_done=False,
        )


class Rearranging:
    """Carries plans out in one content folder."""

    def __init__(self, content: Path, keeping: Keeping) -> None:
        self._content, self._keeping = content, keeping
        self._folder = keeping.folder / _FOLDER

    def finish(self) -> None:
        """Bring to its end what was broken off; raises NotChanged."""
        for plan in self.plans():
            if not plan.is_done:
                self._carry_out(plan)

    def do(self, plan: Plan) -> str:
        """Carry a plan out, or nothing of it, and say under which key it can be taken back; raises NotChanged."""
        for _, new in plan.moves:
            place = self._content / new
            if place.exists() or place.is_symlink():
                raise NotChanged(f"There is something in its new place already: {self._content.name}/{new}.")
        keyed = replace(plan, key=str(time.time_ns()))
        self._write(keyed)
        try:
            self._carry_out(keyed)
        except NotChanged as reason:
            try:
                self._carry_out(replace(keyed.back, key=keyed.key))
            except NotChanged:
                self._write(keyed)
                raise NotChanged(f"{reason} It stands half way: it is brought to its end when you come back.") from None
            self._place(keyed).unlink()
            raise NotChanged(f"{reason} Nothing was changed.") from None
        return keyed.key

    def plans(self) -> tuple[Plan, ...]:
        """What was changed in the last thirty days, the newest first."""
        names = sorted(self._folder.glob("*.json"), reverse=True) if self._folder.is_dir() else []
        return tuple(_read(place) for place in names)

    def forget(self, *keys: str) -> None:
        """What was done and taken back is as if it had never been."""
        for plan in self.plans():
            if plan.key in keys:
                self._place(plan).unlink(missing_ok=True)

    def touched(self, plan: Plan) -> tuple[str, ...]:
        """The sources of other posts whose links or references follow."""
        moved = self._moved(plan, posts(self._content))
        own = {plan.source, *moved.places}
        others = (file for file in posts(self._content) if not own & {file.source, file.page})
        return tuple(file.source for file in others if self._followed(plan, file, moved) != file.path.read_bytes())

    def _carry_out(self, plan: Plan) -> None:
        """Each step does nothing where it is done already."""
        try:
            moved = self._moved(plan, posts(self._content))
            for old, new in plan.moves:
                self._move(old, new, moved)
            for file in posts(self._content):
                data = file.path.read_bytes()
                now = self._followed(plan, file, moved)
                if now != data:
                    self._keeping.keep_version(file.source, data)
                    write_file(file.path, now, below=self._content)
            self._set_menu(plan)
            self._move_kept(plan)
            self._write(replace(plan, is_done=True))
        except (CannotEdit, OSError) as reason:
            raise NotChanged(f"It could not be done ({reason}).") from None

    def _move(self, old: str, new: str, moved: Moved) -> None:
        """A folder in one step. A file is there at its new place, whole, before it goes from the old one."""
        before, after = self._content / old, self._content / new
        if before.is_dir():
            before.rename(after)
        elif before.is_file():
            if not after.exists():
                create_file(
                    after, moved.relinked(before.read_bytes(), f"{self._content.name}/{new}"), below=self._content
                )
            before.unlink()
            if not any(before.parent.iterdir()) and before.parent.parent.parent == self._content:
                before.parent.rmdir()

    def _followed(self, plan: Plan, file: ContentFile, moved: Moved) -> bytes:
        """What a post says once the plan is carried out."""
        data = file.path.read_bytes()
        came_as_file = any(file.source == f"{self._content.name}/{new}" for _, new in plan.moves)
        new = data if came_as_file else moved.relinked(data, file.source)
        if plan.slugs[0] != plan.slugs[1]:
            new = with_references(new, *plan.slugs)
        change = self._fields(plan, file, new)
        return with_values(new, change, is_post=True) if change else new

    def _fields(self, plan: Plan, file: ContentFile, data: bytes) -> Change:
        """What is to be different in the front matter of the post, or of its next version."""
        fields = front_matter_of(data) if plan.becomes in (file.source, file.page) else None
        if fields is None:
            return {}
        now = said(fields)
        after = plan.after if file.source == plan.becomes else still_said(now, plan.before, plan.after)
        return changed_fields(now, after, names_of(Post))

    def _moved(self, plan: Plan, files: Iterable[ContentFile]) -> Moved:
        name = self._content.name
        places: dict[str, str] = {}
        for old, new in ((f"{name}/{old}", f"{name}/{new}") for old, new in plan.moves):
            if new.endswith(".md"):
                places[old] = new
            else:
                inside = {
                    file.source.removeprefix(f"{each}/")
                    for file in files
                    for each in (old, new)
                    if file.source.startswith(f"{each}/")
                }
                places.update({f"{old}/{rest}": f"{new}/{rest}" for rest in inside})
        return Moved(places)

    def _set_menu(self, plan: Plan) -> None:
        """The settings' list of pages; a menu that was not there before goes again."""
        place = self._content / NAME
        if plan.menu[0] == plan.menu[1] or not place.is_file():
            return
        settings = read_yaml(place, NAME)[0]
        change = changed_fields(said(settings or Tree((), 0)), {"menu": list(plan.menu[1]) or None}, ("menu",))
        if change:
            write_file(place, with_values(place.read_bytes(), change, is_post=False), below=self._content)

    def _move_kept(self, plan: Plan) -> None:
        """What is kept of the post follows it: earlier texts, so that letting go of a consent finds them."""
        old, new = self._keeping.place(plan.source), self._keeping.place(plan.becomes)
        if old == new or not old.is_dir():
            return
        if not new.exists():
            old.rename(new)
            return
        for file in [each for each in old.rglob("*") if each.is_file()]:
            self._keeping.write(new / file.relative_to(old), file.read_bytes())
        shutil.rmtree(old)

    def _write(self, plan: Plan) -> None:
        self._keeping.write(self._place(plan), json.dumps(asdict(plan), ensure_ascii=False).encode())

    def _place(self, plan: Plan) -> Path:
        return self._folder / f"{plan.key}.json"


def _read(place: Path) -> Plan:
    held = json.loads(place.read_text("utf-8"))
    pairs = {name: tuple(held[name]) for name in ("slugs", "sentences")}
    menu = tuple(map(tuple, held["menu"]))
    return Plan(**{**held, **pairs, "moves": tuple(map(tuple, held["moves"])), "menu": (menu[0], menu[1])})
