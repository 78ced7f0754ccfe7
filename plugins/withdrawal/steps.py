"""What is left to do by hand when a consent was taken back: nothing of it can be reached by a build."""

import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import fill

from plugins.withdrawal.uses import Use

_WIDTH = 100


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what is to be done, and how. Of `ways`, what stands after a line end is to be copied as it is."""

    heading: str
    how: str
    ways: tuple[str, ...] = ()


def steps(found: Sequence[Use], *, address: str) -> Iterator[Step]:
    """The steps, for the places where the consent was used in the site at `address`; the most urgent first."""
    pages = sorted({page for use in found for page in use.pages})
    yield Step(
        "Put the new site online now.",
        "Commit and push, or publish from here: python3 tasks.py publish --leave-out (docs/publishing.md). "
        "It publishes whatever else is to be mended. docs/data-protection.md has your host's buttons. "
        "Then open the pages in a private window: is all gone?",
    )
    yield Step(
        "Delete the host's earlier versions.",
        "Many hosts keep each version at an address of its own, which still shows everything.",
        (
            "GitHub Pages: Actions: delete old runs of Publish; push a gh-pages branch anew, without its history.",
            "GitLab Pages: Deploy, Pages: delete old deployments; Build, Artifacts: delete those of old pipelines.",
            "Netlify: Deploys: delete each earlier deploy.",
            "Cloudflare Pages: Deployments: delete each earlier one, previews too.",
            "Vercel: Deployments: delete each earlier one.",
            "S3, R2 and the like: where versions are kept, delete the old versions of objects, not only the newest.",
            "A server of your own: publish without --keep, so that no earlier site stays; replace the last backup.",
        ),
    )
    yield Step(
        "Empty the caches in between.",
        "If a content delivery network or a proxy stands before the site, purge all of it "
        "(Cloudflare: Caching, Configuration, Purge Everything).",
    )
    yield Step(
        "Ask search engines and archives.",
        "They show copies for weeks. Give them the addresses of the pages and of the pictures.",
        (
            "Google: https://search.google.com/search-console/remove-outdated-content",
            "Bing: https://www.bing.com/webmasters/tools/contentremoval",
            "The Internet Archive: look for the pages at https://web.archive.org/ and write to info@archive.org.",
            *(("The pages:\n" + "\n".join(f"{address}{page}" for page in pages),) if pages else ()),
        ),
    )
    yield _history(found)
    yield Step(
        "Look for copies on computers and phones.",
        "The camera, cloud albums, messages, the computers of others who write: delete the picture there. "
        "On each computer with the diary run python3 tasks.py clean",
    )
    yield Step(
        "Look for what was printed or sent.",
        "Hand-outs, posters, reports, newsletters, social media, slides. Feed readers keep what they once fetched; "
        "nobody can call that back.",
    )
    yield Step(
        "Look at the comments.",
        "Somebody may have repeated the words or named the person. Delete such comments in the moderation.",
    )
    yield Step(
        "Tell the person.",
        "Say what was taken off, when, and honestly what cannot be called back. Deal with the signed form as your "
        "council's rules say; it never was in the diary.",
    )


def _history(found: Sequence[Use]) -> Step:
    files = sorted({use.file for use in found if use.file})
    sources = sorted({use.source for use in found})
    places = [*files, *sources] if files else sources
    ways = [f"Take it out of {place}, then commit." for place in sources]
    if files:
        ways.append(f"Delete the files, then commit:\ngit rm -- {' '.join(map(shlex.quote, files))}")
        paths = " ".join(f"--path {shlex.quote(file)}" for file in files)
        ways.append(f"Take the pictures out of the past:\ngit filter-repo --invert-paths {paths}")
    ways.append("Take words out of the past, with a file of the words:\ngit filter-repo --replace-text ../words.txt")
    ways.append(
        "Push with --force, and ask everybody to clone anew. On GitHub ask support to drop cached views and forks."
    )
    return Step(
        "Clean the diary's history.",
        "Whoever can read the repository can read its past"
        + (f", and there is {', '.join(places)}. " if places else ". ")
        + "When only people read it who may know, the first commit below is enough.",
        tuple(ways),
    )


def numbered(found: Sequence[Use], *, address: str) -> str:
    """The steps as a numbered list for a terminal."""
    return "\n\n".join(_in_lines(number, step) for number, step in enumerate(steps(found, address=address), start=1))


def _in_lines(number: int, step: Step) -> str:
    lines = [f"{number}. {step.heading}", _wrapped(step.how, "   ", "   ")]
    for way in step.ways:
        said, *copied = way.split("\n")
        lines += [_wrapped(said, "   - ", "     "), *(f"       {line}" for line in copied)]
    return "\n".join(lines)


def _wrapped(text: str, first: str, further: str) -> str:
    return fill(
        text,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=further,
        break_long_words=False,
        break_on_hyphens=False,
    )
