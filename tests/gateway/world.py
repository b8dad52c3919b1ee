"""A budget on a loop whose time passes only when everybody waits: exact, and without sleeping."""

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from typing import Any

from bot.gateway.budget import Budget, Priority
from bot.gateway.quota import Departure

ANSWER, BROADCAST = Priority.ANSWER, Priority.BROADCAST


class Selector(selectors.DefaultSelector):
    now = 0.0
    waits = 0

    def select(self, timeout: float | None = None) -> list[Any]:
        assert timeout is not None, "everybody waits for something that never comes"
        if timeout > 0:
            self.waits += 1
            self.now += timeout
        return super().select(0)


class Loop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self.selector = Selector()
        super().__init__(self.selector)

    def time(self) -> float:
        return self.selector.now


class World:
    """A budget, the log of what it let go: (when, chat, name), and when that arrived at Telegram.

    Args:
        way: seconds that a message takes to get there, and its answer back; asked anew for each.
        limits: the budget's.
    """

    def __init__(self, way: Callable[[], tuple[float, float]] = lambda: (0, 0), **limits: Any) -> None:
        self.loop = asyncio.get_running_loop()
        assert isinstance(self.loop, Loop)
        self.selector = self.loop.selector
        self.budget = Budget(now=self.loop.time, **limits)
        self.way = way
        self.arrivals: list[float] = []
        self.sent: list[tuple[float, int | str | None, str]] = []
        self.tasks: list[asyncio.Task[None]] = []

    def send(self, chat: int | str | None, name: str = "", *, edits: bool = False) -> asyncio.Task[None]:
        priority = BROADCAST if name.startswith("broadcast") else ANSWER

        async def go() -> None:
            departure = await self.budget.acquire(chat, priority=priority, edits=edits)
            self.sent.append((self.loop.time(), chat, name))
            self.leave(departure)

        task = self.loop.create_task(go())
        self.tasks.append(task)
        return task

    def leave(self, departure: Departure) -> None:
        """Let a message get to Telegram, and its answer back."""
        there, back = self.way()
        self.arrivals.append(self.loop.time() + there)
        if there or back:
            self.loop.call_later(there + back, self.budget.answered, departure)
        else:
            self.budget.answered(departure)

    async def all_sent(self) -> None:
        await asyncio.gather(*self.tasks, return_exceptions=True)

    @property
    def times(self) -> list[float]:
        return [at for at, _, _ in self.sent]

    @property
    def names(self) -> list[str]:
        return [name for _, _, name in self.sent]


def run(story: Callable[[], Coroutine[Any, Any, None]]) -> None:
    with asyncio.Runner(loop_factory=Loop) as runner:
        runner.run(story())


def fullest(times: list[float], window: float = 1.0) -> int:
    """The most sends that any window of so many seconds holds, its ends included."""
    times = sorted(times)
    start, most = 0, 0
    for end, at in enumerate(times):
        while at - times[start] > window:
            start += 1
        most = max(most, end - start + 1)
    return most
