"""`python -m plugins.blog.importing FILE`: bring in the comments of WordPress or Disqus."""

import argparse
import sys
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.blog.importing.wiring import surroundings
from plugins.comments.archive import Archive, ArchiveError, ArchiveFolder, archive_text, read_archive
from plugins.comments.archive.folder import IMPORTED, PublicPlaceError
from plugins.comments.gate import Gate
from plugins.comments.imports.disqus import read_disqus
from plugins.comments.imports.errors import XmlError
from plugins.comments.imports.export import Export
from plugins.comments.imports.matching import Matching, matched
from plugins.comments.imports.merging import merged_imports
from plugins.comments.imports.wordpress import read_wordpress
from plugins.comments.imports.xml import read_xml
from plugins.comments.sanitising import shown_name
from plugins.engine.settings_files import preview_settings
from plugins.problems.console import say
from plugins.words import numbers

_CHECKOUT = Path(__file__).resolve().parents[3]
Reasons = Mapping[str, tuple[str, ...]]


class ImportRefused(Exception):
    """Nothing is brought in; the message says why."""


def main(arguments: list[str]) -> int:
    """0 when the comments are kept, though some may have found no page; 1 when nothing is."""
    chosen = _options(arguments)
    try:
        around = surroundings(preview_settings(), chosen.content)
        addresses = _addresses(chosen.addresses, around.threads) if chosen.addresses else {}
        letter, export = _export(chosen.file, around.zone)
        refused = _refused(export, around.gate, names=not chosen.no_names)
        export = export.without(refused)
        matching = matched(export, around.threads, prefix=letter, addresses=addresses, names=not chosen.no_names)
        whole = merged_imports(_kept(around.folder), matching.archive)
        text = archive_text(whole)
        read_archive(text)  # What a build would refuse is not kept for it to stumble over.
        around.folder.keep(IMPORTED, text.encode())
    except (XmlError, ArchiveError, PublicPlaceError, ImportRefused, OSError) as error:
        say(f"{chosen.file}: nothing was brought in: {error}", sys.stderr)
        return 1
    say("\n".join(_report(export, refused, matching, around.folder.place(IMPORTED))), sys.stdout)
    return 0


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m plugins.blog.importing", description=__doc__)
    parser.add_argument("file", type=Path, help="an export of WordPress (WXR) or Disqus (XML)")
    parser.add_argument("--content", type=Path, default=_CHECKOUT / "content")
    parser.add_argument("--addresses", type=Path, help="a file of lines: old-address = posts/welcome/")
    parser.add_argument("--no-names", action="store_true", help="name nobody")
    return parser.parse_args(arguments)


def _export(file: Path, zone: ZoneInfo) -> tuple[str, Export]:
    tree = read_xml(file)
    return ("d", read_disqus(tree)) if tree.tag == "disqus" else ("w", read_wordpress(tree, zone=zone))


def _refused(export: Export, gate: Gate, *, names: bool) -> Reasons:
    """What no page may show, by the export's own number of each comment."""
    reasons_by_id = {each.id: gate.reasons(each.name if names else "", each.html) for each in export.taken}
    return {number: reasons for number, reasons in reasons_by_id.items() if reasons}


def _addresses(file: Path, threads: Collection[str]) -> dict[str, str]:
    keys = {}
    for number, line in enumerate(file.read_text("utf-8").splitlines(), start=1):
        old, mark, key = (part.strip() for part in line.rpartition("="))
        if not line.strip() or line.startswith("#"):
            continue
        if not mark or key not in threads:
            raise ImportRefused(f"{file}:{number}: write an old address, “=” and a page, such as posts/welcome/")
        keys[old] = key
    return keys


def _kept(folder: ArchiveFolder) -> Archive | None:
    """What was brought in before."""
    place = folder.place(IMPORTED)
    return read_archive(place.read_bytes()) if place.exists() else None


def _report(export: Export, refused: Reasons, matching: Matching, place: Path) -> Iterator[str]:
    threads = matching.archive.threads
    comments = [comment for thread in threads for comment in thread.comments]
    yield f"Read {numbers.counted(len(export.comments), 'comment')}, and kept {len(comments)} in {place}:"
    yield from (f"  {len(thread.comments)} below {thread.thread}" for thread in threads)
    if export.left_out:
        reasons = (f"{count} {reason}" for reason, count in sorted(export.left_out.items()))
        yield f"Left out: {', '.join(reasons)}."
    if refused:
        yield "No page may show these; take out of the export what they hold, and run the same line again:"
        yield from (f"  comment {number}: {' and '.join(reasons)}" for number, reasons in refused.items())
    if matching.lost:
        yield "These old addresses match no page; name the page that each means in a file for --addresses:"
        yield from (f"  {old} ({count})" for old, count in matching.lost.items())
    names = sorted({shown_name(comment.name) for comment in comments if comment.name})
    if names:
        yield "These names will be shown. Read them: should any not be, run the same line with --no-names."
        yield f"  {', '.join(names)}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
