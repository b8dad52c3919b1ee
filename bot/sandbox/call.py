"""A call of the bot: its method, parameters and uploaded files, whichever way they came over HTTP."""

import json
import re
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from aiohttp.multipart import BodyPartReader

from bot.sandbox.errors import Json, bad_request

# Values that are text even where they look like JSON.
_LITERAL = frozenset(
    {
        "text",
        "caption",
        "name",
        "title",
        "url",
        "secret_token",
        "description",
        "short_description",
        "question",
    }
)
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file in a multipart body."""

    name: str
    content: bytes
    mime: str


@dataclass(frozen=True, slots=True)
class Call:
    """One call; `at` is the event loop's time in seconds, `params` are decoded from JSON where they are JSON."""

    method: str
    params: Json
    at: float
    uploads: dict[str, Upload] = field(default_factory=dict, repr=False)

    def text(self, name: str) -> str:
        """The parameter as text; empty when it is missing."""
        value = self.params.get(name)
        return "" if value is None else str(value)

    def integer(self, name: str, default: int = 0) -> int:
        """The parameter as a whole number.

        Raises:
            ApiError: it is there and is not a number.
        """
        value = self.params.get(name)
        if value is None or value == "":
            return default
        if isinstance(value, float | bool | dict | list):
            value = int(value) if isinstance(value, float | bool) else str(value)
        try:
            return int(value)
        except ValueError:
            raise bad_request(f'field "{name}" must be a valid Number') from None

    def flag(self, name: str) -> bool:
        """The parameter as a yes or no; missing is no."""
        value = self.params.get(name)
        return value is True or str(value).lower() in {"true", "1", "yes"}

    def value(self, name: str) -> Any:
        """The parameter as it was decoded; None when it is missing."""
        return self.params.get(name)


async def read(request: web.Request, method: str, at: float) -> Call:
    """The call in an HTTP request: query, urlencoded form, multipart or JSON.

    Raises:
        ApiError: the body cannot be read as what it says it is.
    """
    params: Json = dict(request.query)
    uploads: dict[str, Upload] = {}
    if request.method == "POST":
        kind = request.content_type
        if kind == "application/json":
            params |= await _json_body(request)
        elif kind == "multipart/form-data":
            await _multipart_body(request, params, uploads)
        elif request.can_read_body:
            params |= {name: str(value) for name, value in (await request.post()).items()}
    decoded = {name: _decoded(name, value) for name, value in params.items()}
    return Call(method=method, params=decoded, at=at, uploads=uploads)


async def _json_body(request: web.Request) -> Json:
    try:
        body = json.loads(await request.read() or b"{}")
    except ValueError:
        raise bad_request("can't parse request body as JSON") from None
    if not isinstance(body, dict):
        raise bad_request("can't parse request body as JSON: expected an Object")
    return body


async def _multipart_body(request: web.Request, params: Json, uploads: dict[str, Upload]) -> None:
    async for part in await request.multipart():
        assert isinstance(part, BodyPartReader)
        content = bytes(await part.read(decode=True))
        name = part.name or ""
        if part.filename is None:
            params[name] = content.decode()
        else:
            mime = part.headers.get("Content-Type", "application/octet-stream").split(";")[0]
            uploads[name] = Upload(part.filename, content, mime)


def _decoded(name: str, value: Any) -> Any:
    if not isinstance(value, str) or name in _LITERAL:
        return value
    if value in {"true", "false"}:
        return value == "true"
    if _NUMBER.fullmatch(value) and len(value) < 20:
        return int(value)
    if value[:1] in {"{", "["}:
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value
