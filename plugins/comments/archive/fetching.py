"""Asks over HTTP for what is read at build. Nothing is followed elsewhere: a token would go along."""

import json
import urllib.error
import urllib.request
from collections.abc import Mapping
from concurrent.futures import Future
from http.client import HTTPException
from threading import Thread
from typing import Any

LONGEST = 64 * 1024 * 1024
PATIENCE = 15.0
ALTOGETHER = 60.0
"""How many seconds a whole answer may take, with the look-up of its name, however few bytes come at a time."""
_MEANINGS: Mapping[int, str] = {
    401: "it does not accept DIARY_COMMENTS_TOKEN",
    403: "it does not accept DIARY_COMMENTS_TOKEN",
    404: "there is nothing at this address",
}
_GONE = (404, 410)


class NotFetchedError(Exception):
    """There is no answer that can be used; the message says why, and never holds the token."""


class NotThereError(NotFetchedError):
    """Nothing lies at the address, or not any more."""


class StayHere(urllib.request.HTTPRedirectHandler):
    """Follows nobody: a token or a secret that goes along was not meant for another host."""

    def redirect_request(self, *_arguments: object, **_keywords: object) -> None:
        """Nowhere: the answer that leads elsewhere is an error."""


_opener = urllib.request.build_opener(StayHere, urllib.request.ProxyHandler())


def fetched(address: str, *, token: str = "") -> bytes:
    """What lies at an http(s) address; raises NotFetchedError.

    A build that takes something off the web waits for this, and neither the look-up of a name nor bytes that drip
    are bound by the time that a connection may be silent. So a thread does it, which is left behind after `ALTOGETHER`.
    """
    asked: Future[bytes] = Future()

    def ask() -> None:
        try:
            asked.set_result(_answer(address, token))
        except BaseException as fault:  # noqa: BLE001 - it is raised where it is waited for
            asked.set_exception(fault)

    Thread(target=ask, daemon=True).start()
    try:
        return asked.result(ALTOGETHER)
    except TimeoutError:
        raise NotFetchedError("it took too long") from None


def _answer(address: str, token: str) -> bytes:
    headers = {"Accept": "application/json", **({"Authorization": f"Bearer {token}"} if token else {})}
    request = urllib.request.Request(address, headers=headers)  # noqa: S310 - settings let http(s) through alone
    try:
        with _opener.open(request, timeout=PATIENCE) as response:
            content: bytes = response.read(LONGEST + 1)
    except urllib.error.HTTPError as error:
        error.close()
        moved = "it leads elsewhere; write the address that it leads to" if 300 <= error.code < 400 else ""
        refused = NotThereError if error.code in _GONE else NotFetchedError
        raise refused(moved or _MEANINGS.get(error.code, f"it answered {error.code}")) from None
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
