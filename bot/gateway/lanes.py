"""Lanes: updates of one chat one after another, chats side by side.

Each lane's head is handled in a task of its own; what waits behind it waits without one. A lane that has more
goes to the end of the line, so a flooding chat takes turns with all others, and only a few of its updates are
in memory at a time: the rest stay rows until its turn comes.
"""

import asyncio
import secrets
from collections import deque
from collections.abc import Awaitable, Callable

import structlog

from bot.domain.updates import ReceivedUpdate, UpdateState
from bot.gateway.inbox import Inbox
from storage import Handling, handling

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

Handle = Callable[[ReceivedUpdate, Handling], Awaitable[None]]


class _Lane:
    __slots__ = ("has_more", "last", "waiting")

    def __init__(self) -> None:
        self.waiting: deque[ReceivedUpdate] = deque()
        self.last = 0  # row id of the last one held
        self.has_more = False  # rows after `last` were left where they are


class Lanes:
    """Takes waiting updates from the inbox to whoever handles them.

    Args:
        inbox: where updates wait.
        handle: handles one update; how it went stands in the `Handling`, an exception is an incident.
        is_line_up: whether Telegram answers at all; asked before an update is given up.
    """

    def __init__(self, inbox: Inbox, handle: Handle, is_line_up: Callable[[], Awaitable[bool]]) -> None:
        self._inbox = inbox
        self._handle = handle
        self._is_line_up = is_line_up
        self._lanes: dict[int, _Lane] = {}
        self._ready: deque[int] = deque()
        self._tasks: set[asyncio.Task[None]] = set()
        self._held = 0
        self._news = asyncio.Event()
        inbox.on_arrival = self._news.set

    async def run(self) -> None:
        """Work until cancelled; on the way out, what is being handled is brought to its end."""
        read_to = 0
        try:
            while True:
                self._news.clear()
                if self._held < HELD:
                    rows = await self._inbox.waiting(after=read_to, limit=CHUNK)
                    for row in rows:
                        self._line_up(row)
                        read_to = row.id
                    self._start()
                    if len(rows) == CHUNK:
                        continue
                await self._news.wait()
        finally:
            if self._tasks:
                await asyncio.wait(self._tasks, timeout=10)
            for task in self._tasks:
                task.cancel()

    def _line_up(self, row: ReceivedUpdate) -> None:
        lane = self._lanes.get(row.lane)
        if lane is None:
            lane = self._lanes[row.lane] = _Lane()
            self._ready.append(row.lane)
        if lane.has_more or len(lane.waiting) >= HELD_BY_LANE:
            lane.has_more = True
            return
        lane.waiting.append(row)
        lane.last = row.id
        self._held += 1

    def _start(self) -> None:
        while self._ready and len(self._tasks) < AT_ONCE:
            key = self._ready.popleft()
            task = asyncio.create_task(self._work(key))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _work(self, key: int) -> None:
        """Handle the head of a lane, and put the lane at the end of the line if it has more."""
        lane = self._lanes[key]
        try:
            await self._settle(lane.waiting[0])
            lane.waiting.popleft()
            self._held -= 1
            if not lane.waiting and lane.has_more:
                await self._refill(key, lane)
        except asyncio.CancelledError:
            raise
        except Exception as error:  # noqa: BLE001  (the file is busy or full: the row stays, and is tried again)
            _log.error("lane", lane_error=type(error).__qualname__)
            await asyncio.sleep(LONGEST_PAUSE / 10)
        if lane.waiting:
            self._ready.append(key)
        else:
            del self._lanes[key]
        asyncio.get_running_loop().call_soon(self._start)
        self._news.set()

    async def _refill(self, key: int, lane: _Lane) -> None:
        rows = await self._inbox.waiting(after=lane.last, limit=HELD_BY_LANE, lane=key)
        lane.has_more = len(rows) == HELD_BY_LANE
        for row in rows:
            lane.waiting.append(row)
            lane.last = row.id
        self._held += len(rows)

    async def _settle(self, update: ReceivedUpdate) -> None:
        """Handle an update until it is settled: done, or ended in an incident."""
        pause, tries = FIRST_PAUSE, 0
        while True:
            current = Handling(
                update.id, is_applied=update.state is UpdateState.APPLIED, outcome=update.outcome
            )
            await self._try(update, current)
            if current.failure is None:
                break
            tries += 1
            _log.warning("update-again", row=update.id, tries=tries, error=type(current.failure).__qualname__)
            if tries >= PATIENCE and await self._is_line_up():
                current.incident = secrets.token_hex(4).upper()
                _log.error("update-given-up", row=update.id, number=current.incident)
                break
            if current.is_applied:
                update = update.model_copy(update={"state": UpdateState.APPLIED, "outcome": current.outcome})
            await asyncio.sleep(pause)
            pause = min(LONGEST_PAUSE, pause * 2)
        await self._inbox.settle(update.id, current.incident)

    async def _try(self, update: ReceivedUpdate, current: Handling) -> None:
        token = handling.set(current)
        try:
            await self._handle(update, current)
        except Exception as error:  # noqa: BLE001  (nothing may stop the lane)
            current.incident = secrets.token_hex(4).upper()
            _log.error(
                "update-broken", row=update.id, number=current.incident, error=type(error).__qualname__
            )
        finally:
            handling.reset(token)
