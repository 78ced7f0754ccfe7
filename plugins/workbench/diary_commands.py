"""The tasks by which a diary gets its software: started with it, and taken to a newer version."""

from invoke.context import Context
from invoke.exceptions import Exit
from invoke.tasks import task

from plugins.files.typed import typed_path
from plugins.workbench.programs import MISUSED, end, python


@task(
    name="start-diary",
    positional=["folder"],
    help={
        "folder": "Where it is to lie: a new folder, outside that of the software.",
        "name": "What the diary is called.",
        "introduction": "Who you are, in one or two sentences.",
        "organisation": "Which organisation is responsible for it.",
        "contact": "How readers reach you: an e-mail address, or the address of a form.",
        "address": "At which address readers will find it.",
        "zone": "The time zone (default: Europe/London).",
    },
)
def start_diary(  # noqa: PLR0913, PLR0917 - each is a word that somebody types
    _context: Context,
    folder: str,
    name: str | None = None,
    introduction: str | None = None,
    organisation: str | None = None,
    contact: str | None = None,
    address: str | None = None,
    zone: str | None = None,
) -> None:
    """Make a new diary: it asks what you leave out, and writes pages that say what is still to be written."""
    from plugins.workbench.software import software_at_hand
    from plugins.workbench.start_diary import QUESTIONS, main

    values = (name, introduction, organisation, contact, address, zone)
    given = dict(zip([question.field for question in QUESTIONS], values, strict=True))
    end(main(typed_path(folder), given, software_at_hand()))


@task(
    help={
        "before": "The folder of the version that the diary has; the diary's own tasks.py names it.",
        "yes": "Go on without asking.",
    }
)
def upgrade(_context: Context, before: str | None = None, yes: bool = False) -> None:
    """Take a diary to a newer version (upgrade 1.1.0): show what changes, try it, ask."""
    if before is None:
        raise Exit("Type this in the folder of a diary: its own tasks.py fetches the newer version.", code=MISUSED)
    end(python("-m", "plugins.workbench.upgrading", "--before", before, *(["--yes"] if yes else [])))
