"""The ticker: asks the rows what is due, now and then. Nothing depends on its being punctual."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

import structlog

_log = structlog.get_logger(__name__)

#: Seconds between two rounds.
ROUND = 60.0


async def tick(chores: Sequence[Callable[[], Awaitable[object]]], *, every: float = ROUND) -> None:
    """Do every chore, wait, and begin again, until cancelled; a chore that fails is tried in the next round.

    Args:
        chores: each looks at the rows and does what is due.
        every: seconds between two rounds.
    """
    while True:
        for chore in chores:
            try:
                await chore()
            except Exception as error:  # noqa: BLE001  (a chore that fails must not keep the others from theirs)
                _log.error("chore", chore=getattr(chore, "__name__", "?"), error=type(error).__qualname__)
        await asyncio.sleep(every)
