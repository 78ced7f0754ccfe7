"""What is left to do by hand when a consent was taken back: nothing of it can be reached by a build."""

import shlex
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from textwrap import fill

from plugins.moments import When
from plugins.records import dataclass
from plugins.settings.record import Outputs
from plugins.withdrawal.made_files import paths_made
from plugins.withdrawal.past import Past
from plugins.withdrawal.store import Commit
from plugins.withdrawal.uses import Use
from plugins.words import dates, numbers

_WIDTH = 100
_HASH = 10
"""How many letters of a commit's name are told: enough for any diary, and eight names fill a line."""
_A_LINE = 8

_LEADING = {
    "branch": "Branches that lead to it. One that nobody needs any more goes with git branch -D NAME:",
    "remote branch": "Branches of the host, as this computer last saw them. Push each anew when its past is clean, or "
    "delete it with git push REMOTE --delete BRANCH:",
    "tag": "Tags that lead to it. Delete each here with git tag -d NAME, and at the host with git push REMOTE --delete "
    "NAME:",
    "stash": "Stashes that hold it. Drop each, the last first, with git stash drop NAME:",
    "checkout": "Folders in which it is checked out without a branch. Type git switch BRANCH there:",
    "other": "Other names that lead to it. Delete each with git update-ref -d NAME:",
}
_KEPT_BY_OTHERS = {
    "hand_outs": "Hand-outs of workshops (PDF), in usual and in large print: collect the paper, print them anew.",
    "easy_read": "Easy-read booklets (PDF): collect the paper, print them anew.",
    "book": "The book (PDF and EPUB): ask whoever has it to delete it, on e-readers too, and to fetch the new one.",
    "cards": "Cards: chats and social media keep the picture of a link. Ask the host of each to fetch it anew "
    "(docs/for-web-officers/data-protection.md).",
    "open_data": "The data (diary.json and the like): ask whoever works with it to delete theirs and fetch it anew.",
}
"""By the output of `diary.yml` that makes it."""
_USUAL_OUTPUTS = Outputs()


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what is to be done, and how. Of `ways`, what stands after a line end is to be copied as it is."""

    heading: str
    how: str
    ways: tuple[str, ...] = ()


def steps(
    found: Sequence[Use], past: Past | None, *, address: str, outputs: Outputs = _USUAL_OUTPUTS
) -> Iterator[Step]:
    """The steps, for the places where the consent was used in the site at `address`; the most urgent first.

    Without a `past` git could not be asked. Of files to keep, those are named that the diary's `outputs` make.
    """
    pages = sorted({page for use in found for page in use.pages})
    files = paths_made((file for use in found for file in use.made), outputs)
    yield Step(
        "Put the new site online now.",
        "Commit and push, or publish from here: python3 tasks.py publish --leave-out. It publishes whatever else is to "
        "be mended (docs/for-web-officers/publishing.md). Buttons of hosts: docs/for-web-officers/data-protection.md. "
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
        "They show copies for weeks. Give them the addresses of the pages, the pictures and the files.",
        (
            "Google: https://search.google.com/search-console/remove-outdated-content",
            "Bing: https://www.bing.com/webmasters/tools/contentremoval",
            "The Internet Archive: look for the pages at https://web.archive.org/ and write to info@archive.org.",
            *_addresses("The pages", address, pages),
            *_addresses("The files that readers keep", address, files),
        ),
    )
    yield _history(found, past)
    yield Step(
        "Look for copies on computers and phones.",
        "The camera, cloud albums, messages, the computers of others who write: delete the picture there. "
        "On each computer with the diary run python3 tasks.py clean",
    )
    yield Step(
        "Look for what was printed or sent.",
        "Posters, reports, newsletters, social media, slides, hand-outs of your own. Feed readers keep what they once "
        "fetched; nobody can call that back.",
        tuple(how for output, how in _KEPT_BY_OTHERS.items() if getattr(outputs, output)),
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


def _addresses(what: str, address: str, paths: Sequence[str]) -> Iterator[str]:
    if paths:
        yield f"{what}:\n" + "\n".join(f"{address}{path}" for path in paths)


def _history(found: Sequence[Use], past: Past | None) -> Step:
    files = sorted({use.file for use in found if use.file})
    sources = sorted({use.source for use in found})
    places = [*files, *sources] if files else sources
    ways = [*_holding(past), *(f"Take it out of {place}, then commit." for place in sources)]
    if files:
        ways.append(f"Delete the files, then commit:\ngit rm -- {_in_a_shell(files)}")
    return Step(
        "Clean the diary's history.",
        "Whoever can read the repository can read its past"
        + (f", and there is {', '.join(places)}. " if places else ". ")
        + "Where only people read it who may know, a commit that takes it out is enough.",
        (*ways, *_rewriting(past.pictures if past else files)),
    )


def _rewriting(pictures: Sequence[str]) -> Iterator[str]:
    """The past without these pictures, and without words: tried in this order."""
    yield (
        "The lines below change every branch and tag of this copy. They need git filter-repo (pip install "
        "git-filter-repo), throw away what is not committed, and forget the remotes: write down first what this says:"
        "\ngit remote -v"
    )
    if pictures:
        paths = " ".join(f"--path {_in_a_shell([picture])}" for picture in pictures)
        yield f"Take the pictures out of the past:\ngit filter-repo --force --invert-paths {paths}"
    yield (
        "Take words out of the past. The file words.txt has a line for each: the quote, the caption, what alt says, "
        "and “consent:” with the number, as the posts had it:\ngit filter-repo --force --replace-text ../words.txt"
    )
    yield (
        "Let git throw away what no name leads to. This empties the list of stashes too:\n"
        "git reflog expire --expire=now --all\ngit gc --prune=now"
    )
    yield (
        "Make the remotes known again (git remote add), push every branch with --force, and ask everybody to clone "
        "anew. On GitHub ask support to drop cached views and forks. Then withdraw once more: nothing may hold it."
    )


def _in_a_shell(paths: Sequence[str]) -> str:
    return " ".join(map(shlex.quote, paths))


def _holding(past: Past | None) -> Iterator[str]:
    """What git still holds, and what leads to it: each with what lets go of it, once the past is clean."""
    if past is None:
        yield "Git could not say which commits hold it: is the diary in a repository, and is git installed?"
        return
    if past.is_partial:
        yield "This copy has only a part of the past. Fetch the rest, then run this line again:\ngit fetch --unshallow"
    if not past.commits and not past.loose and not past.names:
        yield "In this copy of the repository nothing holds it: no commit, branch, tag or stash."
        return
    if past.commits:
        first = datetime.fromtimestamp(past.commits[0].moment, UTC)
        since = dates.spoken(When(first.year, first.month, first.day))
        held = (
            f"{numbers.counted(len(past.commits), 'commit')} still {'holds' if len(past.commits) == 1 else 'hold'} it"
        )
        yield f"{held}, the first of {since}:\n{_hashes(past.commits)}"
    for kind, what in _LEADING.items():
        if named := past.named(kind):
            yield f"{what}\n" + "\n".join(named)
    if past.unnamed:
        yield f"No name leads to these commits, but git keeps them for some weeks:\n{_hashes(past.unnamed)}"
    if past.loose:
        yield f"{numbers.counted(past.loose, 'file')} in no commit: added with git add, or left over in git's store."


def _hashes(commits: Sequence[Commit]) -> str:
    short = [commit.name[:_HASH] for commit in commits]
    return "\n".join(" ".join(short[start : start + _A_LINE]) for start in range(0, len(short), _A_LINE))


def numbered(found: Sequence[Use], past: Past | None, *, address: str, outputs: Outputs = _USUAL_OUTPUTS) -> str:
    """The steps as a numbered list for a terminal."""
    listed = enumerate(steps(found, past, address=address, outputs=outputs), start=1)
    return "\n\n".join(_in_lines(number, step) for number, step in listed)


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
