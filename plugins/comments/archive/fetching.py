"""Asks over HTTP for what is read at build. Nothing is followed elsewhere: a token would go along."""

import json
import urllib.error
import urllib.request
from collections.abc import Mapping
from http.client import HTTPException
from typing import Any

LONGEST = 64 * 1024 * 1024
PATIENCE = 15.0
_MEANINGS: Mapping[int, str] = {
    401: "it does not accept DIARY_COMMENTS_TOKEN",
    403: "it does not accept DIARY_COMMENTS_TOKEN",
    404: "there is nothing at this address",
}


class NotFetchedError(Exception):
    """There is no answer that can be used; the message says why, and never holds the token."""


class _StayHere(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_arguments: object, **_keywords: object) -> None:
        """Nowhere: the answer that leads elsewhere is an error."""


_opener = urllib.request.build_opener(_StayHere, urllib.request.ProxyHandler())


def fetched(address: str, *, token: str = "") -> bytes:
    """What lies at an http(s) address; raises NotFetchedError."""
    headers = {"Accept": "application/json", **({"Authorization": f"Bearer {token}"} if token else {})}
    request = urllib.request.Request(address, headers=headers)  # noqa: S310 - settings let http(s) through alone
    try:
        with _opener.open(request, timeout=PATIENCE) as response:
            content: bytes = response.read(LONGEST + 1)
    except urllib.error.HTTPError as error:
        error.close()
        moved = "it leads elsewhere; write the address that it leads to" if 300 <= error.code < 400 else ""
        raise NotFetchedError(moved or _MEANINGS.get(error.code, f"it answered {error.code}")) from None
    except (OSError, HTTPException) as error:
        reason = getattr(error, "reason", error)
        message = "it took too long" if isinstance(reason, TimeoutError) else f"it did not answer ({reason})"
        raise NotFetchedError(message) from None
    if len(content) > LONGEST:
        raise NotFetchedError("its answer is too long")
    return content


def fetched_json(address: str) -> Any:
    """The JSON document at an address; raises NotFetchedError."""
    try:
        return json.loads(fetched(address))
    except (ValueError, RecursionError):
        raise NotFetchedError("its answer is not JSON") from None
