"""What readers are told before they answer somewhere else: by e-mail, at Mastodon, or with another company."""

from collections.abc import Sequence

from plugins.words.en.numbers import listed

EMAIL = "Answer us by e-mail. Only we see your letter and your address; nothing of it appears here."
MASTODON = (
    "Answer our post at Mastodon. You need an account there or at another server, and everybody can read "
    "your answer there at once. It appears here when we have read it, with the name of your account."
)
GITHUB = "To write, you need an account there, and your name there stands beside what you write."
DISQUS = "Disqus also uses what it learns for advertising. To write, you give it a name and an e-mail address."
REMARK42 = "To write, you choose how to sign in there."
COMENTARIO = "To write, you give a name, or sign in there."
WITHOUT_SCRIPT = "Your browser runs no scripts, so it cannot show them."
_SEEN = "your internet address, which browser you use and which page you are reading"


def write_to(address: str) -> str:
    """The link that begins an e-mail."""
    return f"Write to {address}"


def answer_at(host: str) -> str:
    """The link to our post at Mastodon."""
    return f"Answer at {host}"


def sees(company: str, hosts: Sequence[str]) -> tuple[str, str]:
    """Who keeps the comments, and what they learn once the button is pressed."""
    return (
        f"{_capital(company)} keeps the comments on this page. We load nothing from there until you press the button.",
        f"From then on {listed(hosts)} can see {_SEEN}, and can keep things on your device.",
    )


def load(company: str) -> str:
    return f"Load comments from {company}"


def loading(company: str) -> str:
    return f"Loading comments from {company} …"


def no_answer(company: str) -> str:
    """What is said when nothing came."""
    return f"{_capital(company)} did not answer. Try again later."


def read_at(company: str) -> str:
    """The way without a script."""
    return f"Read and write comments at {company}"


def _capital(name: str) -> str:
    """At the start of a sentence: `The council`."""
    return name[:1].upper() + name[1:]
