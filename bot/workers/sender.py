"""The outbox sender: notices leave at the allowed rate, behind answers, and each is settled as a row.

It claims only a moment's sending ahead. What a crash leaves claimed, and only that, may be sent twice.
"""

import asyncio
import time
from datetime import timedelta

import structlog
from telegram import LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError
from telegram.ext import ExtBot

from bot.domain.errors import CivicError
from bot.domain.notices import Notice, NoticeKind, NoticeState
from bot.gateway.budget import Budget, Priority
from bot.gateway.limiter import PREPAID
from bot.services import Services
from bot.services.notices import ATTEMPTS, NoticesService, Settled
from bot.texts import Texts
from bot.ui.notices import screen_of
from bot.ui.screen import Screen

_log = structlog.get_logger(__name__)

#: Seconds between two looks at an empty outbox; what the command line queues leaves within a second.
LOOK = 0.4
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
        texts: every sentence.
        budget: the one rate budget, shared with answers.
        rate: messages a second; bounds how many are in flight.
    """

    def __init__(
        self,
        bot: ExtBot[int],
        services: Services,
        notices: NoticesService,
        texts: Texts,
        budget: Budget,
        *,
        rate: int,
    ) -> None:
        self._bot = bot
        self._services = services
        self._notices = notices
        self._texts = texts
        self._budget = budget
        self._in_flight_at_most = max(4, rate // 16)
        self._in_flight: set[asyncio.Task[None]] = set()
        self._settled: list[Settled] = []
        self._news = asyncio.Event()
        self._drawn: dict[tuple[NoticeKind, int, str], tuple[float, Screen]] = {}

    async def run(self) -> None:
        """Send until cancelled; on the way out, what is in flight is settled."""
        again = await self._notices.recover()
        if again:
            _log.info("outbox-recovered", notices=again)
        try:
            while True:
                try:
                    await self._turn()
                except CivicError as error:  # the file is busy: the rows wait
                    _log.warning("outbox", error=type(error).__qualname__)
                    await asyncio.sleep(LOOK)
        finally:
            if self._in_flight:
                await asyncio.wait(self._in_flight, timeout=5)
            settled, self._settled = self._settled, []
            if settled:
                await asyncio.shield(self._notices.exchange(settled, 0))

    async def _turn(self) -> None:
        """One exchange with the rows, then wait for what makes the next one worth it."""
        self._news.clear()
        room = self._in_flight_at_most - len(self._in_flight)
        if not self._settled and not await self._notices.are_due():
            await self._wait(LOOK)
            return
        settled, self._settled = self._settled, []
        try:
            claimed = await self._notices.exchange(settled, max(0, room))
        except BaseException:
            self._settled = [*settled, *self._settled]
            raise
        for notice in claimed:
            task = asyncio.create_task(self._send(notice))
            self._in_flight.add(task)
            task.add_done_callback(self._in_flight.discard)
        if not claimed and self._in_flight:
            await self._wait(LOOK)

    async def _wait(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._news.wait()
        except TimeoutError:
            return

    async def _send(self, notice: Notice) -> None:
        try:
            ended = await self._try(notice)
        except Exception as error:  # noqa: BLE001  (one broken notice must not stop the others)
            _log.error("notice-broken", notice=notice.id, error=type(error).__qualname__)
            ended = Settled(notice, NoticeState.FAILED, type(error).__qualname__)
        self._settled.append(ended)
        self._news.set()

    async def _try(self, notice: Notice) -> Settled:
        try:
            screen = await self._screen(notice)
        except CivicError as error:
            return Settled(notice, NoticeState.CANCELLED, type(error).__qualname__)
        await self._budget.acquire(notice.person_id, priority=Priority.BROADCAST)
        try:
            await self._bot.send_message(
                notice.person_id,
                screen.text,
                parse_mode=ParseMode.HTML,
                reply_markup=screen.markup,
                link_preview_options=LinkPreviewOptions(is_disabled=True),
                rate_limit_args=PREPAID,
            )
        except TelegramError as error:
            return _ended(notice, error)
        return Settled(notice, NoticeState.SENT)

    async def _screen(self, notice: Notice) -> Screen:
        language = notice.language or self._texts.choose(notice.language_code)
        key = (notice.kind, notice.subject_id, language)
        drawn = self._drawn.get(key)
        if drawn is not None and time.monotonic() - drawn[0] < FRESH:
            return drawn[1]
        screen = await screen_of(
            self._services, notice.kind, notice.subject_id, self._texts.speaker(language)
        )
        if len(self._drawn) > 100:
            self._drawn.clear()
        self._drawn[key] = (time.monotonic(), screen)
        return screen


def _ended(notice: Notice, error: TelegramError) -> Settled:
    """What Telegram's refusal means for a notice."""
    word = f"{type(error).__qualname__}: {error.message}"[:200]
    if isinstance(error, Forbidden) or any(sign in error.message.lower() for sign in _GONE):
        return Settled(notice, NoticeState.UNREACHABLE, word)
    if isinstance(error, RetryAfter):
        # Telegram has not taken it; the budget is paused already, for everybody.
        return Settled(notice, NoticeState.PENDING, word)
    if isinstance(error, BadRequest) or not isinstance(error, NetworkError):
        _log.error("notice-refused", notice=notice.id, reason=word)
        return Settled(notice, NoticeState.FAILED, word)
    if notice.attempts + 1 >= ATTEMPTS:
        return Settled(notice, NoticeState.FAILED, word)
    # Telegram may have taken it: it has no way to tell, and a notice twice is better than none.
    return Settled(notice, NoticeState.PENDING, word, timedelta(seconds=min(3600, 2**notice.attempts)))
