"""Waking those who wait, without polling."""

import asyncio


class Signal:
    """An event that is only ever a moment: `notify` wakes everybody who waits right now."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def notify(self) -> None:
        """Wake every waiter; costs nothing when nobody waits."""
        if not self._waiting:
            return
        waiting, self._waiting = self._waiting, set()
        for future in waiting:
            if not future.done():
                future.set_result(None)

    async def wait(self, seconds: float | None = None) -> bool:
        """Wait for the next `notify`, at most `seconds`; returns whether it came."""
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.add(future)
        try:
            # Not `wait_for`: in Python 3.11 it loses a cancellation that comes together with the result.
            async with asyncio.timeout(seconds):
                await future
        except TimeoutError:
            return False
        finally:
            self._waiting.discard(future)
        return True
