"""S3-compatible object storage: the way to go when one computer is outgrown, with a network of caches before it.

The keys come from the environment alone. Every upload carries its MD5, so that storage refuses what arrived damaged.
"""

import base64
import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from email.utils import parsedate_to_datetime
from typing import Any, Self

from boto3.session import Session
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError, HTTPClientError

from plugins.headers import lifetime, media_type
from plugins.publishing.address import S3Address
from plugins.publishing.failure import PublishingStopped
from plugins.publishing.in_place import RemoteFiles
from plugins.publishing.targets.target import TargetOptions

_KEY, _SECRET = "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"
_TRIES = 6
_AT_ONCE = 8
_VERSIONS = (
    "keeps earlier versions of every file: what is withdrawn is gone from the site, "
    "and stays in the storage until you delete the versions (see docs/for-web-officers/publishing.md)."
)
_ANSWERS: Mapping[str, str] = {
    "NoSuchBucket": "there is no such bucket; make it first, or look for a slip in its name",
    "AccessDenied": "these keys may not do that there; the page on publishing lists the permissions that they need",
    "InvalidAccessKeyId": f"it does not know the key in {_KEY}",
    "SignatureDoesNotMatch": f"{_SECRET} does not belong to {_KEY}",
    "ExpiredToken": "the keys have expired; get new ones",
    "RequestTimeTooSkewed": "this computer's clock is wrong; set it first",
}


class S3(RemoteFiles):
    """A bucket, or a folder in one, while its block lasts."""

    at_once = _AT_ONCE

    def __init__(self, address: S3Address, options: TargetOptions) -> None:
        super().__init__(options)
        self._bucket, self._prefix = address.bucket, address.prefix
        self._client = _client(options.environ)
        self.name = f"the bucket {address.bucket}" + (f", {address.prefix}" if address.prefix else "")

    def __enter__(self) -> Self:
        if self._keeps_versions():
            self.remarks = (f"{self.name} {_VERSIONS}",)
        return self

    def __exit__(self, *_ended: object) -> None:
        self._client.close()

    def stamps(self) -> dict[str, str]:
        pages = self._client.get_paginator("list_objects_v2").paginate(Bucket=self._bucket, Prefix=self._prefix)
        with self._reported_as_stopped():
            listed = [found for page in pages for found in page.get("Contents", ())]
        return {
            found["Key"].removeprefix(self._prefix): found["ETag"].strip('"')
            for found in listed
            if found["Key"][-1] != "/"
        }

    def read(self, path: str) -> bytes | None:
        content: bytes | None = self._unless(
            ("NoSuchKey",),
            lambda: bytes(self._client.get_object(Bucket=self._bucket, Key=self._prefix + path)["Body"].read()),
        )
        return content

    def put(self, path: str, content: bytes) -> str:
        with self._reported_as_stopped():
            return self._put(path, content)

    def create(self, path: str, content: bytes) -> bool:
        """Storage that does not know the condition puts the file there all the same: the last one wins."""
        is_there = ("PreconditionFailed", "ConditionalRequestConflict")
        return self._unless(is_there, lambda: self._put(path, content, IfNoneMatch="*")) is not None

    def age(self, path: str) -> float | None:
        answer = self._unless(("404",), lambda: self._client.head_object(Bucket=self._bucket, Key=self._prefix + path))
        if answer is None:
            return None
        now = parsedate_to_datetime(answer["ResponseMetadata"]["HTTPHeaders"]["date"])
        return float((now - answer["LastModified"]).total_seconds())

    def _unless(self, codes: tuple[str, ...], ask: Callable[[], Any]) -> Any:
        """What storage answers; None where it refuses for one of these reasons."""
        with self._reported_as_stopped():
            try:
                return ask()
            except ClientError as refused:
                if _code(refused) not in codes:
                    raise
        return None

    def _put(self, path: str, content: bytes, **condition: str) -> str:
        answer = self._client.put_object(
            Bucket=self._bucket,
            Key=self._prefix + path,
            Body=content,
            ContentMD5=base64.b64encode(hashlib.md5(content, usedforsecurity=False).digest()).decode(),
            ContentType=media_type(path),
            CacheControl=lifetime(path),
            **condition,
        )
        return str(answer["ETag"]).strip('"')

    def remove(self, path: str) -> None:
        with self._reported_as_stopped():
            self._client.delete_object(Bucket=self._bucket, Key=self._prefix + path)

    def _keeps_versions(self) -> bool:
        """Not every storage knows the question, and not every key may ask it."""
        with self._reported_as_stopped():
            try:
                return bool(self._client.get_bucket_versioning(Bucket=self._bucket).get("Status"))
            except ClientError:
                return False

    @contextmanager
    def _reported_as_stopped(self) -> Iterator[None]:
        """Turn what storage refuses, and what the way to it does, into a sentence."""
        try:
            yield
        except ClientError as refused:
            code = _code(refused)
            raise PublishingStopped(f"{self.name}: {_ANSWERS.get(code, f'storage says {code}')}.") from refused
        except HTTPClientError as broken:
            raise PublishingStopped(
                f"{self.name} cannot be reached, or the connection broke. "
                "Run the same line again: it goes on from here."
            ) from broken
        except BotoCoreError as wrong:
            raise PublishingStopped(f"{self.name}: {wrong}") from wrong


def _client(environ: Mapping[str, str]) -> Any:
    missing = [name for name in (_KEY, _SECRET) if not environ.get(name)]
    if missing:
        raise PublishingStopped(
            f"Object storage needs its keys in the environment: {' and '.join(missing)} is not set."
        )
    tries = environ.get("AWS_MAX_ATTEMPTS", "")
    endpoint = environ.get("AWS_ENDPOINT_URL_S3") or environ.get("AWS_ENDPOINT_URL")
    region = environ.get("AWS_REGION") or environ.get("AWS_DEFAULT_REGION") or ("auto" if endpoint else "eu-west-2")
    config = Config(
        connect_timeout=20,
        read_timeout=60,
        max_pool_connections=_AT_ONCE,
        retries={"mode": "standard", "total_max_attempts": int(tries) if tries.isdecimal() else _TRIES},
        s3={"addressing_style": "path" if endpoint else "auto"},
        request_checksum_calculation="when_required",  # Older storages refuse the newer checksums.
        response_checksum_validation="when_required",
    )
    session = Session(environ[_KEY], environ[_SECRET], environ.get("AWS_SESSION_TOKEN") or None, region)
    try:
        return session.client("s3", endpoint_url=endpoint or None, config=config)
    except ValueError as unfit:
        raise PublishingStopped(
            "AWS_ENDPOINT_URL_S3 or AWS_REGION is not what it should be: write such as https://storage.example.org "
            "and eu-west-2."
        ) from unfit


def _code(refused: ClientError) -> str:
    return str(refused.response.get("Error", {}).get("Code", "nothing"))
