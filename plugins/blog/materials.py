"""Hand-outs that the last look would refuse: what they are, what they carry inside, and what they say."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from plugins.blog.disclosure_checks import linked_addresses
from plugins.blog.publication import Publication
from plugins.blog.texts import Texts
from plugins.contract.values import FilePath
from plugins.contract.walk import WrittenValue, written_values
from plugins.problems import Problem
from plugins.publishing.lastlook.budget import budget_faults
from plugins.publishing.lastlook.disclosures import disclosures
from plugins.publishing.lastlook.documents import document_faults
from plugins.publishing.lastlook.site import BuiltSite
from plugins.publishing.lastlook.withheld import Withheld, withheld_faults
from plugins.workshops.checks.agenda import HANDED_OUT
from plugins.workshops.checks.files import lies_beside
from plugins.workshops.diary import DiaryEntry, of_each, once_an_entry
from plugins.workshops.record.agenda import Material

_FILES = frozenset({FilePath})
HandOut: TypeAlias = tuple[DiaryEntry, WrittenValue]


def materials_handed_out(publication: Publication) -> tuple[HandOut, ...]:
    """The hand-outs of published posts that lie there and are of a fit kind; of others another finding tells."""
    named = zip(publication.entries, of_each(_named, publication.entries), strict=True)
    each = ((entry, written) for entry, those in named for written in those)
    return tuple((entry, written) for entry, written in each if lies_beside(entry.folder, str(written.value)))


def refused_materials(
    texts: Texts, handed_out: Sequence[HandOut], withheld: Withheld, machine: tuple[bytes, ...]
) -> Iterator[Problem]:
    """A finding for each hand-out that must not go out as it is; `held` is what none may say."""
    for entry, written in handed_out:
        name = str(written.value)
        path = f"{entry.address}{name}"
        story, words = texts.of(entry)
        links = "".join(f'<a href="mailto:{each}">' for each in linked_addresses(story, *words))
        site = BuiltSite("", {path: (entry.folder / name).read_bytes(), "index.html": links.encode()})
        faults = (
            *disclosures(site, machine),
            *document_faults(site),
            *budget_faults(site),
            *withheld_faults(site, withheld),
        )
        refused = (
            (problem.message, problem.code) for problem in faults if problem.stops and problem.source == f"/{path}"
        )
        for message, code in dict.fromkeys(refused):
            yield entry.problem_at(written.path, f'found "{name}": {message}', code)


@once_an_entry
def _named(entry: DiaryEntry) -> tuple[WrittenValue, ...]:
    files = (each for each in written_values(entry.post, of=_FILES) if isinstance(each.owner, Material))
    return tuple(each for each in files if str(each.value).casefold().endswith(HANDED_OUT))
