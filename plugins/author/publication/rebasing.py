"""The author's commits put after those of others; in a rebase, what git calls theirs is the author's."""

from plugins.author.publication.git import Git, GitRefused


def put_after(git: Git, others: str, *, mine: bool) -> None:
    """With `mine`, what was changed on both sides becomes what the author has. Raises GitRefused."""
    _rebase(git, "--quiet", *(("-X", "theirs") if mine else ()), others, mine=mine)


def _rebase(git: Git, *order: str, mine: bool) -> None:
    try:
        git.do("rebase", *order)
    except GitRefused:
        # Of a file that one side deleted, git leaves the choice open, whatever it was told of places in files.
        paths = unsettled(git) if mine else {}
        if not paths:
            raise
        for path, is_there in paths.items():
            if is_there:
                git.do("checkout", "--theirs", paths=[_from_top(path)])
            git.do(*(("add",) if is_there else ("rm", "--quiet")), paths=[_from_top(path)])
        _rebase(git, "--continue", mine=mine)


def unsettled(git: Git) -> dict[str, bool]:
    """What git has left open, by its path from the top of the repository: whether the author's side has it."""
    lines = git.do("ls-files", "--unmerged", "-z", "--full-name", paths=[_from_top("")]).split("\0")[:-1]
    sides = [(path, about.endswith(" 3")) for about, _, path in (line.partition("\t") for line in lines)]
    return {path: (path, True) in sides for path, _ in sides}


def _from_top(path: str) -> str:
    return f":(top,literal){path}"
