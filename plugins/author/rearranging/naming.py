"""A post renamed, or given a folder of its own: what that does, in words and in a plan."""

from dataclasses import replace
from pathlib import PurePosixPath

from plugins.author.documents import own_folder, posts
from plugins.author.rearranging.field_changes import Field
from plugins.author.rearranging.plan import NotChanged, Plan
from plugins.author.rearranging.subject import Subject, others
from plugins.files.names import slug, unfit_slug
from plugins.frontmatter import next_version_of
from plugins.settings.reading import read_diary_file
from plugins.workshops.diary import address_of


def renamed(it: Subject, *, title: str, name: str, leads_on: bool) -> Plan:
    """Another title, another address, or both; raises NotChanged."""
    title, name = " ".join(title.split()), slug(name)
    if not title:
        raise NotChanged("Give it a title.")
    if not name:
        raise NotChanged("Give its address a word.")
    plan = Plan(what=f"“{it.record.title}” renamed", source=it.post.file.source, becomes=it.post.file.source)
    if title != it.record.title:
        line = f"The title “{it.record.title}” becomes “{title}”."
        plan = replace(plan, sentences=(line,), before={"title": it.now("title")}, after={"title": title})
    if name != it.slug:
        plan = _at_another_address(it, plan, name, leads_on=leads_on)
    if not plan.sentences:
        raise NotChanged("That is what it is called already.")
    return plan


def _at_another_address(it: Subject, plan: Plan, name: str, *, leads_on: bool) -> Plan:
    if unfit := unfit_slug(name):
        raise NotChanged(f"Give it another address: {unfit}.")
    _refuse_taken(it, name)
    before, after = dict(plan.before), dict(plan.after)
    lines = [f"The address {it.address} becomes /{address_of(it.kind, name)}."]
    if leads_on:
        lines.append("Whoever goes to the old address is led to the new one. Comments and calendars know it as before.")
        before["formerly"], after["formerly"] = it.now("formerly"), _formerly(it)
    else:
        lines.append("The old address leads nowhere then. Comments begin anew, and calendars show it as another event.")
    moves: tuple[tuple[str, str], ...] = ()
    becomes = plan.source
    if it.record.slug:
        before["slug"], after["slug"] = it.record.slug, name
    else:
        moves, becomes = _places(it, name)
        lines += [f"{it.content.name}/{old} becomes {it.content.name}/{new}." for old, new in moves]
    if it.record.workshop and it.is_public:
        before["updated"], after["updated"] = it.now("updated"), it.updated
    menu = _menu(it, name)
    if menu[0] != menu[1]:
        lines.append("It keeps its place in the main menu.")
    return replace(
        plan,
        becomes=becomes,
        sentences=(*plan.sentences, *lines),
        moves=moves,
        before=before,
        after=after,
        slugs=(it.slug, name),
        menu=menu,
    )


def _formerly(it: Subject) -> list[Field]:
    """The former addresses as they are written, and the present one behind them: the first stays first."""
    written = it.now("formerly")
    known = written if isinstance(written, list) else [f"/{each}" for each in it.record.formerly]
    here = it.address.strip("/")
    return [*known, *([] if any(each.strip("/") == here for each in it.record.formerly) else [it.address])]


def _refuse_taken(it: Subject, name: str) -> None:
    if name == "index" and own_folder(it.post.file) is None:
        raise NotChanged("Give it another address: a file that is called index stands for its whole folder.")
    new = address_of(it.kind, name).casefold()
    for file, record in others(it):
        if ((record.slug if record else None) or file.slug) == name:
            raise NotChanged(f"{file.source} is called that already. Give it another address.")
        if record and any(each.casefold() == new for each in record.formerly):
            raise NotChanged(f"{file.source} leads on from /{new} already. Give it another address.")


def _places(it: Subject, name: str) -> tuple[tuple[tuple[str, str], ...], str]:
    """What moves so that the file makes the address, and the post's source then."""
    source = it.post.file.source
    own = own_folder(it.post.file)
    if own:
        old = own.relative_to(it.content).as_posix()
        new = str(PurePosixPath(old).with_name(name))
        return ((old, new),), f"{it.content.name}/{new}/{it.post.file.path.name}"
    return _moves(it, str(PurePosixPath(source).with_name(f"{name}.md")))


def given_folder(it: Subject) -> Plan:
    """A folder of its own, and nothing else changed; raises NotChanged."""
    moves, becomes = into_folder(it)
    return Plan(what=f"“{it.record.title}” moved", source=it.post.file.source, becomes=becomes, moves=moves)


def into_folder(it: Subject) -> tuple[tuple[tuple[str, str], ...], str]:
    if it.kind == "page":
        raise NotChanged("A standing page has no folder of its own.")
    if _names_files(it.now()):
        raise NotChanged("It shows photos or files of a folder that it shares. Ask whoever can move those.")
    path = PurePosixPath(it.post.file.source)
    return _moves(it, str(path.with_suffix("") / "index.md"))


def _moves(it: Subject, becomes: str) -> tuple[tuple[tuple[str, str], ...], str]:
    """A file among others, and its next version with it."""
    source = it.post.file.source
    drafts = [file.source for file in posts(it.content) if file.page == source]
    both = [(source, becomes), *((draft, next_version_of(becomes)) for draft in drafts)]
    name = f"{it.content.name}/"
    return tuple((old.removeprefix(name), new.removeprefix(name)) for old, new in both), becomes


def _names_files(value: Field) -> bool:
    if isinstance(value, dict):
        return "file" in value or any(map(_names_files, value.values()))
    return isinstance(value, list) and any(map(_names_files, value))


def _menu(it: Subject, name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The settings' list of pages before and after; empty where none is written."""
    settings = read_diary_file(it.content).settings
    if it.kind != "page" or it.record.slug or settings is None:
        return ((), ())
    own = it.post.file.slug
    written = tuple(settings.menu) if settings.menu is not None else ()
    shown = written or (("about",) if settings.menu is None else ())
    return (written, tuple(name if each == own else each for each in shown)) if own in shown else ((), ())
