"""A post as one file for its group: what is in it, what it asks for, and who has read it."""

from pathlib import Path

import pytest

from plugins.author import group_check
from plugins.preview.proof import main
from plugins.preview.self_contained import self_contained
from tests.preview.proofs import POST, proof_of, written


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("diary"))


@pytest.fixture(scope="module")
def proof(diary: Path) -> Path:
    return proof_of(diary)


def test_nothing_is_in_it_that_is_withdrawn_runs_or_leads_elsewhere(proof: Path) -> None:
    text = proof.read_text("utf-8")
    assert "I liked the tea." in text
    for gone in ("It was warm here", "withdrawn face", "C-01", "C-02", "<script", "<form", "localhost", "http:"):
        assert gone not in text, gone


def test_it_lies_with_what_the_desk_keeps_for_its_owner_alone(proof: Path, diary: Path, tmp_path: Path) -> None:
    assert proof.stat().st_mode & 0o077 == 0
    assert main(["--content", str(diary), "--to", str(tmp_path), "--", "content/workshops/first/index.md"]) == 0
    assert [file.name for file in tmp_path.iterdir()] == [proof.name]


def test_what_cannot_be_made_is_said(diary: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["--content", str(diary), "--", "second"]) == 1
    assert capsys.readouterr().err == (
        "second: there is no such post; write its file, or the last part of its address\n"
    )
    broken = tmp_path / "content/posts/one.md"
    broken.parent.mkdir(parents=True)
    broken.write_text("---\ntitle: One\ndate: some day\n---\nHere.\n", "utf-8")
    assert main(["--content", str(tmp_path / "content"), "--", "one"]) == 1
    assert capsys.readouterr().err.startswith("one: something has to be mended first: content/posts/one.md:3: ")


@pytest.fixture
def published(tmp_path: Path) -> Path:
    post = tmp_path / "content/workshops/first/index.md"
    post.parent.mkdir(parents=True)
    post.write_text(
        POST.replace("status: draft\n", "date: 2016-04-03\n").split("photos:")[0] + "---\nWe met.\n", "utf-8"
    )
    return post


def noticed(post: Path, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert group_check.main(["--content", str(post.parents[2])]) == 0
    return capsys.readouterr().out


def test_a_held_workshop_that_nobody_of_the_group_has_read_is_told_when_it_is_published(
    published: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIARY_NOW", "2031-05-03T12:00:00+00:00")
    file = "Good to know: content/workshops/first/index.md"
    assert noticed(published, capsys) == (
        f"{file}: nobody of the group has read this yet; let them read it before others do: "
        "press “Let the group read it first” in its form, or type python3 tasks.py proof first [not-read-by-group]\n"
    )
    assert main(["--content", str(published.parents[2]), "--checked", "The Thursday group", "--", "first"]) == 0
    assert noticed(published, capsys) == ""
    text = published.read_text("utf-8")
    assert "checked:\n  by:\n    - The Thursday group\n  when: 2031-05-03\n  digest: " in text
    published.write_text(text.replace("date: 2016-04-03", "date: 2016-04-04\ntags: [tea]"), "utf-8")
    assert noticed(published, capsys) == ""
    published.write_text(text.replace("We met.", "We met again."), "utf-8")
    assert noticed(published, capsys) == (
        f"{file}:5: changed since the group read it (Saturday 3 May 2031); let them read it again if more than a comma changed: "
        "press “Let the group read it first” in its form, or type python3 tasks.py proof first [changed-since-read]\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("date: 2016-04-03", "status: draft"),
        ("date: 2016-04-03", "date: 2099-04-03"),
        ("workshop: {status: held", "workshop: {status: cancelled"),
        ("title: Our first evening", "titel: A slip"),
    ],
)
def test_what_is_not_out_or_was_not_held_or_cannot_be_read_is_not_asked_about(
    published: Path, capsys: pytest.CaptureFixture[str], before: str, after: str
) -> None:
    published.write_text(published.read_text("utf-8").replace(before, after), "utf-8")
    assert noticed(published, capsys) == ""


def test_a_page_is_left_with_what_is_on_the_list_alone() -> None:
    page = (
        '<html lang="de"><head><title>A &amp; B</title><link rel="stylesheet" href="/s.css" media="print">'
        '<link rel="stylesheet" href="/gone.css"><script>x</script></head><body><p>Outside</p><main id="m">'
        '<p onclick="x" class="a" style="x" data-x="y">Hello &lt;b&gt;<br><a href="/elsewhere">link</a> <a href="#m">up</a>'
        '<a href="javascript:x">js</a> <button popovertarget="t" onclick="x">term</button></p><nav>no <b>way</b></nav><picture><source srcset="/p.webp"><img src="/p.png" '
        'srcset="/q.png 2x" alt="P"></picture><img src="/gone.png" alt="G"><img src="data:image/png;base64,AA" alt="D">'
        "<form><p>no</form></b></main><p>After</p></body></html>"
    )
    files = {
        "s.css": b"@import '/x.css'; a{background:url(/p.png)} b{background:url('gone.png')} c{mask:url(#x)} d::after{content:'</style>'}",
        "p.png": b"PNG",
    }
    text = self_contained(page, files.get, notice="<p>N</p>", foot="<p>F</p>")
    assert text.startswith('<!DOCTYPE html>\n<html lang="de">\n')
    assert "<title>A &amp; B</title>" in text
    assert (
        '<style media="print"> a{background:url("data:image/png;base64,UE5H")} b{background:none} c{mask:url(#x)} '
        "d::after{content:'<\\/style>'}</style>" in text
    )
    assert text.split("<body>\n")[1] == (
        '<p>N</p>\n<div class="page"><main id="m"><p class="a">Hello &lt;b&gt;<br><a>link</a> <a href="#m">up</a><a>js</a> <button popovertarget="t">term</button></p><picture>'
        '<img alt="P" src="data:image/png;base64,UE5H"></picture><img alt="G" src=""><img alt="D" src=""></main></div>\n<p>F</p>\n'
        "</body>\n</html>\n"
    )
