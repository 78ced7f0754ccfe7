"""Files written as an author saves them, and what is answered."""

from pathlib import Path

from plugins.frontmatter.document import read_document


def answers(folder: Path, data: bytes) -> list[str]:
    file = folder / "a.md"
    file.write_bytes(data)
    document, problems = read_document(file, "a.md")
    assert (document is None) == bool(problems)
    return [str(problem) for problem in problems]
