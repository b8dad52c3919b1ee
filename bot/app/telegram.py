"""The side towards Telegram: the application of the library, its acquaintance, registration and webhook."""

import asyncio
import hashlib
import hmac
import json
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import cast
from urllib.parse import urlsplit

import structlog
from telegram import Bot, Update
from telegram.error import InvalidToken, RetryAfter, TelegramError
from telegram.ext import ApplicationBuilder, ContextTypes

import handlers
from bot.app.opening import Rooms
from bot.domain.errors import CivicError
from bot.domain.updates import ReceivedUpdate
from bot.gateway.budget import FREE_RATE, Budget
from bot.gateway.limiter import Limiter
from bot.gateway.polling import WANTED
from bot.gateway.transport import AiohttpRequest
from bot.services.registrations import RegistrationsService
from bot.settings import Settings
from bot.ui.context import App, Context, House
from bot.ui.registration import Registration
from storage import DatabaseUnavailable, Handling

_log = structlog.get_logger(__name__)

#: Seconds that a command waits to hear the bot's name.
PATIENCE = 10.0


class TokenRefused(CivicError):
    """Telegram does not know the token."""

    message_id = "setting-error-token"


def application_of(opened: Rooms, budget: Budget, requests: tuple[AiohttpRequest, AiohttpRequest]) -> App:
    """The library's application, without its updater and job queue: intake and due work are ours.

    Args:
        opened: the rooms.
        budget: what everything that is sent draws on.
        requests: the transport of all calls, and that of the long poll.
    """
    settings = opened.settings
    builder = (
        ApplicationBuilder()
        .token(settings.token or "")
        .base_url(f"{settings.api_url}/bot")
        .base_file_url(f"{settings.api_url}/file/bot")
        .updater(None)
        .job_queue(None)
        .request(requests[0])
        .get_updates_request(requests[1])
        .rate_limiter(Limiter(budget, is_paid=settings.rate > FREE_RATE))
    )
    house = House(
        services=opened.services,
        registration=Registration(
            RegistrationsService(opened.database),
            opened.services.content,
            commands=handlers.CITIZENS_COMMANDS,
            staff_commands=handlers.STAFF_COMMANDS,
            group_commands=handlers.GROUP_COMMANDS,
        ),
    )
    return builder.context_types(
        ContextTypes(context=Context, bot_data=cast("type[House]", lambda: house))
    ).build()


def handler_of(application: App) -> Callable[[ReceivedUpdate, Handling], Awaitable[None]]:
    """What a lane does with an update: handle it, or show again what it came to."""

    async def handle(received: ReceivedUpdate, current: Handling) -> None:
        with application.bot_data.services.content.held():
            await handle_by_one_content(received, current)

    async def handle_by_one_content(received: ReceivedUpdate, current: Handling) -> None:
        update = Update.de_json(json.loads(received.payload), application.bot) if received.payload else None
        if not current.is_applied:
            if update is not None:
                await application.process_update(update)
            return
        context = Context.from_update(update, application) if update else Context(application, received.lane)
        await handlers.show_again(update, context, current.outcome)

    return handle


def line_test(application: App) -> Callable[[], Awaitable[bool]]:
    """A question to Telegram that nothing but the line can spoil."""

    async def is_line_up() -> bool:
        try:
            await application.bot.get_me()
        except TelegramError:
            return False
        return True

    return is_line_up


async def bot_name(settings: Settings) -> str | None:
    """The bot's user name, as Telegram says it; None without a token, or where Telegram does not answer."""
    if settings.token is None:
        return None
    request = AiohttpRequest()
    bot = Bot(
        settings.token, base_url=f"{settings.api_url}/bot", request=request, get_updates_request=request
    )
    try:
        async with asyncio.timeout(PATIENCE):
            await request.initialize()
            return (await bot.get_me()).username
    except (TelegramError, TimeoutError):
        return None
    finally:
        await request.shutdown()


async def greet(application: App, stop: asyncio.Event) -> bool:
    """Make Telegram's acquaintance; wait for it where it does not answer. False where told to stop."""
    pause = 0.5
    while not stop.is_set():
        try:
            await application.initialize()
        except InvalidToken as error:
            raise TokenRefused from error
        except TelegramError as error:
            _log.warning("telegram-away", error=type(error).__qualname__)
            with suppress(TimeoutError):
                async with asyncio.timeout(pause):
                    await stop.wait()
            pause = min(30.0, pause * 2)
        else:
            return True
    return False


async def register(application: App, stop: asyncio.Event) -> None:
    """Tell Telegram about commands and descriptions, and again whenever the content changes.

    In the background, since it may make us wait for hours.
    """
    content = application.bot_data.services.content
    while not stop.is_set():
        changed = asyncio.create_task(content.news())
        stopped = asyncio.create_task(stop.wait())
        try:
            await _register(application)
            await asyncio.wait([changed, stopped], return_when=asyncio.FIRST_COMPLETED)
        finally:
            changed.cancel()
            stopped.cancel()


async def _register(application: App) -> None:
    registration = application.bot_data.registration
    pause = 5.0
    while True:
        try:
            await registration.tell_all(application.bot)
        except (TelegramError, DatabaseUnavailable) as error:
            _log.warning("registration-later", error=type(error).__qualname__)
            told = error._retry_after.total_seconds() if isinstance(error, RetryAfter) else 0.0  # noqa: SLF001  (the public one warns)
            await asyncio.sleep(max(pause, told))
            pause = min(3600.0, pause * 2)
        else:
            break


def webhook_of(settings: Settings) -> tuple[str, str] | None:
    """Path and secret of the webhook, where updates are to come that way.

    Without a secret of the operator's, one is derived from the token: the same after every start, and
    of no use for finding the token.
    """
    if settings.webhook_url is None:
        return None
    derived = hmac.new((settings.token or "").encode(), b"webhook", hashlib.sha256).hexdigest()
    return urlsplit(settings.webhook_url).path or "/", settings.webhook_secret or derived


async def set_webhook(
    application: App, settings: Settings, webhook: tuple[str, str], stop: asyncio.Event
) -> None:
    """Ask Telegram to deliver updates to us, again until it agrees.

    Raises:
        InvalidToken: Telegram does not know the token.
    """
    pause = 1.0
    while True:
        try:
            await application.bot.set_webhook(
                settings.webhook_url or "",
                secret_token=webhook[1],
                allowed_updates=WANTED,
                max_connections=40,
            )
        except InvalidToken:
            raise
        except TelegramError as error:
            _log.warning("webhook-later", error=type(error).__qualname__)
            await asyncio.sleep(pause)
            pause = min(60.0, pause * 2)
        else:
            break
    await stop.wait()
