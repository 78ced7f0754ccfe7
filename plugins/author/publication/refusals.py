"""What git says when it does not do something, in a sentence that says what to do."""

from collections.abc import Sequence

from plugins.words import numbers

_AS_IT_WAS = "Your text is kept in git on this computer; nothing was sent."
_SIGN_IN = (
    "Authentication failed", "could not read Username", "could not read Password", "terminal prompts disabled",
    "Permission denied (", "Invalid username or", "returned error: 401", "returned error: 403",
)  # fmt: skip
_NO_WAY = (
    "Could not resolve host", "Failed to connect", "Couldn't connect", "Connection refused", "Connection timed out",
    "Operation timed out", "Network is unreachable", "No route to host", "timed out", "Operation too slow",
)  # fmt: skip
_MEANWHILE = ("(fetch first)", "(non-fast-forward)", "(stale info)", "cannot lock ref")
_GONE = ("does not appear to be a git repository", "Repository not found", "not found", "does not exist")

NO_GIT = (
    "Git is not installed on this computer, so your diary cannot be kept in it. "
    "Install it from https://git-scm.com, start the desk again, and publish."
)
NO_REPOSITORY = (
    "Your diary's folder is not kept in git. Publishing works all the same; earlier texts are on this computer alone."
)
NOT_YOURS = (
    "Git does not trust the diary's folder, since it belongs to another user of this computer. "
    "Ask whoever set the folder up, or move the diary into a folder of your own."
)
DETACHED = (
    "Your diary's folder shows an earlier state of the diary, and no branch (“detached HEAD”). "
    "Type git switch main in it, or the name of your branch, and publish again."
)
NOBODY = (
    'Git does not know who you are. Type git config --global user.name "Your name", '
    "then git config --global user.email you@example.org, and publish again. "
    "Whoever can read the repository reads both, so a role and a shared address do."
)


def unfinished(what: str) -> str:
    """Somebody began a `merge`, a `rebase` or the like in the folder with git, and did not end it."""
    return (
        f"A {what} that somebody began in the diary's folder is not finished. Nothing was changed. "
        f"Type git {what} --abort in it to leave that, or finish it, and publish again."
    )


def busy(lock: str) -> str:
    return (
        f"Another program is using git in the diary's folder just now. Wait a moment and publish again. "
        f"If that does not help, a program was stopped half way: delete {lock}."
    )


def not_committed(said: str) -> str:
    """The author's texts could not be put into a commit."""
    return f"Git did not keep your text, which is safe in its files. Show this to whoever set git up: {said}"


def not_brought_in(remote: str, said: str) -> str:
    return (
        f"What others wrote at {remote} could not be brought in. Your text is as it was. "
        f"Show this to whoever set git up: {said}"
    )


def unreadable(said: str) -> str:
    return f"Git cannot read the diary's folder. Show this to whoever set it up: {said}"


def unreached(remote: str, said: str) -> str:
    """Neither what others wrote could be fetched from the remote, nor anything be sent there."""
    if any(each in said for each in _SIGN_IN):
        return (
            f"{remote} does not let you in. Sign in there once in a terminal, with git fetch {remote} in the diary's "
            f"folder, then publish again. {_AS_IT_WAS}"
        )
    if "Host key verification failed" in said:
        return (
            f"The computer at {remote} is not known here. Type git fetch {remote} in the diary's folder, compare the "
            f"number that it shows with the one that your host tells, then publish again. {_AS_IT_WAS}"
        )
    if any(each in said for each in _NO_WAY):
        return f"{remote} cannot be reached. Look whether you are online, then publish again. {_AS_IT_WAS}"
    if any(each in said for each in _GONE):
        return (
            f"There is no repository where {remote} should be. Type git remote -v in the diary's folder, and ask "
            f"whoever set it up for the right address. {_AS_IT_WAS}"
        )
    return f"{remote} does not answer as it should. {_AS_IT_WAS} Git says: {said}"


def unsent(remote: str, branch: str, said: str) -> str:
    """A push that the other side did not take."""
    if any(each in said for each in _MEANWHILE):
        return f"Somebody else changed the diary at the same moment. Publish again. {_AS_IT_WAS}"
    if "rejected]" in said:
        return (
            f"{remote} does not take changes of {branch} from you. Ask whoever looks after the repository "
            f"for the right to write there, then publish again. {_AS_IT_WAS} Git says: {said}"
        )
    return unreached(remote, said)


def in_the_way(paths: Sequence[str]) -> str:
    """What others wrote cannot be brought in while other files are changed and not committed."""
    return (
        f"Somebody else has changed the diary, and that cannot be brought in while files beside your posts are changed "
        f"and in no commit: {', '.join(paths)}. Commit them or take the changes back, then publish again. {_AS_IT_WAS}"
    )


def both_changed(sources: Sequence[str]) -> str:
    """The same place of files was changed here and elsewhere."""
    return (
        f"You and somebody else changed the same place of {numbers.listed(sources)}. Nothing is lost and nothing was "
        "sent: your text is as it was, and theirs is kept. Compare the two below. Put into yours what you want to keep "
        "of theirs, and save. Then press Publish with my text."
    )


def withdrawn_there(numbers_: Sequence[str]) -> str:
    """Others marked consents as taken back, and the author's register does not say so."""
    return (
        f"Somebody else has marked {numbers.listed(numbers_)} as withdrawn, and your register does not say so. "
        "Open Consent, press Withdraw there, and publish again. Nothing was sent."
    )
