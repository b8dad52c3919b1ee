"""The composition root: settings in, a running bot out. Nowhere else are the rooms put together."""

import asyncio
import hashlib
import hmac
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Any, cast
from urllib.parse import urlsplit

import structlog
from telegram import Update
from telegram.error import InvalidToken, TelegramError
from telegram.ext import ApplicationBuilder, ContextTypes

import handlers
from bot.domain.clock import Clock, SystemClock
from bot.domain.errors import CivicError
from bot.domain.notices import NoticeState
from bot.domain.people import PersonId
from bot.domain.updates import ReceivedUpdate
from bot.gateway.budget import Budget
from bot.gateway.inbox import Inbox
from bot.gateway.lanes import Lanes
from bot.gateway.limiter import Limiter
from bot.gateway.listener import Listener
from bot.gateway.lock import only_one
from bot.gateway.polling import WANTED, poll
from bot.gateway.transport import AiohttpRequest
from bot.services import Services
from bot.services.answers import Answers
from bot.services.consultations import ConsultationsService
from bot.services.exports import ExportsService
from bot.services.knowledge import load_knowledge
from bot.services.notices import NoticesService
from bot.services.people import PeopleService
from bot.services.privacy import PrivacyService
from bot.services.proposals import ProposalsService
from bot.services.registrations import RegistrationsService
from bot.services.subscriptions import SubscriptionsService
from bot.settings import SHIPPED, SettingInvalid, Settings
from bot.texts import Texts
from bot.ui.context import App, Context, House
from bot.ui.registration import Registration
from bot.workers.sender import Sender
from bot.workers.ticker import tick
from storage import Database, Handling

_log = structlog.get_logger(__name__)


class TokenRefused(CivicError):
    """Telegram does not know the token."""

    message_id = "setting-error-token"


class AddressTaken(CivicError):
    """The listener's address cannot be used."""

    message_id = "setting-error-listen"


@dataclass(frozen=True)
class Rooms:
    """Everything that a command or the bot needs, open.

    Attributes:
        notices: the outbox.
    """

    settings: Settings
    clock: Clock
    database: Database
    texts: Texts
    services: Services
    notices: NoticesService


@asynccontextmanager
async def rooms(
    settings: Settings, *, clock: Clock | None = None, strict: bool = False
) -> AsyncIterator[Rooms]:
    """Open the database and put the services together.

    Args:
        settings: the operator's.
        clock: the time; the machine's own by default.
        strict: whether a missing text raises, as under test.

    Raises:
        CivicError: the database cannot be used.
        ContentInvalid: the content has faults; each is named with file and line.
    """
    clock = clock or SystemClock()
    knowledge = load_knowledge(settings.content)
    texts = load_texts(settings, knowledge.languages, strict=strict)
    database = await Database.open(settings.database)
    try:
        yield Rooms(
            settings=settings,
            clock=clock,
            database=database,
            texts=texts,
            notices=NoticesService(database, clock),
            services=Services(
                clock=clock,
                knowledge=knowledge,
                answers=Answers(knowledge, settings.content),
                people=PeopleService(
                    database, clock, administrators=[PersonId(one) for one in settings.admins]
                ),
                proposals=ProposalsService(database, clock, zone=settings.zone, prefix=knowledge.code),
                consultations=ConsultationsService(database, clock),
                subscriptions=SubscriptionsService(database, clock),
                privacy=PrivacyService(database, clock),
                exports=ExportsService(database, zone=settings.zone),
            ),
        )
    finally:
        await database.close()


def load_texts(settings: Settings, languages: tuple[str, ...], *, strict: bool = False) -> Texts:
    """The texts, the operator's language first: it is for people whose own is not offered.

    Raises:
        SettingInvalid: the content has no such language.
    """
    if settings.language not in languages:
        raise SettingInvalid("OGP_BOT_LANGUAGE")
    ordered = sorted(languages, key=lambda language: language != settings.language)
    return Texts.load(SHIPPED, languages=ordered, zone=settings.zone, strict=strict)


async def run(
    settings: Settings,
    stop: asyncio.Event,
    *,
    clock: Clock | None = None,
    strict: bool = False,
    budget: Budget | None = None,
    on_ready: Callable[[Rooms], Awaitable[None]] | None = None,
) -> None:
    """Run the bot until `stop` is set.

    Args:
        settings: the operator's; the token must be there.
        stop: set it to end; what is in hand is finished first.
        clock: the time.
        strict: whether a missing text raises.
        budget: the rate budget; Telegram's limits with the operator's rate by default.
        on_ready: called once the rooms are open, before the first update is taken.

    Raises:
        CivicError: the bot cannot start; its text says why.
    """
    assert settings.token is not None
    async with AsyncExitStack() as stack:
        stack.enter_context(only_one(settings.database))
        opened = await stack.enter_async_context(rooms(settings, clock=clock, strict=strict))
        if on_ready is not None:
            await on_ready(opened)
        budget = budget or Budget(rate=settings.rate)
        application = _application(opened, budget)
        handlers.register(application)
        inbox = Inbox(opened.database, opened.clock, bot_id=int(settings.token.partition(":")[0]))
        if not await _initialize(application, stop):
            return
        stack.push_async_callback(application.shutdown)
        await _serve(opened, application, inbox, budget, stop)


async def _serve(opened: Rooms, application: App, inbox: Inbox, budget: Budget, stop: asyncio.Event) -> None:
    """Take updates, handle them, send what is due, until told to stop or one of these ends."""
    settings, bot = opened.settings, application.bot
    lanes = Lanes(inbox, _handler(application), _line_test(application))
    sender = Sender(bot, opened.services, opened.notices, opened.texts, budget, rate=settings.rate)
    chores = (inbox.forget_settled, opened.services.consultations.close_due)
    polling = AiohttpRequest(connections=2)
    jobs: list[Coroutine[Any, Any, None]] = [
        lanes.run(),
        sender.run(),
        tick(chores),
        _register(application, stop),
    ]
    webhook = _webhook(settings)
    async with AsyncExitStack() as stack:
        if webhook or settings.listen:
            listener = Listener(inbox, _figures(opened, inbox), webhook=webhook)
            try:
                await listener.start(*settings.address)
            except OSError as error:
                for job in jobs:
                    job.close()
                raise AddressTaken(address=":".join(map(str, settings.address))) from error
            stack.push_async_callback(listener.stop)
        if webhook:
            jobs.append(_set_webhook(application, settings, webhook, stop))
        else:
            await polling.initialize()
            stack.push_async_callback(polling.shutdown)
            jobs.append(poll(bot, polling, inbox))
        _log.info("ready", mode="webhook" if webhook else "polling")
        await _until(stop, jobs)


async def _until(stop: asyncio.Event, jobs: list[Coroutine[Any, Any, None]]) -> None:
    """Run the jobs side by side; the first that fails ends all, and so does `stop`."""
    tasks = [asyncio.create_task(job) for job in jobs]
    stopping: asyncio.Task[Any] = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait([*tasks, stopping], return_when=asyncio.FIRST_COMPLETED)
        for task in tasks:
            if task.done():
                task.result()
    except InvalidToken as error:
        raise TokenRefused from error
    finally:
        for task in [*tasks, stopping]:
            task.cancel()
        await asyncio.gather(*tasks, stopping, return_exceptions=True)


def _application(opened: Rooms, budget: Budget) -> App:
    settings = opened.settings
    request = AiohttpRequest()
    builder = (
        ApplicationBuilder()
        .token(settings.token or "")
        .base_url(f"{settings.api_url}/bot")
        .base_file_url(f"{settings.api_url}/file/bot")
        .updater(None)
        .job_queue(None)
        .request(request)
        .get_updates_request(AiohttpRequest(connections=1))
        .rate_limiter(Limiter(budget))
    )
    house = House(
        services=opened.services,
        texts=opened.texts,
        registration=Registration(
            RegistrationsService(opened.database),
            opened.texts,
            commands=handlers.CITIZENS_COMMANDS,
            staff_commands=handlers.STAFF_COMMANDS,
        ),
    )
    return builder.context_types(
        ContextTypes(context=Context, bot_data=cast("type[House]", lambda: house))
    ).build()


def _handler(application: App) -> Callable[[ReceivedUpdate, Handling], Awaitable[None]]:
    """What a lane does with an update: handle it, or show again what it came to."""

    async def handle(received: ReceivedUpdate, current: Handling) -> None:
        update = Update.de_json(json.loads(received.payload), application.bot) if received.payload else None
        if not current.is_applied:
            if update is not None:
                await application.process_update(update)
            return
        context = Context.from_update(update, application) if update else Context(application, received.lane)
        await handlers.show_again(update, context, current.outcome)

    return handle


def _line_test(application: App) -> Callable[[], Awaitable[bool]]:
    async def is_line_up() -> bool:
        try:
            await application.bot.get_me()
        except TelegramError:
            return False
        return True

    return is_line_up


async def _initialize(application: App, stop: asyncio.Event) -> bool:
    """Make Telegram's acquaintance; wait for it where it does not answer. False where told to stop."""
    pause = 0.5
    while not stop.is_set():
        try:
            await application.initialize()
        except InvalidToken as error:
            raise TokenRefused from error
        except TelegramError as error:
            _log.warning("telegram-away", error=type(error).__qualname__)
            await asyncio.wait([asyncio.ensure_future(stop.wait())], timeout=pause)
            pause = min(30.0, pause * 2)
        else:
            return True
    return False


async def _register(application: App, stop: asyncio.Event) -> None:
    """Tell Telegram about commands and descriptions; in the background, since it may make us wait for hours."""
    registration = application.bot_data.registration
    pause = 5.0
    while True:
        try:
            await registration.tell_all(application.bot)
            for administrator in application.bot_data.services.people.administrators:
                await registration.tell_staff(application.bot, administrator)
        except TelegramError as error:
            _log.warning("registration-later", error=type(error).__qualname__)
            await asyncio.sleep(pause)
            pause = min(3600.0, pause * 2)
        else:
            break
    await stop.wait()


def _webhook(settings: Settings) -> tuple[str, str] | None:
    """Path and secret of the webhook, where updates are to come that way.

    Without a secret of the operator's, one is derived from the token: the same after every start, and
    of no use for finding the token.
    """
    if settings.webhook_url is None:
        return None
    derived = hmac.new((settings.token or "").encode(), b"webhook", hashlib.sha256).hexdigest()
    return urlsplit(settings.webhook_url).path or "/", settings.webhook_secret or derived


async def _set_webhook(
    application: App, settings: Settings, webhook: tuple[str, str], stop: asyncio.Event
) -> None:
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


def _figures(opened: Rooms, inbox: Inbox) -> Callable[[], Awaitable[Mapping[str, float]]]:
    async def figures() -> Mapping[str, float]:
        notices = await opened.notices.counts()
        return {
            "inbox_waiting": await inbox.backlog(),
            **{f"notices_{state}": notices.get(state, 0) for state in NoticeState},
        }

    return figures
