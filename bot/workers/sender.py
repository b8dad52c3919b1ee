"""The outbox sender: notices leave at the allowed rate, behind answers, and each is settled as a row.

It claims only a moment's sending ahead, and holds back where too many have left and are not settled. What a crash
leaves claimed, and of that only what had left, may be sent twice.

Two go on side by side: one sends what is claimed, as fast as the budget and the line allow, and the other exchanges
with the rows: how it went, for what comes next.
"""

import asyncio
import contextlib
import time
from collections import deque
from datetime import timedelta
from functools import partial

import structlog
from telegram.error import RetryAfter, TelegramError

from bot.domain.errors import CivicError
from bot.domain.notices import Notice, NoticeState
from bot.gateway.budget import Budget, Priority
from bot.gateway.quota import Departure
from bot.gateway.wire import Caller
from bot.services.notices import NoticesService, Settled
from bot.workers.drawing import Drawing
from bot.workers.outcomes import answered, undrawn

_log = structlog.get_logger(__name__)

#: Seconds between two looks at an empty outbox; what the command line queues leaves within a second.
LOOK = 0.4
#: Seconds without sending after the line has failed, at first and at the most; so many failures in a row are needed.
FIRST_REST, LONGEST_REST, IN_A_ROW = 0.5, 30.0, 3
#: Seconds for which what is in flight is waited for when told to stop.
LAST_CALL = 5.0
#: Seconds of sending that are claimed ahead.
AHEAD = 0.1
#: Seconds that an answer may wait for its settlement at full rate, and that pass between two exchanges.
UNWRITTEN, BETWEEN = 0.0115, (0.005, 0.03)
#: Seconds that Telegram is thought to take before it has answered once.
USUAL = 0.05
#: Seconds of a pause after which what is claimed is given back.
LONG_PAUSE = 0.5


class Sender:
    """Sends what is due.

    Args:
        drawing: what notices say.
        notices: the outbox.
        budget: the one rate budget, shared with answers.
        caller: calls Telegram's `sendMessage`.
        rate: messages a second; bounds how many are in flight.
    """

    def __init__(
        self, drawing: Drawing, notices: NoticesService, budget: Budget, caller: Caller, *, rate: int
    ) -> None:
        self._drawing = drawing
        self._notices = notices
        self._budget = budget
        self._caller = caller
        self._rate = rate
        self._between = min(BETWEEN[1], max(BETWEEN[0], 6 / rate))
        self._claimed: deque[Notice] = deque()
        self._in_flight = 0
        self._settled: list[Settled] = []
        self._unwritten = 0  # of those settled, whom Telegram has heard of
        self._news = asyncio.Event()  # for the books: something is settled
        self._go = asyncio.Event()  # for sending: something is claimed, or there is room
        self._failures = 0
        self._rests_until = 0.0
        self._rest = FIRST_REST

    async def run(self) -> None:
        """Send until cancelled; on the way out, what is in flight is settled."""
        sending = asyncio.create_task(self._send_all())
        try:
            await self._keep_books(sending)
        finally:
            sending.cancel()
            await asyncio.gather(sending, return_exceptions=True)
            await self._finish()

    async def _keep_books(self, sending: asyncio.Task[None]) -> None:
        is_recovered, pause = False, LOOK
        while not sending.done():
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
        sending.result()

    async def _finish(self) -> None:
        """Give back what has not been sent yet, and wait for Telegram's word on what has."""
        self._give_back()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(LAST_CALL):
                while self._in_flight:
                    self._news.clear()
                    await self._news.wait()
        await self._caller.close()
        if self._settled:
            await self._exchange(0)

    async def _turn(self) -> None:
        """One exchange with the rows, then wait for what makes the next one worth it."""
        self._news.clear()
        rests = self._resting
        room = 0 if rests else self._wanted
        is_idle = not (self._in_flight or self._claimed)
        if not self._settled and not (room and (not is_idle or await self._notices.are_due())):
            await self._wait(min(LOOK, rests) if rests else LOOK)
            return
        began = time.monotonic()
        came = await self._exchange(room)
        if came or self._in_flight:
            # A little later there is more to exchange at once.
            await asyncio.sleep(max(0.0, began + self._between - time.monotonic()))
        if not came and not self._settled and (self._in_flight or self._claimed):
            await self._wait(LOOK)

    @property
    def _wanted(self) -> int:
        """How many are to be claimed; 0 where enough are."""
        most = max(4, int(self._rate * AHEAD))
        return most - len(self._claimed) if len(self._claimed) <= most // 2 else 0

    @property
    def _room(self) -> int:
        """How many may leave before more are settled: what a crash may repeat is bounded by it."""
        usual = self._budget.usual or USUAL
        return max(4, int(self._rate * (usual + UNWRITTEN))) - self._in_flight - self._unwritten

    @property
    def _resting(self) -> float:
        """Seconds for which nothing may be sent, since the line is down or Telegram has said so."""
        return max(0.0, self._rests_until - time.monotonic(), self._budget.pausing)

    async def _exchange(self, room: int) -> int:
        settled, self._settled = self._settled, []
        unwritten = self._unwritten
        exchange = asyncio.ensure_future(
            self._notices.exchange(settled, room, is_idle=not (self._in_flight or self._claimed))
        )
        try:
            claimed = await asyncio.shield(exchange)
        except asyncio.CancelledError:
            self._claimed += await exchange  # it is carried out nevertheless
            raise
        except BaseException:
            self._settled = [*settled, *self._settled]
            raise
        self._unwritten -= unwritten
        self._claimed += claimed
        if claimed or unwritten:
            self._go.set()
        return len(claimed)

    async def _wait(self, seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._news.wait()

    async def _send_all(self) -> None:
        while True:
            rests = self._resting
            if rests > LONG_PAUSE:
                self._give_back()
            if rests or not self._claimed or self._room <= 0:
                self._budget.is_pressed = bool(self._claimed) and not rests
                self._go.clear()
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(min(LOOK, rests) if rests else LOOK):
                        await self._go.wait()
                continue
            self._budget.is_pressed = True
            notice = self._claimed[0]
            try:
                body = await self._drawing.body(notice)
            except CivicError as error:
                self._settle(undrawn(notice, error))
            except Exception as error:  # noqa: BLE001  (one broken notice must not stop the others)
                _log.error("notice-broken", notice=notice.id, error=type(error).__qualname__)
                self._settle(Settled(notice, NoticeState.FAILED, type(error).__qualname__))
            else:
                await self._send(notice, body)

    async def _send(self, notice: Notice, body: bytes) -> None:
        """Send the first of those claimed when its turn has come; later, where its chat is busy."""
        chat_id = notice.chat_id
        if busy := self._budget.chat_free(chat_id):
            again_in = timedelta(seconds=busy)
            self._settle(Settled(notice, NoticeState.PENDING, None, again_in, is_attempt=False))
            return
        departure = self._budget.try_acquire(chat_id, priority=Priority.BROADCAST)
        if departure is None:
            departure = await self._budget.acquire(chat_id, priority=Priority.BROADCAST)
        self._claimed.popleft()
        self._in_flight += 1
        self._caller.call(body, partial(self._told, notice, departure))

    def _told(self, notice: Notice, departure: Departure, error: TelegramError | None) -> None:
        """Telegram has answered, or never will."""
        self._budget.answered(departure, is_taken=error is None)
        self._in_flight -= 1
        ended = answered(notice, error)
        if isinstance(error, RetryAfter):
            self._budget.refused(notice.chat_id, error._retry_after.total_seconds())  # noqa: SLF001 - the public one warns
        elif ended.state is NoticeState.PENDING and ended.moved_to is None:
            self._failed()
        else:
            self._failures, self._rest = 0, FIRST_REST
        self._settled.append(ended)
        self._unwritten += 1
        self._news.set()

    def _failed(self) -> None:
        """Send nothing for a while where the same would happen to every other notice."""
        self._failures += 1
        now = time.monotonic()
        if self._failures >= IN_A_ROW and now >= self._rests_until:  # those in flight fail together: once
            self._rests_until = now + self._rest
            self._rest = min(LONGEST_REST, self._rest * 2)

    def _settle(self, ended: Settled) -> None:
        """The first of those claimed is through without Telegram's having heard of it."""
        self._claimed.popleft()
        self._settled.append(ended)
        self._news.set()

    def _give_back(self) -> None:
        """Let what is claimed and has not left wait as rows: whom it goes to may change their mind meanwhile."""
        while self._claimed:
            self._settle(Settled(self._claimed[0], NoticeState.PENDING, None, is_attempt=False))
