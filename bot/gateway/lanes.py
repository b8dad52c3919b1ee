"""Lanes: updates of one chat one after another, chats side by side.

Each lane's head is handled in a task of its own; what waits behind it waits without one. A lane that has more
goes to the end of the line, so a flooding chat takes turns with all others, and only a few of its updates are
in memory at a time: the rest stay rows until its turn comes. The next head waits until the settlement of the
last one is committed.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

import structlog

from bot.domain.updates import ReceivedUpdate, UpdateState
from bot.gateway.inbox import Inbox
from bot.services import incidents
from storage import DatabaseUnavailable, Handling, handling

_log = structlog.get_logger(__name__)

#: Updates handled at the same time, over all chats.
AT_ONCE = 256
#: Updates of one chat in memory at a time.
HELD_BY_LANE = 16
#: Updates in memory at a time, over all chats, before reading on waits.
HELD = 4096
#: Rows read in one go.
CHUNK = 512
#: Seconds between two tries of the same update, at first and at the most.
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
#: Tries after which an update is given up, if Telegram answers everything else.
PATIENCE = 8
#: Seconds for which the updates in hand may go on when told to stop; what is left is taken up at the next start.
LAST_CALL = 10.0

Handle = Callable[[ReceivedUpdate, Handling], Awaitable[None]]


class _Lane:
    __slots__ = ("has_more", "incident", "is_answered", "is_handled", "last", "tries", "waiting")

    def __init__(self) -> None:
        self.waiting: deque[ReceivedUpdate] = deque()
        self.last = 0  # row id of the last one held
        self.has_more = False  # rows after `last` that have been read past were left where they are
        self.tries = 0  # of the head, that have failed
        self.is_handled = False  # the head is through, only its settlement is not committed
        self.is_answered = False  # the head's callback query has been answered in an earlier try
        self.incident: str | None = None

    def settled(self) -> None:
        """The head is done with."""
        self.waiting.popleft()
        self.tries, self.is_handled, self.is_answered, self.incident = 0, False, False, None


class Lanes:
    """Takes waiting updates from the inbox to whoever handles them.

    Only `run` reads rows, so that no row can be read twice or missed between two readers.

    Args:
        inbox: where updates wait.
        handle: handles one update; how it went stands in the `Handling`, an exception is an incident.
        is_line_up: whether Telegram answers at all; asked before an update is given up.
        first_pause: seconds before an update is tried again; doubles up to half a minute.
    """

    def __init__(
        self,
        inbox: Inbox,
        handle: Handle,
        is_line_up: Callable[[], Awaitable[bool]],
        *,
        first_pause: float = FIRST_PAUSE,
    ) -> None:
        self._inbox = inbox
        self._handle = handle
        self._is_line_up = is_line_up
        self._first_pause = first_pause
        self._lanes: dict[int, _Lane] = {}
        self._ready: deque[int] = deque()
        self._to_refill: deque[int] = deque()
        self._tasks: set[asyncio.Task[None]] = set()
        self._pauses: set[asyncio.TimerHandle] = set()
        self._held = 0
        self._read_to = 0
        self._has_unread = True
        self._is_stopping = False
        self._news = asyncio.Event()
        inbox.on_arrival = self._arrived

    async def run(self) -> None:
        """Work until cancelled; on the way out, what is being handled is brought to its end."""
        pause = self._first_pause
        try:
            while True:
                self._news.clear()
                try:
                    await self._read()
                    pause = self._first_pause
                except DatabaseUnavailable as error:
                    _log.warning("lanes-wait", error=type(error).__qualname__)
                    await asyncio.sleep(pause)
                    pause = min(LONGEST_PAUSE, pause * 2)
                    continue
                self._start()
                if not self._may_read:
                    await self._news.wait()
        finally:
            await self._finish()

    @property
    def _may_read(self) -> bool:
        return bool(self._to_refill) or (self._has_unread and self._held < HELD)

    def _arrived(self) -> None:
        self._has_unread = True
        self._news.set()

    async def _read(self) -> None:
        """Fill up the lanes that have run empty, and read on."""
        while self._to_refill:
            key = self._to_refill[0]
            lane = self._lanes[key]
            # Rows that have been read past, and those alone: what is newer is read below, once.
            rows = await self._inbox.waiting(
                after=lane.last, up_to=self._read_to, limit=HELD_BY_LANE, lane=key
            )
            self._to_refill.popleft()
            lane.has_more = len(rows) == HELD_BY_LANE
            for row in rows:
                self._hold(lane, row)
            self._line_up(key, lane)
        if self._has_unread and self._held < HELD:
            self._has_unread = False
            rows = await self._unread()
            for row in rows:
                self._read_to = row.id
                lane = self._lanes.get(row.lane) or _Lane()
                if lane.has_more or len(lane.waiting) >= HELD_BY_LANE:
                    lane.has_more = True
                    continue
                self._hold(lane, row)
                if row.lane not in self._lanes:
                    self._lanes[row.lane] = lane
                    self._ready.append(row.lane)
            self._has_unread = self._has_unread or len(rows) == CHUNK

    async def _unread(self) -> list[ReceivedUpdate]:
        try:
            return list(await self._inbox.waiting(after=self._read_to, limit=CHUNK))
        except BaseException:
            self._has_unread = True
            raise

    def _hold(self, lane: _Lane, row: ReceivedUpdate) -> None:
        lane.waiting.append(row)
        lane.last = row.id
        self._held += 1

    def _line_up(self, key: int, lane: _Lane) -> None:
        """Put a lane without a task where it belongs: to the end of the line, to be filled up, or away."""
        if lane.waiting:
            self._ready.append(key)
        elif lane.has_more:
            self._to_refill.append(key)
        else:
            del self._lanes[key]

    def _start(self) -> None:
        while self._ready and len(self._tasks) < AT_ONCE and not self._is_stopping:
            task = asyncio.create_task(self._work(self._ready.popleft()))
            self._tasks.add(task)
            task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self._start()
        self._news.set()

    async def _work(self, key: int) -> None:
        """Bring the head of a lane one try further, and put the lane where it belongs."""
        lane = self._lanes[key]
        try:
            is_settled = await self._is_settled(lane)
        except Exception as error:  # noqa: BLE001  (the file is busy or full: what is done stays done, and is recorded later)
            _log.warning("lane", row=lane.waiting[0].id, error=type(error).__qualname__)
            lane.tries += 1
            is_settled = False
        if is_settled:
            lane.settled()
            self._held -= 1
            self._line_up(key, lane)
        else:
            self._pause(key, lane)

    async def _is_settled(self, lane: _Lane) -> bool:
        lane.is_handled = lane.is_handled or await self._is_through(lane)
        if lane.is_handled:
            await self._inbox.settle(lane.waiting[0].id, lane.incident)
        return lane.is_handled

    def _pause(self, key: int, lane: _Lane) -> None:
        """Let the lane wait outside the line, so that it takes nobody's turn."""

        def over() -> None:
            self._pauses.discard(timer)
            self._ready.append(key)
            self._start()

        seconds = min(LONGEST_PAUSE, self._first_pause * 2 ** min(lane.tries - 1, 20))
        timer = asyncio.get_running_loop().call_later(seconds, over)
        self._pauses.add(timer)

    async def _is_through(self, lane: _Lane) -> bool:
        """Handle the head once; whether that is the end of it: done, or an incident."""
        update = lane.waiting[0]
        current = Handling(
            update.id,
            is_applied=update.state is UpdateState.APPLIED,
            outcome=update.outcome,
            is_answered=lane.is_answered,
        )
        await self._try(update, current)
        lane.is_answered = current.is_answered
        if current.is_applied:
            # Whatever comes now, the change is committed: another try shows what it came to.
            lane.waiting[0] = update.model_copy(
                update={"state": UpdateState.APPLIED, "outcome": current.outcome}
            )
        if current.failure is None:
            lane.incident = current.incident
            return True
        lane.tries += 1
        _log.warning(
            "update-again", row=update.id, tries=lane.tries, error=type(current.failure).__qualname__
        )
        if isinstance(current.failure, DatabaseUnavailable) or lane.tries < PATIENCE:
            return False
        if not await self._is_line_up():
            return False
        lane.incident = incidents.new_number()
        _log.error("update-given-up", row=update.id, number=lane.incident)
        return True

    async def _try(self, update: ReceivedUpdate, current: Handling) -> None:
        token = handling.set(current)
        try:
            await self._handle(update, current)
        except DatabaseUnavailable as error:
            current.failure = error
        except Exception as error:  # noqa: BLE001  (nothing may stop the lane)
            current.incident = incidents.new_number()
            _log.error(
                "update-broken",
                row=update.id,
                number=current.incident,
                error=type(error).__qualname__,
                at=incidents.places(error),
            )
        finally:
            handling.reset(token)

    async def _finish(self) -> None:
        """Begin nothing more, and wait for what is in hand; what takes too long is broken off, its row stays."""
        self._is_stopping = True
        for timer in self._pauses:
            timer.cancel()
        tasks = set(self._tasks)
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=LAST_CALL)
            for task in late:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
