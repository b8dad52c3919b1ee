"""The one budget of messages, on which everything that the bot sends draws: answers before broadcasts.

Telegram's limits (Bots FAQ, "My bot is hitting limits, how do I avoid this?"): some 30 messages a second over all
chats (up to 1000 with paid broadcasts), one a second in a chat, 20 a minute in a group. They are kept exactly, in
every window of time and not on average, because what exceeds them comes back as an error 429 and a forced pause.

Over all chats a log of what has left lets no second hold more than `rate`; within it, a pace spreads broadcasts evenly
and leaves room for answers (`bot.gateway.pace`). A waiter whose chat is busy sleeps in a heap by the time its chat is
free; those whose chats are free stand in a heap by priority and arrival; one timer serves both.

Where Telegram says `retry_after` all the same, everybody waits, and the rate goes down by a tenth and slowly up again.
"""

import asyncio
import heapq
import time
from collections import OrderedDict
from collections.abc import Callable
from enum import IntEnum

from bot.gateway.pace import Pace
from bot.gateway.quota import Chats, Departure, Departures, is_group

#: Messages a second above which Telegram wants them marked as paid broadcasts.
FREE_RATE = 30

_COMPACT = 64  # stale entries that a heap may hold beside twice the valid ones
_TICK = 0.004  # seconds that broadcasts alone wait for at the least: a timer for each of 1000 a second costs too much
_SLACK = 0.1  # seconds after `retry_after`, which Telegram rounds to whole seconds


class Priority(IntEnum):
    """Who goes first when the budget is short; the lower the sooner."""

    ANSWER = 0
    BROADCAST = 1


class _Lane:
    """The waiters of one chat that are free at the same time: its sends, or its edits."""

    __slots__ = ("chat_id", "edits", "entry", "waiting")

    def __init__(self, chat_id: int | str | None, *, edits: bool) -> None:
        self.chat_id = chat_id
        self.edits = edits
        self.waiting: tuple[_Waiters, _Waiters] = (OrderedDict(), OrderedDict())
        self.entry: _Entry | None = None  # its one valid place in the heaps; any other is stale

    def head(self) -> tuple[Priority, int] | None:
        for priority in Priority:
            if self.waiting[priority]:
                return priority, next(iter(self.waiting[priority]))
        return None


_Waiters = OrderedDict[int, "asyncio.Future[Departure]"]
_Entry = tuple[float, int, _Lane]


class Budget:
    """Permission to send, one message at a time. Belongs to one event loop."""

    def __init__(
        self,
        *,
        rate: int = 30,
        burst: int = 2,
        chat_burst: int = 1,
        margin: float = 0.012,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        """Set the limits.

        Args:
            rate: messages a second over all chats.
            burst: how many broadcasts may go at once after a lull.
            chat_burst: how many may go at once to one chat after a lull of as many seconds.
            margin: seconds more than one in which as many broadcasts leave. 0.012 costs 1.2 % of the rate.
            now: seconds on a clock that never goes back.
        """
        self._now = now
        self._rate = rate
        self._log = Departures(limit=rate)
        self._pace = Pace(rate=rate, window=1 + margin, burst=burst)
        #: Whether more waits to be sent than is waiting here: time passed is lateness then, not a lull.
        self.is_pressed = False
        self._behind = False  # whether somebody waits for the pace: time passed is lateness then, not a lull
        self._paused_until = float("-inf")
        self._chats = Chats(chat_burst=chat_burst)
        self._lanes: dict[tuple[int | str | None, bool], _Lane] = {}
        self._ready: list[_Entry] = []  # (priority, arrival, lane)
        self._asleep: list[_Entry] = []  # (when free, arrival, lane)
        self._arrivals = 0
        self._timer: asyncio.TimerHandle | None = None
        self._timer_at = float("inf")

    async def acquire(
        self, chat_id: int | str | None, *, priority: Priority = Priority.ANSWER, edits: bool = False
    ) -> Departure:
        """Wait until one message may be sent, and count it as sent; `answered` is to be told what came of it.

        Cancelled, it counts nothing and the next in line moves up.

        Args:
            chat_id: the chat; negative or a name for a group or channel; None for an inline message, of which
                Telegram names no chat.
            priority: answers go before all broadcasts; within a priority the first come goes first, except that
                nobody waits for another's busy chat.
            edits: the call edits a message: it counts over all chats and in a group's minute, not in a chat's second.
        """
        departure = self.try_acquire(chat_id, priority=priority, edits=edits)
        if departure is not None:
            return departure
        key = (chat_id, edits)
        lane = self._lanes.get(key)
        if lane is None:
            lane = self._lanes[key] = _Lane(chat_id, edits=edits)
        self._arrivals += 1
        arrival = self._arrivals
        future: asyncio.Future[Departure] = asyncio.get_running_loop().create_future()
        lane.waiting[priority][arrival] = future
        if lane.head() == (priority, arrival):  # alone, or an answer before the lane's broadcasts
            self._place(lane, self._now())
        self._serve()
        try:
            return await future
        except asyncio.CancelledError:
            if not future.cancelled():  # granted in the very moment of being cancelled
                self._give_back(chat_id, future.result(), edits=edits)
            else:
                self._leave(lane, priority, arrival)
            self._serve()
            raise

    def try_acquire(
        self, chat_id: int | str | None, *, priority: Priority = Priority.ANSWER, edits: bool = False
    ) -> Departure | None:
        """Count one message as sent if it may go now and nobody who goes before it waits; see `acquire`."""
        now = self._now()
        if self._open_at(now, priority) > now or self._chats.free_at(chat_id, edits=edits) > now:
            return None
        if self._lanes:
            self._wake(now)
            first = self._first_ready(now)
            if first is not None and first[0] <= priority:
                return None
        return self._count(chat_id, now, priority, edits=edits)

    def answered(self, departure: Departure, *, is_taken: bool = True) -> None:
        """Telegram has taken a message, or refused it, or will never answer."""
        self._log.answered(departure, self._now(), is_taken=is_taken)

    @property
    def usual(self) -> float:
        """Seconds that Telegram takes for an answer, however busy this machine is; 0 before the first."""
        return min(self._log.usual, self._log.quickest * 1.21)

    def next_free(self, chat_id: int | str | None, *, edits: bool = False) -> float:
        """Seconds until an answer to the chat could go if nobody else waited; 0 for now."""
        now = self._now()
        return max(
            0.0, self._open_at(now, Priority.ANSWER) - now, self._chats.free_at(chat_id, edits=edits) - now
        )

    def chat_free(self, chat_id: int | str) -> float:
        """Seconds until the chat may get one more, as far as it alone is concerned; 0 for now."""
        return max(0.0, self._chats.free_at(chat_id, edits=False) - self._now())

    @property
    def pausing(self) -> float:
        """Seconds for which nobody may send, since Telegram has said so; 0 where they may."""
        return max(0.0, self._paused_until - self._now())

    def refused(self, chat_id: int | str | None, retry_after: float) -> None:
        """Telegram has refused a message as one too many.

        A group's limits depend on more than our counting: that group waits. For a private chat everybody does, since
        we keep a person's limit ourselves and so it is most likely the bot's own that was hit; should the bot's have
        been hit in a group, the next private message says so.

        Args:
            chat_id: where the message was to go.
            retry_after: seconds, as Telegram says.
        """
        if chat_id is not None and is_group(chat_id):
            self.pause_chat(chat_id, retry_after + _SLACK)
            return
        if not self.pausing:  # those on their way at that moment are refused with it, and that is once
            self._pace.slow_down(self._now() + retry_after)
            self._limit()
        self.pause(retry_after + _SLACK)

    def pause(self, seconds: float) -> None:
        """Let nobody send for so long: Telegram's `retry_after`."""
        self._paused_until = max(self._paused_until, self._now() + seconds)

    def pause_chat(self, chat_id: int | str, seconds: float) -> None:
        """Let nobody send to this chat for so long; the others go on."""
        self._chats.pause(chat_id, self._now(), seconds)

    @property
    def waiting(self) -> int:
        """How many wait now. For measurement: it counts them one by one."""
        return sum(len(queue) for lane in self._lanes.values() for queue in lane.waiting)

    def _open_at(self, now: float, priority: float) -> float:
        """When the next message may go as far as the limits over all chats are concerned."""
        open_at = max(self._paused_until, self._log.free_at(now))
        return open_at if priority == Priority.ANSWER else max(open_at, self._pace.next_at)

    def _count(self, chat_id: int | str | None, now: float, priority: float, *, edits: bool) -> Departure:
        pace = self._pace
        if pace.share < 1:
            pace.speed_up(now)
            self._limit()
        pace.count(
            now,
            is_answer=priority == Priority.ANSWER,
            is_late=self._behind or self.is_pressed,
            counted_for=self._log.counted_for,
        )
        self._chats.take(chat_id, now, edits=edits)
        return self._log.take(now)

    def _limit(self) -> None:
        """Let the log hold no more than the present share of the rate."""
        self._log.limit = max(1, int(self._rate * self._pace.share))

    def _give_back(self, chat_id: int | str | None, departure: Departure, *, edits: bool) -> None:
        self._log.give_back(departure)
        self._pace.give_back()
        self._chats.give_back(chat_id, departure.at, edits=edits)
        for kind in (False, True):  # who sleeps for this chat may be free earlier now
            if lane := self._lanes.get((chat_id, kind)):
                self._place(lane, self._now())

    def _leave(self, lane: _Lane, priority: Priority, arrival: int) -> None:
        was_first = lane.head() == (priority, arrival)
        lane.waiting[priority].pop(arrival, None)
        if was_first:
            self._place(lane, self._now())

    def _place(self, lane: _Lane, now: float) -> None:
        """Put the lane where its head belongs: among the ready, or asleep until its chat is free."""
        head = lane.head()
        if head is None:
            lane.entry = None
            self._lanes.pop((lane.chat_id, lane.edits), None)
            return
        priority, arrival = head
        free_at = self._chats.free_at(lane.chat_id, edits=lane.edits)
        heap = self._ready if free_at <= now else self._asleep
        lane.entry = (priority if free_at <= now else free_at, arrival, lane)
        heapq.heappush(heap, lane.entry)
        if len(heap) > _COMPACT + 2 * len(self._lanes):  # cancelled waiters leave stale entries behind
            heap[:] = [entry for entry in heap if entry is entry[2].entry]
            heapq.heapify(heap)

    def _wake(self, now: float) -> None:
        """Move the lanes whose chats have become free to the ready ones."""
        while self._asleep and self._asleep[0][0] <= now:
            entry = heapq.heappop(self._asleep)
            if entry is entry[2].entry:
                self._place(entry[2], now)

    def _first_ready(self, now: float) -> _Entry | None:
        """The next in line, after clearing away entries that are stale or whose chat has become busy again."""
        while self._ready:
            entry = self._ready[0]
            lane = entry[2]
            if entry is lane.entry:
                if self._chats.free_at(lane.chat_id, edits=lane.edits) <= now:
                    return entry
                heapq.heappop(self._ready)
                self._place(lane, now)
            else:
                heapq.heappop(self._ready)
        return None

    def _serve(self) -> None:
        """Let go all who may go now, and set the timer for the next."""
        now = self._now()
        self._wake(now)
        while (first := self._first_ready(now)) is not None:
            priority, arrival, lane = first
            if self._open_at(now, priority) > now:
                break
            heapq.heappop(self._ready)
            future = lane.waiting[int(priority)].pop(arrival)
            if not future.done():
                future.set_result(self._count(lane.chat_id, now, priority, edits=lane.edits))
            self._place(lane, now)
        self._set_timer(now)

    def _set_timer(self, now: float) -> None:
        self._behind = bool(self._ready)
        at = float("inf")
        if self._behind:
            at = self._open_at(now, self._ready[0][0])
            if self._ready[0][0] == Priority.BROADCAST:
                at = max(at, now + _TICK)
        if self._asleep:  # there may be an answer among them, and what is ready may wait for the pace
            at = min(at, max(self._open_at(now, Priority.ANSWER), self._asleep[0][0]))
        if at < self._timer_at:
            if self._timer is not None:
                self._timer.cancel()
            loop = asyncio.get_running_loop()
            # Up to the next millisecond: the loops' timers are no finer, and one that is early would fire twice.
            delay = max(0.001, -(-(at - now) // 0.001) * 0.001)
            self._timer_at = at
            self._timer = loop.call_later(delay, self._on_timer)

    def _on_timer(self) -> None:
        self._timer = None
        self._timer_at = float("inf")
        self._serve()
