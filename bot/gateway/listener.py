"""The HTTP listener: the webhook (a row, then 200), `/healthz` and `/metrics`."""

import hmac
import json
from collections.abc import Awaitable, Callable, Mapping

import structlog
from aiohttp import web

from bot.gateway.inbox import Inbox
from bot.gateway.polling import BACKLOG
from storage import DatabaseUnavailable

_log = structlog.get_logger(__name__)

#: Largest body taken; Telegram's updates are far smaller.
LARGEST = 1024 * 1024
#: Telegram sends the webhook's secret in this header (Bot API, setWebhook, secret_token).
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  (a header's name)

#: Seconds that requests in hand have when told to stop.
LAST_CALL = 5.0

Figures = Callable[[], Awaitable[Mapping[str, float]]]


class Listener:
    """Serves HTTP on one address.

    Args:
        inbox: where updates go.
        figures: the present figures, by metric name.
        webhook: path and secret of the webhook; None where updates come by polling.
        backlog: how many unsettled updates are enough; more are refused for now.
    """

    def __init__(
        self,
        inbox: Inbox,
        figures: Figures,
        *,
        webhook: tuple[str, str] | None,
        backlog: int = BACKLOG,
    ) -> None:
        self._inbox = inbox
        self._backlog = backlog
        self._figures = figures
        self._secret = webhook[1].encode() if webhook else b""
        app = web.Application(client_max_size=LARGEST)
        app.router.add_get("/healthz", self._health)
        app.router.add_get("/metrics", self._metrics)
        if webhook:
            app.router.add_post(webhook[0], self._update)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=LAST_CALL)

    async def start(self, host: str, port: int) -> None:
        """Begin to listen.

        Raises:
            OSError: the address is taken or not ours.
        """
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, host, port).start()
        except BaseException:
            await self._runner.cleanup()
            raise

    async def stop(self) -> None:
        """Stop listening; requests in hand are finished."""
        await self._runner.cleanup()

    async def _update(self, request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(given, self._secret):
            return web.Response(status=403)
        try:
            update = json.loads(await request.read())
            if not isinstance(update, dict):
                return web.Response(status=400)
            if await self._inbox.is_full(self._backlog):
                return _later()
            await self._inbox.take([update])
        except ValueError:
            return web.Response(status=400)
        except DatabaseUnavailable as error:  # not ours yet: Telegram keeps it and comes again
            _log.warning("webhook-refused", error=type(error).__qualname__)
            return _later()
        return web.Response()

    async def _health(self, _: web.Request) -> web.Response:
        try:
            figures = await self._figures()
        except DatabaseUnavailable as error:
            return web.json_response({"status": type(error).__qualname__}, status=503)
        return web.json_response({"status": "ok", **figures})

    async def _metrics(self, _: web.Request) -> web.Response:
        try:
            figures = await self._figures()
        except DatabaseUnavailable:
            return _later()
        lines = [f"ogp_bot_{name} {value}" for name, value in figures.items()]
        return web.Response(text="\n".join(lines) + "\n", content_type="text/plain")


def _later() -> web.Response:
    return web.Response(status=503, headers={"Retry-After": "1"})
