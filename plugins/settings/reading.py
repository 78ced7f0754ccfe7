"""`content/diary.yml` read. What has something to mend in it counts as not written, with three exceptions.

Figures of small groups, what is made besides the pages, and search engines are kept at their strictest then: a slip
must not tell more than was meant.
"""

from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.contract.reading import read_record
from plugins.contract.shape import shape_of
from plugins.contract.values import Text
from plugins.frontmatter import Entry, Mapping, Scalar, problem_at, read_yaml
from plugins.problems import Code, FieldPath, Problem
from plugins.records import dataclass
from plugins.settings.record import EVERYTHING_IS_SMALL, NOTHING_BESIDES, DiarySettings

NAME = "diary.yml"
_NOTHING = Mapping((), 0)
_UNNAMED = Entry("name", 0, Scalar("?", 0))
_STRICT = {"small_groups", "outputs", "search_engines"}
_ANY_ZONE = ZoneInfo("UTC")  # No field of the file is a date.


@dataclass(frozen=True, slots=True)
class DiaryFile:
    """The file as the author knows it, what it says, and its findings; `is_there` is whether there is one."""

    source: str
    settings: DiarySettings | None
    problems: tuple[Problem, ...] = ()
    is_there: bool = True
    tree: Mapping = _NOTHING

    def problem_at(self, path: FieldPath, message: str, code: Code, *, stops: bool = True) -> Problem:
        """What is to be mended at a field of the file."""
        return problem_at(path, message, code, source=self.source, tree=self.tree, stops=stops)


def read_diary_file(content: Path) -> DiaryFile:
    """The settings that lie in a content folder; None for settings without a name."""
    file, source = content / NAME, f"{content.absolute().name}/{NAME}"
    if not file.exists() and not file.is_symlink():
        return DiaryFile(source, None, is_there=False)
    tree, problems = read_yaml(file, source)
    if tree is None:
        return DiaryFile(source, _at_its_strictest(DiarySettings(name=Text(""))), problems)
    settings, faults = read_record(DiarySettings, tree, source=source, zone=_ANY_ZONE)
    return DiaryFile(source, settings or _as_far_as_fit(tree), (*problems, *faults), tree=tree)


def _as_far_as_fit(tree: Mapping) -> DiarySettings:
    """What the fields say that have nothing to mend; an unknown name may have been meant as one of the strict ones."""
    settings, unfit = DiarySettings(name=Text("")), set()
    for entry in tree.entries:
        entries = (entry,) if entry.key == "name" else (_UNNAMED, entry)
        alone, _ = read_record(DiarySettings, Mapping(entries, 0), source="", zone=_ANY_ZONE)
        if alone:
            settings = replace(settings, **{entry.key: getattr(alone, entry.key)})
        else:
            unfit.add(entry.key)
    is_doubtful = unfit - (set(shape_of(DiarySettings).fields) - _STRICT)
    return _at_its_strictest(settings) if is_doubtful else settings


def _at_its_strictest(settings: DiarySettings) -> DiarySettings:
    return replace(settings, small_groups=EVERYTHING_IS_SMALL, outputs=NOTHING_BESIDES, search_engines="no")
