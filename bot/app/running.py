"""Starting, serving, stopping."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from contextlib import AsyncExitStack
from typing import Any

import structlog
from telegram.error import InvalidToken

import handlers
from bot.app.content import Reloader
from bot.app.opening import Rooms, rooms
from bot.app.telegram import (
    TokenRefused,
    application_of,
    greet,
    handler_of,
    line_test,
    register,
    set_webhook,
    webhook_of,
)
from bot.domain.clock import Clock
from bot.domain.errors import CivicError
from bot.domain.notices import NoticeState
from bot.gateway.budget import FREE_RATE, Budget
from bot.gateway.inbox import Inbox
from bot.gateway.lanes import Lanes
from bot.gateway.listener import Listener
from bot.gateway.lock import only_one
from bot.gateway.polling import Poller
from bot.gateway.transport import AiohttpRequest
from bot.gateway.wire import caller_of
from bot.services import incidents
from bot.services.content.live import Content
from bot.settings import Settings
from bot.ui.context import App
from bot.workers.drawing import Drawing
from bot.workers.forum import Forum
from bot.workers.menus import Menus
from bot.workers.progress import Progress
from bot.workers.sender import Sender
from bot.workers.ticker import tick

_log = structlog.get_logger(__name__)


class Broken(CivicError):
    """A part of the bot has ended in an error that nobody expected; the log has the place in the code."""

    message_id = "error-broken-off"


class AddressTaken(CivicError):
    """The listener's address cannot be used."""

    message_id = "setting-error-listen"


async def run(
    settings: Settings,
    stop: asyncio.Event,
    *,
    clock: Clock | None = None,
    content: Content | None = None,
    budget: Budget | None = None,
    on_ready: Callable[[Rooms], Awaitable[None]] | None = None,
    reload: asyncio.Event | None = None,
) -> None:
    """Run the bot until `stop` is set.

    Args:
        settings: the operator's; the token must be there.
        stop: set it to end; what is in hand is finished first.
        clock: the time.
        content: what has been read from files already; read here by default.
        budget: the rate budget; Telegram's limits with the operator's rate by default.
        on_ready: called once the rooms are open, before the first update is taken.
        reload: set it to look for changed content at once instead of in the next minute.

    Raises:
        CivicError: the bot cannot start; its text says why.
    """
    assert settings.token is not None
    async with AsyncExitStack() as stack:
        stack.enter_context(only_one(settings.database))
        opened = await stack.enter_async_context(rooms(settings, clock=clock, content=content))
        if on_ready is not None:
            await on_ready(opened)
        budget = budget or Budget(rate=settings.rate)
        requests = AiohttpRequest(), AiohttpRequest(connections=2)
        for request in requests:  # opened by the application, also where it gets no further than that
            stack.push_async_callback(request.shutdown)
        application = application_of(opened, budget, requests)
        handlers.register(application)
        inbox = Inbox(opened.database, opened.clock, bot_id=int(settings.token.partition(":")[0]))
        if not await greet(application, stop):
            return
        stack.push_async_callback(application.shutdown)
        await _serve(opened, application, inbox, budget, requests, stop, reload or asyncio.Event())


async def _serve(
    opened: Rooms,
    application: App,
    inbox: Inbox,
    budget: Budget,
    requests: tuple[AiohttpRequest, AiohttpRequest],
    stop: asyncio.Event,
    reload: asyncio.Event,
) -> None:
    """Take updates, handle them, send what is due, until told to stop or one of these ends."""
    settings, bot = opened.settings, application.bot
    lanes = Lanes(inbox, handler_of(application), line_test(application))
    drawing = Drawing(opened.services, bot_name=bot.username, is_paid=settings.rate > FREE_RATE)
    caller = caller_of(f"{bot.base_url}/sendMessage", requests[0])
    sender = Sender(drawing, opened.notices, budget, caller, rate=settings.rate)
    services = opened.services
    services.content.texts.read()
    services.content.answers.warm()
    reloader = Reloader(settings, services.content)
    chores = (
        reloader.reload_changed,
        inbox.forget_settled,
        services.consultations.open_due,
        services.receipts.close_days,
        services.occasions.tell_due,
        services.responses.tell_due,
        services.digests.queue_due,
        services.briefings.queue_due,
        services.reminders.remind_due,
        services.attachments.sweep,
        services.exports.sweep,
        services.questions.forget_old,
        services.forum_letters.forget_unsent,
        opened.database.forget,
        opened.database.forget_copies,
    )
    jobs: list[Coroutine[Any, Any, None]] = [
        lanes.run(),
        sender.run(),
        Progress(bot, services).run(),
        Menus(bot, services, application.bot_data.registration).run(),
        tick(chores),
        _reload_when_told(reload, reloader),
        register(application, stop),
    ]
    if settings.staff_chat is not None:
        jobs.append(Forum(bot, services).run())
    webhook = webhook_of(settings)
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
            jobs.append(set_webhook(application, settings, webhook, stop))
        else:
            jobs.append(Poller(bot, requests[1], inbox).run())
        _log.info("ready", mode="webhook" if webhook else "polling")
        await _until(stop, jobs)


async def _reload_when_told(told: asyncio.Event, reloader: Reloader) -> None:
    while True:
        await told.wait()
        told.clear()
        await reloader.reload_changed()


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
    except CivicError:
        raise
    except Exception as error:
        _log.critical("broken-off", error=type(error).__qualname__, at=incidents.places(error))
        raise Broken(error=type(error).__qualname__) from error
    finally:
        for task in [*tasks, stopping]:
            task.cancel()
        await asyncio.gather(*tasks, stopping, return_exceptions=True)


def _figures(opened: Rooms, inbox: Inbox) -> Callable[[], Awaitable[Mapping[str, float]]]:
    async def figures() -> Mapping[str, float]:
        notices = await opened.notices.counts()
        return {
            "inbox_waiting": await inbox.backlog(),
            "content_problems": len(opened.services.content.problems),
            **{f"notices_{state}": notices.get(state, 0) for state in NoticeState},
        }

    return figures
