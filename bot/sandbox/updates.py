"""The queue of updates and the long poll that empties it."""

import asyncio
import contextlib
import secrets
from collections import deque

from bot.sandbox.errors import Json, conflict
from bot.sandbox.signals import Signal

MAX_BATCH = 100
MAX_LONG_POLL = 50
"""Seconds; Telegram shortens what asks for more."""
_NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
_TERMINATED = "terminated by other getUpdates request; make sure that only one bot instance is running"


class Updates:
    """Updates that the bot has not acknowledged yet, oldest first.

    Ids start at a random big number and grow by one, so that nobody relies on where they start.
    """

    def __init__(self) -> None:
        self._next_id = 100_000_000 + secrets.randbelow(800_000_000)
        self._pending: deque[Json] = deque()
        self._poll: asyncio.Future[str] | None = None
        self._closed = False
        self.allowed: list[str] = []
        """Kinds that the bot asked for last; empty means Telegram's default."""
        self.changed = Signal()
        """A put or an acknowledgement."""

    @property
    def pending(self) -> list[Json]:
        """Updates not acknowledged."""
        return list(self._pending)

    @property
    def count(self) -> int:
        """How many are not acknowledged."""
        return len(self._pending)

    @property
    def is_polled(self) -> bool:
        """Whether a long poll hangs right now."""
        return self._poll is not None

    def put(self, kind: str, payload: Json) -> Json | None:
        """Queue an update; None when the bot does not want this kind."""
        allowed = kind in self.allowed if self.allowed else kind not in _NOT_BY_DEFAULT
        if not allowed:
            return None
        update: Json = {"update_id": self._next_id, kind: payload}
        self._next_id += 1
        self._pending.append(update)
        self.changed.notify()
        return update

    def allow(self, kinds: object) -> None:
        """Remember `allowed_updates`; None leaves what was said before."""
        if isinstance(kinds, list):
            self.allowed = [str(kind) for kind in kinds]

    def acknowledge(self, offset: int) -> None:
        """Forget everything before `offset`; a negative one keeps only that many of the newest."""
        before = len(self._pending)
        if offset < 0:
            while len(self._pending) > -offset:
                self._pending.popleft()
        else:
            while self._pending and self._pending[0]["update_id"] < offset:
                self._pending.popleft()
        if len(self._pending) != before:
            self.changed.notify()

    def after(self, update_id: int) -> list[Json]:
        """Updates younger than `update_id`; costs only as much as there are of them."""
        found: list[Json] = []
        for update in reversed(self._pending):
            if update["update_id"] <= update_id:
                break
            found.append(update)
        return found[::-1]

    def settle(self, update: Json) -> None:
        """Forget one update: a webhook took it."""
        with contextlib.suppress(ValueError):  # dropped meanwhile
            self._pending.remove(update)
        self.changed.notify()

    def clear(self) -> None:
        """Forget everything (`drop_pending_updates`)."""
        self._pending.clear()
        self.changed.notify()

    async def poll(self, offset: int, limit: int, seconds: float) -> list[Json]:
        """One `getUpdates`.

        Args:
            offset: acknowledges everything before it.
            limit: how many at most; 1 to 100.
            seconds: how long to wait when there is none.

        Raises:
            ApiError: 409, when another `getUpdates` or a `setWebhook` came meanwhile.
        """
        self.interrupt(_TERMINATED)
        self.acknowledge(offset)
        mine: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self._poll = mine
        deadline = mine.get_loop().time() + min(seconds, MAX_LONG_POLL)
        try:
            while not self._pending and not self._closed:
                left = deadline - mine.get_loop().time()
                if left <= 0:
                    break
                await self.changed.wait(left)
                if mine.done():
                    raise conflict(mine.result())
        finally:
            if self._poll is mine:
                self._poll = None
        size = limit if 1 <= limit <= MAX_BATCH else MAX_BATCH
        return [update for update, _ in zip(self._pending, range(size), strict=False)]

    def interrupt(self, reason: str) -> None:
        """End the long poll that hangs, with a 409 for that reason."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(reason)
            self.changed.notify()

    def open(self) -> None:
        """Let polls wait again: the server starts."""
        self._closed = False

    def close(self) -> None:
        """Let go of every waiter: the server stops."""
        self._closed = True
        self.changed.notify()
