"""A Bot API request's parameters and files as the bytes that aiohttp sends.

Our own encoding, because aiohttp's forms read a big file into memory or close it, say nothing of their progress, and
write file names in a way that not every server reads.
"""

import asyncio
import secrets
from collections.abc import AsyncIterator, Mapping
from typing import IO, Any

from telegram.request import RequestData
from yarl import URL

_CHUNK = 65_536
_FORM = "application/x-www-form-urlencoded"


class Progress:
    """The write timeout: aiohttp has none. Each chunk that is asked for shows that the one before has left.

    Args:
        timer: entered without a deadline around the request; it is given one while a body is being sent.
        seconds: without progress, before the timer ends the request; None for never.
    """

    __slots__ = ("_seconds", "_timer")

    def __init__(self, timer: asyncio.Timeout, seconds: float | None) -> None:
        self._timer = timer
        self._seconds = seconds

    async def watch(self, parts: list[bytes | IO[bytes]]) -> AsyncIterator[bytes | memoryview]:
        """The parts in chunks, the timer wound up again at each and stopped at the end."""
        loop = asyncio.get_running_loop()
        for part in parts:
            if isinstance(part, bytes):
                view = memoryview(part)
                for start in range(0, len(view), _CHUNK):
                    self._restart(loop)
                    yield view[start : start + _CHUNK]
            else:
                while chunk := await loop.run_in_executor(None, part.read, _CHUNK):
                    self._restart(loop)
                    yield chunk
        self._timer.reschedule(None)

    def _restart(self, loop: asyncio.AbstractEventLoop) -> None:
        if self._seconds is not None:
            self._timer.reschedule(loop.time() + self._seconds)


def encode(
    request_data: RequestData | None,
    files: Mapping[str, Any] | None,
    progress: Progress,
) -> tuple[dict[str, str], bytes | AsyncIterator[bytes | memoryview] | None]:
    """Headers and body: a multipart form where there are files, an URL-encoded one otherwise.

    Args:
        request_data: the library's parameters; None for a request without a body.
        files: its `multipart_data`: (file name, bytes or open file, MIME type) by part name.
        progress: watches a body that does not fit a socket's buffer; what fits is sent at once.
    """
    if request_data is None:
        return {}, None
    parameters = request_data.json_parameters
    if not files:
        # yarl's compiled quoter: a page of Cyrillic costs the standard library's `urlencode` some ten times as much.
        form = URL.build(query=parameters).raw_query_string.encode() if parameters else b""
        if len(form) <= _CHUNK:
            return {"Content-Type": _FORM}, form
        return {"Content-Type": _FORM, "Content-Length": str(len(form))}, progress.watch([form])
    boundary = secrets.token_hex(16)
    parts, length = _multipart(parameters, files, boundary)
    headers = {"Content-Type": f"multipart/form-data; boundary={boundary}", "Content-Length": str(length)}
    return headers, progress.watch(parts)


def _multipart(
    parameters: Mapping[str, str], files: Mapping[str, Any], boundary: str
) -> tuple[list[bytes | IO[bytes]], int]:
    """The parts of a form with files and their length in bytes; names are quoted as HTML's forms quote them.

    Open files are read while they are sent, each time from their start, and stay open: they are the caller's.
    """
    parts: list[bytes | IO[bytes]] = []
    length = 0
    for name, value in parameters.items():
        head = f'--{boundary}\r\nContent-Disposition: form-data; name="{_quoted(name)}"\r\n\r\n'
        parts.append(f"{head}{value}\r\n".encode())
    for name, (filename, content, mimetype) in files.items():
        disposition = f'form-data; name="{_quoted(name)}"; filename="{_quoted(filename)}"'
        head = f"--{boundary}\r\nContent-Disposition: {disposition}\r\nContent-Type: {mimetype}\r\n\r\n"
        parts.append(head.encode())
        if isinstance(content, bytes):
            parts.append(content)
        else:
            length += content.seek(0, 2)
            content.seek(0)
            parts.append(content)
        parts.append(b"\r\n")
    parts.append(f"--{boundary}--\r\n".encode())
    return parts, length + sum(len(part) for part in parts if isinstance(part, bytes))


def _quoted(name: str) -> str:
    return name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
