"""What pages may show and files that others keep may not: quotes and photos without `share`."""

from pathlib import Path

import pytest

from plugins.documents import Block, Cell, Document, epub
from plugins.publishing.lastlook.withheld import Withheld, withheld
from tests.publishing.lastlook.sites import page
from tests.publishing.lastlook.test_withheld import NOW, told
from tests.support.diaries import LONDON, written
from tests.support.papers import paper

SHOWN = """
    ---
    title: The second one
    date: 2019-05-02
    workshop: {name: Meeting, start: 2019-05-02, status: held}
    summary: She said, “Nobody had *asked* me that before”, and sat down.
    ideas: {id: finally, name: Somebody remembered}
    easy_read: [We drank a lot of tea together.]
    photos:
      - {file: a.jpg, alt: Sam holds up the blue lamp, people: recognisable, consent: C-2}
      - {file: b.jpg, people: not-recognisable}
      - {file: c.jpg, alt: A board full of yellow notes, people: none}
      - {file: d.jpg, alt: Kim waves from the back row, people: not-recognisable}
    feedback:
      quotes:
        - {words: "Nobody had asked me that before.", consent: C-1}
        - {words: "Finally somebody wrote it down.", consent: C-3}
        - {words: "Somebody remembered my lamp.", consent: [C-1, C-3]}
        - {words: "It is co-operative.", consent: C-1}
    ---
    We met in the hall and talked.

    > Nobody had asked me that before.
    """


@pytest.fixture
def unshared(tmp_path: Path) -> Withheld:
    """As it is once `share` was taken out of C-1."""
    folder = written(tmp_path, workshops__second=SHOWN)
    (folder / "consent.yml").write_text(
        "C-1: {covers: [quote]}\nC-2: {covers: [photo]}\nC-3: {covers: [quote, share]}\n"
    )
    return withheld(folder, now=NOW, zone=LONDON)


def book(*lines: str) -> bytes:
    said = tuple(Block("quote", ((Cell(line),),)) for line in lines)
    made = Document(
        title="The diary",
        language="en",
        dated=NOW.date(),
        size=12,
        above="",
        below="",
        blocks=said,
        address="",
        invitation="",
        code="",
        as_of="",
        pages="",
    )
    return epub(made)


@pytest.mark.parametrize(
    ("line", "found", "what"),
    [
        ("Nobody had asked me that before.", "had asked me that before", "quote"),
        ("She said, nobody had asked me that before, and sat down.", "had asked me that before", "quote"),
        ("Somebody remembered my lamp.", "somebody remembered my lamp", "quote"),
        ("It is cooperative", "it is cooperative", "quote"),
        ("It is co operative", "it is co operative", "quote"),
        ("Sam holds up the blue lamp", "holds up the blue lamp", "photograph"),
        ("Kim waves from the back row", "kim waves from the back", "photograph"),
    ],
)
def test_words_that_may_not_be_shared_are_found_in_files_that_others_keep_and_there_alone(
    unshared: Withheld, line: str, found: str, what: str
) -> None:
    data = f'["{line}"]'.encode()
    kept = {
        "decisions.csv": f'"{line}"\r\n'.encode(),
        "diary.epub": book(line),
        "diary.json": data,
        "timeline.json": data,
        "workshops.ics": f"DESCRIPTION:{line}\r\n".encode(),
        "workshops/second.json": data,
        "workshops/second/hand-out.PDF": paper(line).saved(),
        "workshops/second/notes.txt": line.encode(),
    }
    said = told(unshared, {**kept, "index.html": page(line), "feed.json": data, "search/texts/0123.json": data})
    reason = f"words of a {what} that readers may not keep without `share` in its consents (content/workshops/second/index.md)"
    assert [each.partition(":")[0] for each in said] == list(kept)
    assert all(each.endswith(reason) and found in each for each in said), said


def test_what_may_be_shared_and_what_else_is_public_is_let_be_in_files_that_readers_keep(unshared: Withheld) -> None:
    lines = (
        "Finally somebody wrote it down.",
        "A board full of yellow notes",
        "We drank a lot of tea together.",
        "We met in the hall and talked.",
        "Somebody remembered",
    )
    assert told(unshared, {"diary.epub": book(*lines), "diary.pdf": paper(*lines).saved()}) == []


REPEATING = """
    ---
    title: The third one
    date: 2019-05-03
    workshop: {name: Meeting, start: 2019-05-03, status: held, aims: ["They said: nobody had asked me that before"]}
    glossary: {term: done, means: "Said of what is over and done with by now"}
    ---
    It is over and done with by now.
    """


def test_what_repeats_a_quote_wherever_it_stands_does_not_let_it_into_files_that_others_keep(tmp_path: Path) -> None:
    taken_back = '- {words: "It is over and done with by now.", consent: C-4}\n        - {words: "Somebody remembered'
    second = SHOWN.replace('- {words: "Somebody remembered', taken_back)
    folder = written(tmp_path, workshops__second=second, workshops__third=REPEATING)
    (folder / "consent.yml").write_text(
        "C-1: {covers: [quote]}\nC-2: {covers: [photo]}\nC-3: {covers: [quote, share]}\n"
        "C-4: {covers: [quote, share], withdrawn: 2019-06-01}\n"
    )
    own = ("We heard: nobody had asked me that before", "It is over and done with by now")
    held = withheld(folder, now=NOW, zone=LONDON, own=own)
    files = {"diary.json": b'["nobody had asked me that before"]', "asks.csv": b'"It is over and done with by now"\r\n'}
    assert told(
        held, {**files, "index.html": page("Nobody had asked me that before. It is over and done with by now")}
    ) == [
        "diary.json: found “had asked me that before”: words of a quote that readers may not keep without `share` in its"
        " consents (content/workshops/second/index.md)",
        "asks.csv: found “and done with by now”: words of a quote that nobody agreed to any more (content/workshops/second/index.md)",
    ]
