"""Words that give nothing away: the site's own, common ones, and those that stand elsewhere with every right."""

from pathlib import Path

import pytest

from plugins.publishing.lastlook.__main__ import main
from plugins.publishing.lastlook.site import BuiltSite
from plugins.publishing.lastlook.withheld import withheld, withheld_faults
from tests.publishing.lastlook.sites import GOOD, page
from tests.support.diaries import LONDON, NOW, without_code, written
from tests.support.looks import checked, site_of
from tests.support.photographs import file_of, photograph, put

WORKSHOP = """
    ---
    title: Our first workshop
    date: 2019-05-01
    workshop: {name: First steps, start: 2019-05-01, status: held, facilitators: [Kim Ito, Mo]}
    agenda: [{title: Welcome, kind: welcome}, {title: Talk about the hub}, {title: Lunch}]
    photos:
      - {file: photos/a.jpg, alt: "ALT", caption: "CAPTION", credit: "CREDIT", people: recognisable, consent: C-07}
      - {file: photos/b.jpg, alt: Cups, caption: Tea for everybody in the hall, people: none}
    feedback:
      went_well: [I felt listened to all day]
      quotes:
        - {words: "QUOTE", consent: C-09}
        - {words: It was all right for me in the end, consent: C-11}
    comments: {prompt: What next?}
    ---
    We met in the hall. It was good to see everybody there.
    """
CONSENTS = "C-07: {covers: [photo], until: 2019-06-30}\nC-09: {covers: [quote], withdrawn: 2019-06-01}\nC-11: {covers: [quote]}\n"


def diary(
    folder: Path, *, alt: str = "X", caption: str = "X", credit: str = "X", quote: str = "X", more: str = ""
) -> Path:
    words = {"ALT": alt, "CAPTION": caption, "CREDIT": credit, "QUOTE": quote}
    text = WORKSHOP
    for place, said in words.items():
        text = text.replace(f'"{place}"', f'"{said}"')
    content = written(folder, workshops__first=text, **({"posts__more": more} if more else {}))
    (content / "consent.yml").write_text(CONSENTS)
    put(content / "workshops/first", "photos/a.jpg")
    put(content / "workshops/first", "photos/b.jpg", file_of(photograph(seed=2)))
    return content


def faults(content: Path, files: dict[str, bytes] | None = None, own: tuple[str, ...] = ()) -> list[str]:
    made, problems = checked(content)
    assert [str(problem) for problem in problems if problem.stops] == []
    site = BuiltSite("output", {**site_of(made), **(files or {})})
    hidden = withheld(content, now=NOW, zone=LONDON, own=own)
    return sorted({without_code(problem) for problem in withheld_faults(site, hidden)})


COMMON = (
    "The group",
    "Photo",
    "Group photo",
    "What we decided",
    "Our first workshop",
    "First steps",
    "Kim Ito",
    "Cups",
    "Tea for everybody in the hall",
    "Welcome, Talk about the hub, Lunch",
    "It was good",
    "It was good to see everybody",
    "I felt listened to all day",
    "It was all right for me in the end",
    "We keep no numbers",
    "What people told us",
    "Words that we use in our workshops, and what they mean.",
    "You said, we did",
    "A diary",
    "We work together on one thing",
)


def test_the_site_without_photos_and_quotes_is_published_whatever_common_words_they_had(tmp_path: Path) -> None:
    content = diary(tmp_path)
    post = content / "workshops/first/index.md"
    photo, quote = (line for line in post.read_text("utf-8").splitlines(keepends=True) if '"X"' in line)
    photos = [photo.replace("X", words).replace("a.jpg", f"{n}.jpg") for n, words in enumerate(COMMON)]
    quotes = [quote.replace("X", words) for words in COMMON]
    text = post.read_text("utf-8").replace(photo, "".join(photos)).replace(quote, "".join(quotes))
    post.write_text(text, "utf-8")
    for n in range(len(COMMON)):
        put(content / "workshops/first", f"photos/{n}.jpg", file_of(photograph(8, 8, seed=n)))
    assert faults(content) == []


def test_words_of_the_settings_are_no_trace(tmp_path: Path) -> None:
    content = diary(tmp_path, quote="Seven odd cats knit purple socks")
    leaked = {"x.json": b'["Seven odd cats knit purple socks"]'}
    assert faults(content, leaked, own=("How seven odd cats knit purple socks here",)) == []
    assert len(faults(content, leaked)) == 1
    kept = {"x.txt": b"Seven odd cats knit purple socks"}
    assert len(faults(content, kept, own=("How seven odd cats knit purple socks here",))) == 1, "Others keep it."


def test_the_command_knows_the_words_of_the_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    content = diary(tmp_path / "diary", quote="Seven odd cats knit purple socks")
    files = {**GOOD, "x.json": b'["Seven odd cats knit purple socks"]'}
    for path, written_bytes in files.items():
        (tmp_path / "output" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "output" / path).write_bytes(written_bytes)
    monkeypatch.setenv("DIARY_NOW", NOW.isoformat())
    monkeypatch.setenv("DIARY_SETTINGS", str(tmp_path))
    for says_it in (False, True):
        own = f'DIARY_DESCRIPTION = "How {"seven" if says_it else "four"} odd cats knit purple socks"'
        (tmp_path / "publishconf.py").write_text(f'TIMEZONE = "Europe/London"\n{own}\n')
        main([str(tmp_path / "output"), "--content", str(content)])
        assert ("x.json" in capsys.readouterr().err) is not says_it


@pytest.mark.parametrize(
    ("place", "words", "leak", "found"),
    [
        ("alt", "Mo at the table", '<img alt="Mo at the table">', "mo at the table"),
        ("alt", "Mo laughs", '<figcaption>Mo laughs <span>Photo: me</span></figcaption>', "mo laughs"),
        ("caption", "Two of us at the long table", "<p>Here are two of us at the <b>long</b> table.</p>", "of us at the long"),
        ("credit", "Jo Quill", "<p>Photo: Jo Quill</p>", "jo quill"),
        ("quote", "Nobody ever asked me that before", "<td>Nobody ever asked me that before</td>", "ever asked me that before"),
        ("quote", "Mo was kind", '<script type="application/ld+json">{"text": "Mo was k\\u0069nd"}</script>', "mo was kind"),
    ],
)  # fmt: skip
def test_words_that_stand_nowhere_else_are_found_where_they_leak(
    tmp_path: Path, place: str, words: str, leak: str, found: str
) -> None:
    what = "quote" if place == "quote" else "photograph"
    assert faults(diary(tmp_path, **{place: words}), {"x/index.html": page(leak)}) == [
        f"output/x/index.html: found “{found}”: words of a {what} that nobody agreed to any more (content/workshops/first/index.md)"
    ]


def test_a_few_words_in_the_midst_of_others_are_no_trace(tmp_path: Path) -> None:
    content = diary(tmp_path, alt="Mo laughs", quote="Mo was kind")
    said = page("<p>Later Mo laughs a lot.</p><ul><li>Mo</li><li>was kind</li></ul>")
    assert faults(content, {"x/index.html": said}) == []


def test_the_picture_itself_is_found_under_any_name(tmp_path: Path) -> None:
    content = diary(tmp_path)
    picture = (content / "workshops/first/photos/a.jpg").read_bytes()
    assert faults(content, {"pictures/x.jpg": picture}) == [
        "output/pictures/x.jpg: found content/workshops/first/photos/a.jpg as it came from the camera"
    ]


def test_a_live_post_that_repeats_a_withdrawn_quote_is_told_by_the_check_and_let_through(tmp_path: Path) -> None:
    more = "---\ntitle: More\ndate: 2019-05-02\n---\nWell.\n\nNobody ever asked me that before, said somebody.\n"
    content = diary(tmp_path, quote="Nobody ever asked me that before", more=more)
    notices = [str(problem) for problem in checked(content)[1] if "stand here too" in problem.message]
    assert notices == [
        "content/posts/more.md:7: the words of a quote that is left out (content/workshops/first/index.md) stand here too; take them out [quote-said-again]"
    ]
    assert faults(content) == []


def test_a_draft_may_say_what_the_site_and_a_hand_out_say(tmp_path: Path) -> None:
    sentence = "We plan one garden behind each old house"
    draft = f"---\ntitle: What comes next for us\ndate: 2019-05-02\nstatus: draft\n---\n{sentence}. Please do not write names or anything private.\n"
    content = diary(tmp_path, more=draft)
    post = content / "workshops/first/index.md"
    post.write_text(post.read_text().replace("{title: Lunch}", "{title: Lunch, materials: {title: Plan, file: a.txt}}"))
    (post.parent / "a.txt").write_text(sentence)
    (content / "posts/a.txt").write_text(sentence)
    assert faults(content) == []
    assert len(faults(content, {"x.txt": sentence.encode()})) == 2
