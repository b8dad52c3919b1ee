"""The outbox sender: notices leave at the allowed rate, behind answers, and each is settled as a row.

It claims only a moment's sending ahead. What a crash leaves claimed, and only that, may be sent twice.
"""

import asyncio
import contextlib
import time
from datetime import timedelta

import structlog
from telegram import LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, InvalidToken, RetryAfter, TelegramError
from telegram.ext import ExtBot

from bot.domain.errors import CivicError
from bot.domain.notices import Notice, NoticeId, NoticeKind, NoticeState
from bot.gateway.budget import Budget, Priority
from bot.gateway.limiter import PREPAID
from bot.gateway.transport import ConnectionNotMade
from bot.services import Services
from bot.services.notices import ATTEMPTS, NoticesService, Settled
from bot.services.updates import is_passing
from bot.ui.notices import screen_of
from bot.ui.screen import Screen

_log = structlog.get_logger(__name__)

#: Seconds between two looks at an empty outbox; what the command line queues leaves within a second.
LOOK = 0.4
#: Seconds without claiming after the line has failed, at first and at the most.
FIRST_REST, LONGEST_REST = 0.5, 30.0
#: Seconds for which what is in flight is waited for when told to stop.
LAST_CALL = 5.0
#: Between two tries of one notice, at first and at the most.
A_MOMENT, LONGEST_PAUSE = timedelta(seconds=1), timedelta(hours=3)
#: Seconds for which a drawn screen serves all who get the same.
FRESH = 1.0
#: Words in Telegram's refusals that mean: this chat is gone for good.
_GONE = ("chat not found", "user is deactivated", "peer_id_invalid", "user not found")


class Sender:
    """Sends what is due.

    Args:
        bot: Telegram.
        services: the use cases.
        notices: the outbox.
        budget: the one rate budget, shared with answers.
        rate: messages a second; bounds how many are in flight.
    """

    def __init__(
        self,
        bot: ExtBot[int],
        services: Services,
        notices: NoticesService,
        budget: Budget,
        *,
        rate: int,
    ) -> None:
        self._bot = bot
        self._services = services
        self._notices = notices
        self._budget = budget
        self._in_flight_at_most = max(4, rate // 8)
        self._tasks: dict[asyncio.Task[None], Notice] = {}
        self._asking: set[NoticeId] = set()  # those of which Telegram may have heard
        self._settled: list[Settled] = []
        self._news = asyncio.Event()
        self._drawn: dict[tuple[NoticeKind, int, str, str | None], tuple[float, Screen]] = {}
        self._rests_until = 0.0
        self._rest = FIRST_REST

    async def run(self) -> None:
        """Send until cancelled; on the way out, what is in flight is settled."""
        is_recovered, pause = False, LOOK
        try:
            while True:
                try:
                    if not is_recovered:
                        again = await self._notices.recover()
                        is_recovered = True
                        if again:
                            _log.info("outbox-recovered", notices=again)
                    await self._turn()
                    pause = LOOK
                except CivicError as error:  # the file is busy or full: the rows wait
                    _log.warning("outbox", error=type(error).__qualname__)
                    await asyncio.sleep(pause)
                    pause = min(LONGEST_REST, pause * 2)
        finally:
            await self._finish()

    async def _finish(self) -> None:
        """Take back what has not been sent yet, and wait for Telegram's word on what has."""
        for task, notice in self._tasks.items():
            if notice.id not in self._asking:
                task.cancel()
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=LAST_CALL)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        settled, self._settled = self._settled, []
        if settled:
            await self._notices.exchange(settled, 0)

    async def _turn(self) -> None:
        """One exchange with the rows, then wait for what makes the next one worth it."""
        self._news.clear()
        rests = self._rests_until - time.monotonic()
        room = 0 if rests > 0 else self._in_flight_at_most - len(self._tasks)
        if not self._settled and (room <= 0 or not await self._notices.are_due()):
            await self._wait(min(LOOK, rests) if rests > 0 else LOOK)
            return
        settled, self._settled = self._settled, []
        try:
            claimed = await self._notices.exchange(settled, max(0, room))
        except BaseException:
            self._settled = [*settled, *self._settled]
            raise
        for notice in claimed:
            task = asyncio.create_task(self._send(notice))
            self._tasks[task] = notice
            task.add_done_callback(self._tasks.pop)
        if not claimed and self._tasks:
            await self._wait(LOOK)

    async def _wait(self, seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._news.wait()

    async def _send(self, notice: Notice) -> None:
        try:
            ended = await self._try(notice)
        except asyncio.CancelledError:
            if notice.id not in self._asking:
                self._settled.append(Settled(notice, NoticeState.PENDING, is_attempt=False))
            raise
        except Exception as error:  # noqa: BLE001  (one broken notice must not stop the others)
            _log.error("notice-broken", notice=notice.id, error=type(error).__qualname__)
            ended = Settled(notice, NoticeState.FAILED, type(error).__qualname__)
        finally:
            self._asking.discard(notice.id)
        self._settled.append(ended)
        self._news.set()

    async def _try(self, notice: Notice) -> Settled:
        try:
            screen = await self._screen(notice)
        except CivicError as error:
            if is_passing(error):
                return Settled(notice, NoticeState.PENDING, None, A_MOMENT, is_attempt=False)
            return Settled(notice, NoticeState.CANCELLED, type(error).__qualname__)
        await self._budget.acquire(notice.chat_id, priority=Priority.BROADCAST)
        self._asking.add(notice.id)
        try:
            await self._bot.send_message(
                notice.chat_id,
                screen.text,
                parse_mode=ParseMode.HTML,
                reply_markup=screen.markup,
                link_preview_options=LinkPreviewOptions(is_disabled=True),
                rate_limit_args=PREPAID,
            )
        except TelegramError as error:
            ended = _ended(notice, error)
            if ended.state is NoticeState.PENDING and not isinstance(error, RetryAfter):
                self._line_is_down()
            return ended
        self._rest = FIRST_REST
        return Settled(notice, NoticeState.SENT)

    def _line_is_down(self) -> None:
        """Claim nothing for a while: the same would happen to every other notice."""
        now = time.monotonic()
        if now >= self._rests_until:  # those in flight fail together, and that is one failure
            self._rests_until = now + self._rest
            self._rest = min(LONGEST_REST, self._rest * 2)

    async def _screen(self, notice: Notice) -> Screen:
        language = notice.language or self._services.content.texts.choose(notice.language_code)
        bot_name = None if notice.group_id is None else self._bot.username
        key = (notice.kind, notice.subject_id, language, bot_name)
        drawn = self._drawn.get(key)
        if drawn is not None and time.monotonic() - drawn[0] < FRESH:
            return drawn[1]
        screen = await screen_of(
            self._services,
            notice.kind,
            notice.subject_id,
            self._services.content.texts.speaker(language),
            bot_name=bot_name,
        )
        if len(self._drawn) > 100:
            self._drawn.clear()
        self._drawn[key] = (time.monotonic(), screen)
        return screen


def _ended(notice: Notice, error: TelegramError) -> Settled:
    """What Telegram's refusal, or its silence, means for a notice."""
    word = f"{type(error).__qualname__}: {error.message}"[:200]
    if isinstance(error, Forbidden) or any(sign in error.message.lower() for sign in _GONE):
        return Settled(notice, NoticeState.UNREACHABLE, word)
    if isinstance(error, RetryAfter):
        # Telegram has not taken it; the budget is paused already, for everybody.
        return Settled(notice, NoticeState.PENDING, word, is_attempt=False)
    if isinstance(error, BadRequest):
        _log.error("notice-refused", notice=notice.id, reason=word)
        return Settled(notice, NoticeState.FAILED, word)
    if isinstance(error, ConnectionNotMade | InvalidToken):
        # Surely not taken: however long Telegram is away or the token wrong, no notice is given up for it.
        return Settled(notice, NoticeState.PENDING, word, A_MOMENT, is_attempt=False)
    if notice.attempts + 1 >= ATTEMPTS:
        return Settled(notice, NoticeState.FAILED, word)
    # Telegram may have taken it: it has no way to tell, and a notice twice is better than none.
    return Settled(notice, NoticeState.PENDING, word, min(LONGEST_PAUSE, A_MOMENT * 4**notice.attempts))
