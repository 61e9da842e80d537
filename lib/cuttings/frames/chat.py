"""Chat: one question to an endpoint that speaks OpenAI's protocol, as hosted and local models do."""

import json
import time
import urllib.error
import urllib.request
from http.client import HTTPException
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from ..errors import InputError
from ..text import shorten

PATH = "/chat/completions"
MOST_BYTES, MOST_TOKENS = 1_000_000, 500
TRIES, PAUSE, LONGEST_PAUSE = 3, 1.0, 30.0
AGAIN = (408, 409, 425, 429, 500, 502, 503, 504)


class Endpoint(NamedTuple):
    """Where a model is asked: its address, its name there, the key, and the seconds after which a try is given up."""

    address: str
    model: str
    key: str | None
    timeout: float


class Reply(NamedTuple):
    """What came back: the words, and the tokens read and written, where the endpoint counts them."""

    content: str
    tokens_in: int | None
    tokens_out: int | None


class NoReplyError(Exception):
    """Nothing that can be used came back; says why."""


class Refusing(urllib.request.HTTPRedirectHandler):
    """No redirect is followed: the key is for the address that was given."""

    def redirect_request(self, *_given: Any, **_named: Any) -> None:
        """Follow none."""
        return


def endpoint_of(address: str, model: str, key: str | None, timeout: float) -> Endpoint:
    """An endpoint. Raises InputError for no web address, a model without a name and a key that cannot be sent."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise InputError(f"endpoint={address!r} is no address such as http://localhost:11434/v1")
    if not model:
        raise InputError(f"model_name={model!r}: the endpoint needs the name of a model")
    if key and not (key.isascii() and key.isprintable()):
        raise InputError("the key holds characters that no key has")
    whole = address.rstrip("/")
    return Endpoint(whole if whole.endswith(PATH) else whole + PATH, model, key, timeout)


def body_of(endpoint: Endpoint, system: str, user: str) -> dict[str, Any]:
    """What is sent."""
    messages = [{"role": "system", "content": system}, {"role": "user", "content": user}]
    return {"model": endpoint.model, "messages": messages, "temperature": 0, "max_tokens": MOST_TOKENS}


def ask(endpoint: Endpoint, body: dict[str, Any]) -> Reply:
    """The reply to what is sent; a busy or silent endpoint is tried three times. Raises NoReplyError."""
    for number in range(TRIES):
        try:
            return reply_of(sent(endpoint, body))
        except urllib.error.HTTPError as error:
            wait = pause(error.headers.get("Retry-After"), number)
            said = f"the endpoint answers {error.code}: {told(error, endpoint.key)}"
            if error.code not in AGAIN or number == TRIES - 1:
                raise NoReplyError(said) from None
        except (OSError, HTTPException) as error:
            wait, reason = pause(None, number), getattr(error, "reason", error)
            if number == TRIES - 1:
                silent = isinstance(reason, TimeoutError)
                raise NoReplyError(
                    f"no answer in {endpoint.timeout:g} s" if silent else f"no answer: {reason}"
                ) from None
        time.sleep(wait)
    raise NoReplyError("no answer")


def sent(endpoint: Endpoint, body: dict[str, Any]) -> bytes:
    """The bytes that come back."""
    headers = {"Content-Type": "application/json"} | (
        {"Authorization": f"Bearer {endpoint.key}"} if endpoint.key else {}
    )
    request = urllib.request.Request(endpoint.address, json.dumps(body).encode(), headers)  # noqa: S310  (http, https)
    with urllib.request.build_opener(Refusing).open(request, timeout=endpoint.timeout) as response:
        return bytes(response.read(MOST_BYTES))


def pause(wanted: str | None, number: int) -> float:
    """Seconds until the next try, as the endpoint wants them."""
    return min(float(wanted), LONGEST_PAUSE) if wanted and wanted.isdigit() else PAUSE * 2**number


def told(error: urllib.error.HTTPError, key: str | None) -> str:
    """What an endpoint says of an error, without the key."""
    said = error.read(2_000).decode("utf-8", "replace")
    return shorten(said.replace(key, "…") if key else said, 200) or str(error.reason)


def reply_of(data: bytes) -> Reply:
    """The reply in the bytes that came back. Raises NoReplyError where they hold none."""
    try:
        found = json.loads(data)
        content = found["choices"][0]["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError):
        raise NoReplyError(f"no reply in the protocol: {shorten(data[:500].decode('utf-8', 'replace'), 120)}") from None
    if not isinstance(content, str):
        raise NoReplyError("an empty reply")
    usage = found.get("usage")
    counts = [usage.get(name) if isinstance(usage, dict) else None for name in ("prompt_tokens", "completion_tokens")]
    tokens = [count if isinstance(count, int) and count >= 0 else None for count in counts]
    return Reply(content, *tokens)
