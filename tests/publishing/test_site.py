"""What may be published: a site that a build finished, and nothing else."""

from pathlib import Path

import pytest

from plugins.publishing.failure import PublishingStopped
from plugins.publishing.site import built_site, manifest_digest, refuse_another, refuse_example_address
from tests.publishing.sites import FILES, WITHDRAWN, build, site


def refusal(folder: Path) -> str:
    with pytest.raises(PublishingStopped) as refused:
        built_site(folder)
    return str(refused.value)


def test_another_site_than_the_one_that_was_looked_at_is_not_published(tmp_path: Path) -> None:
    output = build(tmp_path / "output")
    seen = manifest_digest(output)
    refuse_another(build(output), looked_at=seen)
    refuse_another(build(output, WITHDRAWN), looked_at=None)
    with pytest.raises(PublishingStopped) as refused:
        refuse_another(output, looked_at=seen)
    assert str(refused.value) == (
        f"Another build has replaced {output} since it was looked at. Nothing was published: run the same line again."
    )
    assert manifest_digest(tmp_path) == ""


def test_every_file_of_a_built_site_is_published_but_for_the_manifest(tmp_path: Path) -> None:
    found = built_site(build(tmp_path / "output"))
    assert {path: file.content().decode() for path, file in found.files.items()} == FILES


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert refusal(tmp_path / "output") == (
        f"There is no built site in {tmp_path / 'output'}: run python3 tasks.py build first."
    )


def test_a_folder_that_no_build_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letters.txt").write_text("private")
    assert refusal(tmp_path) == (
        f"{tmp_path} cannot be published: no build made it, or a build was stopped half-way. Build again with --no-cache, and publish that."
    )


def test_a_preview_is_refused(tmp_path: Path) -> None:
    folder = build(tmp_path / ".preview", preview=True)
    assert refusal(folder) == (
        f"{folder} cannot be published: it is a preview, which shows what is not public. Build again with --no-cache, and publish that."
    )


def test_half_a_build_is_refused(tmp_path: Path) -> None:
    folder = build(tmp_path / "output")
    (folder / "about" / "index.html").unlink()
    assert refusal(folder) == (
        f"{folder} cannot be published: it is not what the build left there: files were added, changed or lost since. "
        "Build again with --no-cache, and publish that."
    )


def test_a_link_is_refused(tmp_path: Path) -> None:
    folder = build(tmp_path / "output")
    (folder / "register.yml").symlink_to(tmp_path / "consent.yml")
    assert refusal(folder) == (
        f"{folder / 'register.yml'} is a link, and no build makes links. Nothing was published: build again."
    )


def lying_at(folder: Path, address: str) -> None:
    refuse_example_address(site(folder, {**FILES, "index.html": f'<meta property="og:url" content="{address}">'}))


def test_a_site_that_says_it_lies_at_an_address_of_examples_is_refused(tmp_path: Path) -> None:
    for address in ("https://diary.example.org/", "http://localhost:8000/", "https://example.com/our/diary/"):
        with pytest.raises(PublishingStopped) as refused:
            lying_at(tmp_path / "output", address)
        assert str(refused.value) == (
            f"The site says that it lies at {address}, which is an address of examples. Write the address at "
            "which readers find it, such as https://diary.our-council.gov.uk, as “address” into content/diary.yml, or set "
            "DIARY_SITE_URL to it, and publish again."
        )


def test_a_site_with_an_address_of_its_own_is_not(tmp_path: Path) -> None:
    lying_at(tmp_path / "output", "https://notexample.org/")
    refuse_example_address(site(tmp_path / "output", FILES))
    files = {path: text for path, text in FILES.items() if path != "index.html"}
    refuse_example_address(site(tmp_path / "output", files))
