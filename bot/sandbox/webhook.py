"""Delivery of updates to the bot's webhook: in order within a chat, again until it answers 200."""

import asyncio
from collections import deque
from collections.abc import Callable

import aiohttp

from bot.sandbox.errors import Json
from bot.sandbox.updates import Updates

_LONGEST_PAUSE = 5.0


class Webhook:
    """Posts each update to `url`, at most `max_connections` at once.

    Updates of one chat wait for each other, as with Telegram; those of different chats do not.

    Args:
        updates: the queue to empty.
        now: Unix time for error reports.
        pause: seconds before the first repetition; doubles up to five seconds.
    """

    def __init__(self, updates: Updates, now: Callable[[], int], pause: float = 0.1) -> None:
        self.url = ""
        self.max_connections = 40
        self.last_error = ""
        self.last_error_date = 0
        self._updates = updates
        self._now = now
        self._pause = pause
        self._secret = ""
        self._feeder: asyncio.Task[None] | None = None

    def set(self, url: str, *, secret: str, max_connections: int) -> None:
        """Deliver to `url` from now on."""
        self.remove()
        self.url, self._secret, self.max_connections = url, secret, max_connections
        self._feeder = asyncio.create_task(self._feed())

    def remove(self) -> None:
        """Deliver no more; what is pending stays."""
        self.url = self.last_error = ""
        if self._feeder is not None:
            self._feeder.cancel()
            self._feeder = None

    async def close(self) -> None:
        """Stop and wait until nothing runs."""
        feeder = self._feeder
        self.remove()
        if feeder is not None:
            await asyncio.wait({feeder})

    async def _feed(self) -> None:
        slots = asyncio.Semaphore(self.max_connections)
        lanes: dict[int, deque[Json]] = {}
        last_id = 0
        async with aiohttp.ClientSession() as session, asyncio.TaskGroup() as group:
            while True:
                for update in self._updates.after(last_id):
                    last_id = update["update_id"]
                    lane_id = _lane(update)
                    if lane_id in lanes:
                        lanes[lane_id].append(update)
                    else:
                        lanes[lane_id] = deque([update])
                        group.create_task(self._run_lane(lane_id, lanes, session, slots))
                await self._updates.changed.wait()

    async def _run_lane(
        self,
        lane_id: int,
        lanes: dict[int, deque[Json]],
        session: aiohttp.ClientSession,
        slots: asyncio.Semaphore,
    ) -> None:
        lane = lanes[lane_id]
        pause = self._pause
        while lane:
            async with slots:
                taken = await self._post(session, lane[0])
            if taken:
                self._updates.settle(lane.popleft())
                pause = self._pause
            else:
                await asyncio.sleep(pause := min(pause * 2, _LONGEST_PAUSE))
        del lanes[lane_id]

    async def _post(self, session: aiohttp.ClientSession, update: Json) -> bool:
        headers = {"X-Telegram-Bot-Api-Secret-Token": self._secret} if self._secret else {}
        timeout = aiohttp.ClientTimeout(total=60)
        try:
            async with session.post(self.url, json=update, headers=headers, timeout=timeout) as response:
                await response.read()
        except (aiohttp.ClientError, TimeoutError) as error:
            return self._failed(f"Connection failed: {type(error).__name__}")
        if response.ok:
            return True
        return self._failed(f"Wrong response from the webhook: {response.status} {response.reason}")

    def _failed(self, reason: str) -> bool:
        self.last_error, self.last_error_date = reason, self._now()
        return False


def _lane(update: Json) -> int:
    """The chat of an update, else its sender; updates without either share a lane."""
    payload = next(value for key, value in update.items() if key != "update_id")
    chat = payload.get("chat") or payload.get("message", {}).get("chat") or payload.get("from") or {}
    return int(chat.get("id", 0))
