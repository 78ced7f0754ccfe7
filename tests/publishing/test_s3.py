"""Object storage, on a real server."""

from itertools import count
from pathlib import Path
from typing import Any

import pytest

from plugins.engine.paths import MARKER
from plugins.publishing.address import S3Address
from plugins.publishing.lease import NAME as LEASE
from plugins.publishing.targets.s3 import S3
from plugins.publishing.targets.target import TargetOptions
from tests.publishing.sites import FILES, PHOTO, WITHDRAWN, build, publish, published, texts
from tests.support.cutting import cutting
from tests.support.s3_server import SECRET, S3Server

_numbers = count()


@pytest.fixture
def bucket(storage: S3Server) -> Path:
    """A bucket of its own."""
    return storage.bucket(next(_numbers))


def test_the_bucket_gets_the_site(output: Path, bucket: Path, storage: S3Server) -> None:
    assert published(output, f"s3:{bucket.name}", environ=storage.environ) == (
        f"the bucket {bucket.name}: 3 pages new; 4 other files new.\n"
        f"Published: the bucket {bucket.name} shows the new site.\n"
    )
    assert texts(bucket) == FILES
    assert not (bucket / LEASE).exists()


def test_published_again_nothing_changes(output: Path, bucket: Path, storage: S3Server) -> None:
    published(output, f"s3:{bucket.name}/site", environ=storage.environ)
    assert published(output, f"s3:{bucket.name}/site", environ=storage.environ) == (
        f"Nothing to publish: the bucket {bucket.name}, site/ shows this site already.\n"
    )
    assert texts(bucket / "site") == FILES


def test_a_dry_run_changes_nothing(output: Path, bucket: Path, storage: S3Server) -> None:
    assert "This was a dry run" in published(output, f"s3:{bucket.name}", "--dry-run", environ=storage.environ)
    assert list(bucket.iterdir()) == []


def test_a_withdrawn_photo_is_gone(output: Path, bucket: Path, storage: S3Server) -> None:
    published(output, f"s3:{bucket.name}", environ=storage.environ)
    build(output, WITHDRAWN)
    published(output, f"s3:{bucket.name}", environ=storage.environ)
    assert texts(bucket) == WITHDRAWN


def test_a_file_of_somebody_else_in_the_bucket_stays(output: Path, bucket: Path, storage: S3Server) -> None:
    published(output, f"s3:{bucket.name}/site", environ=storage.environ)
    (bucket / "other").mkdir()
    (bucket / "other" / "letter.txt").write_text("theirs")
    build(output, WITHDRAWN)
    published(output, f"s3:{bucket.name}/site", environ=storage.environ)
    assert texts(bucket) == {**{f"site/{path}": text for path, text in WITHDRAWN.items()}, "other/letter.txt": "theirs"}


@pytest.mark.parametrize("after", [3_000, 6_000, 9_000])
def test_a_connection_cut_in_mid_upload_is_told_and_run_again_ends_whole(
    bucket: Path, storage: S3Server, tmp_path: Path, after: int
) -> None:
    output = build(tmp_path / "output")
    with cutting(storage.port, after=after) as cut:
        broken = publish(output, f"s3:{bucket.name}", environ=storage.reached_at(cut.port))
        assert cut.is_cut
    assert (broken.returncode, broken.stderr.splitlines()[-1]) == (
        1,
        f"the bucket {bucket.name} cannot be reached, or the connection broke. "
        "Run the same line again: it goes on from here.",
    )
    assert texts(bucket) != FILES
    published(output, f"s3:{bucket.name}", environ=storage.environ)
    assert texts(bucket) == FILES


def test_what_pages_need_arrives_first_and_stale_files_go_last(output: Path, bucket: Path, storage: S3Server) -> None:
    published(output, f"s3:{bucket.name}", environ=storage.environ)
    changed = {path: f"{text} anew" for path, text in WITHDRAWN.items()}
    build(output, {**changed, "static/new.0123abcd.css": "p {}"})
    with cutting(storage.port, after=10**9) as watched:
        published(output, f"s3:{bucket.name}", environ=storage.reached_at(watched.port))
    requests = [
        piece.decode("latin-1").split()[:2] for piece in watched.passed if piece.startswith((b"PUT ", b"DELETE "))
    ]
    done = [f"{verb} {path.rpartition(f'{bucket.name}/')[2]}" for verb, path in requests if MARKER not in path]
    assert set(done[:3]) == {
        "PUT static/new.0123abcd.css",
        "PUT static/site.0123abcd.css",
        "PUT robots.txt",
    }
    assert set(done[3:5]) == {"PUT about/index.html", "PUT workshops/first/index.html"}
    assert done[5:] == ["PUT feed.xml", "PUT index.html", f"DELETE {PHOTO}"]


def test_each_file_has_its_kind_and_its_lifetime(output: Path, bucket: Path, storage: S3Server) -> None:
    asked: list[dict[str, Any]] = []
    with opened(output, bucket, storage) as remote:
        remote._client.meta.events.register(
            "before-parameter-build.s3.PutObject", lambda params, **_: asked.append(params)
        )
        remote.put("static/site.0123abcd.css", b"p {}")
        remote.put("pictures/0123456789abcdef-640.jpg", b"x")
        remote.put("about/index.html", b"<p>")
        head = remote._client.head_object(Bucket=bucket.name, Key="about/index.html")
    assert [(each["ContentType"], each["CacheControl"]) for each in asked] == [
        ("text/css; charset=utf-8", "public, max-age=31536000, immutable"),
        ("image/jpeg", "public, max-age=300, must-revalidate"),
        ("text/html; charset=utf-8", "public, max-age=300, must-revalidate"),
    ]
    assert head["ContentType"].startswith("text/html")


def opened(output: Path, bucket: Path, storage: S3Server) -> S3:
    return S3(S3Address(bucket.name, ""), TargetOptions(output, storage.environ, print))


def test_a_second_publication_waits_for_the_first(output: Path, bucket: Path, storage: S3Server) -> None:
    """Whoever holds the lease is somebody else; by the storage's clock it is a moment old."""
    with opened(output, bucket, storage) as remote:
        remote.put(LEASE, b"somebody else")
        age = remote.age(LEASE)
        assert age is not None
        assert 0 <= age < 60
        assert remote.age("nothing") is None
        lease = remote.lock()
        assert not lease._taken()
        remote.put(LEASE, lease._holder)
        assert lease._taken()


def test_a_slip_in_the_buckets_name_or_keys_is_told(output: Path, storage: S3Server) -> None:
    nowhere = publish(output, "s3:no-such-bucket", environ=storage.environ)
    assert nowhere.stderr.splitlines()[-1] == (
        "the bucket no-such-bucket: there is no such bucket; make it first, or look for a slip in its name."
    )
    wrong = publish(output, "s3:diary", environ={**storage.environ, "AWS_SECRET_ACCESS_KEY": "hush-hush"})
    assert (
        wrong.stderr.splitlines()[-1] == "the bucket diary: AWS_SECRET_ACCESS_KEY does not belong to AWS_ACCESS_KEY_ID."
    )
    assert SECRET not in nowhere.stdout + nowhere.stderr


def test_keys_that_are_not_in_the_environment_are_told(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.delenv(name, raising=False)
    refused = publish(output, "s3:diary")
    assert (refused.returncode, refused.stderr) == (
        1,
        "Object storage needs its keys in the environment: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY is not set.\n",
    )


def test_storage_has_no_way_back(output: Path, bucket: Path, storage: S3Server) -> None:
    refused = publish(output, f"s3:{bucket.name}", "--yes", what="rollback", environ=storage.environ)
    assert refused.stderr.startswith("No earlier site is kept there, so that nothing withdrawn stays.")


def test_an_endpoint_that_is_none_is_told(output: Path, storage: S3Server) -> None:
    refused = publish(
        output, "s3:diary", environ={**storage.environ, "AWS_ENDPOINT_URL_S3": "storage", "AWS_MAX_ATTEMPTS": "x"}
    )
    assert (refused.returncode, refused.stderr) == (
        1,
        "AWS_ENDPOINT_URL_S3 or AWS_REGION is not what it should be: write such as https://storage.example.org and eu-west-2.\n",
    )
