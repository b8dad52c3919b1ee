"""HTTP: from a request to a method and back, exactly as the Bot API answers."""

import asyncio
import inspect
import json
import re
from collections import deque
from dataclasses import dataclass

from aiohttp import web

from bot.sandbox import methods
from bot.sandbox.call import Call, read
from bot.sandbox.calls import HANDLERS
from bot.sandbox.calls.registry import Result
from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.faults import Fault, Faults
from bot.sandbox.files import MAX_DOWNLOAD, MAX_UPLOAD
from bot.sandbox.rates import Rates
from bot.sandbox.signals import Signal
from bot.sandbox.world import World

#: What a fault of a download is set for, in place of a method.
DOWNLOAD = "download"
_TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]+")
# Beyond the biggest upload there is room for the other parts of a multipart body.
MAX_BODY = MAX_UPLOAD + 1024 * 1024


@dataclass(frozen=True, slots=True)
class Violation:
    """Something a bot should never have sent: an unknown method or parameter, or one not simulated."""

    method: str
    reason: str


class _Drop(Exception):
    """The connection is to break."""


class BotApi:
    """The Bot API over a world.

    Args:
        world: the state that methods read and change.
        token: the bot's token; any other is refused.
        rates: sending limits.
        faults: what goes wrong on demand.
        record: how many calls to remember.
    """

    def __init__(self, world: World, token: str, *, rates: Rates, faults: Faults, record: int) -> None:
        self.world = world
        self.token = token
        self.rates = rates
        self.faults = faults
        self.latency = 0.0
        """Seconds that every call but getUpdates takes more."""
        self.calls: deque[Call] = deque(maxlen=record)
        self.violations: list[Violation] = []
        self.called = Signal()
        self.running = 0
        """Calls not answered yet, long polls aside."""
        self.last_call_at = 0.0

    def routes(self) -> list[web.RouteDef]:
        """Routes for methods and downloads."""
        return [
            web.route("*", "/bot{token:[^/]*}/{method}", self.answer),
            web.get("/file/bot{token:[^/]*}/{path:.+}", self.download),
        ]

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Answer one call."""
        method = request.match_info["method"]
        polls = method.lower() == "getupdates"
        self.running += not polls
        try:
            result = await self._call(request, method)
            return web.json_response(body=_encoded(result))
        except _Drop:
            if request.transport is not None:
                request.transport.abort()
            return web.Response()
        except ApiError as error:
            return web.json_response(error.body(), status=error.code)
        finally:
            self.running -= not polls
            if not polls:
                self.last_call_at = asyncio.get_running_loop().time()
            self.called.notify()

    async def download(self, request: web.Request) -> web.StreamResponse:
        """A file that `getFile` named."""
        fault = self.faults.take(DOWNLOAD)
        try:
            if fault is not None:
                await _strike(fault)
        except ApiError as refusal:
            return web.json_response(refusal.body(), status=refusal.code)
        except _Drop:
            if request.transport is not None:
                request.transport.abort()
            return web.Response()
        file = self.world.files.find_path(request.match_info["path"])
        if request.match_info["token"] != self.token or file is None or len(file.content) > MAX_DOWNLOAD:
            error = ApiError(404, "Not Found")
            return web.json_response(error.body(), status=error.code)
        return web.Response(body=file.content, content_type="application/octet-stream")

    async def _call(self, request: web.Request, method: str) -> Result:
        self._check_token(request.match_info["token"])
        call = await read(request, method, asyncio.get_running_loop().time())
        fault = self.faults.take(method)
        if fault is not None and fault.when == "before":
            await _strike(fault)
        if self.latency and method.lower() != "getupdates":
            await asyncio.sleep(self.latency)
        result = await self._apply(call)
        if fault is not None and fault.when == "after":
            await _strike(fault)
        return result

    async def _apply(self, call: Call) -> Result:
        key = call.method.lower()
        known = methods.parameters().get(key)
        if known is None:
            self._violate(call.method, "unknown method")
            raise ApiError(404, "Not Found: method not found")
        self.calls.append(call)
        if unknown := call.params.keys() - known:
            self._violate(call.method, f"unknown parameter {', '.join(sorted(unknown))}")
            raise bad_request(f"unknown parameter {min(unknown)}")
        handler = HANDLERS.get(key)
        if handler is None:
            self._violate(call.method, "not simulated")
            raise ApiError(501, f"Not Implemented: the sandbox does not simulate {call.method}")
        self.rates.check(call)
        try:
            result = handler(self.world, call)
            return await result if inspect.isawaitable(result) else result
        except ApiError as error:
            if error.code == 501:
                self._violate(call.method, error.description)
            raise
        except Exception as error:
            # A call that the sandbox stumbles over is at least as odd as one that it refuses.
            self._violate(call.method, f"the sandbox failed: {error!r}")
            raise

    def _check_token(self, token: str) -> None:
        if token == self.token:
            return
        raise ApiError(401, "Unauthorized") if _TOKEN.fullmatch(token) else ApiError(404, "Not Found")

    def _violate(self, method: str, reason: str) -> None:
        self.violations.append(Violation(method, reason))


async def _strike(fault: Fault) -> None:
    if fault.kind == "delay":
        await asyncio.sleep(fault.seconds)
    elif fault.error is not None:
        raise fault.error
    else:
        raise _Drop


def _encoded(result: Result) -> bytes:
    return b'{"ok":true,"result":' + json.dumps(result, separators=(",", ":")).encode() + b"}"
