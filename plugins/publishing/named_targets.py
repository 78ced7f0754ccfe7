"""The places that a diary names in its settings: `publish --to live`, or `publish` alone where there is one."""

from pathlib import Path

from plugins.frontmatter import Mapping, Scalar
from plugins.problems import nearest
from plugins.publishing.address import address
from plugins.publishing.failure import AddressError
from plugins.settings import read_diary_file

_ASKED = "Say where to, such as --to git:origin#gh-pages, or name a place under publish_to in content/diary.yml."

_ON_ONE_LINE = (
    "write its address on one line, such as git:origin#gh-pages; passwords and tokens stay in the environment "
    "(docs/for-web-officers/publishing.md)"
)


def target_named(to: str, content: Path) -> str:
    """The address that is meant; raises AddressError. What has a colon in it is an address itself."""
    if ":" in to:
        return to
    settings = read_diary_file(content).settings
    named = addresses(settings.publish_to if settings else None)
    if not named:
        raise AddressError(_ASKED)
    if not to and len(named) == 1:
        return next(iter(named.values()))
    if to not in named:
        guess = nearest(to, named) if to else None
        meant = f" Did you mean {guess}?" if guess else ""
        raise AddressError(f"The places that content/diary.yml names are {', '.join(named)}; say --to and one.{meant}")
    return named[to]


def addresses(written: Mapping | None) -> dict[str, str]:
    """The address of each place, by its name; what is no text is left out."""
    entries = written.entries if written else ()
    return {entry.key: entry.node.text.strip() for entry in entries if isinstance(entry.node, Scalar)}


def unfit(written: Mapping) -> dict[str, str]:
    """What is wrong with an address, by the name of its place."""
    faults = {entry.key: _ON_ONE_LINE for entry in written.entries if not isinstance(entry.node, Scalar)}
    for name, text in addresses(written).items():
        try:
            address(text)
        except AddressError as fault:
            faults[name] = f"{str(fault)[:1].lower()}{str(fault)[1:].rstrip('.')}"
    return faults
