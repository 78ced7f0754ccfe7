"""What keeps a comment off the page, and what becomes of those that answer it."""

from datetime import UTC, datetime

import pytest

from plugins.comments.archive import ArchivedComment, ArchivedThread
from plugins.comments.gate import Gate, let_through
from plugins.consent.private_words import PrivateWords
from plugins.consent.private_words.entries import entries
from plugins.consent.word_runs import distinctive_runs

QUOTE = "Nobody ever asked me what I wanted"
GATE = Gate(
    consents=frozenset({"C-07"}),
    private=PrivateWords(tuple(entries("Marmaduke\n07700 900123\n"))),
    machine=(b"/srv/diary/",),
    withheld=(("a quote that nobody agreed to any more", distinctive_runs(QUOTE, shortest=2)),),
)
EMAIL, FOLDER, CONSENT = "an e-mail address", "a folder of somebody's computer", "a consent's reference"


def comment(number: int, html: str = "<p>Fine.</p>", *, parent: int | None = None, name: str = "") -> ArchivedComment:
    created = datetime(2030, 1, 1, 0, number, tzinfo=UTC)
    answered = str(parent) if parent else None
    return ArchivedComment(id=str(number), parent=answered, name=name, created=created, edited=None, html=html)


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<p>Write to mo@example.org.</p>", EMAIL),
        ("<p>mo&#64;example.org</p>", EMAIL),
        ("<p>mo@<b>example</b>.org</p>", EMAIL),
        ("<p>@mo@social.example</p>", EMAIL),
        ("<p>mo&zwnj;@exa\u200dmple.org, م\u200c@\u0645o@example.o\u0645\u200crg</p>", EMAIL),
        ("<p>में\u200dmo@example\ufe0f.org</p>", EMAIL),
        ("<p>C-\u31640\u28007 and ❤\ufe0fC\U000e0062-07</p>", CONSENT),
        ("<p>ever\u2800asked\u3164me\u200bwhat I\ufff9wanted</p>", "words of a quote that nobody agreed to any more"),
        (
            "<p>ev\u2800er as\u3164ked me wh\u200bat I wan\ufff9ted</p>",
            "words of a quote that nobody agreed to any more",
        ),
        ("<p>❤\ufe0f\u200dMar\U000e0100maduke\U000e0062</p>", "line 1 of the private words"),
        ('<p><a href="https://example.org/?to=mo%40example.org">here</a></p>', EMAIL),
        ("<p>/home/mo/x.txt</p>", FOLDER),
        ("<p>C:\\Users\\me</p>", FOLDER),
        ("<p>C:\\U<i>sers\\me</i></p>", FOLDER),
        ("<p>It is in /srv/diary/content.</p>", FOLDER),
        ("<p>I signed C-07.</p>", CONSENT),
        ("<p>C-<b>07</b></p>", CONSENT),
        ("<p>Marm&#8203;aduke said so</p>", "line 1 of the private words"),
        ("<p>Mar-<br>maduke said so</p>", "line 1 of the private words"),
        ("<p>Ring (07700) – 900 123</p>", "line 2 of the private words"),
        ("<p>Ring +44 7700 900123</p>", "line 2 of the private words"),
        ("<p>They wrote: “ever asked me, <i>what</i> I WANTED”</p>", "words of a quote that nobody agreed to any more"),
        (
            '<p><a href="https://example.org/nobody-ever-asked-me-what">here</a></p>',
            "words of a quote that nobody agreed to any more",
        ),
    ],
)
def test_what_no_page_may_say_is_known_however_it_is_marked_up(html: str, reason: str) -> None:
    assert GATE.reasons("", html) == (reason,)


@pytest.mark.parametrize(
    ("name", "reason"),
    [("mo@example.org", EMAIL), ("/home/mo", FOLDER), ("C-07", CONSENT), ("Marmaduke", "line 1 of the private words")],
)
def test_a_name_is_read_like_the_words(name: str, reason: str) -> None:
    assert GATE.reasons(name, "<p>Fine.</p>") == (reason,)


@pytest.mark.parametrize(
    "html",
    [
        "<p>Fine. We met @ 10.30, in /homework/ and C-071.</p>",
        "<p>Nobody ever asked me.</p>",
        '<p><a href="https://example.org/home/">this</a></p>',
        "<ul><li>comment</li><li>html</li></ul>",
    ],
)
def test_other_words_may_be_shown(html: str) -> None:
    assert GATE.reasons("Mo", html) == ()


def test_every_reason_is_told_once_and_none_in_the_words_of_the_comment() -> None:
    assert GATE.reasons("mo@example.org", "<p>mo@example.org, ann@example.org, C:\\Users\\me</p>") == (EMAIL, FOLDER)


def test_without_the_register_what_looks_like_a_consent_counts() -> None:
    assert Gate().reasons("", "<p>I signed C-12.</p>") == (CONSENT,)
    assert Gate(consents=frozenset()).reasons("", "<p>I signed C-12.</p>") == ()


def test_a_reply_to_what_is_kept_back_hangs_below_what_is_shown_above_it() -> None:
    bad = "<p>mo@example.org</p>"
    comments = (
        comment(1),
        comment(2, bad, parent=1),
        comment(3, bad, parent=2),
        comment(4, parent=3),
        comment(5, bad),
        comment(6, parent=5),
    )
    thread, kept_back = let_through(ArchivedThread(thread="posts/x/", closed=False, comments=comments), GATE)
    assert [(each.id, each.parent) for each in thread.comments] == [("1", None), ("4", "1"), ("6", None)]
    assert kept_back == {"2": (EMAIL,), "3": (EMAIL,), "5": (EMAIL,)}


def test_a_thread_of_which_nothing_is_kept_back_is_as_it_was() -> None:
    thread = ArchivedThread(thread="posts/x/", closed=True, comments=(comment(1), comment(2, parent=1)))
    assert let_through(thread, GATE) == (thread, {})
